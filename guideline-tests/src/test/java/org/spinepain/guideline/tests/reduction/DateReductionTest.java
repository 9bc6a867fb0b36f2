package org.spinepain.guideline.tests.reduction;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.spinepain.guideline.model.ClinicalCase;

/**
 * Onsets, durations, births and ages come down to the side of the boundary on which a calendar of
 * our own has them, through the whole engine: verdict, reasons, and the caveat on durations that
 * may have been rounded, with the onset that it names.
 */
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class DateReductionTest {

  @Property(tries = 3000)
  void anOnsetIsAcuteOrChronicAsTheCalendarSays(@ForAll("withOnset") ClinicalCase clinicalCase) {
    assertAsTheCalendarSays(clinicalCase);
  }

  @Property(tries = 5000)
  void aDurationIsAcuteOrChronicOrNearAsTheCalendarSays(
      @ForAll("withDuration") ClinicalCase clinicalCase) {
    assertAsTheCalendarSays(clinicalCase);
  }

  @Property(tries = 3000)
  void aBirthIsOfAnAdultOrNotAsTheCalendarSays(@ForAll("withBirth") ClinicalCase clinicalCase) {
    assertAsTheCalendarSays(clinicalCase);
  }

  @Property(tries = 500)
  void anAgeIsOfAnAdultFromEighteenYearsOn(@ForAll("withAge") ClinicalCase clinicalCase) {
    assertAsTheCalendarSays(clinicalCase);
  }

  @Property(tries = 2000)
  void ageAndDurationAreReducedEachByItself(
      @ForAll("withBirthAndOnsetOrDuration") ClinicalCase clinicalCase) {
    assertAsTheCalendarSays(clinicalCase);
  }

  /** Also that the cases crowd the boundary: a good part of them is on each side. */
  private static void assertAsTheCalendarSays(ClinicalCase clinicalCase) {
    Answered.asTheCalendarSays(clinicalCase);
    Statistics.label("recommended against")
        .collect(CalendarOracle.reasons(clinicalCase).isEmpty())
        .coverage(
            coverage -> {
              coverage.check(true).percentage(part -> part > 15);
              coverage.check(false).percentage(part -> part > 15);
            });
  }

  @Provide
  static Arbitrary<ClinicalCase> withOnset() {
    return CaseArbitraries.withOnset();
  }

  @Provide
  static Arbitrary<ClinicalCase> withDuration() {
    return CaseArbitraries.withDuration();
  }

  @Provide
  static Arbitrary<ClinicalCase> withBirth() {
    return CaseArbitraries.withBirth();
  }

  @Provide
  static Arbitrary<ClinicalCase> withAge() {
    return CaseArbitraries.withAge();
  }

  @Provide
  static Arbitrary<ClinicalCase> withBirthAndOnsetOrDuration() {
    return CaseArbitraries.withBirthAndOnsetOrDuration();
  }
}
