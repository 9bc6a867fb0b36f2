package org.spinepain.guideline.tests.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;

/** The space has every combination of facts, each once, and each as a case that says just these. */
class CaseSpaceTest {

  private static final List<String> NAMES = CaseSpace.ALL.stream().map(Dimension::name).toList();

  private static final int ADULT_YEARS = 18;
  private static final int CHRONIC_MONTHS = 3;
  private static final int NEAR_DAYS = 7;

  /**
   * An adult or not (2). Pain that is chronic or not (2), of one of 4 patterns, with cancer,
   * arthropathy, infection and fracture or without (2 each). One of 6 techniques with one of 5
   * injectates, but for the 3 injections of nothing: 27. Intended for treatment or diagnosis (2),
   * within a trial or not (2).
   */
  private static final int COMPLETE = 2 * (2 * 4 * 2 * 2 * 2 * 2) * (6 * 5 - 3) * 2 * 2;

  /** Thoracic or not, near the boundary or not; common practice or not, of a protocol or not. */
  private static final int CONTEXTS = (2 * 2) * (2 * 2);

  /**
   * As the complete ones, with one value more, unknown, for age, duration, pattern, cancer,
   * arthropathy, technique, injectate, intent and setting. The 3 injections of nothing stay out.
   */
  private static final int WITH_UNKNOWN = 3 * (3 * 5 * 3 * 3 * 2 * 2) * (7 * 6 - 3) * 3 * 3;

  @Test
  void thereAre27648CompleteCombinations() {
    assertThat(CaseSpace.completeInOneContext().count()).isEqualTo(COMPLETE).isEqualTo(27_648);
  }

  @Test
  void thereAre442368CompleteCombinationsInEveryContext() {
    assertThat(CaseSpace.complete().count()).isEqualTo(COMPLETE * CONTEXTS).isEqualTo(442_368);
  }

  @Test
  void thereAre568620CombinationsWithWhatCanBeUnknown() {
    assertThat(CaseSpace.all().count()).isEqualTo(WITH_UNKNOWN).isEqualTo(568_620);
  }

  @Test
  void noCombinationIsThereTwice() {
    assertThat(CaseSpace.completeInOneContext().distinct().count()).isEqualTo(COMPLETE);
    assertThat(CaseSpace.complete().distinct().count()).isEqualTo(COMPLETE * CONTEXTS);
    assertThat(CaseSpace.all().distinct().count()).isEqualTo(WITH_UNKNOWN);
  }

  @Test
  void theCompleteCombinationsAreThoseInWhichNothingIsUnknown() {
    assertThat(CaseSpace.all().filter(combination -> combination.unknown().isEmpty()))
        .containsExactlyInAnyOrderElementsOf(CaseSpace.completeInOneContext().toList());
  }

  @Test
  void everyContextOfACombinationIsThereAndChangesNothingThatDecides() {
    Combination combination = CaseSpace.completeInOneContext().skip(12_345).findFirst().get();
    List<Combination> contexts = CaseSpace.contexts(combination).toList();
    assertThat(contexts).hasSize(CONTEXTS).doesNotHaveDuplicates();
    assertThat(contexts)
        .allSatisfy(
            each -> {
              assertThat(each.patient()).isEqualTo(combination.patient());
              assertThat(each.pain()).isEqualTo(combination.pain());
              assertThat(each.procedure()).isEqualTo(combination.procedure());
            });
  }

  @Test
  void aDurationThatIsUnknownIsNearNoBoundary() {
    Combination unknown =
        CaseSpace.all()
            .filter(each -> each.unknown().stream().anyMatch(d -> d.component().equals("chronic")))
            .findFirst()
            .get();
    assertThat(CaseSpace.contexts(unknown)).hasSize(CONTEXTS / 2);
  }

  @Test
  void theCompletionsOfWhatIsUnknownAreTheCompleteCombinations() {
    Combination nothingKnown =
        CaseSpace.all()
            .filter(each -> each.unknown().size() == 9)
            .filter(each -> each.oddness() == 9)
            .findFirst()
            .get();
    // Infection and fracture are never unknown.
    assertThat(nothingKnown.completions().distinct().count()).isEqualTo(COMPLETE / (2 * 2));
  }

  @Test
  void everyCombinationWithAFewOddFactsBecomesACaseThatSaysJustTheseFacts() {
    assertThat(
            CaseSpace.all()
                .parallel()
                .filter(combination -> combination.oddness() <= 4)
                .filter(combination -> !said(combination.toCase()).equals(facts(combination)))
                .limit(10)
                .toList())
        .isEmpty();
  }

  @Test
  @Tag("thorough")
  void everyCombinationBecomesACaseThatSaysJustTheseFacts() {
    assertThat(
            CaseSpace.all()
                .parallel()
                .filter(combination -> !said(combination.toCase()).equals(facts(combination)))
                .limit(10)
                .toList())
        .isEmpty();
  }

