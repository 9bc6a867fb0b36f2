package org.spinepain.guideline.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One person, one spine pain and the procedures requested for it, on the date for which the
 * guideline is asked. A case that exists is valid: see {@link Builder#build()} for what is refused.
 *
 * @param caseId the host's name for the case; 1 to 200 characters, not blank
 * @param assessedOn the date for which the guideline is asked; nothing reads the clock instead
 * @param patient the person
 * @param pain the pain
 * @param procedures the procedures, 1 to 100, in the order in which they are answered
 * @param practice the practice that asks
 */
public record ClinicalCase(
    String caseId,
    LocalDate assessedOn,
    PatientRecord patient,
    PainHistory pain,
    List<ProcedureRequest> procedures,
    PracticeContext practice) {

  /**
   * Checks the case as a whole.
   *
   * @throws NullPointerException for a null, naming the field
   * @throws InvalidCaseException for what cannot be; see {@link Builder#build()}
   */
  public ClinicalCase {
    requireNonNull(caseId, "caseId");
    requireNonNull(assessedOn, "assessedOn");
    requireNonNull(patient, "patient");
    requireNonNull(pain, "pain");
    requireNonNull(practice, "practice");
    procedures = List.copyOf(requireNonNull(procedures, "procedures"));
    CaseValidation.check(caseId, assessedOn, patient, pain, procedures, practice);
  }

  /** Starts a case of which only its id and date are known. */
  public static Builder of(String caseId, LocalDate assessedOn) {
    return new Builder(caseId, assessedOn);
  }

  /** Gathers the parts of a case. What is not given is not known. Not thread-safe. */
  public static final class Builder {

    private final String caseId;
    private final LocalDate assessedOn;
    private PatientRecord patient = PatientRecord.ofUnknownAge();
    private PainHistory pain = PainHistory.ofUnknownPattern();
    private final List<ProcedureRequest> procedures = new ArrayList<>();
    private PracticeContext practice = PracticeContext.unstated();

    private Builder(String caseId, LocalDate assessedOn) {
      this.caseId = caseId;
      this.assessedOn = assessedOn;
    }

    /** The person. */
    public Builder patient(PatientRecord newPatient) {
      patient = newPatient;
      return this;
    }

    /** The pain. */
    public Builder pain(PainHistory newPain) {
      pain = newPain;
      return this;
    }

    /** One more procedure. */
    public Builder procedure(ProcedureRequest procedure) {
      procedures.add(requireNonNull(procedure, "procedure"));
      return this;
    }

    /** The practice that asks. */
    public Builder practice(PracticeContext newPractice) {
      practice = newPractice;
      return this;
    }

    /**
     * The case.
     *
     * @throws NullPointerException for a null, naming the field
     * @throws InvalidCaseException for an id or jurisdiction that is blank, over 200 characters or
     *     no valid Unicode; an assessment outside the years 1900 to 9999; a birth date or onset
     *     after the date of the assessment; both birth date and age, or both onset and duration; an
     *     age outside 0 to 130, stated or by birth date; a duration that is not positive; an onset,
     *     stated or by duration, before birth or before any birth that the stated age allows; no
     *     procedure, or more than 100; two procedures with one id; an injection with injectate none
     */
    public ClinicalCase build() {
      return new ClinicalCase(caseId, assessedOn, patient, pain, procedures, practice);
    }
  }
}
