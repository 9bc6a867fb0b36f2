package org.spinepain.guideline.tests.lint;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;

/**
 * A mistake in a rule pack.
 *
 * @param code what kind of mistake
 * @param file the file, relative to the folder of the rules
 * @param line its line, from 1
 * @param column its column, from 1; 0 when only the line is known
 * @param rule the name of the rule; empty outside of rules
 * @param message what was found
 * @param instead what to write instead
 */
public record Finding(
    FindingCode code,
    String file,
    int line,
    int column,
    Optional<String> rule,
    String message,
    String instead)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::code)
          .thenComparing(Finding::message);

  /** Refuses null with a {@link NullPointerException}. */
  public Finding {
    requireNonNull(code, "code");
    requireNonNull(file, "file");
    requireNonNull(rule, "rule");
    requireNonNull(message, "message");
    requireNonNull(instead, "instead");
  }

  /** By place: file, line, column. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
