package org.spinepain.guideline.model.fact;

/**
 * The person, as rules see them.
 *
 * @param adult whether the person has reached the age from which the guideline applies (18 years)
 *     on the date of the assessment
 */
public record Patient(boolean adult) {

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "Patient";
  }
}
