package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * A protocol, and what the guideline says of its steps.
 *
 * @param name what the clinic calls the protocol
 * @param assessedOn the date for which the guideline was asked
 * @param edition which rules answered
 * @param steps the steps, in the order of the protocol
 */
public record ReviewedProtocol(
    String name, LocalDate assessedOn, ReviewedEdition edition, List<ReviewedStep> steps) {

  /** Refuses null with a {@link NullPointerException}; keeps a copy of the list. */
  public ReviewedProtocol {
    requireNonNull(name, "name");
    requireNonNull(assessedOn, "assessedOn");
    requireNonNull(edition, "edition");
    steps = List.copyOf(steps);
  }
}
