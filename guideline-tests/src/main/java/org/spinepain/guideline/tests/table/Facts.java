package org.spinepain.guideline.tests.table;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Practice;
import org.spinepain.guideline.model.fact.Presentation;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.SpinePain;

/**
 * The facts of the model as the tables name them: each component of a fact record, such as {@code
 * pain.cancer-related}, with a code for each value, {@code yes} and {@code no} for booleans.
 */
final class Facts {

  static final List<String> YES_OR_NO = List.of("yes", "no");

  private static final Map<Class<? extends Record>, List<Fact>> FACTS =
      Map.of(
          Patient.class, components("patient", Patient.class),
          SpinePain.class, components("pain", SpinePain.class),
          Procedure.class, components("procedure", Procedure.class),
          Practice.class, components("practice", Practice.class),
          Presentation.class, components("presentation", Presentation.class));

  private Facts() {}

  private record Fact(String name, List<String> values, Method accessor) {

    String valueIn(Record facts) {
      try {
        Object value = accessor.invoke(facts);
        return value instanceof Boolean yes ? yesOrNo(yes) : ((Coded) value).code();
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("cannot read the fact " + name, e);
      }
    }
  }

  static String yesOrNo(boolean yes) {
    return yes ? "yes" : "no";
  }

  /** The names of the facts of these types, each with the codes of its possible values. */
  static Map<String, List<String>> of(List<Class<? extends Record>> types) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    types.forEach(type -> FACTS.get(type).forEach(fact -> values.put(fact.name(), fact.values())));
    return values;
  }

  /** The name of each fact of these records, with the code of its value. */
  static Map<String, String> valuesIn(Record... records) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Record facts : records) {
      for (Fact fact : FACTS.get(facts.getClass())) {
        values.put(fact.name(), fact.valueIn(facts));
      }
    }
    return values;
  }

  private static List<Fact> components(String subject, Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(part -> fact(subject, part)).toList();
  }

  private static Fact fact(String subject, RecordComponent component) {
    String words = component.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return new Fact(subject + "." + words, values(component.getType()), component.getAccessor());
  }

  private static List<String> values(Class<?> type) {
    return type == boolean.class
        ? YES_OR_NO
        : Arrays.stream(type.getEnumConstants()).map(value -> ((Coded) value).code()).toList();
  }
}
