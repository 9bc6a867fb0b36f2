package org.spinepain.guideline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar of the guideline, specification section 1: 18 years, 3 months, 7 days near. */
class BoundariesTest {

  private static final Boundaries BOUNDARIES = new Boundaries(18, 3, 7);

  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

  /** Days on from the first, over a leap year and its neighbours. */
  private static final int DAYS = 3 * 366;

  @ParameterizedTest(name = "onset {0}, asked on {1}: {2}")
  @CsvSource({
    "2024-11-30, 2025-02-28, true",
    "2024-11-29, 2025-02-28, true",
    "2024-11-28, 2025-02-28, true",
    "2024-12-01, 2025-02-28, false",
    "2024-12-01, 2025-03-01, true",
    "2023-11-30, 2024-02-29, true",
    "2023-11-30, 2024-02-28, false",
    "2023-11-29, 2024-02-29, true",
    "2025-03-31, 2025-06-30, true",
    "2025-03-30, 2025-06-29, false",
    "2025-03-30, 2025-06-30, true",
    "2025-04-01, 2025-06-30, false",
    "2024-02-29, 2024-05-29, true",
    "2024-02-29, 2024-05-28, false",
    "2025-06-30, 2025-06-30, false"
  })
  void painIsChronicWhenThreeCalendarMonthsAfterItsOnsetHaveCome(
      LocalDate onset, LocalDate on, boolean chronic) {
    assertThat(BOUNDARIES.isChronic(onset, on)).isEqualTo(chronic);
  }

  @Test
  void twelveWeeksAreNeverChronic() {
    assertThat(days()).noneMatch(day -> isChronicFor(Period.ofWeeks(12), day));
  }

  @Test
  void thirteenWeeksAreChronicOnSomeDaysOnly() {
    assertThat(days().map(day -> isChronicFor(Period.ofWeeks(13), day)).distinct())
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void ninetyDaysAreChronicOnSomeDaysOnly() {
    assertThat(days().map(day -> isChronicFor(Period.ofDays(90), day)).distinct())
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void ninetyTwoDaysAreAlwaysChronic() {
    assertThat(days()).allMatch(day -> isChronicFor(Period.ofDays(92), day));
  }

  @ParameterizedTest(name = "born {0}, asked on {1}: {2}")
  @CsvSource({
    "2007-06-30, 2025-06-30, true",
    "2007-07-01, 2025-06-30, false",
    "2007-06-29, 2025-06-30, true",
    "2008-02-29, 2026-02-27, false",
    "2008-02-29, 2026-02-28, true",
    "2008-03-01, 2026-02-28, false",
    "2008-03-01, 2026-03-01, true",
    "2025-06-30, 2025-06-30, false"
  })
  void aPersonIsAnAdultWhenTheEighteenthBirthdayHasCome(
      LocalDate birthDate, LocalDate on, boolean adult) {
    assertThat(BOUNDARIES.isAdult(birthDate, on)).isEqualTo(adult);
  }

  @ParameterizedTest
  @ValueSource(ints = {18, 19, 130})
  void aPersonOfEighteenYearsOrMoreIsAnAdult(int years) {
    assertThat(BOUNDARIES.isAdult(years)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17})
  void aPersonOfFewerYearsIsNoAdult(int years) {
    assertThat(BOUNDARIES.isAdult(years)).isFalse();
  }

  @ParameterizedTest(name = "onset {0}: {1}")
  @CsvSource({
    "2025-03-15, true",
    "2025-03-08, true",
    "2025-03-07, false",
    "2025-03-22, true",
    "2025-03-23, false"
  })
  void anOnsetIsNearTheBoundaryUpToSevenDaysOnEitherSide(LocalDate onset, boolean near) {
    assertThat(BOUNDARIES.isNearChronic(onset, LocalDate.of(2025, 6, 15))).isEqualTo(near);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "P12W, 2025-06-30, true",
    "P90D, 2025-06-30, true",
    "P91D, 2025-06-30, true",
    "P99D, 2025-06-30, true",
    "P100D, 2025-06-30, false",
    "P3M, 2025-06-30, true",
    "P11W, 2025-06-30, false",
    "P84D, 2025-05-31, false",
    "P85D, 2025-05-31, true"
  })
  void aStatedDurationIsNearTheBoundaryByTheOnsetThatItImplies(
      Period duration, LocalDate on, boolean near) {
    assertThat(BOUNDARIES.isNearChronic(on.minus(duration), on)).isEqualTo(near);
  }

  private static boolean isChronicFor(Period duration, LocalDate on) {
    return BOUNDARIES.isChronic(on.minus(duration), on);
  }

  private static Stream<LocalDate> days() {
    return FIRST.datesUntil(FIRST.plusDays(DAYS));
  }
}
