package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/**
 * The standing of the guideline, said once per assessment.
 *
 * @param state the state of the edition
 * @param text what a reader must know of it, in our words
 * @param checkedTo the month up to which the state was checked
 */
public record Standing(EditionState state, String text, YearMonth checkedTo) {

  /** Refuses null with a {@link NullPointerException}. */
  public Standing {
    requireNonNull(state, "state");
    requireNonNull(text, "text");
    requireNonNull(checkedTo, "checkedTo");
  }
}
