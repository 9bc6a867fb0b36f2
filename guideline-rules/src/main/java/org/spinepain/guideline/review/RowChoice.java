package org.spinepain.guideline.review;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * Chooses the rows that changes are tried with: where there are many, a few small and large ones.
 */
final class RowChoice {

  /** How many rows are tried as partners of a row, the smallest and the largest. */
  private static final int PARTNERS = 12;

  static final int FEW = 5;

  private final CellCounts counts;
  private final Map<Fitting, String> fitting = new HashMap<>();

  /** For what a label is looked for, and beside which others. */
  private record Fitting(
      Dimension added, Verdict verdict, boolean smallest, List<List<String>> beside) {}

  RowChoice(CellCounts counts) {
    this.counts = counts;
  }

  /**
   * These labels and one for each other dimension that is free of the kind, such that there are
   * requests like this one.
   *
   * @param smallest whether rows are the smallest that have any; else the largest
   */
  Map<Dimension, String> whole(Map<Dimension, String> known, Kind kind, boolean smallest) {
    Map<Dimension, String> all = new EnumMap<>(Dimension.class);
    all.putAll(known);
    kind.recommendations().stream()
        .findFirst()
        .ifPresent(id -> all.put(Dimension.RECOMMENDATION, id));
    for (Dimension dimension : Changes.FREE) {
      if (!all.containsKey(dimension) && !counts.labels(dimension).isEmpty()) {
        all.put(dimension, fitting(dimension, kind.verdict(), all, smallest));
      }
    }
    return all;
  }

  private String fitting(
      Dimension dimension, Verdict verdict, Map<Dimension, String> known, boolean smallest) {
    List<List<String>> beside =
        tables(dimension, verdict, Change.and(known, dimension, ""))
            .map(table -> table.dimensions().stream().map(d -> known.getOrDefault(d, "")).toList())
            .toList();
    return fitting.computeIfAbsent(
        new Fitting(dimension, verdict, smallest, beside),
        asked -> lookedFor(dimension, verdict, known, smallest));
  }

  private String lookedFor(
      Dimension dimension, Verdict verdict, Map<Dimension, String> known, boolean smallest) {
    ToLongFunction<String> count =
        label -> fitting(dimension, verdict, Change.and(known, dimension, label));
    List<String> all = counts.labels(dimension);
    Stream<String> some = all.stream().filter(label -> count.applyAsLong(label) > 0);
    Comparator<String> order = Comparator.comparingLong(count);
    return (smallest ? some.min(order) : some.max(order)).orElse(all.get(all.size() - 1));
  }

  /** How many requests there can be, at most, by the tables that a label was added to. */
  private long fitting(Dimension added, Verdict verdict, Map<Dimension, String> known) {
    return tables(added, verdict, known)
        .mapToLong(
            table ->
                counts.of(
                    new Cell(
                        table,
                        table.dimensions().stream().map(known::get).toList(),
                        Optional.of(verdict))))
        .min()
        .orElse(0);
  }

  /** The tables by this dimension, and by no other than those known, that count such requests. */
  private static Stream<Breakdown> tables(
      Dimension added, Verdict verdict, Map<Dimension, String> known) {
    return Stream.of(Breakdown.values())
        .filter(table -> table.dimensions().contains(added))
        .filter(table -> known.keySet().containsAll(table.dimensions()))
        .filter(table -> table.showsEveryVerdict() || verdict == Verdict.RECOMMEND_AGAINST);
  }

  /** Rows to exchange with this one, the smallest and the largest. */
  List<String> partners(Dimension dimension, String row) {
    // With one more at each end, since the row itself may be among them.
    List<String> all = counts.labels(dimension);
    List<String> some =
        all.size() <= PARTNERS + 1
            ? all
            : Stream.concat(
                    all.subList(0, PARTNERS - 1).stream(),
                    all.subList(all.size() - 3, all.size()).stream())
                .toList();
    return ends(some.stream().filter(label -> !label.equals(row)).toList(), PARTNERS);
  }

  /** Some of the labels that have requests, the smallest and the largest. */
  List<String> few(Dimension dimension, ToLongFunction<String> count) {
    return ends(
        counts.labels(dimension).stream()
            .filter(label -> count.applyAsLong(label) > 0)
            .sorted(Comparator.comparingLong(count))
            .toList(),
        FEW);
  }

  private static List<String> ends(List<String> sorted, int most) {
    return sorted.size() <= most
        ? sorted
        : Stream.concat(
                sorted.subList(0, most - 2).stream(),
                sorted.subList(sorted.size() - 2, sorted.size()).stream())
            .toList();
  }
}
