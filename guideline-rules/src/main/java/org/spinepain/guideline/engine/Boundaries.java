package org.spinepain.guideline.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Where ages and durations change sides, as the descriptor of a pack says. All of it is calendar
 * arithmetic against a given date; nothing reads the clock.
 *
 * @param adultYears an adult has completed these years
 * @param chronicMonths chronic pain has lasted for these calendar months
 * @param nearDays a stated duration this close to the boundary, in days, may be rounded across it
 */
record Boundaries(int adultYears, int chronicMonths, int nearDays) {

  boolean isAdult(LocalDate birthDate, LocalDate on) {
    return !birthDate.plusYears(adultYears).isAfter(on);
  }

  boolean isAdult(int ageYears) {
    return ageYears >= adultYears;
  }

  boolean isChronic(LocalDate onset, LocalDate on) {
    return !onset.plusMonths(chronicMonths).isAfter(on);
  }

  boolean isNearChronic(LocalDate onset, LocalDate on) {
    return Math.abs(ChronoUnit.DAYS.between(onset.plusMonths(chronicMonths), on)) <= nearDays;
  }
}
