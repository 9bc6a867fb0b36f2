package org.spinepain.guideline.tests.cli;

import java.util.List;
import java.util.OptionalLong;

/**
 * Which months of a clinic stand out for the eye. It is a mark in a table, and no test of
 * significance.
 *
 * @param from the least count that stands out
 * @param any whether a month does
 */
record StandingOut(long from, boolean any) {

  private static final int LEAST_MORE = 20;

  static final String WORDS =
      "Marked (▲) are months with at least twice the requests of the clinic's median month, and at"
          + " least "
          + LEAST_MORE
          + " more. The median is that of the months with requests; each that is withheld is taken"
          + " as an equal share of what the clinic's other months leave of its total; where that is"
          + " withheld too, no month is marked. A mark asks for a look; it is no test.";

  /**
   * Among the months of a clinic. It follows from what is shown, and tells nothing of what is not.
   *
   * @param months the counts of the months; those without requests, which may not be the clinic's,
   *     do not count
   * @param total the count of all of them
   */
  static StandingOut among(List<OptionalLong> months, OptionalLong total) {
    long withheld = months.stream().filter(OptionalLong::isEmpty).count();
    if (withheld > 0 && total.isEmpty()) {
      return new StandingOut(Long.MAX_VALUE, false);
    }
    long rest = total.orElse(0) - months.stream().mapToLong(month -> month.orElse(0)).sum();
    long share = withheld == 0 ? 0 : (rest + withheld - 1) / withheld;
    long[] sorted =
        months.stream()
            .mapToLong(month -> month.orElse(share))
            .filter(count -> count > 0)
            .sorted()
            .toArray();
    long upperMedian = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    long from = upperMedian + Math.max(upperMedian, LEAST_MORE);
    return new StandingOut(from, months.stream().anyMatch(month -> month.orElse(0) >= from));
  }

  boolean is(OptionalLong count) {
    return count.isPresent() && count.getAsLong() >= from;
  }
}
