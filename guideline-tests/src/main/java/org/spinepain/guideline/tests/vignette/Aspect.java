package org.spinepain.guideline.tests.vignette;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.json.DocumentNode;

/**
 * The aspects of a determination that a vignette states, in the words of its file. An aspect is a
 * text, a set of texts, or a map of texts to either; sets and maps are exact, their order does not
 * matter.
 */
public enum Aspect implements Coded {
  /** The verdict's code. */
  VERDICT,
  /** By id: the basis, and what it depends on, as {@code direct depending-on pain.pattern}. */
  RECOMMENDATIONS,
  /** The codes of the reasons. */
  REASONS,
  /** By fact: for each answer, the verdict after learning it. */
  MISSING,
  /**
   * The rows, as {@code axial epidural-injection local-anaesthetic 0.28}, with {@code not-held} for
   * no figure, followed by the row's status where it is not {@code checked}, and by what it depends
   * on. A row may be stated in full, with {@code (-1.18 to 1.75) moderate-certainty} after the
   * figure.
   */
  EVIDENCE,
  /** The codes of the guidance. */
  GUIDANCE,
  /** The codes of the caveats. */
  CAVEATS,
  /** The codes of the assumptions. */
  ASSUMPTIONS;

  /**
   * What a determination has of this aspect; rows of evidence in full where they are expected so.
   */
  Object of(Determination determination, Object expected) {
    return this == EVIDENCE && expected instanceof Collection<?> rows
        ? set(
            determination.evidence(), row -> rows.contains(inFull(row)) ? inFull(row) : words(row))
        : of(determination);
  }

  /** What a determination has of this aspect. */
  public Object of(Determination determination) {
    return switch (this) {
      case VERDICT -> determination.verdict().code();
      case RECOMMENDATIONS ->
          map(determination.recommendations(), Recommendation::id, Aspect::words);
      case REASONS -> set(determination.reasons(), Reason::code);
      case MISSING ->
          map(determination.missing(), missing -> missing.fact().code(), Aspect::outcomes);
      case EVIDENCE -> set(determination.evidence(), Aspect::words);
      case GUIDANCE -> set(determination.guidance(), Guidance::code);
      case CAVEATS -> set(determination.caveats(), Caveat::code);
      case ASSUMPTIONS -> set(determination.assumptions(), AppliedAssumption::code);
    };
  }

  /** What a vignette states of this aspect. */
  Object read(DocumentNode node) {
    return switch (this) {
      case VERDICT -> verdict(node);
      case RECOMMENDATIONS -> texts(node);
      case MISSING -> missing(node);
      case REASONS, EVIDENCE, GUIDANCE, CAVEATS, ASSUMPTIONS -> set(node);
    };
  }

  private static String words(Recommendation recommendation) {
    return recommendation.basis().code() + depending(recommendation.dependingOn());
  }

  private static String words(Evidence evidence) {
    return row(evidence, "");
  }

  private static String inFull(Evidence evidence) {
    String interval =
        evidence
            .estimate()
            .map(e -> " (" + e.low().toPlainString() + " to " + e.high().toPlainString() + ")")
            .orElse("");
    return row(
        evidence,
        interval + " " + evidence.certainty().map(Certainty::code).orElse("no") + "-certainty");
  }

  private static String row(Evidence evidence, String afterTheFigure) {
    return String.join(
            " ",
            evidence.pattern().code(),
            evidence.technique().code(),
            evidence.injectate().code(),
            evidence.estimate().map(e -> e.value().toPlainString()).orElse("not-held"))
        + afterTheFigure
        + unlessChecked(evidence.provenance().status())
        + depending(evidence.dependingOn());
  }

  private static String unlessChecked(Status status) {
    return status == Status.CHECKED ? "" : " " + status.code();
  }

  private static String depending(List<CaseFact> facts) {
    return facts.isEmpty()
        ? ""
        : " depending-on " + facts.stream().map(CaseFact::code).collect(Collectors.joining(" "));
  }

  private static Object outcomes(MissingFact missing) {
    return map(missing.outcomes(), MissingFact.Outcome::value, outcome -> outcome.verdict().code());
  }

  /** The values by key; as entries when a key comes twice, so that no stated map equals them. */
  private static <T> Object map(List<T> items, Function<T, String> key, Function<T, Object> value) {
    Map<String, Object> map = new LinkedHashMap<>();
    items.forEach(item -> map.put(key.apply(item), value.apply(item)));
    return map.size() == items.size()
        ? map
        : items.stream().map(item -> Map.entry(key.apply(item), value.apply(item))).toList();
  }

  /** The codes as a set; as they are when one comes twice, so that no stated set equals them. */
  private static <T> Collection<String> set(List<T> items, Function<T, String> code) {
    List<String> codes = items.stream().map(code).toList();
    Set<String> set = new LinkedHashSet<>(codes);
    return set.size() == codes.size() ? set : codes;
  }

  private static String verdict(DocumentNode node) {
    return node.constant(Verdict.class).code();
  }

  private static Map<String, String> texts(DocumentNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.entries().forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  private static Map<String, Map<String, String>> missing(DocumentNode node) {
    Map<String, Map<String, String>> missing = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (fact, outcomes) -> {
              Map<String, String> verdicts = new LinkedHashMap<>();
              outcomes.entries().forEach((answer, v) -> verdicts.put(answer, verdict(v)));
              missing.put(fact, verdicts);
            });
    return missing;
  }

  private static Set<String> set(DocumentNode node) {
    Set<String> set = new LinkedHashSet<>();
    for (DocumentNode item : node.items()) {
      if (!set.add(item.text())) {
        throw item.refuse("each code once");
      }
    }
    return set;
  }
}
