package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A recommendation of the guideline that applies to the procedure.
 *
 * @param id its id in the rule pack
 * @param direction its direction
 * @param strength its strength
 * @param basis how it comes to apply; direct only if it is so however the unknown facts turn out
 * @param dependingOn the unknown facts on which it depends whether it applies; empty when it
 *     applies in any case
 * @param text what it says, in our words
 * @param provenance what stands behind it
 * @param suppressed that a site has decided not to act on it, at the date of assessment
 */
public record Recommendation(
    String id,
    Direction direction,
    Strength strength,
    Basis basis,
    List<CaseFact> dependingOn,
    String text,
    Provenance provenance,
    Optional<Suppression> suppressed) {

  /** Refuses null with a {@link NullPointerException}; keeps a copy of the list. */
  public Recommendation {
    requireNonNull(id, "id");
    requireNonNull(direction, "direction");
    requireNonNull(strength, "strength");
    requireNonNull(basis, "basis");
    dependingOn = List.copyOf(dependingOn);
    requireNonNull(text, "text");
    requireNonNull(provenance, "provenance");
    requireNonNull(suppressed, "suppressed");
  }

  /** A recommendation that no site has suppressed. */
  public Recommendation(
      String id,
      Direction direction,
      Strength strength,
      Basis basis,
      List<CaseFact> dependingOn,
      String text,
      Provenance provenance) {
    this(id, direction, strength, basis, dependingOn, text, provenance, Optional.empty());
  }
}
