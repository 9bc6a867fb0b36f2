package org.spinepain.guideline.rules.conclusion;

import static java.util.Objects.requireNonNull;

import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;

/**
 * What a carried recommendation says. Whether it is read directly or by component stands in the
 * recommendation itself.
 *
 * @param id the id of the recommendation
 * @param direction its direction
 * @param strength its strength
 * @param text what it says
 * @param status how far it has been checked
 * @param rule the rule that concluded it
 */
public record RecommendationText(
    String id, Direction direction, Strength strength, String text, Status status, Rule rule)
    implements Conclusion {

  /** Refuses null with a {@link NullPointerException}. */
  public RecommendationText {
    requireNonNull(id, "id");
    requireNonNull(direction, "direction");
    requireNonNull(strength, "strength");
    requireNonNull(text, "text");
    requireNonNull(status, "status");
    requireNonNull(rule, "rule");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "RecommendationText";
  }
}
