package org.spinepain.guideline.tests.reduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.ClinicalCase;

/**
 * What section 1 of the specification ({@code guideline.md}) says of the dates of a case whose age
 * and duration are known, reckoned on {@link CalendarDay}s.
 */
final class CalendarOracle {

  private static final int ADULT_YEARS = 18;
  private static final int CHRONIC_MONTHS = 3;
  private static final int NEAR_DAYS = 7;

  private CalendarOracle() {}

  /** "A person is an adult on date d when birthDate.plusYears(18) is not after d." */
  static boolean isAdult(CalendarDay birth, CalendarDay on) {
    return !birth.plusYears(ADULT_YEARS).isAfter(on);
  }

  /** "Pain is chronic on date d when onset.plusMonths(3) is not after d." */
  static boolean isChronic(CalendarDay onset, CalendarDay on) {
    return !onset.plusMonths(CHRONIC_MONTHS).isAfter(on);
  }

  /** "A duration for which onset.plusMonths(3) is at most 7 days from d, either side." */
  static boolean isNear(CalendarDay onset, CalendarDay on) {
    return Math.abs(onset.plusMonths(CHRONIC_MONTHS).daysUntil(on)) <= NEAR_DAYS;
  }

  /** The reasons that the dates of this case give, in the order of the specification. */
  static List<String> reasons(ClinicalCase clinicalCase) {
    List<String> reasons = new ArrayList<>();
    if (!isAdult(clinicalCase)) {
      reasons.add("not-adult");
    }
    if (!isChronic(onset(clinicalCase), assessedOn(clinicalCase))) {
      reasons.add("acute-pain");
    }
    return reasons;
  }

  /** The computed onset of which the caveat tells; empty when it does not apply. */
  static Optional<CalendarDay> onsetNearTheBoundary(ClinicalCase clinicalCase) {
    return clinicalCase
        .pain()
        .duration()
        .map(assessedOn(clinicalCase)::minus)
        .filter(onset -> isNear(onset, assessedOn(clinicalCase)));
  }

  /** "A stated duration is turned into an onset first: d.minus(period)." */
  static CalendarDay onset(ClinicalCase clinicalCase) {
    return clinicalCase
        .pain()
        .onset()
        .map(CalendarDay::of)
        .or(() -> clinicalCase.pain().duration().map(assessedOn(clinicalCase)::minus))
        .orElseThrow();
  }

  static CalendarDay assessedOn(ClinicalCase clinicalCase) {
    return CalendarDay.of(clinicalCase.assessedOn());
  }

  private static boolean isAdult(ClinicalCase clinicalCase) {
    return clinicalCase
        .patient()
        .birthDate()
        .map(birth -> isAdult(CalendarDay.of(birth), assessedOn(clinicalCase)))
        .or(() -> clinicalCase.patient().ageYears().map(age -> age >= ADULT_YEARS))
        .orElseThrow();
  }
}
