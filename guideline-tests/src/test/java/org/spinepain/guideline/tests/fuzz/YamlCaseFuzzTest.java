package org.spinepain.guideline.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;

/** Whatever is given as a YAML document is a case that is answered, or refused as documented. */
class YamlCaseFuzzTest {

  @FuzzTest
  @Timeout(120)
  void everyDocumentIsACaseOrRefused(byte[] document) {
    Optional<ClinicalCase> read =
        Fuzzed.caseOrRefusal(() -> CaseDocuments.readYaml(new ByteArrayInputStream(document)));
    Fuzzed.text(document)
        .ifPresent(
            text ->
                assertThat(Fuzzed.caseOrRefusal(() -> CaseDocuments.readYaml(text)))
                    .as("read from a string")
                    .isEqualTo(read));
  }
}
