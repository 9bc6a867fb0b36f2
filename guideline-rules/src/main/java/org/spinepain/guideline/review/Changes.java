package org.spinepain.guideline.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * Looks for changes of the requests that change the number in a cell and few others. Of each the
 * reverse is meant as well. Whether requests could be like that is not asked here.
 */
final class Changes {

  /** What a request is counted by beside its kind. */
  static final List<Dimension> FREE =
      List.of(Dimension.CLINIC, Dimension.MONTH, Dimension.LEVEL, Dimension.REFERRER);

  private final CellCounts counts;
  private final RowChoice rows;
  private final Map<Verdict, List<Kind>> kinds = new EnumMap<>(Verdict.class);

  /**
   * @param kinds the kinds of which there are requests; no change makes another, which might be one
   *     that the rules never make
   */
  Changes(CellCounts counts, Collection<Kind> kinds) {
    this.counts = counts;
    this.rows = new RowChoice(counts);
    for (Verdict verdict : Verdict.values()) {
      this.kinds.put(
          verdict, kinds.stream().filter(kind -> kind.verdict() == verdict).sorted().toList());
    }
  }

  /** Two requests exchange what they are labelled by; only of a table by two dimensions. */
  Stream<Change> exchanges(Cell cell) {
    return switch (cell.table()) {
      case MONTH_AND_CLINIC -> exchangesOfMonths(cell.labels().get(0), cell.labels().get(1));
      case CLINIC_AND_RECOMMENDATION -> exchangesOfKinds(cell);
      default -> Stream.empty();
    };
  }

  /** One request has another verdict or label, or two requests exchange their verdicts. */
  Stream<Change> others(Cell cell) {
    Stream<Change> changes = otherVerdicts(cell);
    for (Verdict verdict : cell.column().map(List::of).orElse(List.of(Verdict.values()))) {
      changes =
          Stream.of(changes, otherKinds(cell, verdict), swappedKinds(cell, verdict))
              .flatMap(each -> each);
      for (Dimension dimension : known(cell).keySet()) {
        changes = Stream.concat(changes, moves(dimension, verdict, cell));
        if (!cell.isTotal()) {
          changes = Stream.concat(changes, swaps(dimension, verdict, cell));
        }
      }
    }
    return changes;
  }

  /** There is one request more. */
  Change added(Cell cell) {
    Kind kind =
        Stream.concat(Stream.of(verdictOf(cell)), Stream.of(Verdict.values()))
            .flatMap(verdict -> kinds(verdict, cell))
            .findFirst()
            .orElseThrow();
    return new Change().plus(kind, rows.whole(known(cell), kind, false));
  }

  private Stream<Kind> kinds(Verdict verdict, Cell cell) {
    return kinds.get(verdict).stream().filter(kind -> kind.canCountIn(cell));
  }

  /** Two requests that exchange their months; each keeps its clinic. */
  private Stream<Change> exchangesOfMonths(String month, String clinic) {
    Kind any = kinds.get(Verdict.RECOMMEND_AGAINST).get(0);
    return rows.partners(Dimension.MONTH, month).stream()
        .flatMap(
            otherMonth ->
                rows.partners(Dimension.CLINIC, clinic).stream()
                    .map(
                        otherClinic ->
                            new Change()
                                .plus(any, at(month, clinic))
                                .minus(any, at(otherMonth, clinic))
                                .plus(any, at(otherMonth, otherClinic))
                                .minus(any, at(month, otherClinic))));
  }

  private static Map<Dimension, String> at(String month, String clinic) {
    return Map.of(Dimension.MONTH, month, Dimension.CLINIC, clinic);
  }

  /** Two requests of two clinics that exchange their kinds. */
  private Stream<Change> exchangesOfKinds(Cell cell) {
    Map<Dimension, String> known = known(cell);
    return pairs(cell, Verdict.RECOMMEND_AGAINST)
        .flatMap(
            pair ->
                rows.partners(Dimension.CLINIC, known.get(Dimension.CLINIC)).stream()
                    .map(clinic -> Map.of(Dimension.CLINIC, clinic))
                    .map(
                        other ->
                            new Change()
                                .plus(pair.in(), known)
                                .minus(pair.out(), known)
                                .plus(pair.out(), other)
                                .minus(pair.in(), other)));
  }

