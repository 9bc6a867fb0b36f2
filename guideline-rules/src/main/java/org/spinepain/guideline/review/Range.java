package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The values from one to another, both among them.
 *
 * @param from the least; absent when there is none
 * @param to the greatest; absent when there is none
 * @param <T> the type of the values
 */
public record Range<T>(Optional<T> from, Optional<T> to) {

  /** Refuses null with a {@link NullPointerException}. */
  public Range {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  /** All values. */
  public static <T> Range<T> any() {
    return new Range<>(Optional.empty(), Optional.empty());
  }

  /** This value, and greater ones. */
  public static <T> Range<T> from(T least) {
    return new Range<>(Optional.of(least), Optional.empty());
  }

  /** This value, and lesser ones. */
  public static <T> Range<T> upTo(T greatest) {
    return new Range<>(Optional.empty(), Optional.of(greatest));
  }

  /** The values from one to another. */
  public static <T> Range<T> between(T least, T greatest) {
    return new Range<>(Optional.of(least), Optional.of(greatest));
  }

  /** Whether it takes all values. */
  public boolean isAny() {
    return from.isEmpty() && to.isEmpty();
  }
}
