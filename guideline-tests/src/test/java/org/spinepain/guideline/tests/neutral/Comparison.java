package org.spinepain.guideline.tests.neutral;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rule of the README as anyone would write it, on JSON alone: stated fields only, numbers by
 * value, lists as sets. It knows no type of ours.
 */
final class Comparison {

  private Comparison() {}

  /** Whether an assessment has, for each procedure, what is expected of it. */
  static boolean agrees(Map<String, Object> expect, Map<String, Object> assessment) {
    List<Object> determinations = JsonTree.list(assessment.get("determinations"));
    return expect.entrySet().stream()
        .allMatch(
            procedure ->
                determinations.stream()
                    .filter(d -> procedure.getKey().equals(JsonTree.object(d).get("procedureId")))
                    .anyMatch(d -> matches(procedure.getValue(), d)));
  }

  private static boolean matches(Object stated, Object got) {
    if (stated instanceof Map<?, ?> fields) {
      return got instanceof Map<?, ?> all
          && fields.entrySet().stream()
              .allMatch(
                  field ->
                      all.containsKey(field.getKey())
                          && matches(field.getValue(), all.get(field.getKey())));
    }
    if (stated instanceof List<?> items) {
      return got instanceof List<?> all && items.size() == all.size() && eachHasItsOwn(items, all);
    }
    if (stated instanceof BigDecimal number) {
      return got instanceof BigDecimal other && number.compareTo(other) == 0;
    }
    return Objects.equals(stated, got);
  }

  private static boolean eachHasItsOwn(List<?> items, List<?> all) {
    List<Object> left = new ArrayList<>(all);
    for (Object item : items) {
      Object match = left.stream().filter(other -> matches(item, other)).findFirst().orElse(null);
      if (match == null) {
        return false;
      }
      left.remove(match);
    }
    return true;
  }
}
