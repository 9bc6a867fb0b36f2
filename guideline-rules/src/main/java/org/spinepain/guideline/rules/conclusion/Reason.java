package org.spinepain.guideline.rules.conclusion;

import static java.util.Objects.requireNonNull;

import org.kie.api.definition.rule.Rule;

/**
 * A reason why the guideline makes no recommendation.
 *
 * @param code the code of the reason
 * @param rule the rule that concluded it
 */
public record Reason(String code, Rule rule) implements Conclusion {

  /** Refuses null with a {@link NullPointerException}. */
  public Reason {
    requireNonNull(code, "code");
    requireNonNull(rule, "rule");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Reason";
  }
}
