package org.spinepain.guideline.rules.merged;

import static java.util.Objects.requireNonNull;

import org.spinepain.guideline.model.assessment.Verdict;

/**
 * The verdict of the merged determination; exactly one.
 *
 * @param verdict the verdict
 */
public record Determined(Verdict verdict) {

  /** Refuses null with a {@link NullPointerException}. */
  public Determined {
    requireNonNull(verdict, "verdict");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Determined";
  }
}
