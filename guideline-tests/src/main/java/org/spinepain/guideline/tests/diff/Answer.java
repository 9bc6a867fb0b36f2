package org.spinepain.guideline.tests.diff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.LocalItem;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.TraceEntry;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * What a pack says of one procedure, seen as codes and as what belongs to each code.
 *
 * @param determination the determination; empty when the rules came to none
 * @param failure why they came to none, else empty
 */
record Answer(Optional<Determination> determination, String failure) {

  private static final String NO_ANSWER = "no answer";

  static Answer of(Determination determination) {
    return new Answer(Optional.of(determination), "");
  }

  /** The answers on the procedures of a case, in its order. */
  static List<Answer> all(GuidelineEngine engine, ClinicalCase clinicalCase) {
    try {
      return engine.assess(clinicalCase).determinations().stream().map(Answer::of).toList();
    } catch (RuleExecutionException failed) {
      Answer none = new Answer(Optional.empty(), String.valueOf(failed.getMessage()));
      return Collections.nCopies(clinicalCase.procedures().size(), none);
    }
  }

  /** The answer on the one procedure of a case. */
  static Answer one(GuidelineEngine engine, ClinicalCase clinicalCase) {
    return all(engine, clinicalCase).get(0);
  }

  /** The code of the verdict, or that there is none. */
  String verdict() {
    return determination
        .map(d -> d.verdict().code())
        .orElseGet(() -> NO_ANSWER + " (" + failure + ")");
  }

  boolean is(Verdict verdict) {
    return determination.filter(d -> d.verdict() == verdict).isPresent();
  }

  /** What the verdict carries: recommendations, reasons or missing facts. */
  Set<String> carried() {
    return determination.map(Answer::carried).orElse(Set.of());
  }

  private static Set<String> carried(Determination d) {
    Set<String> carried = new LinkedHashSet<>();
    d.recommendations().forEach(r -> carried.add(words(r)));
    d.reasons().forEach(r -> carried.add(r.code()));
    d.missing().forEach(m -> carried.add(words(m)));
    return carried;
  }

  /** Verdict and what it carries, in one line. */
  String words() {
    Set<String> carried = carried();
    return verdict() + (carried.isEmpty() ? "" : ": " + String.join(", ", carried));
  }

  private static String words(Recommendation r) {
    return r.id()
        + (r.basis() == Basis.DIRECT ? "" : " (" + r.basis().code() + ")")
        + depending(r.dependingOn());
  }

