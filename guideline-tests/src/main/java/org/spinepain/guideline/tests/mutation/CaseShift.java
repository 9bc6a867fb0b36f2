package org.spinepain.guideline.tests.mutation;

import java.time.Period;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;

/**
 * Moves a boundary by days as cases see it: a case that began a day later is to a boundary what the
 * same case is to a boundary a day later.
 *
 * @param boundary the boundary
 * @param boundaryDays by how many days it is moved to a later date
 */
record CaseShift(Boundary boundary, int boundaryDays) {

  /** Nothing moved. */
  static final CaseShift NONE = new CaseShift(Boundary.CHRONIC, 0);

  /** The boundaries of the guideline. */
  enum Boundary {
    ADULT("the day on which a patient becomes an adult"),
    CHRONIC("the day on which pain becomes chronic");

    private final String words;

    Boundary(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** The case as it is to the moved boundary; as it was where there would be no such case. */
  ClinicalCase of(ClinicalCase original) {
    if (boundaryDays == 0) {
      return original;
    }
    try {
      return new ClinicalCase(
          original.caseId(),
          original.assessedOn(),
          patient(original.patient()),
          pain(original.pain()),
          original.procedures(),
          original.practice());
    } catch (InvalidCaseException impossible) {
      return original;
    }
  }

  private PatientRecord patient(PatientRecord patient) {
    return boundary == Boundary.ADULT && patient.birthDate().isPresent()
        ? PatientRecord.bornOn(patient.birthDate().get().plusDays(boundaryDays))
        : patient;
  }

  private PainHistory pain(PainHistory pain) {
    if (boundary != Boundary.CHRONIC) {
      return pain;
    }
    if (pain.onset().isPresent()) {
      return pain.since(pain.onset().get().plusDays(boundaryDays));
    }
    return pain.duration()
        .map(duration -> pain.lasting(duration.minus(Period.ofDays(boundaryDays))))
        .orElse(pain);
  }
}
