package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.CaseFact;

/**
 * A fact that the population of a step leaves open, so that it is unknown.
 *
 * @param fact the fact
 * @param openness why it is open
 */
public record OpenFact(CaseFact fact, Openness openness) {

  /** Why a fact is open. */
  public enum Openness implements Coded {
    /** The step does not say. */
    NOT_STATED,
    /** What the step says takes in both sides of the guideline's boundary. */
    SPANS_BOUNDARY
  }

  /** Refuses null with a {@link NullPointerException}. */
  public OpenFact {
    requireNonNull(fact, "fact");
    requireNonNull(openness, "openness");
  }
}
