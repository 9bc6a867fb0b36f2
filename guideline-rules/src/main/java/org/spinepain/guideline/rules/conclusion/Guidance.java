package org.spinepain.guideline.rules.conclusion;

import static java.util.Objects.requireNonNull;

import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.assessment.GuidanceKind;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Status;

/**
 * What follows for the people involved.
 *
 * @param code the code of the guidance
 * @param kind what it is for
 * @param text what it says
 * @param status how far it has been checked
 * @param reading who says so
 * @param rule the rule that concluded it
 */
public record Guidance(
    String code, GuidanceKind kind, String text, Status status, Reading reading, Rule rule)
    implements Conclusion {

  /** Refuses null with a {@link NullPointerException}. */
  public Guidance {
    requireNonNull(code, "code");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
    requireNonNull(status, "status");
    requireNonNull(reading, "reading");
    requireNonNull(rule, "rule");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Guidance";
  }
}
