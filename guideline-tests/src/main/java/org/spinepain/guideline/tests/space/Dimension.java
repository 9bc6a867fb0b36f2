package org.spinepain.guideline.tests.space;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spinepain.guideline.model.assessment.CaseFact;

/** A component of a fact that rules see, with all its values; equal to itself only. Immutable. */
public final class Dimension {

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

  private final Class<? extends Record> type;
  private final String component;
  private final String name;
  private final List<?> values;
  private final Object plainValue;
  private final Optional<CaseFact> fact;

  private Dimension(Class<? extends Record> type, RecordComponent component) {
    this.type = type;
    this.component = component.getName();
    this.name = type.getSimpleName() + "." + component.getName();
    this.values = values(component);
    boolean isHeldToBeTrue = name.equals("Patient.adult") || name.equals("SpinePain.chronic");
    this.plainValue = values.get(isHeldToBeTrue ? 1 : 0);
    this.fact = Optional.ofNullable(CAN_BE_UNKNOWN.get(name));
  }

  /** The type of the fact. */
  public Class<? extends Record> type() {
    return type;
  }

  /** The name of the component. */
  public String component() {
    return component;
  }

  /** The type of the fact, a dot, and the component. */
  public String name() {
    return name;
  }

  /** All its values: false and true, or the constants of its enum. */
  public List<?> values() {
    return values;
  }

  /** What a case can leave unknown about it; empty when it is always known. */
  public Optional<CaseFact> fact() {
    return fact;
  }

  /** The value of a case of which nothing special is told. */
  Object plainValue() {
    return plainValue;
  }

  /** How many values it has. */
  int size() {
    return values.size();
  }

  /** The dimensions of this type of fact, in the order of its components. */
  static List<Dimension> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> new Dimension(type, component))
        .toList();
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

  @Override
  public String toString() {
    return name;
  }
}
