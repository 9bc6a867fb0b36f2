package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;

/**
 * A step of a protocol, and what the guideline says of it.
 *
 * @param step the step
 * @param openFacts what its population leaves open, in the order of facts
 * @param assessment what the guideline says of it; one determination
 * @param options what it could become; empty unless it is recommended against
 * @param inTrial what the guideline says of the same step in a clinical trial; there if the step is
 *     recommended against
 */
public record ReviewedStep(
    ProtocolStep step,
    List<OpenFact> openFacts,
    Assessment assessment,
    List<StepOption> options,
    Optional<Assessment> inTrial) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public ReviewedStep {
    requireNonNull(step, "step");
    openFacts = List.copyOf(openFacts);
    requireNonNull(assessment, "assessment");
    options = List.copyOf(options);
    requireNonNull(inTrial, "inTrial");
  }

  /** What the guideline says of the step. */
  public Determination determination() {
    return assessment.determinations().get(0);
  }
}
