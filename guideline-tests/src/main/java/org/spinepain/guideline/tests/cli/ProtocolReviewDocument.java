package org.spinepain.guideline.tests.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import org.spinepain.guideline.review.OpenFact;
import org.spinepain.guideline.review.Population;
import org.spinepain.guideline.review.Range;
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
    json.writeFieldName("population");
    write(reviewed.step().population());
    write(reviewed.step().procedure());
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

  /** As a protocol has it; what it leaves out is left out. */
  private void write(Population population) throws IOException {
    json.writeStartObject();
    range("ageYears", population.ageYears(), json::writeNumber);
    range("duration", population.duration(), period -> json.writeString(period.toString()));
    PainHistory pain = population.pain();
    code("pattern", pain.pattern());
    code("level", pain.level());
    code("cancer", pain.cancer());
    code("inflammatoryArthropathy", pain.inflammatoryArthropathy());
    if (!pain.otherCauses().isEmpty()) {
      json.writeArrayFieldStart("otherCauses");
      for (Coded cause : pain.otherCauses()) {
        json.writeString(cause.code());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Writes a value. */
  private interface Writing<T> {

    void write(T value) throws IOException;
  }

  private <T> void range(String name, Range<T> range, Writing<T> value) throws IOException {
    if (range.isAny()) {
      return;
    }
    json.writeObjectFieldStart(name);
    if (range.from().isPresent()) {
      json.writeFieldName("from");
      value.write(range.from().get());
    }
    if (range.to().isPresent()) {
      json.writeFieldName("to");
      value.write(range.to().get());
    }
    json.writeEndObject();
  }

  private void write(ProcedureRequest procedure) throws IOException {
    json.writeObjectFieldStart("procedure");
    code("technique", procedure.technique());
    stated("injectate", procedure.injectate());
    json.writeEndObject();
    stated("setting", procedure.setting());
    stated("intent", procedure.intent());
  }

  private void code(String name, Optional<? extends Coded> code) throws IOException {
    if (code.isPresent()) {
      json.writeStringField(name, code.get().code());
    }
  }

  private void stated(String name, Stated<? extends Coded> fact) throws IOException {
    if (!fact.equals(Stated.nothing())) {
      json.writeStringField(name, fact.known().map(Coded::code).orElse("unspecified"));
    }
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
