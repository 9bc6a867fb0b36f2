package org.spinepain.guideline.tests.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.engine.explain.Criterion;
import org.spinepain.guideline.engine.explain.FactChange;
import org.spinepain.guideline.engine.explain.ProcedureExplanation;
import org.spinepain.guideline.engine.explain.Question;
import org.spinepain.guideline.engine.explain.RecommendationExplanation;
import org.spinepain.guideline.engine.explain.SmallestChange;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.tests.review.AssessmentFields;

/**
 * Writes explanations as JSON; {@code explanation.schema.json} beside this class is their schema.
 * In the manner of assessments: every field is there, lists are empty when there is nothing, what
 * does not exist is null, and the answer to an unknown fact is {@code unknown}. Equal explanations
 * give the same text.
 */
final class ExplanationDocument {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // What fails half way must not look whole.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private static final Separators SEPARATORS =
      new Separators()
          .withObjectFieldValueSpacing(Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private static final String UNKNOWN = "unknown";

  private final JsonGenerator json;

  private ExplanationDocument(JsonGenerator json) {
    this.json = json;
  }

  /** An explanation on several lines; none ends after the last brace. */
  static String toJson(CaseExplanation explanation) {
    return write(explanation, true);
  }

  /** An explanation on one line, without line end. */
  static String toCompactJson(CaseExplanation explanation) {
    return write(explanation, false);
  }

  private static String write(CaseExplanation explanation, boolean pretty) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = generator(out, pretty)) {
      new ExplanationDocument(json).explanation(explanation);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory", impossible);
    }
    return out.toString();
  }

  /** Writes explanations as one array on several lines, each as soon as there is one. */
  static void writeJsonArray(Iterable<CaseExplanation> explanations, Writer out)
      throws IOException {
    try (JsonGenerator json = generator(out, true)) {
      json.writeStartArray();
      for (CaseExplanation explanation : explanations) {
        new ExplanationDocument(json).explanation(explanation);
      }
      json.writeEndArray();
    }
  }

  /** Writes JSON as all commands write it; does not close what it writes to. */
  static JsonGenerator generator(Writer out, boolean pretty) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    if (pretty) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(SEPARATORS)
              .withObjectIndenter(INDENTER)
              .withArrayIndenter(INDENTER));
    }
    return json;
  }

  /** Writes one value of a list. */
  private interface ItemWriter<T> {
    void write(T item) throws IOException;
  }

  private void explanation(CaseExplanation explanation) throws IOException {
    json.writeStartObject();
    json.writeStringField("caseId", explanation.caseId());
    json.writeStringField("assessedOn", explanation.assessedOn().toString());
    json.writeObjectFieldStart("guideline");
    json.writeStringField("id", explanation.guideline().id());
    json.writeStringField("edition", explanation.guideline().edition());
    json.writeStringField("doi", explanation.guideline().doi());
    json.writeStringField("evidenceBase", explanation.guideline().evidenceBase());
    json.writeEndObject();
    json.writeObjectFieldStart("rules");
    json.writeStringField("coordinates", explanation.rules().coordinates());
    json.writeStringField("digest", explanation.rules().digest());
    json.writeStringField("jar", explanation.rules().jar().orElse(null));
    json.writeEndObject();
    json.writeObjectFieldStart("standing");
    code("state", explanation.standing().state());
    json.writeStringField("text", explanation.standing().text());
    json.writeStringField("checkedTo", explanation.standing().checkedTo().toString());
    json.writeStringField("original", explanation.standing().original().orElse(null));
    json.writeEndObject();
    list("procedures", explanation.procedures(), this::procedure);
    list("overlays", explanation.overlays(), this::overlay);
    json.writeEndObject();
  }

  private void procedure(ProcedureExplanation procedure) throws IOException {
    json.writeStartObject();
    json.writeStringField("procedureId", procedure.procedureId());
    code("verdict", procedure.verdict());
    list("reasons", procedure.reasons(), this::reason);
    list("recommendations", procedure.recommendations(), this::recommendation);
    list("smallestChanges", procedure.smallestChanges(), this::smallestChange);
    json.writeStringField(
        "settlesMost",
        procedure.settlesMost().map(question -> question.fact().code()).orElse(null));
    list("questions", procedure.questions(), this::question);
    list("assumptions", procedure.assumptions(), this::assumption);
    list("replaced", procedure.replaced(), this::replaced);
    json.writeEndObject();
  }

  private void recommendation(RecommendationExplanation recommendation) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", recommendation.id());
    code("holding", recommendation.holding());
    json.writeStringField("basis", recommendation.basis().map(Coded::code).orElse(null));
    list("criteria", recommendation.criteria(), this::criterion);
    list("smallestChanges", recommendation.smallestChanges(), this::smallestChange);
    json.writeStringField("text", recommendation.text());
    AssessmentFields.writeProvenance(recommendation.provenance(), json);
    AssessmentFields.writeSuppressed(recommendation.suppressed(), json);
    json.writeEndObject();
  }

  private void replaced(ReplacedText replaced) throws IOException {
    json.writeStartObject();
    code("of", replaced.of());
    json.writeStringField("code", replaced.code());
    json.writeStringField("original", replaced.original());
    json.writeStringField("overlay", replaced.overlay());
    json.writeEndObject();
  }

  private void overlay(OverlayReference overlay) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", overlay.id());
    json.writeStringField("owner", overlay.owner());
    json.writeStringField("digest", overlay.digest());
    json.writeStringField("locale", overlay.locale().orElse(null));
    json.writeEndObject();
  }

  private void reason(Reason reason) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", reason.code());
    json.writeStringField("text", reason.text());
    AssessmentFields.writeProvenance(reason.provenance(), json);
    json.writeEndObject();
  }

  private void criterion(Criterion criterion) throws IOException {
    json.writeStartObject();
    json.writeStringField("fact", criterion.fact().code());
    answer("value", criterion.value());
    code("met", criterion.met());
    list("canHoldWith", criterion.canHoldWith(), json::writeString);
    list("holdsWith", criterion.holdsWith(), json::writeString);
    json.writeEndObject();
  }

  private void smallestChange(SmallestChange smallest) throws IOException {
    json.writeStartObject();
    list("changes", smallest.changes(), this::change);
    code("verdict", smallest.verdict());
    list("recommendations", smallest.recommendations(), this::carried);
    json.writeEndObject();
  }

  private void change(FactChange change) throws IOException {
    json.writeStartObject();
    json.writeStringField("fact", change.fact().code());
    answer("from", change.from());
    json.writeStringField("to", change.to());
    json.writeEndObject();
  }

  private void carried(SmallestChange.Carried carried) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", carried.id());
    code("basis", carried.basis());
    json.writeEndObject();
  }

  private void question(Question question) throws IOException {
    json.writeStartObject();
    json.writeStringField("fact", question.fact().code());
    list("answerWith", question.answerWith(), json::writeString);
    json.writeNumberField("completions", question.completions());
    json.writeNumberField("undecided", question.undecided());
    list("answers", question.answers(), this::answer);
    json.writeEndObject();
  }

  private void answer(Question.Answer answer) throws IOException {
    json.writeStartObject();
    json.writeStringField("value", answer.value());
    code("verdict", answer.verdict());
    json.writeNumberField("completions", answer.completions());
    json.writeEndObject();
  }

  private void assumption(AppliedAssumption assumption) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", assumption.code());
    code("by", assumption.by());
    json.writeEndObject();
  }

  private void answer(String name, Optional<String> answer) throws IOException {
    json.writeStringField(name, answer.orElse(UNKNOWN));
  }

  private void code(String name, Coded value) throws IOException {
    json.writeStringField(name, value.code());
  }

  private <T> void list(String name, List<T> items, ItemWriter<T> writer) throws IOException {
    json.writeArrayFieldStart(name);
    for (T item : items) {
      writer.write(item);
    }
    json.writeEndArray();
  }
}
