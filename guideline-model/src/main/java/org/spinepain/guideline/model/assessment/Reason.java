package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * Why the guideline makes no recommendation on the procedure.
 *
 * @param code its code in the rule pack
 * @param text what it says, in our words
 * @param provenance what stands behind it
 */
public record Reason(String code, String text, Provenance provenance) {

  /** Refuses null with a {@link NullPointerException}. */
  public Reason {
    requireNonNull(code, "code");
    requireNonNull(text, "text");
    requireNonNull(provenance, "provenance");
  }
}
