package org.spinepain.guideline.tests.table;

import static java.util.Objects.requireNonNull;

/** A text that is no decision table. The message says in which line, what was found and allowed. */
public class InvalidDecisionTableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line the line, counted from 1
   * @param place the table, and the column where one is meant
   * @param found what was found there
   * @param allowed what is allowed there
   */
  public InvalidDecisionTableException(int line, String place, String found, String allowed) {
    super(
        "decision table, line "
            + line
            + ", "
            + requireNonNull(place, "place")
            + ": found "
            + requireNonNull(found, "found")
            + "; allowed is "
            + requireNonNull(allowed, "allowed"));
    this.line = line;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }
}
