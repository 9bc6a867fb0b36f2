package org.spinepain.guideline.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/** Whatever is given as a JSON document is a case that is answered, or refused as documented. */
class JsonCaseFuzzTest {

  @FuzzTest
  @Timeout(120)
  void everyDocumentIsACaseOrRefused(byte[] document) {
    Optional<ClinicalCase> read =
        Fuzzed.caseOrRefusal(() -> CaseDocuments.readJson(new ByteArrayInputStream(document)));
    Fuzzed.text(document)
        .ifPresent(
            text -> {
              assertThat(Fuzzed.caseOrRefusal(() -> CaseDocuments.readJson(text)))
                  .as("read from a string")
                  .isEqualTo(read);
              read.ifPresent(same -> assertSameOrRefusedAsYaml(text, same));
            });
  }

  /** JSON is YAML, but for characters and lengths that YAML refuses or takes for line ends. */
  private static void assertSameOrRefusedAsYaml(String text, ClinicalCase same) {
    if (text.chars().anyMatch(c -> c == '\u0085' || c == '\u2028' || c == '\u2029')) {
      return;
    }
    try {
      assertThat(CaseDocuments.readYaml(text)).as("read as YAML").isEqualTo(same);
    } catch (InvalidDocumentException refusal) {
      Fuzzed.assertDocumented(refusal);
    }
  }
}
