package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Suppression;

/** Writes into other documents what assessments have too, by the same fields. */
public final class AssessmentFields {

  private AssessmentFields() {}

  /** Status, reading and source, into the object that is open. */
  public static void writeProvenance(Provenance provenance, JsonGenerator json) throws IOException {
    json.writeStringField("status", provenance.status().code());
    json.writeStringField("reading", provenance.reading().code());
    Source source = provenance.source();
    json.writeObjectFieldStart("source");
    json.writeStringField("id", source.id());
    json.writeStringField("section", source.section());
    json.writeStringField("citation", source.citation());
    json.writeStringField("doi", source.doi().orElse(null));
    json.writeEndObject();
  }

  /** By whom, why and until when it is suppressed, into the object that is open; null if not. */
  public static void writeSuppressed(Optional<Suppression> suppressed, JsonGenerator json)
      throws IOException {
    json.writeFieldName("suppressed");
    if (suppressed.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("by", suppressed.get().by());
    json.writeStringField("reason", suppressed.get().reason());
    json.writeStringField("until", suppressed.get().until().toString());
    json.writeEndObject();
  }
}
