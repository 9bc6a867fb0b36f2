package org.spinepain.guideline.tests.cli;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The months along an axis: all from the first with a request to the last, unless they are so many
 * that a date must be wrong.
 *
 * @param months the months, in order
 * @param leavesOut whether those without a request are left out
 */
record MonthAxis(List<String> months, boolean leavesOut) {

  private static final int MOST = 120;

  /** What is said where months are left out. */
  static final String WORDS =
      " Months without requests are left out, since from the first month to the last are more than "
          + MOST
          + ".";

  /**
   * The axis for the months with requests.
   *
   * @param known these months, as {@link YearMonth} writes them
   */
  static MonthAxis of(Collection<String> known) {
    SortedSet<YearMonth> months = new TreeSet<>();
    known.forEach(month -> months.add(YearMonth.parse(month)));
    if (months.isEmpty()) {
      return new MonthAxis(List.of(), false);
    }
    long count = ChronoUnit.MONTHS.between(months.first(), months.last()) + 1;
    Stream<YearMonth> all =
        count > MOST
            ? months.stream()
            : Stream.iterate(months.first(), month -> month.plusMonths(1)).limit(count);
    return new MonthAxis(all.map(YearMonth::toString).toList(), count > MOST);
  }
}
