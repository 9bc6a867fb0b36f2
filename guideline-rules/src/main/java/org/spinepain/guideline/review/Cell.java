package org.spinepain.guideline.review;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * A number of a summary that is meant to be shown.
 *
 * @param table the table
 * @param labels the row
 * @param column a verdict; empty for the total of the row
 */
record Cell(Breakdown table, List<String> labels, Optional<Verdict> column) {

  static Cell of(Breakdown table, Verdict verdict, String... labels) {
    return new Cell(table, List.of(labels), Optional.of(verdict));
  }

  static Cell total(Breakdown table, String... labels) {
    return new Cell(table, List.of(labels), Optional.empty());
  }

  /** The cells of a row, its total first. */
  static List<Cell> ofRow(Breakdown table, List<String> labels) {
    return Stream.concat(
            Stream.of(Optional.<Verdict>empty()), Arrays.stream(Verdict.values()).map(Optional::of))
        .map(column -> new Cell(table, labels, column))
        .toList();
  }

  boolean isTotal() {
    return column.isEmpty();
  }

  /** Whether it counts requests against which the guideline recommends. */
  boolean isAgainst() {
    return column.equals(Optional.of(Verdict.RECOMMEND_AGAINST));
  }

  /** The number in this cell of its row. */
  long in(VerdictCounts row) {
    return column.map(row::of).orElseGet(row::total);
  }
}
