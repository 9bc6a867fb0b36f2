package org.spinepain.guideline.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.LocalItem;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.model.assessment.TraceEntry;

/** Writes an assessment. Every field is written; what is not held is null, or an empty list. */
final class AssessmentWriter {

  private final JsonGenerator json;

  private AssessmentWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(Assessment assessment, JsonGenerator json) throws IOException {
    new AssessmentWriter(json).assessment(assessment);
  }

  /** Writes one value of a list. */
  private interface ItemWriter<T> {
    void write(T item) throws IOException;
  }

  private void assessment(Assessment assessment) throws IOException {
    json.writeStartObject();
    json.writeStringField("caseId", assessment.caseId());
    json.writeStringField("assessedOn", assessment.assessedOn().toString());
    guideline(assessment.guideline());
    rules(assessment.rules());
    standing(assessment.standing());
    list("determinations", assessment.determinations(), this::determination);
    list("overlays", assessment.overlays(), this::overlay);
    json.writeEndObject();
  }

  private void guideline(GuidelineReference guideline) throws IOException {
    json.writeObjectFieldStart("guideline");
    json.writeStringField("id", guideline.id());
    json.writeStringField("edition", guideline.edition());
    json.writeStringField("doi", guideline.doi());
    json.writeStringField("evidenceBase", guideline.evidenceBase());
    json.writeEndObject();
  }

  private void rules(RulePackReference rules) throws IOException {
    json.writeObjectFieldStart("rules");
    json.writeStringField("coordinates", rules.coordinates());
    json.writeStringField("digest", rules.digest());
    optional("jar", rules.jar());
    json.writeEndObject();
  }

  private void standing(Standing standing) throws IOException {
    json.writeObjectFieldStart("standing");
    code("state", standing.state());
    json.writeStringField("text", standing.text());
    json.writeStringField("checkedTo", standing.checkedTo().toString());
    optional("original", standing.original());
    json.writeEndObject();
  }

  private void determination(Determination determination) throws IOException {
    json.writeStartObject();
    json.writeStringField("procedureId", determination.procedureId());
    code("verdict", determination.verdict());
    list("recommendations", determination.recommendations(), this::recommendation);
    list("reasons", determination.reasons(), this::reason);
    list("missing", determination.missing(), this::missing);
    list("evidence", determination.evidence(), this::evidence);
    list("guidance", determination.guidance(), this::guidance);
    list("caveats", determination.caveats(), this::caveat);
    list("assumptions", determination.assumptions(), this::assumption);
    list("trace", determination.trace(), this::trace);
    list("local", determination.local(), this::local);
    list("replaced", determination.replaced(), this::replaced);
    json.writeEndObject();
  }

  private void recommendation(Recommendation recommendation) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", recommendation.id());
    code("direction", recommendation.direction());
    code("strength", recommendation.strength());
    code("basis", recommendation.basis());
    dependingOn(recommendation.dependingOn());
    json.writeStringField("text", recommendation.text());
    provenance(recommendation.provenance());
    suppressed(recommendation.suppressed());
    json.writeEndObject();
  }

  private void suppressed(Optional<Suppression> suppressed) throws IOException {
    if (suppressed.isEmpty()) {
      json.writeNullField("suppressed");
      return;
    }
    json.writeObjectFieldStart("suppressed");
    json.writeStringField("by", suppressed.get().by());
    json.writeStringField("reason", suppressed.get().reason());
    json.writeStringField("until", suppressed.get().until().toString());
    json.writeEndObject();
  }

  private void reason(Reason reason) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", reason.code());
    json.writeStringField("text", reason.text());
    provenance(reason.provenance());
    json.writeEndObject();
  }

  private void missing(MissingFact missing) throws IOException {
    json.writeStartObject();
    json.writeStringField("fact", missing.fact().code());
    list("answerWith", missing.answerWith(), json::writeString);
    list("outcomes", missing.outcomes(), this::outcome);
    json.writeEndObject();
  }

  private void outcome(MissingFact.Outcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("value", outcome.value());
    code("verdict", outcome.verdict());
    json.writeEndObject();
  }

  private void evidence(Evidence evidence) throws IOException {
    json.writeStartObject();
    json.writeStringField("recommendation", evidence.recommendation());
    code("pattern", evidence.pattern());
    code("technique", evidence.technique());
    code("injectate", evidence.injectate());
    json.writeStringField("outcome", evidence.outcome());
    figure("estimate", evidence.estimate().map(Estimate::value));
    figure("low", evidence.estimate().map(Estimate::low));
    figure("high", evidence.estimate().map(Estimate::high));
    json.writeStringField("unit", evidence.unit());
    figure("smallestImportantDifference", Optional.of(evidence.smallestImportantDifference()));
    json.writeStringField("comparator", evidence.comparator());
    optional("certainty", evidence.certainty().map(Coded::code));
    json.writeStringField("plain", evidence.plain());
    code("status", evidence.provenance().status());
    dependingOn(evidence.dependingOn());
    readingAndSource(evidence.provenance());
    json.writeEndObject();
  }

  private void figure(String name, Optional<BigDecimal> figure) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(figure.orElse(null));
  }

  private void guidance(Guidance guidance) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", guidance.code());
    code("kind", guidance.kind());
    json.writeStringField("text", guidance.text());
    provenance(guidance.provenance());
    json.writeEndObject();
  }

  private void caveat(Caveat caveat) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", caveat.code());
    json.writeStringField("text", caveat.text());
    provenance(caveat.provenance());
    json.writeEndObject();
  }

  private void assumption(AppliedAssumption assumption) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", assumption.code());
    code("by", assumption.by());
    json.writeEndObject();
  }

  private void trace(TraceEntry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", entry.rule());
    json.writeStringField("id", entry.id());
    json.writeStringField("file", entry.file());
    json.writeEndObject();
  }

  private void local(LocalItem item) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", item.code());
    code("kind", item.kind());
    json.writeStringField("text", item.text());
    json.writeStringField("overlay", item.overlay());
    json.writeEndObject();
  }

  private void replaced(ReplacedText text) throws IOException {
    json.writeStartObject();
    code("of", text.of());
    json.writeStringField("code", text.code());
    json.writeStringField("original", text.original());
    json.writeStringField("overlay", text.overlay());
    json.writeEndObject();
  }

  private void overlay(OverlayReference overlay) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", overlay.id());
    json.writeStringField("owner", overlay.owner());
    json.writeStringField("digest", overlay.digest());
    optional("locale", overlay.locale());
    json.writeEndObject();
  }

  private void provenance(Provenance provenance) throws IOException {
    code("status", provenance.status());
    readingAndSource(provenance);
  }

  private void readingAndSource(Provenance provenance) throws IOException {
    code("reading", provenance.reading());
    Source source = provenance.source();
    json.writeObjectFieldStart("source");
    json.writeStringField("id", source.id());
    json.writeStringField("section", source.section());
    json.writeStringField("citation", source.citation());
    optional("doi", source.doi());
    json.writeEndObject();
  }

  private void dependingOn(List<CaseFact> facts) throws IOException {
    list("dependingOn", facts, fact -> json.writeString(fact.code()));
  }

  private void code(String name, Coded value) throws IOException {
    json.writeStringField(name, value.code());
  }

  private void optional(String name, Optional<String> value) throws IOException {
    json.writeStringField(name, value.orElse(null));
  }

  private <T> void list(String name, List<T> items, ItemWriter<T> writer) throws IOException {
    json.writeArrayFieldStart(name);
    for (T item : items) {
      writer.write(item);
    }
    json.writeEndArray();
  }
}
