package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * What a site adds to a determination. It is no fact of the guideline: show it apart from the
 * guideline's own guidance and caveats, under the name of the overlay's owner.
 *
 * @param code its code in the overlay
 * @param kind what it is
 * @param text what it says, in the site's words
 * @param overlay the id of the overlay that it comes from
 */
public record LocalItem(String code, LocalKind kind, String text, String overlay) {

  /** Refuses null with a {@link NullPointerException}. */
  public LocalItem {
    requireNonNull(code, "code");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
    requireNonNull(overlay, "overlay");
  }
}
