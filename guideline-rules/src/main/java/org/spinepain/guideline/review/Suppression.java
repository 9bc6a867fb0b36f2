package org.spinepain.guideline.review;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * Decides which numbers are withheld: the small ones, and as many more as are needed so that no
 * small one can be computed back. For each small number it looks for other requests that would give
 * the same numbers but for the one, and withholds all in which they differ. So whoever sees what is
 * left cannot tell the true requests from those others, in which the small number is another one.
 */
final class Suppression {

  private final CellCounts counts;
  private final Changes changes;
  private final int threshold;
  private final Set<Cell> withheld = new HashSet<>();

  private Change best;
  private long bestCost;

  private Suppression(CellCounts counts, Collection<Kind> kinds, int threshold) {
    this.counts = counts;
    this.changes = new Changes(counts, kinds);
    this.threshold = threshold;
  }

  /**
   * The cells to withhold.
   *
   * @param kinds the kinds of which there are requests
   * @param threshold the least number above zero that may be shown
   */
  static Set<Cell> of(
      Map<Breakdown, Map<List<String>, VerdictCounts>> rows,
      Collection<Kind> kinds,
      int threshold) {
    Suppression suppression = new Suppression(new CellCounts(rows), kinds, threshold);
    for (Breakdown table : Breakdown.values()) {
      rows.get(table).keySet().forEach(row -> suppression.protectRow(table, row));
    }
    return suppression.withheld;
  }

  private void protectRow(Breakdown table, List<String> row) {
    for (Cell cell : Cell.ofRow(table, row)) {
      long value = counts.of(cell);
      if ((table.showsEveryVerdict() || cell.isAgainst())
          && value > 0
          && value < threshold
          && !withheld.contains(cell)) {
        protect(cell);
      }
    }
  }

  private void protect(Cell cell) {
    best = null;
    bestCost = Long.MAX_VALUE;
    consider(changes.exchanges(cell), cell);
    if (best == null) {
      consider(changes.others(cell), cell);
    }
    if (best == null) {
      consider(Stream.of(changes.added(cell)), cell);
    }
    withheld.addAll(best.numbers().keySet());
  }

  private void consider(Stream<Change> possible, Cell cell) {
    possible
        .takeWhile(change -> bestCost > 0)
        .forEach(
            change -> {
              consider(change, cell);
              consider(change.reversed(), cell);
            });
  }

  private void consider(Change change, Cell cell) {
    if (change.numbers().containsKey(cell)) {
      long cost =
          change.numbers().keySet().stream()
              .filter(changed -> !withheld.contains(changed))
              .mapToLong(changed -> 1 + counts.of(changed))
              .sum();
      if (cost < bestCost && isPossible(change)) {
        best = change;
        bestCost = cost;
      }
    }
  }

  /** Whether requests could be like this. */
  private boolean isPossible(Change change) {
    Map<Cell, Integer> by = change.numbers();
    return by.entrySet().stream()
            .allMatch(
                entry -> counts.of(entry.getKey()) + entry.getValue() >= least(entry.getKey()))
        && by.keySet().stream()
            .filter(Cell::isAgainst)
            .allMatch(cell -> carriesRecommendations(cell, by));
  }

  /**
   * A group without request is left out, so one that stands in a table by one dimension has some.
   */
  private static int least(Cell cell) {
    return cell.table() == Breakdown.RECOMMENDATION
            || (cell.isTotal() && cell.table().dimensions().size() == 1)
        ? 1
        : 0;
  }

  /** A request against which the guideline recommends carries one recommendation at least. */
  private boolean carriesRecommendations(Cell cell, Map<Cell, Integer> by) {
    return switch (cell.table()) {
      case TOTAL, RECOMMENDATION ->
          carries(Cell.of(Breakdown.TOTAL, Verdict.RECOMMEND_AGAINST), by);
      case CLINIC, CLINIC_AND_RECOMMENDATION ->
          carries(Cell.of(Breakdown.CLINIC, Verdict.RECOMMEND_AGAINST, cell.labels().get(0)), by);
      default -> true;
    };
  }

  private boolean carries(Cell requests, Map<Cell, Integer> by) {
    long count = counts.of(requests) + by.getOrDefault(requests, 0);
    long carried = 0;
    for (String recommendation : counts.labels(Dimension.RECOMMENDATION)) {
      Cell cell =
          requests.table() == Breakdown.TOTAL
              ? Cell.of(Breakdown.RECOMMENDATION, Verdict.RECOMMEND_AGAINST, recommendation)
              : Cell.of(
                  Breakdown.CLINIC_AND_RECOMMENDATION,
                  Verdict.RECOMMEND_AGAINST,
                  requests.labels().get(0),
                  recommendation);
      long each = counts.of(cell) + by.getOrDefault(cell, 0);
      if (each > count) {
        return false;
      }
      carried += each;
    }
    return carried >= count;
  }
}
