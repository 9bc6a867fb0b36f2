package org.spinepain.guideline.engine.explain;

import java.util.Optional;
import org.spinepain.guideline.model.assessment.CaseFact;

/**
 * The facts of a case that decide, in the order in which they are listed: those that can be
 * unknown, and the other causes, which are always known since none listed means none.
 */
public enum Fact {
  /** Whether the person has reached the age from which the guideline applies. */
  PATIENT_AGE(CaseFact.PATIENT_AGE),
  /** Whether the pain has lasted long enough to be chronic. */
  PAIN_DURATION(CaseFact.PAIN_DURATION),
  /** Whether the pain is attributed to cancer. */
  PAIN_CANCER(CaseFact.PAIN_CANCER),
  /** Whether the pain is attributed to an inflammatory arthropathy. */
  PAIN_INFLAMMATORY_ARTHROPATHY(CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY),
  /** Whether the pain is due to an infection. */
  PAIN_INFECTION("pain.infection"),
  /** Whether the pain is due to a fracture. */
  PAIN_FRACTURE("pain.fracture"),
  /** Where the pain is felt. */
  PAIN_PATTERN(CaseFact.PAIN_PATTERN),
  /** How the procedure is done. */
  PROCEDURE_TECHNIQUE(CaseFact.PROCEDURE_TECHNIQUE),
  /** The drug that the procedure gives. */
  PROCEDURE_INJECTATE(CaseFact.PROCEDURE_INJECTATE),
  /** What the procedure is done for. */
  PROCEDURE_INTENT(CaseFact.PROCEDURE_INTENT),
  /** Where the procedure is offered. */
  PROCEDURE_SETTING(CaseFact.PROCEDURE_SETTING);

  private final String code;
  private final Optional<CaseFact> caseFact;

  Fact(CaseFact caseFact) {
    this.code = caseFact.code();
    this.caseFact = Optional.of(caseFact);
  }

  Fact(String code) {
    this.code = code;
    this.caseFact = Optional.empty();
  }

  /** The name of the fact in documents. */
  public String code() {
    return code;
  }

  /** The fact among those that can be unknown; empty for a cause that is listed or is not there. */
  public Optional<CaseFact> caseFact() {
    return caseFact;
  }
}
