package org.spinepain.guideline.model.fact;

import static java.util.Objects.requireNonNull;

/**
 * The procedure, as rules see it.
 *
 * @param technique how it is done
 * @param injectate the drug given to treat the pain; never {@link Injectate#NONE} with an injection
 * @param intent what it is done for
 * @param setting where it is offered
 */
public record Procedure(Technique technique, Injectate injectate, Intent intent, Setting setting) {

  /**
   * Refuses a null component with a {@link NullPointerException}, and an injection of nothing with
   * an {@link IllegalArgumentException}.
   */
  public Procedure {
    requireNonNull(technique, "technique");
    requireNonNull(injectate, "injectate");
    requireNonNull(intent, "intent");
    requireNonNull(setting, "setting");
    if (!isPossible(technique, injectate)) {
      throw new IllegalArgumentException("an injection has an injectate other than none");
    }
  }

  /** Whether the two can go together: an injection always injects something. */
  public static boolean isPossible(Technique technique, Injectate injectate) {
    return !(technique.isInjection() && injectate == Injectate.NONE);
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Procedure";
  }
}
