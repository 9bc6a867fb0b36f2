package org.spinepain.guideline.tests.approved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

/** The texts and figures that the vignettes bring about, against the approved sheet. */
class TextSheetTest {

  private static final String APPROVED = "/approved/texts.md";

  private static String sheet;

  @BeforeAll
  static void assessTheVignettes() {
    List<Assessment> assessments = new ArrayList<>();
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      for (Vignette vignette : Vignettes.bundled().all()) {
        assessments.add(
            engine
                .assuming(vignette.assume().toArray(Assumption[]::new))
                .assess(vignette.clinicalCase()));
      }
    }
    sheet = TextSheet.of(assessments, List.of(withdrawn()));
  }

  /** What is said only of an edition that was withdrawn. */
  private static Assessment withdrawn() {
    try (GuidelineEngine engine =
        PackSource.bundled()
            .describedWith("standing.state = contested", "standing.state = withdrawn")
            .open()) {
      return engine.assess(
          ClinicalCase.of("withdrawn", LocalDate.of(2025, 6, 30))
              .procedure(ProcedureRequest.of("p1", Technique.OTHER))
              .build());
    }
  }

  /** A change that is meant is approved by copying target/texts.md over the approved sheet. */
  @Test
  void everyTextAndFigureIsApproved() throws IOException {
    Files.writeString(Path.of("target", "texts.md"), sheet);
    try (InputStream approved = TextSheetTest.class.getResourceAsStream(APPROVED)) {
      assertThat(sheet)
          .as("the approved sheet; what is meant to change is approved from target/texts.md")
          .isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
