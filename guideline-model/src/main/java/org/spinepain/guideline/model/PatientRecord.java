package org.spinepain.guideline.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The person, as far as known. At most one of the two is given; what the values may be is checked
 * when the case is built.
 *
 * @param birthDate the date of birth; not after the date of the assessment, at most 130 years
 *     before it
 * @param ageYears the age in completed years on the date of the assessment, from 0 to 130
 */
public record PatientRecord(Optional<LocalDate> birthDate, Optional<Integer> ageYears) {

  /** Refuses null with a {@link NullPointerException}. */
  public PatientRecord {
    requireNonNull(birthDate, "patient.birthDate");
    requireNonNull(ageYears, "patient.ageYears");
  }

  /** A person of this age, in completed years, on the date of the assessment. */
  public static PatientRecord aged(int years) {
    return new PatientRecord(Optional.empty(), Optional.of(years));
  }

  /** A person born on this date. */
  public static PatientRecord bornOn(LocalDate birthDate) {
    return new PatientRecord(Optional.of(birthDate), Optional.empty());
  }

  /** A person of whom no age is known. */
  public static PatientRecord ofUnknownAge() {
    return new PatientRecord(Optional.empty(), Optional.empty());
  }
}
