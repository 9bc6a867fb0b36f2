package org.spinepain.guideline.tests.review;

import java.util.List;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;

/** One engine for all. */
final class Engines {

  static final GuidelineEngine BUNDLED = GuidelineEngine.bundled();

  /** Reviews with one key, so that summaries can be merged. */
  static final ReferralReview REVIEW = ReferralReview.of(BUNDLED);

  private Engines() {}

  static ReferralSummary summaryOf(List<Referral> referrals) {
    ReferralCounts counts = REVIEW.counts();
    referrals.forEach(counts::add);
    return counts.summary();
  }
}
