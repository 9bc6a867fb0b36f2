package org.spinepain.guideline.tests.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.tests.review.SummaryTables.Row;
import org.spinepain.guideline.tests.review.SummaryTables.Table;

/**
 * What differs between two summaries, made of what may be shown of each: a number that one of them
 * withholds has no difference.
 *
 * <p>Summaries that share a month may count the same referrals, as those of two editions do; then
 * what one withholds could be computed from what the other shows, and what differs is itself a
 * count of referrals. So of these, a table of which either withholds a number is not compared at
 * all, nor is one in which a number differs by a count that would be withheld, nor one that adds up
 * to such a table. Tables by month are compared only where all months are the same.
 */
public final class SummaryComparison {

  private static final String MONTH = Breakdown.MONTH.code();

  /**
   * A table, with both numbers in each place.
   *
   * @param labels what its first columns are
   * @param numbers what its other columns are
   * @param rows the rows that either has, those of the summary that is compared first
   */
  public record ComparedTable(List<String> labels, List<String> numbers, List<ComparedRow> rows) {

    /** The numbers of this name in a row. */
    public Numbers in(ComparedRow row, String name) {
      return row.numbers().get(numbers.indexOf(name));
    }
  }

  /**
   * A row.
   *
   * @param labels its labels
   * @param numbers its numbers
   */
  public record ComparedRow(List<String> labels, List<Numbers> numbers) {}

  /**
   * A number of two summaries.
   *
   * @param was in the summary with which another is compared; empty where it is withheld
   * @param is in the summary that is compared; empty where it is withheld
   */
  public record Numbers(OptionalLong was, OptionalLong is) {

    /** By how much it grew; empty where either is withheld. */
    public OptionalLong change() {
      return was.isPresent() && is.isPresent()
          ? OptionalLong.of(is.getAsLong() - was.getAsLong())
          : OptionalLong.empty();
    }
  }

  private final ComparedSummary was;
  private final Map<String, ComparedTable> tables = new LinkedHashMap<>();
  private final ComparedSummary is;
  private final boolean sharesMonths;
  private final Set<String> withheld = new LinkedHashSet<>();
  private final Set<String> small = new LinkedHashSet<>();

  private SummaryComparison(ComparedSummary was, ComparedSummary is) {
    this.was = was;
    this.is = is;
    sharesMonths = !Collections.disjoint(was.months(), is.months());
    List<Table> differBySmall =
        sharesMonths
            ? is.tables().entrySet().stream()
                .filter(table -> differsBySmall(was.tables().get(table.getKey()), table.getValue()))
                .map(Map.Entry::getValue)
                .toList()
            : List.of();
    is.tables()
        .forEach(
            (name, table) -> {
              Table other = was.tables().get(name);
              if (sharesMonths && (hidesNumbers(table) || hidesNumbers(other))) {
                withheld.add(name);
              } else if (differBySmall.stream()
                  .anyMatch(less -> table.labels().containsAll(less.labels()))) {
                small.add(name);
              } else if (!table.labels().contains(MONTH) || hasSameMonths()) {
                tables.put(name, compared(other, table));
              }
            });
  }

  /** What differs in one summary from another. */
  public static SummaryComparison of(ComparedSummary was, ComparedSummary is) {
    return new SummaryComparison(was, is);
  }

  /** The summary with which another is compared. */
  public ComparedSummary was() {
    return was;
  }

  /** The summary that is compared. */
  public ComparedSummary is() {
    return is;
  }

  /** The tables that are compared, by their name; that of all requests is {@code requests}. */
  public Map<String, ComparedTable> tables() {
    return Collections.unmodifiableMap(tables);
  }

  /** The names of the tables that are not compared, since one summary withholds some of them. */
  public Set<String> withheld() {
    return Collections.unmodifiableSet(withheld);
  }

  /** The names of the tables that are not compared, since what differs is a small count. */
  public Set<String> small() {
    return Collections.unmodifiableSet(small);
  }

  /** Whether they share some months, but not all, so that nothing is compared by month. */
  public boolean sharesSomeMonthsOnly() {
    return sharesMonths && !hasSameMonths();
  }

  private boolean hasSameMonths() {
    return Set.copyOf(was.months()).equals(Set.copyOf(is.months()));
  }

  private boolean differsBySmall(Table before, Table now) {
    int threshold = Math.max(was.threshold(), is.threshold());
    return compared(before, now).rows().stream()
        .flatMap(row -> row.numbers().stream())
        .mapToLong(numbers -> Math.abs(numbers.change().orElse(0)))
        .anyMatch(change -> change > 0 && change < threshold);
  }

  private static boolean hidesNumbers(Table table) {
    return table.rows().stream()
        .flatMap(row -> row.numbers().stream())
        .anyMatch(OptionalLong::isEmpty);
  }

  private static ComparedTable compared(Table was, Table is) {
    Map<List<String>, Row> before = new LinkedHashMap<>();
    was.rows().forEach(row -> before.put(row.labels(), row));
    Map<List<String>, Row> now = new HashMap<>();
    is.rows().forEach(row -> now.put(row.labels(), row));
    Set<List<String>> groups = new LinkedHashSet<>();
    is.rows().forEach(row -> groups.add(row.labels()));
    groups.addAll(before.keySet());
    List<ComparedRow> rows = new ArrayList<>();
    for (List<String> group : groups) {
      List<Numbers> numbers = new ArrayList<>();
      for (int i = 0; i < is.numbers().size(); i++) {
        numbers.add(new Numbers(number(before.get(group), i), number(now.get(group), i)));
      }
      rows.add(new ComparedRow(group, numbers));
    }
    return new ComparedTable(is.labels(), is.numbers(), rows);
  }

  /** A group without request is left out of a table. */
  private static OptionalLong number(Row row, int column) {
    return row == null ? OptionalLong.of(0) : row.numbers().get(column);
  }
}
