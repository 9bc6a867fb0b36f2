package org.spinepain.guideline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.Variations.Extent;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/** Variations of a case about things that no rule says. */
class VariationsTest {

  /** A child with an infection, an epidural injection of steroid; all else is absent or first. */
  private static final OpenFacts CHILD = aged(List.of(false));

  private static OpenFacts aged(List<Boolean> adult) {
    Map<CaseFact, List<?>> answers = new EnumMap<>(CaseFact.class);
    answers.put(CaseFact.PATIENT_AGE, adult);
    answers.put(CaseFact.PAIN_DURATION, List.of(false));
    answers.put(CaseFact.PAIN_CANCER, List.of(Presence.ABSENT));
    answers.put(CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY, List.of(Presence.ABSENT));
    answers.put(CaseFact.PAIN_PATTERN, List.of(PainPattern.AXIAL));
    answers.put(CaseFact.PROCEDURE_TECHNIQUE, List.of(Technique.EPIDURAL_INJECTION));
    answers.put(CaseFact.PROCEDURE_INJECTATE, List.of(Injectate.STEROID));
    answers.put(CaseFact.PROCEDURE_INTENT, List.of(Intent.TREATMENT));
    answers.put(CaseFact.PROCEDURE_SETTING, List.of(Setting.ROUTINE_CARE));
    return new OpenFacts(answers, true, false, List.of());
  }

  @Test
  void everyFactThatCanBeUnknownIsAFactOfExplanationsOnceAndInTheSameOrder() {
    assertThat(Arrays.stream(Fact.values()).map(Fact::caseFact).flatMap(Optional::stream))
        .containsExactly(CaseFact.values());
  }

  @Test
  void theFirstAnswersMakeTheFirstCombinationAndTheLastAnswersTheLast() {
    assertThat(sum(answers -> answers.get(0))).isZero();
    assertThat(sum(answers -> answers.get(answers.size() - 1)))
        .isEqualTo(AnswerSpace.COMBINATIONS - 1);
  }

  private static int sum(Function<List<?>, Object> chosen) {
    return Stream.of(Fact.values())
        .mapToInt(fact -> FactSpace.number(fact, chosen.apply(FactSpace.answers(fact))))
        .sum();
  }

  @Test
  void aChangeIsSmallestWhenNoPartOfItIsEnough() {
    Variations either = new Variations(CHILD, number -> isAdult(number) || isChronic(number));

    assertThat(either.now()).isEqualTo(Extent.NONE);
    assertThat(either.smallest(extent -> extent == Extent.ALL))
        .containsExactly(Map.of(Fact.PATIENT_AGE, true), Map.of(Fact.PAIN_DURATION, true));
  }

  @Test
  void changesThatAreNeededTogetherAreOne() {
    Variations both = new Variations(CHILD, number -> isAdult(number) && isChronic(number));

    assertThat(both.smallest(extent -> extent == Extent.ALL))
        .containsExactly(Map.of(Fact.PATIENT_AGE, true, Fact.PAIN_DURATION, true));
  }

  /** Adult alone is enough, with chronic or fracture beside it is not, with both it is again. */
  @Test
  void aLargerChangeIsNoneEvenWhereAChangeBetweenIsNotEnough() {
    Variations odd =
        new Variations(
            CHILD,
            number -> isAdult(number) && isChronic(number) == has(Fact.PAIN_FRACTURE, number));

    assertThat(odd.smallest(extent -> extent == Extent.ALL))
        .containsExactly(Map.of(Fact.PATIENT_AGE, true));
  }

  @Test
  void whatIsWantedAlreadyNeedsNoChange() {
    assertThat(new Variations(CHILD, number -> true).smallest(extent -> extent == Extent.ALL))
        .isEmpty();
  }

  @Test
  void anInjectionOfNothingIsNoCase() {
    Variations always = new Variations(CHILD, number -> true);

    assertThat(always.with(Fact.PROCEDURE_INJECTATE, Injectate.NONE)).isEqualTo(Extent.NO_CASE);
    assertThat(always.with(Fact.PROCEDURE_INJECTATE, Injectate.STEROID)).isEqualTo(Extent.ALL);
  }

  @Test
  void anUnknownFactIsAllItsAnswersUntilItIsLearnt() {
    Variations adult = new Variations(aged(List.of(false, true)), VariationsTest::isAdult);

    assertThat(adult.now()).isEqualTo(Extent.SOME);
    assertThat(adult.with(Fact.PATIENT_AGE, true)).isEqualTo(Extent.ALL);
    assertThat(adult.with(Fact.PATIENT_AGE, false)).isEqualTo(Extent.NONE);
    assertThat(adult.smallest(extent -> extent != adult.now()))
        .containsExactly(Map.of(Fact.PATIENT_AGE, false), Map.of(Fact.PATIENT_AGE, true));
  }

  @Test
  void aCauseThatIsListedChangesToAbsent() {
    Variations infection = new Variations(CHILD, number -> has(Fact.PAIN_INFECTION, number));

    assertThat(infection.now()).isEqualTo(Extent.ALL);
    assertThat(infection.smallest(extent -> extent == Extent.NONE))
        .containsExactly(Map.of(Fact.PAIN_INFECTION, Presence.ABSENT));
    assertThat(FactSpace.changed(CHILD, Map.of(Fact.PAIN_INFECTION, Presence.ABSENT)).infection())
        .isFalse();
    assertThat(FactSpace.changed(CHILD, Map.of(Fact.PAIN_FRACTURE, Presence.PRESENT)).fracture())
        .isTrue();
  }

  private static boolean isAdult(int number) {
    return number % 2 == 1;
  }

  private static boolean isChronic(int number) {
    return number / 2 % 2 == 1;
  }

  private static boolean has(Fact cause, int number) {
    return number / FactSpace.number(cause, Presence.PRESENT) % 2 == 1;
  }
}
