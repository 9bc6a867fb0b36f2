package org.spinepain.guideline.tests.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.tests.table.DecisionTable;

/**
 * Every combination in which any of the nine facts that can be unknown is: against the answers of
 * the decision table to its completions, and against the verdicts on its neighbours.
 */
class IncompleteSpaceTest {

  /**
   * 3 ages (below, at least, unknown), 3 durations, 3 x 3 cancers and arthropathies, 5 patterns, 39
   * of the 7 x 6 techniques and injectates (no injection of nothing), 3 intents, 3 settings, each
   * with and without infection and fracture. 27,648 of them are complete.
   */
  private static final int COMBINATIONS = 3 * 3 * 3 * 3 * 5 * 39 * 3 * 3 * 2 * 2;

  private static final DecisionTable TABLE = DecisionTable.bundled();

  private static final Collection<String> DIFFERENCES = new ConcurrentLinkedQueue<>();
  private static final Map<Combination, Determined> DETERMINED = new ConcurrentHashMap<>();

  /** What the properties look at. */
  private record Determined(Verdict verdict, List<MissingFact> missing) {}

  @BeforeAll
  static void askAll() {
    MergedAnswers answers = new MergedAnswers(TABLE);
    Map<Determined, Determined> distinct = new ConcurrentHashMap<>();
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      CaseSpace.all()
          .parallel()
          .forEach(
              combination -> {
                Combination asked = inSomeContext(combination);
                List<Determination> determinations = engine.assess(asked.toCase()).determinations();
                assertThat(determinations).hasSize(1);
                compare(asked, answers.of(combination), determinations.get(0));
                Determined determined =
                    new Determined(
                        determinations.get(0).verdict(), determinations.get(0).missing());
                DETERMINED.put(
                    combination, distinct.computeIfAbsent(determined, Function.identity()));
              });
    }
  }

  @AfterAll
  static void forget() {
    DIFFERENCES.clear();
    DETERMINED.clear();
  }

  /** Neighbours get different contexts, so that each context comes with much of everything. */
  private static Combination inSomeContext(Combination combination) {
    List<Combination> contexts = CaseSpace.contexts(combination).toList();
    return contexts.get(Math.floorMod(combination.toString().hashCode(), contexts.size()));
  }

  private static void compare(
      Combination combination, MergedAnswers.Merged merged, Determination got) {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("verdict", merged.verdict());
    expected.put("recommendations", merged.recommendations());
    expected.put("reasons", merged.reasons());
    expected.put("missing", inOrder(merged.missing()));
    expected.put("evidence", merged.rows());
    expected.put(
        "guidance", TABLE.guidance(merged.verdict(), merged.reasons(), combination.practice()));
    expected.put(
        "caveats",
        TABLE.caveats(
            combination.presentation(),
            merged.carried(),
            merged.reasons(),
            merged.evidence(),
            EditionState.CONTESTED));
    Map<String, Object> actual = new LinkedHashMap<>();
    actual.put("verdict", got.verdict());
    actual.put(
        "recommendations",
        got.recommendations().stream()
            .map(r -> r.id() + " " + r.basis() + (r.dependingOn().isEmpty() ? "" : r.dependingOn()))
            .toList());
    actual.put("reasons", got.reasons().stream().map(Reason::code).toList());
    actual.put("missing", inOrder(outcomes(got.missing())));
    actual.put("evidence", got.evidence().stream().map(TableRows::words).toList());
    actual.put("guidance", got.guidance().stream().map(Guidance::code).toList());
    actual.put("caveats", got.caveats().stream().map(Caveat::code).toList());
    if (!expected.equals(actual) && DIFFERENCES.size() < 10) {
      DIFFERENCES.add(combination + "\n  " + expected + "\n  " + actual);
    }
  }

  private static Map<String, Map<String, Verdict>> outcomes(List<MissingFact> missing) {
    Map<String, Map<String, Verdict>> byFact = new LinkedHashMap<>();
    for (MissingFact fact : missing) {
      Map<String, Verdict> outcomes = new LinkedHashMap<>();
      fact.outcomes().forEach(outcome -> outcomes.put(outcome.value(), outcome.verdict()));
      byFact.put(fact.fact().code(), outcomes);
    }
    return byFact;
  }

  /** Such that two are equal only when their order is. */
  private static List<String> inOrder(Map<String, Map<String, Verdict>> missing) {
    return missing.entrySet().stream().map(Map.Entry::toString).toList();
  }

  @Test
  void everyCombinationIsAnsweredAsTheMergedAnswersOfTheDecisionTableSay() {
    assertThat(DETERMINED).hasSize(COMBINATIONS);
    assertThat(DIFFERENCES).isEmpty();
  }

  @Test
  void learningAFactNeverContradictsTheVerdictGivenBefore() {
    assertThat(violations(IncompleteSpaceTest::isContradictedByLearning)).isEmpty();
  }

  private static boolean isContradictedByLearning(Combination combination) {
    Verdict verdict = DETERMINED.get(combination).verdict();
    return verdict != Verdict.INSUFFICIENT_INFORMATION
        && learnings(combination).anyMatch(learnt -> DETERMINED.get(learnt).verdict() != verdict);
  }

  @Test
  void whatEachAnswerIsSaidToLeadToIsTheVerdictOnTheCaseWithThatAnswer() {
    assertThat(violations(combination -> !comesTrue(combination))).isEmpty();
  }

  private static boolean comesTrue(Combination combination) {
    return DETERMINED.get(combination).missing().stream()
        .allMatch(
            missing -> {
              Dimension dimension =
                  combination.unknown().stream()
                      .filter(d -> d.fact().filter(missing.fact()::equals).isPresent())
                      .findFirst()
                      .orElseThrow();
              List<Verdict> told =
                  missing.outcomes().stream().map(MissingFact.Outcome::verdict).sorted().toList();
              List<Verdict> actual =
                  learnings(combination, dimension)
                      .map(learnt -> DETERMINED.get(learnt).verdict())
                      .sorted()
                      .toList();
              return told.equals(actual);
            });
  }

  @Test
  void addingAnExclusionNeverYieldsARecommendationAgainst() {
    assertThat(
            violations(
                combination ->
                    exclusions()
                        .map(
                            exclusion -> combination.with(exclusion.dimension(), exclusion.value()))
                        .anyMatch(
                            excluded ->
                                DETERMINED.get(excluded).verdict() != Verdict.NO_RECOMMENDATION)))
        .isEmpty();
  }

  /** A value that takes a case out of the guideline's scope. */
  private record Exclusion(Dimension dimension, Object value) {}

  private static Stream<Exclusion> exclusions() {
    return Map.of(
            "Patient.adult", (Object) false,
            "SpinePain.chronic", false,
            "SpinePain.cancerRelated", true,
            "SpinePain.inflammatory", true,
            "SpinePain.infection", true,
            "SpinePain.fracture", true,
            "Procedure.intent", Intent.DIAGNOSIS,
            "Procedure.setting", Setting.CLINICAL_TRIAL)
        .entrySet()
        .stream()
        .map(e -> new Exclusion(CaseSpace.ALL.get(CaseSpace.indexOf(e.getKey())), e.getValue()));
  }

  private static Stream<Combination> learnings(Combination combination) {
    return combination.unknown().stream().flatMap(fact -> learnings(combination, fact));
  }

  private static Stream<Combination> learnings(Combination combination, Dimension fact) {
    return fact.values().stream()
        .map(value -> combination.with(fact, value))
        .filter(CaseSpace::isPossible);
  }

  private static List<Combination> violations(Predicate<Combination> violated) {
    assertThat(DETERMINED).hasSize(COMBINATIONS);
    return DETERMINED.keySet().parallelStream().filter(violated).limit(10).toList();
  }
}