  private static String words(MissingFact missing) {
    return missing.fact().code()
        + missing.outcomes().stream()
            .map(outcome -> outcome.value() + ": " + outcome.verdict().code())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String depending(List<CaseFact> facts) {
    return facts.isEmpty()
        ? ""
        : facts.stream()
            .map(CaseFact::code)
            .collect(Collectors.joining(" and ", " depending on ", ""));
  }

  /** The rows of evidence by what they are about, each with its fields. */
  Map<String, Map<String, Token>> evidence() {
    Map<String, Map<String, Token>> rows = new LinkedHashMap<>();
    determination.ifPresent(d -> d.evidence().forEach(row -> rows.put(words(row), fields(row))));
    return rows;
  }

  private static String words(Evidence row) {
    String injectate =
        switch (row.injectate()) {
          case NONE -> " alone";
          case OTHER -> " with another injectate";
          default -> " with " + row.injectate().words();
        };
    return row.technique().words()
        + injectate
        + " for "
        + row.pattern().words()
        + " pain (behind "
        + row.recommendation()
        + ")";
  }

  private static Map<String, Token> fields(Evidence row) {
    Map<String, Token> fields = new LinkedHashMap<>();
    fields.put("estimate", estimate(row));
    fields.put("certainty", Token.of(row.certainty().map(Certainty::code).orElse("not held")));
    fields.put("in plain words", Token.of(row.plain()));
    fields.put("outcome", Token.of(row.outcome()));
    fields.put("unit", Token.of(row.unit()));
    fields.put("comparator", Token.of(row.comparator()));
    fields.put(
        "smallest important difference",
        Token.of(row.smallestImportantDifference().toPlainString()));
    fields.put("depending on", Token.of(depending(row.dependingOn())));
    fields.putAll(provenance(row.provenance()));
    return fields;
  }

  private static Token estimate(Evidence row) {
    String exact = row.estimate().map(Answer::words).orElse("not held");
    boolean mayBeShown = row.estimate().isEmpty() || row.provenance().status() != Status.PENDING;
    return new Token(mayBeShown ? exact : "a figure awaiting check", exact);
  }

  private static String words(Estimate estimate) {
    return estimate.value().toPlainString()
        + " ("
        + estimate.low().toPlainString()
        + " to "
        + estimate.high().toPlainString()
        + ")";
  }

  /** Guidance, caveats and what a site adds by their codes, each with its fields. */
  Map<String, Map<String, Token>> consequences() {
    Map<String, Map<String, Token>> items = new LinkedHashMap<>();
    determination.ifPresent(
        d -> {
          d.guidance()
              .forEach(
                  g -> {
                    Map<String, Token> fields = worded(g.text(), g.provenance());
                    fields.put("kind", Token.of(g.kind().code()));
                    items.put("guidance " + g.code(), fields);
                  });
          d.caveats()
              .forEach(c -> items.put("caveat " + c.code(), worded(c.text(), c.provenance())));
          d.local().forEach(item -> items.put("local " + item.code(), local(item)));
        });
    return items;
  }

  private static Map<String, Token> local(LocalItem item) {
    Map<String, Token> fields = new LinkedHashMap<>();
    fields.put("kind", Token.of(item.kind().code()));
    fields.put("text", Token.of(item.text()));
    return fields;
  }

  /** Recommendations and reasons by their codes, each with its words. */
  Map<String, Map<String, Token>> wordings() {
    Map<String, Map<String, Token>> items = new LinkedHashMap<>();
    determination.ifPresent(
        d -> {
          d.recommendations()
              .forEach(
                  r -> {
                    Map<String, Token> fields = worded(r.text(), r.provenance());
                    fields.put("direction", Token.of(r.direction().code()));
                    fields.put("strength", Token.of(r.strength().code()));
                    fields.put("suppressed", suppressed(r));
                    items.put("recommendation " + r.id(), fields);
                  });
          d.reasons()
              .forEach(r -> items.put("reason " + r.code(), worded(r.text(), r.provenance())));
        });
    return items;
  }

  private static Token suppressed(Recommendation recommendation) {
    return Token.of(
        recommendation
            .suppressed()
            .map(s -> "by " + s.by() + " until " + s.until() + " (" + s.reason() + ")")
            .orElse("by nobody"));
  }

  private static Map<String, Token> worded(String text, Provenance provenance) {
    Map<String, Token> fields = new LinkedHashMap<>();
    fields.put("text", Token.of(text));
    fields.putAll(provenance(provenance));
    return fields;
  }

  private static Map<String, Token> provenance(Provenance provenance) {
    Map<String, Token> fields = new LinkedHashMap<>();
    fields.put("status", Token.of(provenance.status().code()));
    fields.put("reading", Token.of(provenance.reading().code()));
    fields.put(
        "source",
        Token.of(
            provenance.source().id()
                + "#"
                + provenance.source().section()
                + ", "
                + provenance.source().citation()
                + provenance.source().doi().map(doi -> ", doi " + doi).orElse("")));
    return fields;
  }

  /** Everything that has words or figures, by what it is about, each with its fields. */
  Map<String, Map<String, Token>> items() {
    Map<String, Map<String, Token>> items = new LinkedHashMap<>(wordings());
    items.putAll(evidence());
    items.putAll(consequences());
    return items;
  }

  /** All that can change. */
  String everything() {
    return List.of(words(), evidence(), wordings(), consequences()).toString();
  }

  List<TraceEntry> trace() {
    return determination.map(Determination::trace).orElse(List.of());
  }
}
