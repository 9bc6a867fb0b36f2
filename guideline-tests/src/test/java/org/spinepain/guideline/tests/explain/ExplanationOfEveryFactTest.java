package org.spinepain.guideline.tests.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.explain.Criterion;
import org.spinepain.guideline.engine.explain.FactChange;
import org.spinepain.guideline.engine.explain.Holding;
import org.spinepain.guideline.engine.explain.ProcedureExplanation;
import org.spinepain.guideline.engine.explain.RecommendationExplanation;
import org.spinepain.guideline.engine.explain.SmallestChange;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.tests.explain.WorkedCases.Asked;
import org.spinepain.guideline.tests.oracle.RandomCases;
import org.spinepain.guideline.tests.table.TableAnswer;

/** What the engine explains equals brute force over the case space with the decision table. */
class ExplanationOfEveryFactTest {

  private static final long SEED = 1_972;
  private static final int RANDOM_CASES = 10;
  private static final int MORE_RANDOM_CASES = 150;

  private static final GuidelineEngine ENGINE = GuidelineEngine.bundled();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  static Stream<Asked> cases() {
    return Stream.concat(WorkedCases.all().stream(), randomCases(0, RANDOM_CASES));
  }

  static Stream<Asked> moreCases() {
    return randomCases(RANDOM_CASES, MORE_RANDOM_CASES);
  }

  private static Stream<Asked> randomCases(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                new Asked(
                    "random case " + i,
                    RandomCases.caseNumber(SEED, i),
                    RandomCases.assumptionsNumber(SEED, i)));
  }

  @Tag("thorough")
  @ParameterizedTest(name = "{0}")
  @MethodSource("moreCases")
  void everythingIsExplainedAsByBruteForceInMoreCases(Asked asked) {
    everythingIsExplainedAsByBruteForceOverTheCaseSpace(asked);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everythingIsExplainedAsByBruteForceOverTheCaseSpace(Asked asked) {
    GuidelineEngine engine = ENGINE.assuming(asked.assuming().toArray(Assumption[]::new));
    ClinicalCase clinicalCase = asked.clinicalCase();
    for (ProcedureRequest procedure : clinicalCase.procedures()) {
      ProcedureExplanation explained = engine.explain(clinicalCase).procedure(procedure.id());
      BruteForce brute = new BruteForce(FactsOfCase.of(clinicalCase, procedure, asked.assuming()));
      int now = brute.extent(Map.of(), BruteForce::isAgainst);

      assertThat(explained.verdict())
          .isEqualTo(BruteForce.verdict(now))
          .isEqualTo(engine.assess(clinicalCase).determination(procedure.id()).verdict());
      assertThat(changes(explained.smallestChanges()))
          .doesNotHaveDuplicates()
          .hasSameElementsAs(brute.smallest(BruteForce::isAgainst, extent -> extent != now));
      explained.smallestChanges().forEach(change -> assertComesTrue(change, brute));
      assertThat(explained.recommendations())
          .extracting(RecommendationExplanation::id)
          .isEqualTo(BruteForce.recommendations());
      explained.recommendations().forEach(each -> assertExplained(each, brute));
      assertThat(
              explained.questions().stream()
                  .map(q -> q.fact().code() + " " + q.undecided() + " of " + q.completions())
                  .toList())
          .isEqualTo(brute.questions());
    }
  }

  private static void assertComesTrue(SmallestChange change, BruteForce brute) {
    Map<String, String> changes = changes(change);
    assertThat(change.verdict())
        .isEqualTo(BruteForce.verdict(brute.extent(changes, BruteForce::isAgainst)));
    TableAnswer complete = brute.after(changes);
    if (complete != null) {
      Map<String, Object> carried = new TreeMap<>();
      change.recommendations().forEach(each -> carried.put(each.id(), each.basis()));
      assertThat(carried)
          .isEqualTo(
              BruteForce.isAgainst(complete)
                  ? new TreeMap<>(complete.recommendations())
                  : Map.of());
    }
  }

  private static void assertExplained(RecommendationExplanation explained, BruteForce brute) {
    int now = brute.extent(Map.of(), BruteForce.holds(explained.id()));
    assertThat(explained.holding())
        .isEqualTo(
            now == BruteForce.SO
                ? Holding.HOLDS
                : now == BruteForce.NOT_SO ? Holding.DOES_NOT_HOLD : Holding.DEPENDS_ON_UNKNOWN);
    assertThat(explained.basis().isPresent()).isEqualTo(now != BruteForce.NOT_SO);
    assertThat(explained.criteria().stream().map(ExplanationOfEveryFactTest::words).toList())
        .isEqualTo(brute.criteria(explained.id()));
    assertThat(changes(explained.smallestChanges()))
        .doesNotHaveDuplicates()
        .hasSameElementsAs(
            now == BruteForce.SO
                ? Set.of()
                : brute.smallest(
                    BruteForce.holds(explained.id()), extent -> extent == BruteForce.SO));
    assertThat(explained.smallestChanges())
        .extracting(SmallestChange::verdict)
        .allMatch(Verdict.RECOMMEND_AGAINST::equals);
  }

  private static String words(Criterion criterion) {
    String fact = criterion.fact().code();
    return String.join(
        " ",
        fact,
        criterion.value().orElse("unknown"),
        criterion.met().code(),
        "can " + BruteForce.inOrder(fact, criterion.canHoldWith()),
        "holds " + BruteForce.inOrder(fact, criterion.holdsWith()));
  }

  private static List<Map<String, String>> changes(List<SmallestChange> smallest) {
    return smallest.stream().map(ExplanationOfEveryFactTest::changes).toList();
  }

  private static Map<String, String> changes(SmallestChange smallest) {
    Map<String, String> changes = new TreeMap<>();
    for (FactChange change : smallest.changes()) {
      changes.put(change.fact().code(), change.to());
    }
    return changes;
  }

  @Tag("thorough")
  @Test
  void theCasesHaveEveryVerdictAndFromNoUnknownFactToNine() {
    Set<Verdict> verdicts = new LinkedHashSet<>();
    Set<Long> unknown = new LinkedHashSet<>();
    Stream.concat(cases(), moreCases())
        .forEach(
            asked -> {
              ProcedureRequest first = asked.clinicalCase().procedures().get(0);
              List<List<String>> facts =
                  FactsOfCase.of(asked.clinicalCase(), first, asked.assuming());
              unknown.add(facts.stream().filter(answers -> answers.size() > 1).count());
              verdicts.add(
                  BruteForce.verdict(
                      new BruteForce(facts).extent(Map.of(), BruteForce::isAgainst)));
            });
    assertThat(verdicts).containsExactlyInAnyOrder(Verdict.values());
    assertThat(unknown).contains(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }
}
