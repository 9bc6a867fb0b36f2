package org.spinepain.guideline.review;

import java.util.stream.LongStream;

/** How many requests miss several facts, as far as the counts of each fact tell. */
final class MissingOverlap {

  private MissingOverlap() {}

  /**
   * Whether one of the counts of {@link ReferralSummary#missing} is small or leaves a small rest,
   * or such a count can be computed from them.
   *
   * @param threshold the least count above zero that is not small
   */
  static boolean isSmall(ReferralSummary summary, int threshold) {
    long whole = summary.requests().insufficient();
    long several = whole;
    long others = 0;
    for (MissingCount count : summary.missing().values()) {
      several -= count.settled();
      others += count.requests() - count.settled();
    }
    // Those that miss several facts; of them those that do not miss a fact; those beyond two facts.
    long severalFacts = several;
    return isSmall(threshold, several, others - 2 * several)
        || summary.missing().values().stream()
            .anyMatch(
                count ->
                    isSmall(
                        threshold,
                        count.requests(),
                        whole - count.requests(),
                        count.settled(),
                        count.requests() - count.settled(),
                        severalFacts - (count.requests() - count.settled())));
  }

  private static boolean isSmall(int threshold, long... counts) {
    return LongStream.of(counts).anyMatch(count -> count > 0 && count < threshold);
  }
}
