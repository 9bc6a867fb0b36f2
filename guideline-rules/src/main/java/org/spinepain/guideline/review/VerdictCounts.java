package org.spinepain.guideline.review;

import org.spinepain.guideline.model.assessment.Verdict;

/**
 * How many requests have which verdict.
 *
 * @param against {@link Verdict#RECOMMEND_AGAINST}
 * @param noRecommendation {@link Verdict#NO_RECOMMENDATION}
 * @param insufficient {@link Verdict#INSUFFICIENT_INFORMATION}
 */
public record VerdictCounts(long against, long noRecommendation, long insufficient) {

  /** None. */
  static final VerdictCounts NONE = new VerdictCounts(0, 0, 0);

  /** Refuses a negative count with an {@link IllegalArgumentException}. */
  public VerdictCounts {
    if (against < 0 || noRecommendation < 0 || insufficient < 0) {
      throw new IllegalArgumentException("counts: allowed is 0 or more");
    }
  }

  /** The count of one verdict. */
  public long of(Verdict verdict) {
    return switch (verdict) {
      case RECOMMEND_AGAINST -> against;
      case NO_RECOMMENDATION -> noRecommendation;
      case INSUFFICIENT_INFORMATION -> insufficient;
    };
  }

  /** One request of this verdict. */
  static VerdictCounts one(Verdict verdict) {
    return switch (verdict) {
      case RECOMMEND_AGAINST -> new VerdictCounts(1, 0, 0);
      case NO_RECOMMENDATION -> new VerdictCounts(0, 1, 0);
      case INSUFFICIENT_INFORMATION -> new VerdictCounts(0, 0, 1);
    };
  }

  VerdictCounts plus(VerdictCounts other) {
    return new VerdictCounts(
        against + other.against,
        noRecommendation + other.noRecommendation,
        insufficient + other.insufficient);
  }

  /** All of them. */
  public long total() {
    return against + noRecommendation + insufficient;
  }
}
