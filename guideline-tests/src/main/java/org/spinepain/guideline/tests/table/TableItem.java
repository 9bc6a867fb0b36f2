package org.spinepain.guideline.tests.table;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of a table, or a cell of a matrix: something that a case can make use of.
 *
 * @param table the heading of the table
 * @param row the code in the first column; in the table of evidence pattern, technique and
 *     injectate, a blank between them
 * @param column the code above the cell; empty for a row
 */
public record TableItem(String table, String row, Optional<String> column) {

  /** Refuses null with a {@link NullPointerException}. */
  public TableItem {
    requireNonNull(table, "table");
    requireNonNull(row, "row");
    requireNonNull(column, "column");
  }

  static TableItem cell(String table, String row, String column) {
    return new TableItem(table, row, Optional.of(column));
  }

  static Stream<TableItem> rows(String table, Iterable<String> rows) {
    Stream.Builder<TableItem> items = Stream.builder();
    rows.forEach(row -> items.add(new TableItem(table, row, Optional.empty())));
    return items.build();
  }
}