  @Test
  void everyContextBecomesACaseThatSaysJustTheseFacts() {
    assertThat(
            CaseSpace.completeInOneContext()
                .filter(combination -> combination.oddness() <= 2)
                .flatMap(CaseSpace::contexts)
                .filter(
                    combination ->
                        !said(combination.toCase()).equals(facts(combination))
                            || !said(combination.toCaseOfStatedDuration())
                                .equals(facts(combination)))
                .limit(10)
                .toList())
        .isEmpty();
  }

  @Test
  @Tag("thorough")
  void everyCombinationBecomesACaseOfStatedDurationThatSaysJustTheseFacts() {
    assertThat(
            CaseSpace.complete()
                .parallel()
                .filter(c -> !said(c.toCaseOfStatedDuration()).equals(facts(c)))
                .limit(10)
                .toList())
        .isEmpty();
  }

  @Test
  void aDurationIsStatedWhereThatIsAskedFor() {
    assertThat(CaseSpace.completeInOneContext().map(Combination::toCaseOfStatedDuration))
        .allMatch(c -> c.pain().duration().isPresent() && c.pain().onset().isEmpty());
    assertThat(CaseSpace.completeInOneContext().map(Combination::toCase))
        .allMatch(c -> c.pain().duration().isEmpty() && c.pain().onset().isPresent());
  }

  @Test
  void thePlainestCombinationIsTheOnlyOneThatIsNotOdd() {
    List<Combination> plain = CaseSpace.complete().filter(c -> c.oddness() == 0).toList();
    assertThat(plain).hasSize(1);
    assertThat(plain.get(0).patient().adult()).isTrue();
    assertThat(plain.get(0).pain().chronic()).isTrue();
    assertThat(plain.get(0).pain().cancerRelated()).isFalse();
  }

  @Test
  void theValueOfADimensionIsThatOfItsPlace() {
    Combination combination = CaseSpace.all().skip(123_456).findFirst().get();
    for (int i = 0; i < NAMES.size(); i++) {
      assertThat(combination.value(CaseSpace.ALL.get(i)))
          .isEqualTo(Optional.ofNullable(combination.at(i)));
    }
  }

  private record Endless(int number) {}

  @Test
  void aFactThatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> Dimension.of(Endless.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Endless.number is not finite");
  }

  private static Map<String, Optional<?>> facts(Combination combination) {
    Map<String, Optional<?>> facts = new HashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      facts.put(NAMES.get(i), Optional.ofNullable(combination.at(i)));
    }
    return facts;
  }

  /** What a case says, read from it and not by the engine. */
  private static Map<String, Optional<?>> said(ClinicalCase c) {
    PainHistory pain = c.pain();
    ProcedureRequest procedure = c.procedures().get(0);
    Map<String, Optional<?>> said = new HashMap<>();
    said.put("Patient.adult", c.patient().ageYears().map(years -> years >= ADULT_YEARS));
    said.put("SpinePain.chronic", daysSinceChronic(c).map(days -> days >= 0));
    said.put("SpinePain.pattern", pain.pattern());
    said.put("SpinePain.cancerRelated", pain.cancer().map(Presence.PRESENT::equals));
    said.put(
        "SpinePain.inflammatory", pain.inflammatoryArthropathy().map(Presence.PRESENT::equals));
    said.put("SpinePain.infection", Optional.of(pain.otherCauses().contains(OtherCause.INFECTION)));
    said.put("SpinePain.fracture", Optional.of(pain.otherCauses().contains(OtherCause.FRACTURE)));
    said.put("Procedure.technique", procedure.technique());
    said.put("Procedure.injectate", procedure.injectate().known());
    said.put("Procedure.intent", procedure.intent().known());
    said.put("Procedure.setting", procedure.setting().known());
    said.put("Presentation.thoracic", pain.level().map(SpinalLevel.THORACIC::equals));
    said.put(
        "Presentation.nearDurationBoundary",
        Optional.of(
            pain.duration().isPresent()
                && daysSinceChronic(c).filter(days -> Math.abs(days) <= NEAR_DAYS).isPresent()));
    said.put("Practice.proceduresRemainCommon", c.practice().proceduresRemainCommon());
    said.put("Practice.use", c.practice().use());
    return said;
  }

  /** How many days ago the pain became chronic; negative when it is still to become so. */
  private static Optional<Long> daysSinceChronic(ClinicalCase c) {
    Optional<LocalDate> began =
        c.pain().onset().or(() -> c.pain().duration().map(c.assessedOn()::minus));
    return began.map(
        date -> ChronoUnit.DAYS.between(date.plusMonths(CHRONIC_MONTHS), c.assessedOn()));
  }
}
