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

  /** What a mark says, where counts below this threshold are withheld. */
  static String words(int threshold) {
    return "Marked (▲) are months with at least twice the requests of the clinic's median month, and"
        + " at least "
        + LEAST_MORE
        + " more."
        + (threshold == 1
            ? ""
            : " For the median, a month that is withheld is taken as "
                + (threshold - 1)
                + ", the most that a small count is.")
        + " A mark asks for a look; it is no test.";
  }

  /**
   * Among the months of a clinic. It follows from what is shown, and tells nothing of what is not.
   *
   * @param threshold the least count above zero that is shown
   */
  static StandingOut among(List<OptionalLong> months, int threshold) {
    long[] sorted = months.stream().mapToLong(month -> month.orElse(threshold - 1L)).sorted().toArray();
    long upperMedian = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    long from = upperMedian + Math.max(upperMedian, LEAST_MORE);
    StandingOut standingOut = new StandingOut(from, false);
    return new StandingOut(from, months.stream().anyMatch(standingOut::is));
  }

  boolean is(OptionalLong count) {
    return count.isPresent() && count.getAsLong() >= from;
  }
}
