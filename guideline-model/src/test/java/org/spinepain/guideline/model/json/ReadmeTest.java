package org.spinepain.guideline.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;

class ReadmeTest {

  @Test
  void theTwoExamplesAreOneCase() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(CaseDocuments.readJson(example(readme, "json")))
        .isEqualTo(
            ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
                .patient(PatientRecord.aged(54))
                .pain(
                    PainHistory.axial()
                        .at(SpinalLevel.LUMBAR)
                        .lasting(Period.ofMonths(26))
                        .cancer(Presence.ABSENT))
                .procedure(
                    ProcedureRequest.epidural("p1")
                        .injecting(Injectate.LOCAL_ANAESTHETIC_AND_STEROID))
                .build());
    String test =
        Files.readString(
            Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java"));
    assertThat(withoutSpace(test)).contains(withoutSpace(caseOf(example(readme, "java"))));
  }

  private static String example(String readme, String language) {
    return readme.split("```" + language + "\n", -1)[1].split("```", -1)[0];
  }

  /** The expression that makes the case. */
  private static String caseOf(String example) {
    return example.split("clinicalCase =", -1)[1].replace(";", "");
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }
}
