package org.spinepain.guideline.tests.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.StringWriter;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;

/**
 * A case that is written as a document and read again is an equal case, and gets an equal
 * assessment: as JSON, as YAML that is JSON, and as YAML with a field a line.
 */
class CaseDocumentRoundTripTest {

  private static final YAMLFactory YAML = new YAMLFactory();

  @Property(tries = 1000)
  void aCaseWrittenAsJsonIsReadAsTheSameCase(@ForAll("any") ClinicalCase clinicalCase) {
    assertSame(clinicalCase, CaseDocuments.readJson(CaseDocuments.toJson(clinicalCase)));
    assertSame(clinicalCase, CaseDocuments.readJson(CaseDocuments.toCompactJson(clinicalCase)));
  }

  @Property(tries = 500)
  void aCaseWrittenAsYamlIsReadAsTheSameCase(@ForAll("any") ClinicalCase clinicalCase)
      throws IOException {
    assertSame(clinicalCase, CaseDocuments.readYaml(CaseDocuments.toJson(clinicalCase)));
    assertSame(clinicalCase, CaseDocuments.readYaml(CaseDocuments.toCompactJson(clinicalCase)));
    assertSame(clinicalCase, CaseDocuments.readYaml(yaml(clinicalCase)));
  }

  private static void assertSame(ClinicalCase written, ClinicalCase read) {
    assertThat(read).isEqualTo(written);
    assertThat(Answered.of(read)).isEqualTo(Answered.of(written));
  }

  /** The document as Jackson writes YAML. */
  private static String yaml(ClinicalCase clinicalCase) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonParser json = YAML.createParser(CaseDocuments.toJson(clinicalCase));
        JsonGenerator yaml = YAML.createGenerator(out)) {
      json.nextToken();
      yaml.copyCurrentStructure(json);
    }
    return out.toString();
  }

  @Provide
  static Arbitrary<ClinicalCase> any() {
    return CaseArbitraries.any();
  }
}
