package org.spinepain.guideline.model.fact;

import static java.util.Objects.requireNonNull;

/**
 * What is known of the practice that asks, for guidance only; it changes no verdict.
 *
 * @param proceduresRemainCommon whether the host says that the procedures remain common in its
 *     jurisdiction
 * @param use what the question is about
 */
public record Practice(boolean proceduresRemainCommon, PracticeUse use) {

  /** Refuses a null use with a {@link NullPointerException}. */
  public Practice {
    requireNonNull(use, "use");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Practice";
  }
}
