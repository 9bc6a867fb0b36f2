package org.spinepain.guideline.review;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * Decides which numbers are withheld: the small ones, and as many more as are needed so that no
 * small one can be computed back. For each small number it looks for other requests that would give
 * the same numbers but for the one, and withholds all in which they differ. So whoever sees what is
 * left cannot tell the true requests from those others, in which the small number is another one.
 */
final class Suppression {

  /** How many rows are tried as partners of a row, the smallest and the largest. */
  private static final int PARTNERS = 12;

  private static final int FEW = 5;

  /** What is looked up over and over: in no order, which would be compared each time. */
  private final Map<Breakdown, Map<List<String>, VerdictCounts>> rows =
      new EnumMap<>(Breakdown.class);

  private final Map<Dimension, List<String>> labels = new EnumMap<>(Dimension.class);
  private final int threshold;
  private final Set<Cell> withheld = new HashSet<>();
  private final Map<Fitting, String> fitting = new HashMap<>();

  private Change best;
  private long bestCost;

  /** For what a label is looked for, and beside which others. */
  private record Fitting(
      Dimension added, Verdict verdict, boolean smallest, List<List<String>> beside) {}

  private Suppression(Map<Breakdown, Map<List<String>, VerdictCounts>> rows, int threshold) {
    rows.forEach((table, counts) -> this.rows.put(table, new HashMap<>(counts)));
    this.threshold = threshold;
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

  /**
   * The cells to withhold.
   *
   * @param threshold the least number above zero that may be shown
   */
  static Set<Cell> of(Map<Breakdown, Map<List<String>, VerdictCounts>> rows, int threshold) {
    Suppression suppression = new Suppression(rows, threshold);
    for (Breakdown table : Breakdown.values()) {
      rows.get(table).keySet().forEach(row -> suppression.protectRow(table, row));
    }
    return suppression.withheld;
  }

  private void protectRow(Breakdown table, List<String> row) {
    for (Cell cell : Cell.ofRow(table, row)) {
      long value = value(cell);
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
    Map<Dimension, String> known = known(cell);
    consider(exchanges(cell.table(), known), cell);
    if (best == null) {
      consider(otherChanges(cell, known), cell);
    }
    if (best == null) {
      consider(new Change().plus(verdictOf(cell), whole(known, verdictOf(cell), false)), cell);
    }
    withheld.addAll(best.numbers().keySet());
  }

  private void consider(Stream<Change> changes, Cell cell) {
    changes
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
              .mapToLong(changed -> 1 + value(changed))
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
            .allMatch(entry -> value(entry.getKey()) + entry.getValue() >= least(entry.getKey()))
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
      case TOTAL, RECOMMENDATION -> carries(Cell.of(Breakdown.TOTAL, against()), by);
      case CLINIC, CLINIC_AND_RECOMMENDATION ->
          carries(Cell.of(Breakdown.CLINIC, against(), cell.labels().get(0)), by);
      default -> true;
    };
  }

  private boolean carries(Cell requests, Map<Cell, Integer> by) {
    long count = value(requests) + by.getOrDefault(requests, 0);
    long carried = 0;
    for (String recommendation : labels.get(Dimension.RECOMMENDATION)) {
      Cell cell =
          requests.table() == Breakdown.TOTAL
              ? Cell.of(Breakdown.RECOMMENDATION, against(), recommendation)
              : Cell.of(
                  Breakdown.CLINIC_AND_RECOMMENDATION,
                  against(),
                  requests.labels().get(0),
                  recommendation);
      long each = value(cell) + by.getOrDefault(cell, 0);
      if (each > count) {
        return false;
      }
      carried += each;
    }
    return carried >= count;
  }

  private static Verdict against() {
    return Verdict.RECOMMEND_AGAINST;
  }

  private Stream<Change> exchanges(Breakdown table, Map<Dimension, String> known) {
    return table.dimensions().size() < 2
        ? Stream.empty()
        : exchanges(table.dimensions().get(0), table.dimensions().get(1), known);
  }

  private Stream<Change> otherChanges(Cell cell, Map<Dimension, String> known) {
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

  /** Two requests that exchange what they are labelled by, in a table by two dimensions. */
  private Stream<Change> exchanges(Dimension one, Dimension other, Map<Dimension, String> known) {
    return partners(one, known.get(one)).stream()
        .flatMap(
            another ->
                partners(other, known.get(other)).stream()
                    .map(
                        third ->
                            new Change()
                                .plus(against(), known)
                                .minus(against(), Change.and(known, other, third))
                                .plus(
                                    against(),
                                    Change.and(Change.and(known, one, another), other, third))
                                .minus(against(), Change.and(known, one, another))));
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
    if (verdict == against()) {
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
        value(Cell.of(table, against(), first ? row : other, first ? other : row)),
        value(Cell.of(table, against(), first ? partner : other, first ? other : partner)));
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
          && !labels.get(dimension).isEmpty()
          && (dimension != Dimension.RECOMMENDATION || verdict == against())) {
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
    List<String> all = labels.get(dimension);
    Stream<String> some = all.stream().filter(label -> count.applyAsLong(label) > 0);
    Comparator<String> order = Comparator.comparingLong(count);
    return (smallest ? some.min(order) : some.max(order)).orElse(all.get(all.size() - 1));
  }

  /** How many requests there can be, at most, by the tables that a label was added to. */
  private long fitting(Dimension added, Verdict verdict, Map<Dimension, String> known) {
    return tables(added, verdict, known)
        .mapToLong(
            table ->
                value(
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
        .filter(table -> table.showsEveryVerdict() || verdict == against());
  }

  private List<String> partners(Dimension dimension, String row) {
    // With one more at each end, since the row itself may be among them.
    List<String> all = labels.get(dimension);
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
        labels.get(dimension).stream()
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
                                value(new Cell(cell.table(), cell.labels(), Optional.of(verdict)))))
                    .orElseThrow());
  }

  private long value(Cell cell) {
    return cell.in(rows.get(cell.table()).getOrDefault(cell.labels(), VerdictCounts.NONE));
  }
}
