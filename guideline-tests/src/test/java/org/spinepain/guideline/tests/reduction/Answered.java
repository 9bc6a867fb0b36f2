package org.spinepain.guideline.tests.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * What the engine says of cases, mostly of such with one procedure in whose way only dates can be.
 */
final class Answered {

  private static final String NEAR = "near-duration-boundary";

  /** Opened once, so that the rules decide each completion once; it ends with the JVM. */
  private static final GuidelineEngine ENGINE = GuidelineEngine.bundled();

  private Answered() {}

  static Assessment of(ClinicalCase clinicalCase) {
    return ENGINE.assess(clinicalCase);
  }

  /** Checks verdict, reasons and the caveat about the duration against the calendar. */
  static void asTheCalendarSays(ClinicalCase clinicalCase) {
    Determination determination = only(clinicalCase);
    List<String> reasons = CalendarOracle.reasons(clinicalCase);
    assertThat(reasons(determination)).as("reasons").isEqualTo(reasons);
    assertThat(determination.verdict())
        .as("verdict")
        .isEqualTo(reasons.isEmpty() ? Verdict.RECOMMEND_AGAINST : Verdict.NO_RECOMMENDATION);
    assertThat(determination.missing()).as("missing facts").isEmpty();
    assertThat(determination.caveats().stream().map(Caveat::code).toList())
        .as("caveats")
        .isEqualTo(
            CalendarOracle.onsetNearTheBoundary(clinicalCase).stream().map(onset -> NEAR).toList());
    CalendarOracle.onsetNearTheBoundary(clinicalCase)
        .ifPresent(
            onset ->
                assertThat(determination.caveats().get(0).text())
                    .as("the caveat's text")
                    .containsOnlyOnce(" " + onset + ","));
  }

  static boolean isAcute(ClinicalCase clinicalCase) {
    return reasons(only(clinicalCase)).contains("acute-pain");
  }

  static boolean isMinor(ClinicalCase clinicalCase) {
    return reasons(only(clinicalCase)).contains("not-adult");
  }

  static boolean isNear(ClinicalCase clinicalCase) {
    return only(clinicalCase).caveats().stream().anyMatch(caveat -> caveat.code().equals(NEAR));
  }

  private static List<String> reasons(Determination determination) {
    return determination.reasons().stream().map(Reason::code).toList();
  }

  private static Determination only(ClinicalCase clinicalCase) {
    List<Determination> determinations = of(clinicalCase).determinations();
    assertThat(determinations).hasSize(1);
    return determinations.get(0);
  }
}
