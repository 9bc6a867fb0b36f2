package org.spinepain.guideline.engine;

import java.time.LocalDate;
import java.util.Optional;
import org.spinepain.guideline.model.ClinicalCase;

/** Turns stated durations into onsets. */
final class Onsets {

  private Onsets() {}

  /**
   * The onset that a stated duration implies, counted back on the calendar from the date of the
   * assessment.
   */
  static Optional<LocalDate> computed(ClinicalCase clinicalCase) {
    return clinicalCase.pain().duration().map(clinicalCase.assessedOn()::minus);
  }
}