  /** A kind of which a request counts in a cell, and one of the same verdict of which none does. */
  private record Pair(Kind in, Kind out) {}

  private Stream<Pair> pairs(Cell cell, Verdict verdict) {
    return kinds(verdict, cell)
        .flatMap(
            in ->
                kinds.get(verdict).stream()
                    .filter(out -> !out.canCountIn(cell))
                    .map(out -> new Pair(in, out)));
  }

  /** A request of another kind with the same verdict. */
  private Stream<Change> otherKinds(Cell cell, Verdict verdict) {
    return pairs(cell, verdict)
        .flatMap(
            pair ->
                where(pair, known(cell)).stream()
                    .map(row -> new Change().plus(pair.in(), row).minus(pair.out(), row)));
  }

  /** Two requests of different techniques, or patterns, that exchange their verdicts. */
  private Stream<Change> swappedKinds(Cell cell, Verdict verdict) {
    if (cell.isTotal()
        || (cell.table() != Breakdown.TECHNIQUE && cell.table() != Breakdown.PATTERN)) {
      return Stream.empty();
    }
    Function<Kind, String> row =
        cell.table() == Breakdown.TECHNIQUE ? Kind::technique : Kind::pattern;
    Function<Kind, String> other =
        cell.table() == Breakdown.TECHNIQUE ? Kind::pattern : Kind::technique;
    String label = cell.labels().get(0);
    return pairs(cell, verdict)
        .filter(pair -> other.apply(pair.in()).equals(other.apply(pair.out())))
        .flatMap(
            pair ->
                Stream.of(Verdict.values())
                    .filter(second -> second != verdict)
                    .flatMap(second -> pairs(Cell.of(cell.table(), second, label), second))
                    .filter(second -> other.apply(second.in()).equals(other.apply(second.out())))
                    .filter(second -> row.apply(second.out()).equals(row.apply(pair.out())))
                    .flatMap(
                        second ->
                            where(pair, Map.of()).stream()
                                .flatMap(
                                    first ->
                                        where(second, Map.of()).stream()
                                            .map(
                                                then ->
                                                    new Change()
                                                        .plus(pair.in(), first)
                                                        .minus(pair.out(), first)
                                                        .minus(second.in(), then)
                                                        .plus(second.out(), then)))));
  }

  /** What must be known of a request whose kind changes: its clinic, unless it carries the same. */
  private List<Map<Dimension, String>> where(Pair pair, Map<Dimension, String> known) {
    return known.containsKey(Dimension.CLINIC)
            || pair.in().recommendations().equals(pair.out().recommendations())
        ? List.of(known)
        : Change.each(
            List.of(known),
            Dimension.CLINIC,
            rows.few(
                Dimension.CLINIC,
                clinic -> Math.max(carried(clinic, pair.in()), carried(clinic, pair.out()))));
  }

  /** How many requests of a clinic can be of this kind, at most, by what they carry. */
  private long carried(String clinic, Kind kind) {
    return kind.recommendations().stream()
        .map(id -> Cell.of(Breakdown.CLINIC_AND_RECOMMENDATION, kind.verdict(), clinic, id))
        .mapToLong(counts::of)
        .min()
        .orElse(0);
  }

  /** A request that moves to another row. */
  private Stream<Change> moves(Dimension dimension, Verdict verdict, Cell cell) {
    return rows.partners(dimension, known(cell).get(dimension)).stream()
        .flatMap(partner -> moves(dimension, verdict, cell, partner));
  }

  private Stream<Change> moves(Dimension dimension, Verdict verdict, Cell cell, String partner) {
    return moving(dimension, kinds(verdict, cell), known(cell).get(dimension), partner).stream()
        .flatMap(
            kind ->
                alongside(dimension, verdict, partner, known(cell)).stream()
                    .map(
                        row ->
                            new Change()
                                .plus(kind, row)
                                .minus(kind, Change.and(row, dimension, partner))));
  }

