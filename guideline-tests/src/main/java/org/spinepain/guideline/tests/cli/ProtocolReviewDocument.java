package org.spinepain.guideline.tests.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import org.spinepain.guideline.review.OpenFact;
import org.spinepain.guideline.review.ReviewedProtocol;
import org.spinepain.guideline.review.ReviewedStep;
import org.spinepain.guideline.review.StepOption;
import org.spinepain.guideline.tests.review.RefusedStep;

/**
 * Writes a reviewed protocol as JSON; {@code protocol-review.schema.json} beside this class is its
 * schema. Each step holds its assessment as assessments are written.
 */
final class ProtocolReviewDocument {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private ProtocolReviewDocument(JsonGenerator json) {
    this.json = json;
  }

  /** A reviewed protocol on several lines; none ends after the last brace. */
  static String toJson(ReviewedProtocol protocol, List<RefusedStep> refused) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = ExplanationDocument.generator(out, true)) {
      new ProtocolReviewDocument(json).write(protocol, refused);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory", impossible);
    }
    return out.toString();
  }

  private void write(ReviewedProtocol protocol, List<RefusedStep> refused) throws IOException {
    json.writeStartObject();
    json.writeStringField("protocol", protocol.name());
    json.writeStringField("assessedOn", protocol.assessedOn().toString());
    json.writeArrayFieldStart("steps");
    for (ReviewedStep step : protocol.steps()) {
      write(step);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("refused");
    for (RefusedStep step : refused) {
      write(step);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(ReviewedStep reviewed) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", reviewed.step().id());
    json.writeStringField("wording", reviewed.step().wording());
    json.writeStringField("verdict", reviewed.determination().verdict().code());
    json.writeArrayFieldStart("openFacts");
    for (OpenFact open : reviewed.openFacts()) {
      json.writeStartObject();
      json.writeStringField("fact", open.fact().code());
      json.writeStringField("openness", open.openness().code());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("options");
    for (StepOption option : reviewed.options()) {
      json.writeString(option.code());
    }
    json.writeEndArray();
    json.writeFieldName("assessment");
    write(reviewed.assessment());
    json.writeFieldName("inTrial");
    if (reviewed.inTrial().isPresent()) {
      write(reviewed.inTrial().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private void write(Assessment assessment) throws IOException {
    try (JsonParser written = JSON.createParser(AssessmentDocuments.toCompactJson(assessment))) {
      written.nextToken();
      json.copyCurrentStructureExact(written);
    }
  }

  private void write(RefusedStep step) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", step.number());
    json.writeStringField("id", step.id().orElse(null));
    json.writeNumberField("line", step.refusal().line());
    json.writeObjectFieldStart("error");
    json.writeStringField("path", step.refusal().path());
    json.writeStringField("found", step.refusal().found());
    json.writeStringField("allowed", step.refusal().allowed());
    json.writeEndObject();
    json.writeEndObject();
  }
}
