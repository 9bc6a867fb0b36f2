package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * What limits how far the determination can be relied on.
 *
 * @param code its code in the rule pack
 * @param text what it says, in our words
 * @param provenance what stands behind it
 */
public record Caveat(String code, String text, Provenance provenance) {

  /** Refuses null with a {@link NullPointerException}. */
  public Caveat {
    requireNonNull(code, "code");
    requireNonNull(text, "text");
    requireNonNull(provenance, "provenance");
  }
}
