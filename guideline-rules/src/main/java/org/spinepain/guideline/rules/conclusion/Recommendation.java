package org.spinepain.guideline.rules.conclusion;

import static java.util.Objects.requireNonNull;

import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.assessment.Basis;

/**
 * A recommendation addresses the procedure for this pain. Whether the guideline recommends against
 * it in this case is decided by the verdict rules.
 *
 * @param id the id of the recommendation
 * @param basis how it comes to address the procedure
 * @param rule the rule that concluded it
 */
public record Recommendation(String id, Basis basis, Rule rule) implements Conclusion {

  /** Refuses null with a {@link NullPointerException}. */
  public Recommendation {
    requireNonNull(id, "id");
    requireNonNull(basis, "basis");
    requireNonNull(rule, "rule");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Recommendation";
  }
}
