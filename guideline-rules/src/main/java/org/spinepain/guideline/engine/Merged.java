package org.spinepain.guideline.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.CompletionDecision.EvidenceRow;
import org.spinepain.guideline.engine.CompletionDecision.Reasoned;
import org.spinepain.guideline.engine.CompletionDecision.Recommended;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * The decisions on all completions of a procedure, merged into one.
 *
 * @param verdict the verdict of all, else insufficient information
 * @param recommendations with a verdict against: those common to all completions; where none is
 *     common, those of all
 * @param reasons with no recommendation: those common to all completions
 * @param missing with insufficient information: the facts that could change the verdict, and what
 *     each answer leads to
 * @param evidence the rows of all completions behind the recommendations
 * @param rules the rules that made any of it
 */
record Merged(
    Verdict verdict,
    List<Carried> recommendations,
    List<Reasoned> reasons,
    List<Missing> missing,
    List<CarriedRow> evidence,
    Set<RuleIndex.Entry> rules) {

  /** A recommendation, the first rule that made it, and the facts on which it depends. */
  record Carried(String id, Basis basis, RuleIndex.Entry rule, List<CaseFact> dependingOn) {}

  /** A row of evidence, and the facts on which it depends. */
  record CarriedRow(EvidenceRow row, List<CaseFact> dependingOn) {}

  /** A fact that could change the verdict, and what each answer leads to. */
  record Missing(CaseFact fact, List<Outcome> outcomes) {}

  /** A possible answer, and the verdict after learning it. */
  record Outcome(Object answer, Verdict verdict) {}

  static Merged of(Completions completions) {
    Verdict verdict = completions.verdict();
    return switch (verdict) {
      case RECOMMEND_AGAINST -> against(completions);
      case NO_RECOMMENDATION -> silent(completions);
      case INSUFFICIENT_INFORMATION ->
          new Merged(verdict, List.of(), List.of(), missing(completions), List.of(), Set.of());
    };
  }

  private static Merged against(Completions completions) {
    Set<String> common =
        common(completions, d -> d.recommendations().stream().map(Recommended::id));
    List<Recommended> carried =
        inOrder(
            completions.decisions().stream()
                .flatMap(d -> d.recommendations().stream())
                .filter(r -> common.isEmpty() || common.contains(r.id())),
            Recommended::rule);
    Set<String> ids =
        carried.stream().map(Recommended::id).collect(Collectors.toCollection(LinkedHashSet::new));
    List<Carried> recommendations = new ArrayList<>();
    for (String id : ids) {
      List<Recommended> same = carried.stream().filter(r -> r.id().equals(id)).toList();
      recommendations.add(
          new Carried(
              id,
              same.stream().allMatch(r -> r.basis() == Basis.DIRECT)
                  ? Basis.DIRECT
                  : Basis.BY_COMPONENT,
              same.get(0).rule(),
              completions.dependencies(
                  d -> d.recommendations().stream().anyMatch(r -> r.id().equals(id)))));
    }
    List<CarriedRow> rows =
        inOrder(
                completions.decisions().stream()
                    .flatMap(d -> d.evidence().stream())
                    .filter(row -> ids.contains(row.evidence().recommendation())),
                EvidenceRow::rule)
            .stream()
            .map(
                row ->
                    new CarriedRow(row, completions.dependencies(d -> d.evidence().contains(row))))
            .toList();
    return new Merged(
        Verdict.RECOMMEND_AGAINST,
        recommendations,
        List.of(),
        List.of(),
        rows,
        rules(
            completions,
            Stream.concat(
                carried.stream().map(Recommended::rule),
                rows.stream().map(row -> row.row().rule()))));
  }

  private static Merged silent(Completions completions) {
    Set<String> common = common(completions, d -> d.reasons().stream().map(Reasoned::code));
    List<Reasoned> made =
        inOrder(
            completions.decisions().stream()
                .flatMap(d -> d.reasons().stream())
                .filter(r -> common.contains(r.code())),
            Reasoned::rule);
    Map<String, Reasoned> reasons = new LinkedHashMap<>();
    made.forEach(reason -> reasons.putIfAbsent(reason.code(), reason));
    return new Merged(
        Verdict.NO_RECOMMENDATION,
        List.of(),
        List.copyOf(reasons.values()),
        List.of(),
        List.of(),
        rules(completions, made.stream().map(Reasoned::rule)));
  }

  private static List<Missing> missing(Completions completions) {
    return completions.dependencies(CompletionDecision::verdict).stream()
        .map(fact -> new Missing(fact, outcomes(completions, fact)))
        .toList();
  }

  private static List<Outcome> outcomes(Completions completions, CaseFact fact) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Object answer : completions.answers(fact)) {
      Optional<Verdict> verdict = completions.verdictAfter(fact, answer);
      verdict.ifPresent(v -> outcomes.add(new Outcome(answer, v)));
    }
    return outcomes;
  }

  private static Set<String> common(
      Completions completions, Function<CompletionDecision, Stream<String>> codes) {
    Set<String> common = null;
    for (CompletionDecision decision : completions.decisions()) {
      Set<String> its = codes.apply(decision).collect(Collectors.toSet());
      if (common == null) {
        common = its;
      } else {
        common.retainAll(its);
      }
    }
    return common;
  }

  private static <T> List<T> inOrder(Stream<T> items, Function<T, RuleIndex.Entry> rule) {
    return items.distinct().sorted(Comparator.comparingInt(i -> rule.apply(i).rank())).toList();
  }

  private static Set<RuleIndex.Entry> rules(
      Completions completions, Stream<RuleIndex.Entry> ofWhatIsCarried) {
    return Stream.concat(
            completions.decisions().stream().map(CompletionDecision::rule), ofWhatIsCarried)
        .collect(Collectors.toSet());
  }
}
