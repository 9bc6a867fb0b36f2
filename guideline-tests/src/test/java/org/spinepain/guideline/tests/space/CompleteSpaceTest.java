package org.spinepain.guideline.tests.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.tests.table.DecisionTable;
import org.spinepain.guideline.tests.table.TableAnswer;
import org.spinepain.guideline.tests.table.TableStatement;

/** The engine and its rules against the decision table, on every complete combination of facts. */
class CompleteSpaceTest {

  private static final DecisionTable TABLE = DecisionTable.bundled();

  /**
   * 2 ages, 2 x 4 x 2 x 2 x 2 x 2 pains, 27 of the 6 x 5 techniques and injectates (no injection of
   * nothing) x 2 intents x 2 settings: 27,648 that decide, in 2 x 2 presentations x 2 x 2
   * practices.
   */
  private static final long COMBINATIONS = 27_648L * 16;

  private static final Collection<String> DIFFERENCES = new ConcurrentLinkedQueue<>();
  private static final Set<TableStatement> SAID = ConcurrentHashMap.newKeySet();

  private static long asked;

  @BeforeAll
  static void ask() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      asked =
          CaseSpace.complete()
              .parallel()
              .peek(
                  combination ->
                      compare(combination, engine.assess(combination.toCase()).determinations()))
              .mapToInt(combination -> 1)
              .sum();
    }
  }

  private static void compare(Combination combination, List<Determination> determinations) {
    Object got = determinations.stream().map(CompleteSpaceTest::got).toList();
    Object expected = List.of(expected(combination));
    if (!got.equals(expected) && DIFFERENCES.size() < 10) {
      DIFFERENCES.add(combination + "\n  " + expected + "\n  " + got);
    }
    determinations.stream().flatMap(Statements::said).forEach(SAID::add);
  }

  @Test
  void everyCompleteCombinationIsAnsweredAsTheDecisionTableSays() {
    assertThat(asked).isEqualTo(COMBINATIONS);
    assertThat(DIFFERENCES).isEmpty();
  }

  @Test
  void whereverTheyComeKindDirectionStrengthStatusAndReadingAreThoseOfTheTable() {
    List<TableStatement> stated = TABLE.statements();
    Set<List<String>> places = stated.stream().map(Statements::place).collect(Collectors.toSet());
    assertThat(SAID)
        .filteredOn(statement -> places.contains(Statements.place(statement)))
        .containsExactlyInAnyOrderElementsOf(stated);
  }

  private static List<Object> expected(Combination combination) {
    TableAnswer answer =
        TABLE.decide(combination.patient(), combination.pain(), combination.procedure());
    List<Object> recommendations = new ArrayList<>();
    answer.recommendations().forEach((id, basis) -> recommendations.add(id + " " + basis));
    return List.of(
        answer.verdict(),
        recommendations,
        answer.reasons(),
        answer.evidence().stream().map(TableRows::words).toList(),
        TABLE.guidance(answer.verdict(), answer.reasons(), combination.practice()),
        TABLE.caveats(
            combination.presentation(),
            answer.recommendations(),
            answer.reasons(),
            answer.evidence(),
            EditionState.CONTESTED));
  }

  private static List<Object> got(Determination d) {
    return List.of(
        d.verdict(),
        d.recommendations().stream().map(CompleteSpaceTest::words).collect(Collectors.toList()),
        d.reasons().stream().map(Reason::code).toList(),
        d.evidence().stream().map(TableRows::words).toList(),
        d.guidance().stream().map(Guidance::code).toList(),
        d.caveats().stream().map(Caveat::code).toList());
  }

  private static String words(Recommendation recommendation) {
    return recommendation.id()
        + " "
        + recommendation.basis()
        + (recommendation.dependingOn().isEmpty() ? "" : recommendation.dependingOn());
  }
}
