package org.spinepain.guideline.tests.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle itself, held to what the specification says in figures and to a printed calendar. */
class CalendarOracleTest {

  @ParameterizedTest
  @CsvSource({
    "2024-11-30, 2025-02-28, true",
    "2024-12-01, 2025-02-28, false",
    "2024-11-28, 2025-02-27, false",
    "2023-11-29, 2024-02-28, false",
    "2023-11-30, 2024-02-29, true",
    "2025-03-31, 2025-06-30, true",
    "2025-03-31, 2025-06-29, false"
  })
  void painIsChronicAfterThreeCalendarMonths(String onset, String on, boolean chronic) {
    assertThat(CalendarOracle.isChronic(day(onset), day(on))).isEqualTo(chronic);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-30, P84D, 2025-04-07",
    "2025-06-30, P3M, 2025-03-30",
    "2025-05-31, P3M, 2025-02-28",
    "2024-05-31, P3M, 2024-02-29",
    "2025-03-31, P1M1D, 2025-02-27",
    "2025-01-01, P1D, 2024-12-31",
    "2024-02-29, P1Y, 2023-02-28",
    "2000-03-01, P1D, 2000-02-29",
    "2100-03-01, P1D, 2100-02-28"
  })
  void aDurationIsCountedBackMonthsFirst(String on, Period duration, String onset) {
    assertThat(day(on).minus(duration)).isEqualTo(day(onset));
  }

  @ParameterizedTest
  @CsvSource({
    "2007-06-30, 2025-06-30, true",
    "2007-07-01, 2025-06-30, false",
    "2008-02-29, 2026-02-27, false",
    "2008-02-29, 2026-02-28, true"
  })
  void anAdultHasCompletedEighteenYears(String birth, String on, boolean adult) {
    assertThat(CalendarOracle.isAdult(day(birth), day(on))).isEqualTo(adult);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-23, true", // 2025-06-23, seven days before
    "2025-03-22, false",
    "2025-04-07, true", // 2025-07-07, seven days after
    "2025-04-08, false"
  })
  void sevenDaysEitherSideAreNear(String onset, boolean near) {
    assertThat(CalendarOracle.isNear(day(onset), day("2025-06-30"))).isEqualTo(near);
  }

  @Test
  void twelveWeeksAreNeverChronic() {
    CalendarDay on = day("1999-12-31");
    for (int i = 0; i < 1461; i++, on = on.plusDays(1)) {
      assertThat(CalendarOracle.isChronic(on.minus(Period.ofWeeks(12)), on)).as("%s", on).isFalse();
    }
  }

  private static CalendarDay day(String date) {
    String[] parts = date.split("-", -1);
    return new CalendarDay(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
