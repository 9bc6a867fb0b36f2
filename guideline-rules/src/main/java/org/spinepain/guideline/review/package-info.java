/**
 * Practice review: how often the guideline speaks against what was referred, or is planned, and
 * what it says of protocols.
 *
 * <p>A {@link org.spinepain.guideline.review.ReferralReview} counts the requests of many referrals.
 * Each thread counts on its own; the summaries are merged. What is meant to be shown to others goes
 * through {@link org.spinepain.guideline.review.SharedSummary}, which withholds small counts.
 *
 * <p>A {@link org.spinepain.guideline.review.ProtocolReview} asks about the steps of a clinic's
 * protocol.
 */
package org.spinepain.guideline.review;
