package org.spinepain.guideline.rules.merged;

import static java.util.Objects.requireNonNull;

import org.spinepain.guideline.model.assessment.EditionState;

/**
 * The edition of the guideline; exactly one.
 *
 * @param state its state
 */
public record Edition(EditionState state) {

  /** Refuses null with a {@link NullPointerException}. */
  public Edition {
    requireNonNull(state, "state");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Edition";
  }
}
