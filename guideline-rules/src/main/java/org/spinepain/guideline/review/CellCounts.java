package org.spinepain.guideline.review;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers in all cells of a summary, and the labels of its rows. */
final class CellCounts {

  /** What is looked up over and over: in no order, which would be compared each time. */
  private final Map<Breakdown, Map<List<String>, VerdictCounts>> rows =
      new EnumMap<>(Breakdown.class);

  private final Map<Dimension, List<String>> labels = new EnumMap<>(Dimension.class);

  CellCounts(Map<Breakdown, Map<List<String>, VerdictCounts>> rows) {
    rows.forEach((table, counts) -> this.rows.put(table, new HashMap<>(counts)));
    for (Breakdown breakdown : Breakdown.values()) {
      if (breakdown.dimensions().size() == 1) {
        labels.put(
            breakdown.dimensions().get(0),
            rows.get(breakdown).entrySet().stream()
                .sorted(Comparator.comparingLong(row -> row.getValue().total()))
                .map(row -> row.getKey().get(0))
                .toList());
      }
    }
  }

  /** The number in a cell; zero where there is no such row. */
  long of(Cell cell) {
    return cell.in(rows.get(cell.table()).getOrDefault(cell.labels(), VerdictCounts.NONE));
  }

  /** The labels of the rows by this dimension, the one with the fewest requests first. */
  List<String> labels(Dimension dimension) {
    return labels.get(dimension);
  }
}
