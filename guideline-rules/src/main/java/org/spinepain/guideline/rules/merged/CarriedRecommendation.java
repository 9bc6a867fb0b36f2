package org.spinepain.guideline.rules.merged;

import static java.util.Objects.requireNonNull;

import org.spinepain.guideline.model.assessment.Basis;

/**
 * A recommendation that the merged determination carries.
 *
 * @param id the id of the recommendation
 * @param basis direct only if it is so in every completion that has it
 */
public record CarriedRecommendation(String id, Basis basis) {

  /** Refuses null with a {@link NullPointerException}. */
  public CarriedRecommendation {
    requireNonNull(id, "id");
    requireNonNull(basis, "basis");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "CarriedRecommendation";
  }
}
