package org.spinepain.guideline.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The constants of each type by their code, since documents are read in numbers. */
final class ByCode {

  /** Of a type that is {@link Coded}. */
  static final ClassValue<Map<String, Coded>> OF =
      new ClassValue<>() {
        @Override
        protected Map<String, Coded> computeValue(Class<?> type) {
          return Arrays.stream(type.getEnumConstants())
              .map(Coded.class::cast)
              .collect(Collectors.toMap(Coded::code, Function.identity()));
        }
      };

  private ByCode() {}
}
