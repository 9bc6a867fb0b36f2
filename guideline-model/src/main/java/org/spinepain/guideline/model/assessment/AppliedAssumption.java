package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import org.spinepain.guideline.model.Assumption;

/**
 * An assumption on which a determination rests.
 *
 * @param code the code of a {@link DefaultAssumption} or of an {@link Assumption}
 * @param by whose assumption it is
 */
public record AppliedAssumption(String code, AssumedBy by) {

  /** Refuses null with a {@link NullPointerException}. */
  public AppliedAssumption {
    requireNonNull(code, "code");
    requireNonNull(by, "by");
  }

  /** A default that was used. */
  public static AppliedAssumption of(DefaultAssumption assumption) {
    return new AppliedAssumption(assumption.code(), AssumedBy.DEFAULT);
  }

  /** An assumption of the host that took a possible answer away. */
  public static AppliedAssumption of(Assumption assumption) {
    return new AppliedAssumption(assumption.code(), AssumedBy.HOST);
  }
}
