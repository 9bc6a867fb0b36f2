package org.spinepain.guideline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A constant that documents write as a code: the name of the enum constant in lower case, its words
 * joined by hyphens ({@code AXIAL_AND_RADICULAR} is {@code axial-and-radicular}).
 */
public interface Coded {

  /** The name of the constant, as {@link Enum#name()} gives it. */
  String name();

  /** The code of this constant in documents. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code as words, for text that a person reads: {@code axial and radicular}. */
  default String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The constant of {@code type} with exactly this code; upper and lower case differ. */
  static <E extends Enum<E> & Coded> Optional<E> of(Class<E> type, String code) {
    return Optional.ofNullable(type.cast(ByCode.OF.get(type).get(code)));
  }

  /** The codes of all constants of {@code type}, in the order of their declaration. */
  static <E extends Enum<E> & Coded> List<String> codes(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
  }
}
