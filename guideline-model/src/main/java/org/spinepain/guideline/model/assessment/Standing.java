package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Optional;

/**
 * The standing of the guideline, said once per assessment.
 *
 * @param state the state of the edition
 * @param text what a reader must know of it, in our words
 * @param checkedTo the month up to which the state was checked
 * @param original what the rule pack says, where an overlay has put a translation for the text
 */
public record Standing(
    EditionState state, String text, YearMonth checkedTo, Optional<String> original) {

  /** Refuses null with a {@link NullPointerException}. */
  public Standing {
    requireNonNull(state, "state");
    requireNonNull(text, "text");
    requireNonNull(checkedTo, "checkedTo");
    requireNonNull(original, "original");
  }

  /** The standing in the words of the rule pack. */
  public Standing(EditionState state, String text, YearMonth checkedTo) {
    this(state, text, checkedTo, Optional.empty());
  }

  /** The same with a translation in place of the text. */
  public Standing translated(String translation) {
    return new Standing(state, translation, checkedTo, Optional.of(original.orElse(text)));
  }
}
