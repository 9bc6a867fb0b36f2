package org.spinepain.guideline.rules.conclusion;

import static java.util.Objects.requireNonNull;

import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Status;

/**
 * What a carried reason says.
 *
 * @param code the code of the reason
 * @param text what it says
 * @param status how far it has been checked
 * @param reading who says so
 * @param rule the rule that concluded it
 */
public record ReasonText(String code, String text, Status status, Reading reading, Rule rule)
    implements Conclusion {

  /** Refuses null with a {@link NullPointerException}. */
  public ReasonText {
    requireNonNull(code, "code");
    requireNonNull(text, "text");
    requireNonNull(status, "status");
    requireNonNull(reading, "reading");
    requireNonNull(rule, "rule");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "ReasonText";
  }
}