  /**
   * One of these kinds; where the clinic changes, one for each that differs in what it carries and
   * may be at one of the two.
   */
  private Collection<Kind> moving(
      Dimension dimension, Stream<Kind> kinds, String row, String partner) {
    Map<List<String>, Kind> each = new LinkedHashMap<>();
    kinds
        .filter(
            kind ->
                dimension != Dimension.CLINIC
                    || !kind.isAgainst()
                    || carried(row, kind) + carried(partner, kind) > 0)
        .forEach(
            kind ->
                each.putIfAbsent(
                    dimension == Dimension.CLINIC ? kind.recommendations() : List.of(), kind));
    return each.values().stream().limit(RowChoice.FEW).toList();
  }

  /** Two requests of different rows that exchange their verdicts. */
  private Stream<Change> swaps(Dimension dimension, Verdict verdict, Cell cell) {
    String label = known(cell).get(dimension);
    Map<Dimension, String> alone = Map.of(dimension, label);
    return rows.partners(dimension, label).stream()
        .flatMap(
            partner ->
                Stream.of(Verdict.values())
                    .filter(other -> other != verdict)
                    .flatMap(
                        other ->
                            moving(dimension, kinds.get(other).stream(), label, partner).stream())
                    .flatMap(
                        kind ->
                            alongside(dimension, kind.verdict(), partner, alone).stream()
                                .flatMap(
                                    second ->
                                        moves(dimension, verdict, cell, partner)
                                            .map(
                                                change ->
                                                    change
                                                        .minus(kind, second)
                                                        .plus(
                                                            kind,
                                                            Change.and(
                                                                second, dimension, partner))))));
  }

  /** A request whose verdict is another one. */
  private Stream<Change> otherVerdicts(Cell cell) {
    Map<Dimension, String> known = known(cell);
    return cell.column().stream()
        .flatMap(verdict -> kinds(verdict, cell))
        .flatMap(
            kind ->
                Stream.of(Verdict.values())
                    .filter(other -> other != kind.verdict())
                    .flatMap(other -> nearest(kind, other))
                    .flatMap(
                        other ->
                            Stream.of(kind, other)
                                .flatMap(
                                    taken ->
                                        Stream.of(true, false)
                                            .map(smallest -> rows.whole(known, taken, smallest)))
                                .map(row -> new Change().plus(kind, row).minus(other, row))));
  }

  /** The kinds of another verdict that are most alike. */
  private Stream<Kind> nearest(Kind kind, Verdict other) {
    return kinds.get(other).stream()
        .sorted(
            Comparator.comparing((Kind each) -> !each.technique().equals(kind.technique()))
                .thenComparing(each -> !each.pattern().equals(kind.pattern())))
        .limit(2);
  }

  /**
   * What else must be known of a request that changes its row, since the table by month and clinic
   * counts it.
   */
  private List<Map<Dimension, String>> alongside(
      Dimension dimension, Verdict verdict, String partner, Map<Dimension, String> known) {
    Dimension beside =
        switch (dimension) {
          case MONTH -> Dimension.CLINIC;
          case CLINIC -> Dimension.MONTH;
          default -> dimension;
        };
    return verdict != Verdict.RECOMMEND_AGAINST || known.containsKey(beside)
        ? List.of(known)
        : Change.each(
            List.of(known),
            beside,
            rows.few(
                beside,
                label ->
                    Math.max(
                        inMonthAndClinic(dimension, known.get(dimension), label),
                        inMonthAndClinic(dimension, partner, label))));
  }

  private long inMonthAndClinic(Dimension dimension, String label, String other) {
    return counts.of(
        dimension == Dimension.MONTH
            ? Cell.of(Breakdown.MONTH_AND_CLINIC, Verdict.RECOMMEND_AGAINST, label, other)
            : Cell.of(Breakdown.MONTH_AND_CLINIC, Verdict.RECOMMEND_AGAINST, other, label));
  }

  /** The labels of a cell that are free of the kind of a request. */
  private static Map<Dimension, String> known(Cell cell) {
    Map<Dimension, String> known = new EnumMap<>(Dimension.class);
    for (int i = 0; i < cell.labels().size(); i++) {
      Dimension dimension = cell.table().dimensions().get(i);
      if (FREE.contains(dimension)) {
        known.put(dimension, cell.labels().get(i));
      }
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
