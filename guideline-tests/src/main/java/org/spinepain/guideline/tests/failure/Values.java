package org.spinepain.guideline.tests.failure;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.tests.failure.RuleCriteria.Criterion;

/** The values of facts that a criterion is about. */
final class Values {

  private Values() {}

  /** As {@code chronic = false}; empty when the criterion reads no component of a fact. */
  static String of(Criterion criterion, Firing firing) {
    List<Object> facts = firing.ofType(criterion.type());
    if (facts.isEmpty()) {
      return "there is no " + criterion.type();
    }
    return facts.stream()
        .map(fact -> values(fact, criterion.text()))
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String values(Object fact, String text) {
    RecordComponent[] components = fact.getClass().getRecordComponents();
    return components == null
        ? ""
        : Arrays.stream(components)
            .filter(component -> !Rule.class.isAssignableFrom(component.getType()))
            .filter(component -> text.matches("(?s).*\\b" + component.getName() + "\\b.*"))
            .map(component -> component.getName() + " = " + value(component, fact))
            .collect(Collectors.joining(", "));
  }

  private static String value(RecordComponent component, Object fact) {
    try {
      Object value = component.getAccessor().invoke(fact);
      return value instanceof Coded coded ? coded.code() : String.valueOf(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
