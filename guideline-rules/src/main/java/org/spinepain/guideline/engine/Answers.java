package org.spinepain.guideline.engine;

import java.util.List;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.CaseFact;

/**
 * How answers to facts are written, and which fields of a case document give them.
 *
 * @param boundaries what the answers about age and duration are named after
 */
record Answers(Boundaries boundaries) {

  /** The code of an answer. */
  String code(CaseFact fact, Object answer) {
    if (answer instanceof Coded coded) {
      return coded.code();
    }
    String side = Boolean.TRUE.equals(answer) ? "at-least-" : "below-";
    return fact == CaseFact.PATIENT_AGE
        ? side + boundaries.adultYears()
        : side + boundaries.chronicMonths() + "-months";
  }

  /**
   * The fields of a case document, any one of which answers a fact about the procedure at this
   * position.
   */
  static List<String> fields(CaseFact fact, int procedure) {
    String path = "procedures[" + procedure + "].";
    return switch (fact) {
      case PATIENT_AGE -> List.of("patient.birthDate", "patient.ageYears");
      case PAIN_DURATION -> List.of("pain.onset", "pain.duration");
      case PAIN_CANCER -> List.of("pain.cancer");
      case PAIN_INFLAMMATORY_ARTHROPATHY -> List.of("pain.inflammatoryArthropathy");
      case PAIN_PATTERN -> List.of("pain.pattern");
      case PROCEDURE_TECHNIQUE -> List.of(path + "technique");
      case PROCEDURE_INJECTATE -> List.of(path + "injectate");
      case PROCEDURE_INTENT -> List.of(path + "intent");
      case PROCEDURE_SETTING -> List.of(path + "setting");
    };
  }
}
