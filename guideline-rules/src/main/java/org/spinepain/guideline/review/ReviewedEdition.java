package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Standing;

/**
 * Which rules answered in a review.
 *
 * @param guideline the guideline
 * @param rules the rule pack
 * @param standing how the guideline stands; show it with every summary
 * @param cost what a procedure costs, if this edition says so
 */
public record ReviewedEdition(
    GuidelineReference guideline,
    RulePackReference rules,
    Standing standing,
    Optional<CostRange> cost) {

  /** Refuses null with a {@link NullPointerException}. */
  public ReviewedEdition {
    requireNonNull(guideline, "guideline");
    requireNonNull(rules, "rules");
    requireNonNull(standing, "standing");
    requireNonNull(cost, "cost");
  }

  static ReviewedEdition of(GuidelineEngine engine) {
    return new ReviewedEdition(
        engine.guideline(), engine.rules(), engine.standing(), engine.procedureCost());
  }
}
