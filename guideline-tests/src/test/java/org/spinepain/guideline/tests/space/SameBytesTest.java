package org.spinepain.guideline.tests.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import org.spinepain.guideline.tests.pack.CompiledRules;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * The same case gives the same bytes, however the engine comes to them: on every complete
 * combination of facts, each in one of the sixteen contexts.
 */
@Tag("thorough")
class SameBytesTest {

  private static final int COMBINATIONS = 27_648;
  private static final EngineOptions ONE_BY_ONE =
      EngineOptions.defaults().withoutDecisionTable().withoutSessionPool();

  private static List<ClinicalCase> cases;
  private static List<String> expected;
  private static String coordinates;

  @BeforeAll
  static void ask() {
    List<Combination> combinations = CaseSpace.completeInOneContext().toList();
    cases =
        IntStream.range(0, combinations.size())
            .mapToObj(
                i -> CaseSpace.contexts(combinations.get(i)).skip(i % 16).findFirst().orElseThrow())
            .map(Combination::toCase)
            .toList();
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      coordinates = engine.rules().coordinates();
      expected = cases.stream().map(c -> document(engine, c)).toList();
    }
    assertThat(expected).hasSize(COMBINATIONS);
  }

  @AfterAll
  static void forget() {
    cases = List.of();
    expected = List.of();
  }

  private static String document(GuidelineEngine engine, ClinicalCase clinicalCase) {
    return AssessmentDocuments.toCompactJson(engine.assess(clinicalCase));
  }

  private static void assertSameBytes(RulePack pack, EngineOptions options) {
    try (GuidelineEngine engine = GuidelineEngine.on(pack, options)) {
      assertThat(
              IntStream.range(0, COMBINATIONS)
                  .parallel()
                  .filter(i -> !document(engine, cases.get(i)).equals(expected.get(i)))
                  .limit(10)
                  .mapToObj(cases::get))
          .isEmpty();
    }
  }

  @Test
  void onManyThreads() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(8);
    try {
      pool.submit(() -> assertSameBytes(RulePack.bundled(), EngineOptions.defaults())).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void withoutKeepingDecisionsOrSessions() {
    assertSameBytes(RulePack.bundled(), ONE_BY_ONE);
  }

  @Test
  void withTheSameRulesCompiledAtRunTime() {
    PackSource source = PackSource.bundled();
    assertSameBytes(
        pack(source.build().rules(RuleSet.DECISION), source.build().rules(RuleSet.GUIDANCE)),
        EngineOptions.defaults());
  }

  @ParameterizedTest
  @MethodSource("ordersOfFiles")
  void withTheFilesOfTheRulesInAnotherOrder(UnaryOperator<List<String>> order) {
    assertSameBytes(
        pack(inOrder(RuleSet.DECISION, order), inOrder(RuleSet.GUIDANCE, order)), ONE_BY_ONE);
  }

  static List<UnaryOperator<List<String>>> ordersOfFiles() {
    return List.of(
        SameBytesTest::reversed,
        files -> rotated(files, 2),
        files -> shuffled(files, 1),
        files -> shuffled(files, 2));
  }

  /** Each file compiled by itself, and its rules added in this order of the files. */
  private static CompiledRules inOrder(RuleSet set, UnaryOperator<List<String>> order) {
    Map<String, String> drl = PackSource.bundled().drl(set);
    return order.apply(List.copyOf(drl.keySet())).stream()
        .map(file -> CompiledRules.of(new TreeMap<>(Map.of(file, drl.get(file)))))
        .reduce(CompiledRules::and)
        .orElseThrow();
  }

  /**
   * Five orders of all facts.
   *
   * @param ofThree in which order the three facts that decide are inserted
   * @param ofMany in which order guidance rules see theirs: four at least, and one more for each
   *     thing carried
   */
  record FactOrder(List<Integer> ofThree, UnaryOperator<List<Object>> ofMany) {}

  @ParameterizedTest
  @MethodSource("ordersOfFacts")
  void withFactsInsertedInAnotherOrder(FactOrder order) {
    assertSameBytes(
        RulePack.of(
            coordinates,
            PackFiles.of(PackSource.bundled().files()),
            ReorderingBase.of(
                PackSource.bundled().compiled(RuleSet.DECISION),
                facts -> order.ofThree().stream().map(facts::get).toList()),
            ReorderingBase.of(PackSource.bundled().compiled(RuleSet.GUIDANCE), order.ofMany())),
        ONE_BY_ONE);
  }

  /** With the order of the engine, these are all of the facts that decide. */
  static List<FactOrder> ordersOfFacts() {
    return List.of(
        new FactOrder(List.of(0, 2, 1), SameBytesTest::reversed),
        new FactOrder(List.of(1, 0, 2), facts -> rotated(facts, 1)),
        new FactOrder(List.of(1, 2, 0), facts -> rotated(facts, 3)),
        new FactOrder(List.of(2, 0, 1), facts -> shuffled(facts, 1)),
        new FactOrder(List.of(2, 1, 0), facts -> shuffled(facts, 2)));
  }

  private static RulePack pack(CompiledRules decision, CompiledRules guidance) {
    return RulePack.of(
        coordinates, PackFiles.of(PackSource.bundled().files()), decision.base(), guidance.base());
  }

  private static <T> List<T> reversed(List<T> items) {
    List<T> reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    return reversed;
  }

  private static <T> List<T> rotated(List<T> items, int by) {
    List<T> rotated = new ArrayList<>(items);
    Collections.rotate(rotated, by);
    return rotated;
  }

  private static <T> List<T> shuffled(List<T> items, long seed) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
