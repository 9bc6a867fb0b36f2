package org.spinepain.guideline.model.fact;

import static java.util.Objects.requireNonNull;

/**
 * The spine pain, as rules see it.
 *
 * @param chronic whether it has lasted for 3 calendar months or more on the date of the assessment
 * @param pattern where it is felt
 * @param cancerRelated whether it is attributed to cancer; a past cancer with unrelated pain is not
 * @param inflammatory whether it is attributed to an inflammatory arthropathy
 * @param infection whether it is due to an infection
 * @param fracture whether it is due to a fracture
 */
public record SpinePain(
    boolean chronic,
    PainPattern pattern,
    boolean cancerRelated,
    boolean inflammatory,
    boolean infection,
    boolean fracture) {

  /** Refuses a null pattern with a {@link NullPointerException}. */
  public SpinePain {
    requireNonNull(pattern, "pattern");
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "SpinePain";
  }
}
