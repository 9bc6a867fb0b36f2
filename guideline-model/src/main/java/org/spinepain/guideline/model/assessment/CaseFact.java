package org.spinepain.guideline.model.assessment;

/** The facts of a case that can be unknown, in the order in which they are listed. */
public enum CaseFact {
  /** Whether the person has reached the age from which the guideline applies. */
  PATIENT_AGE("patient.age"),
  /** Whether the pain has lasted long enough to be chronic. */
  PAIN_DURATION("pain.duration"),
  /** Whether the pain is attributed to cancer. */
  PAIN_CANCER("pain.cancer"),
  /** Whether the pain is attributed to an inflammatory arthropathy. */
  PAIN_INFLAMMATORY_ARTHROPATHY("pain.inflammatory-arthropathy"),
  /** Where the pain is felt. */
  PAIN_PATTERN("pain.pattern"),
  /** How the procedure is done. */
  PROCEDURE_TECHNIQUE("procedure.technique"),
  /** The drug that the procedure gives. */
  PROCEDURE_INJECTATE("procedure.injectate"),
  /** What the procedure is done for. */
  PROCEDURE_INTENT("procedure.intent"),
  /** Where the procedure is offered. */
  PROCEDURE_SETTING("procedure.setting");

  private final String code;

  CaseFact(String code) {
    this.code = code;
  }

  /** The name of the fact in documents. */
  public String code() {
    return code;
  }
}
