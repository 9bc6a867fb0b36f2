package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.PracticeContext;

/**
 * A clinic's protocol.
 *
 * @param name what the clinic calls it; 1 to 200 characters, not blank
 * @param practice the practice that it is of; what it asks about is a step of a protocol, whatever
 *     is stated here
 * @param steps its steps, in its order
 */
public record Protocol(String name, PracticeContext practice, List<ProtocolStep> steps) {

  private static final int LONGEST_NAME = 200;

  /**
   * Refuses null with a {@link NullPointerException}; with an {@link InvalidCaseException} a blank
   * or longer name, and two steps with one id. Keeps a copy of the list.
   */
  public Protocol {
    requireNonNull(name, "protocol");
    requireNonNull(practice, "practice");
    steps = List.copyOf(steps);
    int length = name.codePointCount(0, name.length());
    if (name.isBlank() || length > LONGEST_NAME) {
      throw new InvalidCaseException(
          "protocol",
          length > LONGEST_NAME ? "a text of " + length + " characters" : "a blank text",
          "a text of 1 to " + LONGEST_NAME + " characters that is not blank");
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      if (!ids.add(steps.get(i).id())) {
        throw new InvalidCaseException(
            "steps[" + i + "].id",
            "\"" + steps.get(i).id() + "\" again",
            "an id that no other step of the protocol has");
      }
    }
  }
}
