package org.spinepain.guideline.tests.cli;

import java.util.List;
import java.util.OptionalLong;

/**
 * Which months of a clinic stand out for the eye. It is a mark in a table, and no test of
 * significance.
 *
 * @param from the least count that stands out
 */
record StandingOut(long from, boolean any) {

  private static final int LEAST_MORE = 20;

  static final String WORDS =
      "Marked (▲) are months with at least twice the requests of the clinic's median month, and at"
          + " least "
          + LEAST_MORE
          + " more. A mark asks for a look; it is no test.";

  /** Among the months of a clinic; those that are withheld say nothing. */
  static StandingOut among(List<OptionalLong> months) {
    long[] shown =
        months.stream()
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .sorted()
            .toArray();
    if (shown.length == 0) {
      return new StandingOut(Long.MAX_VALUE, false);
    }
    long upperMedian = shown[shown.length / 2];
    long from = upperMedian + Math.max(upperMedian, LEAST_MORE);
    return new StandingOut(from, shown[shown.length - 1] >= from);
  }

  boolean is(OptionalLong count) {
    return count.isPresent() && count.getAsLong() >= from;
  }
}
