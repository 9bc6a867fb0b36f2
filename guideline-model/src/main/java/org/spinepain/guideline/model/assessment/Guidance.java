package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * What follows from the verdict for the people involved.
 *
 * @param code its code in the rule pack
 * @param kind what it is for
 * @param text what it says, in our words
 * @param provenance what stands behind it
 */
public record Guidance(String code, GuidanceKind kind, String text, Provenance provenance) {

  /** Refuses null with a {@link NullPointerException}. */
  public Guidance {
    requireNonNull(code, "code");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
    requireNonNull(provenance, "provenance");
  }
}
