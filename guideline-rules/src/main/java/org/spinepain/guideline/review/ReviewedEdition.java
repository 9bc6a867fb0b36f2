package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Suppression;

/**
 * Which rules answered in a review.
 *
 * @param guideline the guideline
 * @param citation the guideline as one cites it, if it stands among the sources of the rule pack
 * @param rules the rule pack
 * @param standing how the guideline stands; show it with every summary
 * @param cost what a procedure costs, if this edition says so
 * @param assumptions what was assumed where facts are unknown, in its order
 * @param overlays the overlays by which the rule pack was adapted, in their order
 * @param suppressions the recommendations that these suppress, by id, each for dates of assessment
 *     up to its last one; they are counted all the same
 */
public record ReviewedEdition(
    GuidelineReference guideline,
    Optional<String> citation,
    RulePackReference rules,
    Standing standing,
    Optional<CostRange> cost,
    List<Assumption> assumptions,
    List<OverlayReference> overlays,
    SortedMap<String, Suppression> suppressions) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists and the map. */
  public ReviewedEdition {
    requireNonNull(guideline, "guideline");
    requireNonNull(citation, "citation");
    requireNonNull(rules, "rules");
    requireNonNull(standing, "standing");
    requireNonNull(cost, "cost");
    assumptions = List.copyOf(assumptions);
    overlays = List.copyOf(overlays);
    suppressions = Collections.unmodifiableSortedMap(new TreeMap<>(suppressions));
  }

  /** What answers now, wholly, also while the engine is swapped. */
  static ReviewedEdition of(GuidelineEngine engine) {
    ReviewedEdition edition;
    do {
      edition =
          new ReviewedEdition(
              engine.guideline(),
              engine.guidelineCitation(),
              engine.rules(),
              engine.standing(),
              engine.procedureCost(),
              engine.assumptions(),
              engine.overlays(),
              engine.suppressions());
    } while (!edition.answers(engine.rules(), engine.overlays()));
    return edition;
  }

  /** This assessment, if these rules made it. */
  Assessment require(Assessment assessment) {
    if (!answers(assessment.rules(), assessment.overlays())) {
      throw new IllegalStateException(
          "the engine was swapped while it was asked for a review: found an answer of "
              + assessment.rules().digest()
              + ", allowed is one of "
              + rules.digest()
              + " with the same overlays; start the review again");
    }
    return assessment;
  }

  private boolean answers(RulePackReference others, List<OverlayReference> adapting) {
    return rules.equals(others) && overlays.equals(adapting);
  }
}
