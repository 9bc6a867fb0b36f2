package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Dimension;

/** Words for facts that are restricted to some of their values. */
final class FactWords {

  /** What is said of a fact that does not hold, and of one that does. */
  private static final Map<String, List<String>> TRUTHS =
      Map.of(
          "Patient.adult", List.of("in a patient who is not an adult", "in an adult"),
          "SpinePain.chronic", List.of("while the pain is acute", "once the pain is chronic"),
          "SpinePain.cancerRelated", List.of("not attributed to cancer", "attributed to cancer"),
          "SpinePain.inflammatory",
              List.of(
                  "not attributed to inflammatory arthropathy",
                  "attributed to inflammatory arthropathy"),
          "SpinePain.infection", List.of("not due to infection", "due to infection"),
          "SpinePain.fracture", List.of("not due to fracture", "due to fracture"),
          "Presentation.thoracic", List.of("at another level than thoracic", "at thoracic level"),
          "Presentation.nearDurationBoundary",
              List.of("not lasting near the boundary", "lasting near the boundary"),
          "Practice.proceduresRemainCommon",
              List.of(
                  "where it is not said that the procedures remain common",
                  "where the procedures remain common"));

  private FactWords() {}

  /** The facts in one phrase: the procedure, the pain, and the rest; empty for no restriction. */
  static String of(Map<Dimension, Set<Object>> restricted) {
    List<String> words = new ArrayList<>();
    for (Dimension dimension : inSpokenOrder()) {
      Set<Object> values = restricted.get(dimension);
      if (values != null) {
        words.add(phrase(dimension, values));
      }
    }
    return String.join(" ", words);
  }

  private static List<Dimension> inSpokenOrder() {
    List<Dimension> order = new ArrayList<>();
    for (Class<?> first : List.of(Technique.class, Injectate.class, PainPattern.class)) {
      CaseSpace.ALL.stream()
          .filter(dimension -> first.isInstance(dimension.values().get(0)))
          .forEach(order::add);
    }
    CaseSpace.ALL.stream().filter(dimension -> !order.contains(dimension)).forEach(order::add);
    return order;
  }

  private static String phrase(Dimension dimension, Set<Object> values) {
    Object any = dimension.values().get(0);
    List<Object> inOrder = new ArrayList<>(dimension.values());
    inOrder.retainAll(values);
    if (any instanceof Technique) {
      return or(inOrder, FactWords::technique);
    }
    if (any instanceof Injectate) {
      return or(inOrder, FactWords::injectate);
    }
    if (any instanceof PainPattern) {
      return "for " + or(inOrder, FactWords::pattern) + " pain";
    }
    if (any instanceof Boolean && TRUTHS.containsKey(dimension.name())) {
      return or(inOrder, value -> TRUTHS.get(dimension.name()).get((boolean) value ? 1 : 0));
    }
    return "with " + dimension.component() + " " + or(inOrder, FactWords::plain);
  }

  private static String technique(Object value) {
    return value == Technique.OTHER ? "a procedure of another kind" : plain(value);
  }

  private static String injectate(Object value) {
    if (value == Injectate.NONE) {
      return "alone";
    }
    return "with " + (value == Injectate.OTHER ? "another injectate" : plain(value));
  }

  private static String pattern(Object value) {
    return value == PainPattern.OTHER ? "neither axial nor radicular" : plain(value);
  }

  private static String plain(Object value) {
    return value instanceof Coded coded ? coded.words() : String.valueOf(value);
  }

  private interface Word {
    String of(Object value);
  }

  private static String or(List<Object> values, Word word) {
    return values.stream().map(word::of).collect(Collectors.joining(" or "));
  }
}
