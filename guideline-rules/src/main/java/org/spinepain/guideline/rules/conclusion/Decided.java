package org.spinepain.guideline.rules.conclusion;

import static java.util.Objects.requireNonNull;

import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * The verdict on one complete combination of facts.
 *
 * @param verdict the verdict; never insufficient information, which is made by merging
 * @param rule the rule that concluded it
 */
public record Decided(Verdict verdict, Rule rule) implements Conclusion {

  /**
   * Refuses null with a {@link NullPointerException}, and insufficient information with an {@link
   * IllegalArgumentException}.
   */
  public Decided {
    requireNonNull(verdict, "verdict");
    requireNonNull(rule, "rule");
    if (verdict == Verdict.INSUFFICIENT_INFORMATION) {
      throw new IllegalArgumentException("complete facts are never insufficient");
    }
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Decided";
  }
}
