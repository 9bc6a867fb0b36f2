package org.spinepain.guideline.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a host stated about a part of a procedure that has a default: a value, that the value is
 * unspecified, or nothing at all. The difference matters: nothing stated takes the documented
 * default, which the determination then lists; unspecified is unknown, and is never replaced by a
 * default.
 *
 * @param <T> the type of the value
 */
public sealed interface Stated<T> {

  /** A value was stated. */
  record Value<T>(T value) implements Stated<T> {

    /** Refuses null with a {@link NullPointerException}. */
    public Value {
      requireNonNull(value, "value");
    }

    @Override
    public Optional<T> known() {
      return Optional.of(value);
    }
  }

  /** It was stated that the value is not known. */
  record Unspecified<T>() implements Stated<T> {}

  /** Nothing was stated. */
  record Nothing<T>() implements Stated<T> {}

  /** The value, if one was stated. */
  default Optional<T> known() {
    return Optional.empty();
  }

  /** The stated value {@code value}. */
  static <T> Stated<T> of(T value) {
    return new Value<>(value);
  }

  /** That the value is not known. */
  static <T> Stated<T> unspecified() {
    return new Unspecified<>();
  }

  /** Nothing stated. */
  static <T> Stated<T> nothing() {
    return new Nothing<>();
  }
}
