package org.spinepain.guideline.tests.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;

/**
 * What must hold of boundaries in time wherever they lie: nobody grows younger, no pain becomes
 * acute by waiting, and day by day each boundary is crossed once.
 */
class PassingTimeTest {

  /** More days than any three months have, and the seven on which a duration is near, and some. */
  private static final int MORE_THAN_THREE_MONTHS = 110;

  @Property(tries = 3000)
  void chronicPainIsChronicOnEveryLaterDay(
      @ForAll("withOnset") ClinicalCase clinicalCase,
      @ForAll @IntRange(min = 1, max = 400) int days) {
    Assume.that(!isAcute(clinicalCase) && canBeAssessed(clinicalCase, days));
    assertThat(isAcute(later(clinicalCase, days))).as("acute %d days later", days).isFalse();
  }

  @Property(tries = 3000)
  void anAdultIsOneOnEveryLaterDay(
      @ForAll("withBirth") ClinicalCase clinicalCase,
      @ForAll @IntRange(min = 1, max = 400) int days) {
    Assume.that(!isMinor(clinicalCase) && canBeAssessed(clinicalCase, days));
    assertThat(isMinor(later(clinicalCase, days))).as("a minor %d days later", days).isFalse();
  }

  @Property(tries = 100)
  void painTurnsChronicOnOneDayAfterItsOnset(@ForAll("withOnset") ClinicalCase clinicalCase) {
    CalendarDay onset = CalendarOracle.onset(clinicalCase);
    Assume.that(onset.year() >= 1900 && onset.year() < 9999);
    List<CalendarDay> days = from(onset, MORE_THAN_THREE_MONTHS);
    assertThat(flips(days, day -> isAcute(assessedOn(clinicalCase, day))))
        .containsExactly(onset.plusMonths(3));
    assertThat(isAcute(assessedOn(clinicalCase, onset))).as("acute on the first day").isTrue();
  }

  @Property(tries = 40)
  void aPersonTurnsAdultOnOneDay(@ForAll("withBirth") ClinicalCase clinicalCase) {
    CalendarDay birth = CalendarDay.of(clinicalCase.patient().birthDate().orElseThrow());
    Assume.that(birth.year() + 20 <= 9999);
    CalendarDay seventeen = birth.plusYears(17);
    ClinicalCase painful = painSince(clinicalCase, seventeen);
    List<CalendarDay> days = from(seventeen, 2 * 365);
    assertThat(flips(days, day -> isMinor(assessedOn(painful, day))))
        .containsExactly(birth.plusYears(18));
    assertThat(isMinor(assessedOn(painful, seventeen))).as("a minor at seventeen").isTrue();
  }

  @Property(tries = 100)
  void ofTheOnsetsBeforeOneDayTheLaterAreAcuteAndTheEarlierChronic(
      @ForAll("withOnset") ClinicalCase clinicalCase) {
    CalendarDay on = CalendarOracle.assessedOn(clinicalCase);
    List<CalendarDay> onsets = from(on.plusDays(-MORE_THAN_THREE_MONTHS), MORE_THAN_THREE_MONTHS);
    List<CalendarDay> flips = flips(onsets, onset -> isAcute(painSince(clinicalCase, onset)));
    assertThat(flips).as("the first onset that is acute").hasSize(1);
    assertThat(isAcute(painSince(clinicalCase, on))).as("acute on its first day").isTrue();
  }

  @Property(tries = 100)
  void ofTheBirthsBeforeOneDayTheLaterAreMinorsAndTheEarlierAdults(
      @ForAll("withOnset") ClinicalCase clinicalCase) {
    CalendarDay majority = CalendarOracle.assessedOn(clinicalCase).plusYears(-18);
    List<CalendarDay> births = from(majority.plusDays(-40), 80);
    ClinicalCase painful = painSince(clinicalCase, CalendarOracle.assessedOn(clinicalCase));
    List<CalendarDay> flips = flips(births, birth -> isMinor(bornOn(painful, birth)));
    assertThat(flips).as("the first birth of a minor").hasSize(1);
    assertThat(isMinor(bornOn(painful, majority))).as("a minor on the birthday").isFalse();
  }

