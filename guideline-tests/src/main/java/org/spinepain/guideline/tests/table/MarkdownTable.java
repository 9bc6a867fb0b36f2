package org.spinepain.guideline.tests.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A table as it stands, its medicine unread. The line is that of its head. */
record MarkdownTable(String name, int line, List<String> columns, List<Row> rows) {

  MarkdownTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** This table, once it is seen to have these columns, in whatever order, and no others. */
  MarkdownTable withColumns(Collection<String> expected) {
    for (String column : columns) {
      if (!expected.contains(column)) {
        throw refused("the column \"" + column + "\"", String.join(" | ", expected));
      }
    }
    for (String column : expected) {
      if (!columns.contains(column)) {
        throw refused("no column \"" + column + "\"", String.join(" | ", expected));
      }
    }
    return this;
  }

  /** The rows by the code that each introduces in {@code column}, in the order of the table. */
  Map<String, Row> rowsBy(String column) {
    return rowsBy(row -> row.cell(column).code());
  }

  /** The rows by their code in {@code column}: one row for each of {@code expected}. */
  Map<String, Row> rowsBy(String column, Collection<String> expected) {
    return rowsBy(row -> row.cell(column).oneOf(expected), expected);
  }

  /** The rows by a key, in the order of the table: one row for each of {@code expected}. */
  Map<String, Row> rowsBy(Function<Row, String> key, Collection<String> expected) {
    Map<String, Row> byKey = rowsBy(key);
    for (String each : expected) {
      if (!byKey.containsKey(each)) {
        throw refused("no row `" + each + "`", "a row for each of " + Cell.listed(expected));
      }
    }
    return byKey;
  }

  private Map<String, Row> rowsBy(Function<Row, String> key) {
    Map<String, Row> byKey = new LinkedHashMap<>();
    for (Row row : rows) {
      String each = key.apply(row);
      Row first = byKey.put(each, row);
      if (first != null) {
        String found = "a second row `" + each + "`";
        String allowed = "only that of line " + first.line();
        throw new InvalidDecisionTableException(row.line(), name, found, allowed);
      }
    }
    return byKey;
  }

  private InvalidDecisionTableException refused(String found, String allowed) {
    return new InvalidDecisionTableException(line, name, found, allowed);
  }
}
