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
 * Looks for changes of the requests that change the number in a cell and few others. Of each the
 * reverse is meant as well. Whether requests could be like that is not asked here.
 */
final class Changes {

  /** How many rows are tried as partners of a row, the smallest and the largest. */
  private static final int PARTNERS = 12;

  private static final int FEW = 5;

  private final CellCounts counts;
  private final Map<Fitting, String> fitting = new HashMap<>();

  /** For what a label is looked for, and beside which others. */
  private record Fitting(
      Dimension added, Verdict verdict, boolean smallest, List<List<String>> beside) {}

  Changes(CellCounts counts) {
    this.counts = counts;
  }

  /** Two requests exchange what they are labelled by; only of a table by two dimensions. */
  Stream<Change> exchanges(Cell cell) {
    List<Dimension> dimensions = cell.table().dimensions();
    return dimensions.size() < 2
        ? Stream.empty()
        : exchanges(dimensions.get(0), dimensions.get(1), known(cell));
  }

  /** One request has another verdict or label, or two requests exchange their verdicts. */
  Stream<Change> others(Cell cell) {
    Map<Dimension, String> known = known(cell);
    Stream<Change> changes =
        cell.column().stream().flatMap(verdict -> otherVerdicts(verdict, known));
    for (Dimension dimension : cell.table().dimensions()) {
      for (Verdict verdict : cell.column().map(List::of).orElse(List.of(Verdict.values()))) {
        changes = Stream.concat(changes, moves(dimension, verdict, known));
        if (!cell.isTotal() && dimension != Dimension.RECOMMENDATION) {
          changes = Stream.concat(changes, swaps(dimension, verdict, known));
        }
      }
    }
    return changes;
  }

  /** There is one request more. */
  Change added(Cell cell) {
    Verdict verdict = verdictOf(cell);
    return new Change().plus(verdict, whole(known(cell), verdict, false));
  }

  /** Two requests that exchange what they are labelled by, in a table by two dimensions. */
  private Stream<Change> exchanges(Dimension one, Dimension other, Map<Dimension, String> known) {
    return partners(one, known.get(one)).stream()
        .flatMap(
            another ->
                partners(other, known.get(other)).stream()
                    .map(
                        third ->
                            new Change()
                                .plus(Verdict.RECOMMEND_AGAINST, known)
                                .minus(Verdict.RECOMMEND_AGAINST, Change.and(known, other, third))
                                .plus(
                                    Verdict.RECOMMEND_AGAINST,
                                    Change.and(Change.and(known, one, another), other, third))
                                .minus(
                                    Verdict.RECOMMEND_AGAINST, Change.and(known, one, another))));
  }

  /** A request that moves to another row. */
  private Stream<Change> moves(Dimension dimension, Verdict verdict, Map<Dimension, String> known) {
    return partners(dimension, known.get(dimension)).stream()
        .flatMap(
            partner ->
                alongside(dimension, verdict, partner, known).stream()
                    .map(
                        row ->
                            new Change()
                                .plus(verdict, row)
                                .minus(verdict, Change.and(row, dimension, partner))));
  }

  /** Two requests of different rows that exchange their verdicts. */
  private Stream<Change> swaps(Dimension dimension, Verdict verdict, Map<Dimension, String> known) {
    Map<Dimension, String> alone = Map.of(dimension, known.get(dimension));
    return partners(dimension, known.get(dimension)).stream()
        .flatMap(
            partner ->
                Stream.of(Verdict.values())
                    .filter(other -> other != verdict)
                    .flatMap(
                        other ->
                            alongside(dimension, verdict, partner, known).stream()
                                .flatMap(
                                    row ->
                                        alongside(dimension, other, partner, alone).stream()
                                            .map(
                                                second ->
                                                    new Change()
                                                        .plus(verdict, row)
                                                        .minus(
                                                            verdict,
                                                            Change.and(row, dimension, partner))
                                                        .minus(other, second)
                                                        .plus(
                                                            other,
                                                            Change.and(
                                                                second, dimension, partner))))));
  }