  @Property(tries = 100)
  void ofTheDurationsInDaysTheShorterAreAcuteTheLongerChronicAndThoseBetweenNear(
      @ForAll("withOnset") ClinicalCase clinicalCase) {
    List<Integer> days = IntStream.rangeClosed(1, MORE_THAN_THREE_MONTHS).boxed().toList();
    List<Integer> turns = flips(days, d -> isAcute(lasting(clinicalCase, d)));
    List<Integer> near = flips(days, d -> isNear(lasting(clinicalCase, d)));
    assertThat(turns).as("the shortest duration that is chronic").hasSize(1);
    assertThat(near)
        .as("the first duration that is near, and the first that no longer is")
        .hasSize(2);
    assertThat(turns.get(0)).isBetween(near.get(0) + 1, near.get(1) - 1);
    assertThat(isNear(lasting(clinicalCase, 1))).as("near after one day").isFalse();
  }

  /** Those items for which the answer is another one than for the item before. */
  private static <T> List<T> flips(List<T> items, Predicate<T> question) {
    List<T> flips = new ArrayList<>();
    boolean before = question.test(items.get(0));
    for (T item : items) {
      boolean now = question.test(item);
      if (now != before) {
        flips.add(item);
      }
      before = now;
    }
    return flips;
  }

  /** This day and as many more. */
  private static List<CalendarDay> from(CalendarDay first, int more) {
    return IntStream.rangeClosed(0, more).mapToObj(first::plusDays).toList();
  }

  private static boolean isAcute(ClinicalCase clinicalCase) {
    return Answered.isAcute(clinicalCase);
  }

  private static boolean isMinor(ClinicalCase clinicalCase) {
    return Answered.isMinor(clinicalCase);
  }

  private static boolean isNear(ClinicalCase clinicalCase) {
    return Answered.isNear(clinicalCase);
  }

  /** Whether it is a valid case so many days later, too. */
  private static boolean canBeAssessed(ClinicalCase clinicalCase, int days) {
    CalendarDay on = CalendarOracle.assessedOn(clinicalCase);
    return on.year() < 9998
        && clinicalCase
            .patient()
            .birthDate()
            .map(birth -> CalendarDay.of(birth).plusYears(130).isAfter(on.plusDays(days)))
            .orElse(true);
  }

  private static ClinicalCase later(ClinicalCase clinicalCase, int days) {
    return assessedOn(clinicalCase, CalendarOracle.assessedOn(clinicalCase).plusDays(days));
  }

  private static ClinicalCase assessedOn(ClinicalCase clinicalCase, CalendarDay day) {
    return with(day, clinicalCase.patient(), clinicalCase.pain(), clinicalCase);
  }

  private static ClinicalCase bornOn(ClinicalCase clinicalCase, CalendarDay birth) {
    return with(
        CalendarOracle.assessedOn(clinicalCase),
        PatientRecord.bornOn(birth.toLocalDate()),
        clinicalCase.pain(),
        clinicalCase);
  }

  private static ClinicalCase painSince(ClinicalCase clinicalCase, CalendarDay onset) {
    CalendarDay on = CalendarOracle.assessedOn(clinicalCase);
    return with(
        onset.isAfter(on) ? onset : on,
        clinicalCase.patient(),
        clinicalCase.pain().since(onset.toLocalDate()),
        clinicalCase);
  }

  private static ClinicalCase lasting(ClinicalCase clinicalCase, int days) {
    PainHistory pain = clinicalCase.pain();
    return with(
        CalendarOracle.assessedOn(clinicalCase),
        clinicalCase.patient(),
        PainHistory.of(pain.pattern().orElseThrow())
            .at(pain.level().orElseThrow())
            .cancer(pain.cancer().orElseThrow())
            .inflammatoryArthropathy(pain.inflammatoryArthropathy().orElseThrow())
            .lasting(Period.ofDays(days)),
        clinicalCase);
  }

  private static ClinicalCase with(
      CalendarDay on, PatientRecord patient, PainHistory pain, ClinicalCase rest) {
    return new ClinicalCase(
        rest.caseId(), on.toLocalDate(), patient, pain, rest.procedures(), rest.practice());
  }

  @Provide
  static Arbitrary<ClinicalCase> withOnset() {
    return CaseArbitraries.withOnset();
  }

  @Provide
  static Arbitrary<ClinicalCase> withBirth() {
    return CaseArbitraries.withBirth();
  }
}
