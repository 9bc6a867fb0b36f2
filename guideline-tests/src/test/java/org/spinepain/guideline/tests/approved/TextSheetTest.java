package org.spinepain.guideline.tests.approved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.vignette.Vignettes;

/** The texts and figures that the vignettes bring about, against the approved sheet. */
class TextSheetTest {

  /** A change that is meant is approved by copying target/texts.md over the approved sheet. */
  @Test
  void everyTextAndFigureIsApproved() throws IOException {
    BuiltPack pack = PackSource.bundled().build();
    String sheet;
    try (GuidelineEngine engine = pack.open()) {
      List<Assessment> assessments =
          Vignettes.bundled().all().stream()
              .map(v -> Vignettes.asking(engine).apply(v.clinicalCase(), v.assume()))
              .toList();
      sheet = ApprovedTexts.sheet(pack, assessments);
    }
    Files.writeString(Path.of("target", "texts.md"), sheet);
    assertThat(sheet)
        .as("the approved sheet; what is meant to change is approved from target/texts.md")
        .isEqualTo(ApprovedTexts.bundled());
  }
}