  /** A request whose verdict is another one. */
  private Stream<Change> otherVerdicts(Verdict verdict, Map<Dimension, String> known) {
    return Stream.of(Verdict.values())
        .filter(other -> other != verdict)
        .flatMap(
            other ->
                Stream.of(verdict, other)
                    .flatMap(
                        taken ->
                            Stream.of(true, false).map(smallest -> whole(known, taken, smallest)))
                    .map(row -> new Change().plus(verdict, row).minus(other, row)));
  }

  /**
   * What else must be known of a request that changes its row, since a table by two dimensions
   * counts it.
   */
  private List<Map<Dimension, String>> alongside(
      Dimension dimension, Verdict verdict, String partner, Map<Dimension, String> known) {
    List<Map<Dimension, String>> all = List.of(known);
    if (verdict == Verdict.RECOMMEND_AGAINST) {
      for (Breakdown table :
          List.of(Breakdown.MONTH_AND_CLINIC, Breakdown.CLINIC_AND_RECOMMENDATION)) {
        Dimension first = table.dimensions().get(0);
        Dimension second = table.dimensions().get(1);
        if (dimension == first && !known.containsKey(second)) {
          all = Change.each(all, second, few(second, o -> value(table, known, partner, first, o)));
        } else if (dimension == second && !known.containsKey(first)) {
          all = Change.each(all, first, few(first, o -> value(table, known, partner, second, o)));
        }
      }
    }
    return all;
  }

  /** The larger of the numbers of two rows, for one label of the other dimension. */
  private long value(
      Breakdown table,
      Map<Dimension, String> known,
      String partner,
      Dimension dimension,
      String other) {
    boolean first = table.dimensions().get(0) == dimension;
    String row = known.get(dimension);
    return Math.max(
        counts.of(
            Cell.of(table, Verdict.RECOMMEND_AGAINST, first ? row : other, first ? other : row)),
        counts.of(
            Cell.of(
                table,
                Verdict.RECOMMEND_AGAINST,
                first ? partner : other,
                first ? other : partner)));
  }

  /**
   * These labels and one for each other dimension that has any, such that there are requests of
   * this verdict.
   *
   * @param smallest whether rows are the smallest that have any; else the largest
   */
  private Map<Dimension, String> whole(
      Map<Dimension, String> known, Verdict verdict, boolean smallest) {
    Map<Dimension, String> all = new EnumMap<>(Dimension.class);
    all.putAll(known);
    for (Dimension dimension :
        List.of(
            Dimension.CLINIC,
            Dimension.MONTH,
            Dimension.RECOMMENDATION,
            Dimension.TECHNIQUE,
            Dimension.PATTERN,
            Dimension.LEVEL,
            Dimension.REFERRER)) {
      if (!all.containsKey(dimension)
          && !counts.labels(dimension).isEmpty()
          && (dimension != Dimension.RECOMMENDATION || verdict == Verdict.RECOMMEND_AGAINST)) {
        all.put(dimension, fitting(dimension, verdict, all, smallest));
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

  private List<String> partners(Dimension dimension, String row) {
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
  private List<String> few(Dimension dimension, ToLongFunction<String> count) {
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

  private static Map<Dimension, String> known(Cell cell) {
    Map<Dimension, String> known = new EnumMap<>(Dimension.class);
    for (int i = 0; i < cell.labels().size(); i++) {
      known.put(cell.table().dimensions().get(i), cell.labels().get(i));
    }
    return known;
  }

  /** The verdict of this cell; of a total, that of most of its requests. */
  private Verdict verdictOf(Cell cell) {
    return cell.column()
        .orElseGet(
            () ->
                Stream.of(Verdict.values())
                    .max(
                        Comparator.comparingLong(
                            verdict ->
                                counts.of(
                                    new Cell(cell.table(), cell.labels(), Optional.of(verdict)))))
                    .orElseThrow());
  }
}
