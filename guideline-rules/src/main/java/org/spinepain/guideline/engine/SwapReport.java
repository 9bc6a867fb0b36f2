package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.spinepain.guideline.model.assessment.RulePackReference;

/**
 * What came of offering a rule pack to an engine.
 *
 * @param served the pack that serves afterwards
 * @param offered the pack that was offered
 * @param swapped whether it serves now
 * @param objections what speaks against it; empty when it was swapped
 */
public record SwapReport(
    RulePackReference served, RulePackReference offered, boolean swapped, List<String> objections) {

  /** Refuses null with a {@link NullPointerException}; keeps a copy of the list. */
  public SwapReport {
    requireNonNull(served, "served");
    requireNonNull(offered, "offered");
    objections = List.copyOf(objections);
  }
}
