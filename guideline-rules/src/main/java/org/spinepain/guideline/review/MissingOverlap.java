package org.spinepain.guideline.review;

import java.util.stream.LongStream;

/** How many requests miss several facts, as far as the counts of each fact tell. */
final class MissingOverlap {

  private MissingOverlap() {}

  /**
   * Whether a small number of requests misses just one fact, or just this fact and others, or
   * several others, or more than two. Whatever else the counts of {@link ReferralSummary#missing}
   * tell, a small count among it has one of these within.
   *
   * @param threshold the least count above zero that is not small
   */
  static boolean isSmall(ReferralSummary summary, int threshold) {
    long several = summary.requests().insufficient();
    long withOthers = 0;
    for (MissingCount count : summary.missing().values()) {
      several -= count.settled();
      withOthers += withOthers(count);
    }
    long severalFacts = several;
    // A request that misses three facts is among those with others three times, one of four four.
    return isSmall(threshold, withOthers - 2 * several)
        || summary.missing().values().stream()
            .anyMatch(
                count ->
                    isSmall(
                        threshold,
                        count.settled(),
                        withOthers(count),
                        severalFacts - withOthers(count)));
  }

  /** How many requests miss this fact and others. */
  private static long withOthers(MissingCount count) {
    return count.requests() - count.settled();
  }

  private static boolean isSmall(int threshold, long... counts) {
    return LongStream.of(counts).anyMatch(count -> count > 0 && count < threshold);
  }
}
