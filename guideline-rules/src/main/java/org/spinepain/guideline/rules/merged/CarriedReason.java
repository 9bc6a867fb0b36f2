package org.spinepain.guideline.rules.merged;

import static java.util.Objects.requireNonNull;

/**
 * A reason that the merged determination carries.
 *
 * @param code the code of the reason
 */
public record CarriedReason(String code) {

  /** Refuses null with a {@link NullPointerException}. */
  public CarriedReason {
    requireNonNull(code, "code");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "CarriedReason";
  }
}
