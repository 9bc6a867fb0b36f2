package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * A text of the rule pack in whose place an overlay has put another.
 *
 * @param of what the text belongs to
 * @param code its id or code in the rule pack
 * @param original what the rule pack says there
 * @param overlay the id of the overlay that replaced it
 */
public record ReplacedText(TextKind of, String code, String original, String overlay) {

  /** Refuses null with a {@link NullPointerException}. */
  public ReplacedText {
    requireNonNull(of, "of");
    requireNonNull(code, "code");
    requireNonNull(original, "original");
    requireNonNull(overlay, "overlay");
  }
}
