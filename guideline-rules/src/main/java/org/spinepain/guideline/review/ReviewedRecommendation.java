package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Strength;

/**
 * A recommendation that was met, as the guideline has it for every case to which it applies.
 * Whether a request carries it directly or by component, which is our reading, is another thing.
 *
 * @param id its id in the rule pack
 * @param direction its direction
 * @param strength its strength
 * @param text what it says, in our words
 * @param provenance what stands behind it; the source says it
 */
public record ReviewedRecommendation(
    String id, Direction direction, Strength strength, String text, Provenance provenance) {

  /** Refuses null with a {@link NullPointerException}. */
  public ReviewedRecommendation {
    requireNonNull(id, "id");
    requireNonNull(direction, "direction");
    requireNonNull(strength, "strength");
    requireNonNull(text, "text");
    requireNonNull(provenance, "provenance");
  }

  /**
   * Without what depends on the case, such as the basis, by which alone its reading may be ours.
   */
  static ReviewedRecommendation of(Recommendation met) {
    return new ReviewedRecommendation(
        met.id(),
        met.direction(),
        met.strength(),
        met.text(),
        new Provenance(met.provenance().source(), met.provenance().status(), Reading.SOURCE));
  }
}
