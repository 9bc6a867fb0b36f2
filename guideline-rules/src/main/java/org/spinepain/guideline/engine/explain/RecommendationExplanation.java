package org.spinepain.guideline.engine.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Suppression;

/**
 * Whether one of the pack's recommendations holds for a procedure, and what stands in its way.
 *
 * @param id the id of the recommendation
 * @param text the recommendation in words
 * @param provenance where it comes from
 * @param holding whether it holds
 * @param basis how it comes to address the procedure where it holds, direct only if it is so
 *     however the unknown facts turn out; {@link Basis#BY_COMPONENT} is our reading; empty when it
 *     does not hold
 * @param criteria the facts on which it rests, in the order of the facts
 * @param smallestChanges all smallest changes after which it holds; empty when it holds
 * @param suppressed that a site has suppressed it on the date of the case, whether or not it holds;
 *     else empty
 */
public record RecommendationExplanation(
    String id,
    String text,
    Provenance provenance,
    Holding holding,
    Optional<Basis> basis,
    List<Criterion> criteria,
    List<SmallestChange> smallestChanges,
    Optional<Suppression> suppressed) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public RecommendationExplanation {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    requireNonNull(provenance, "provenance");
    requireNonNull(holding, "holding");
    requireNonNull(basis, "basis");
    criteria = List.copyOf(criteria);
    smallestChanges = List.copyOf(smallestChanges);
    requireNonNull(suppressed, "suppressed");
  }
}
