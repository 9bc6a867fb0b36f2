package org.spinepain.guideline.tests.table;

import static java.util.Objects.requireNonNull;

import org.spinepain.guideline.model.Coded;

/**
 * What a table says of a reason, a recommendation or a piece of guidance besides when it comes.
 *
 * @param table the heading of the table
 * @param code the code of the reason, recommendation or guidance
 * @param column the heading of the column
 * @param value what stands there
 */
public record TableStatement(String table, String code, String column, Coded value) {

  /** Refuses null with a {@link NullPointerException}. */
  public TableStatement {
    requireNonNull(table, "table");
    requireNonNull(code, "code");
    requireNonNull(column, "column");
    requireNonNull(value, "value");
  }
}
