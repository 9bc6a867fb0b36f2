package org.spinepain.guideline.tests.table;

import java.util.Map;

/** A row of a table, its cells by column. */
record Row(int line, Map<String, Cell> cells) {

  Row {
    cells = Map.copyOf(cells);
  }

  Cell cell(String column) {
    return cells.get(column);
  }
}
