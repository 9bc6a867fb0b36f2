package org.spinepain.guideline.rules.merged;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The onset computed from a stated duration; only when a duration was stated.
 *
 * @param date the onset
 */
public record ComputedOnset(LocalDate date) {

  /** Refuses null with a {@link NullPointerException}. */
  public ComputedOnset {
    requireNonNull(date, "date");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "ComputedOnset";
  }
}
