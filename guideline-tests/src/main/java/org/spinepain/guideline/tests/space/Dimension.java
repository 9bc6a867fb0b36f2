package org.spinepain.guideline.tests.space;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spinepain.guideline.model.assessment.CaseFact;

/**
 * A component of a fact that rules see, with all its values.
 *
 * @param type the type of the fact
 * @param component the name of the component
 * @param values all its values: false and true, or the constants of its enum
 * @param fact what a case can leave unknown about it; empty when it is always known
 */
public record Dimension(
    Class<? extends Record> type, String component, List<?> values, Optional<CaseFact> fact) {

  private static final Map<String, CaseFact> CAN_BE_UNKNOWN =
      Map.of(
          "Patient.adult", CaseFact.PATIENT_AGE,
          "SpinePain.chronic", CaseFact.PAIN_DURATION,
          "SpinePain.pattern", CaseFact.PAIN_PATTERN,
          "SpinePain.cancerRelated", CaseFact.PAIN_CANCER,
          "SpinePain.inflammatory", CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY,
          "Procedure.technique", CaseFact.PROCEDURE_TECHNIQUE,
          "Procedure.injectate", CaseFact.PROCEDURE_INJECTATE,
          "Procedure.intent", CaseFact.PROCEDURE_INTENT,
          "Procedure.setting", CaseFact.PROCEDURE_SETTING);

  /** The type of the fact, a dot, and the component. */
  public String name() {
    return type.getSimpleName() + "." + component;
  }

  /** The value of a case of which nothing special is told. */
  Object plainValue() {
    boolean isHeldToBeTrue = name().equals("Patient.adult") || name().equals("SpinePain.chronic");
    return values.get(isHeldToBeTrue ? 1 : 0);
  }

  /** How many values it has. */
  int size() {
    return values.size();
  }

  /** The dimensions of this type of fact, in the order of its components. */
  static List<Dimension> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(component -> of(type, component)).toList();
  }

  private static Dimension of(Class<? extends Record> type, RecordComponent component) {
    return new Dimension(
        type,
        component.getName(),
        values(component),
        Optional.ofNullable(CAN_BE_UNKNOWN.get(type.getSimpleName() + "." + component.getName())));
  }

  private static List<?> values(RecordComponent component) {
    if (component.getType() == boolean.class) {
      return List.of(false, true);
    }
    if (component.getType().isEnum()) {
      return List.of(component.getType().getEnumConstants());
    }
    throw new IllegalStateException(
        component.getDeclaringRecord() + "." + component.getName() + " is not finite");
  }
}
