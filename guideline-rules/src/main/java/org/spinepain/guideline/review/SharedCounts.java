package org.spinepain.guideline.review;

import java.util.OptionalLong;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * How many requests have which verdict, as it may be shown: empty where it is withheld.
 *
 * @param against {@link Verdict#RECOMMEND_AGAINST}
 * @param noRecommendation {@link Verdict#NO_RECOMMENDATION}
 * @param insufficient {@link Verdict#INSUFFICIENT_INFORMATION}
 * @param total all of them
 */
public record SharedCounts(
    OptionalLong against,
    OptionalLong noRecommendation,
    OptionalLong insufficient,
    OptionalLong total) {

  /** The count of one verdict. */
  public OptionalLong of(Verdict verdict) {
    return switch (verdict) {
      case RECOMMEND_AGAINST -> against;
      case NO_RECOMMENDATION -> noRecommendation;
      case INSUFFICIENT_INFORMATION -> insufficient;
    };
  }
}
