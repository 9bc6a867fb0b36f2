package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import org.spinepain.guideline.engine.GuidelineEngine;

/**
 * Reviews referrals: what the guideline says of many, counted.
 *
 * <pre>{@code
 * ReferralReview review = ReferralReview.of(engine);
 * ReferralCounts counts = review.counts(); // one a thread
 * counts.add(Referral.of(clinicalCase));
 * ReferralSummary summary = counts.summary(); // merged with those of other threads
 * SharedSummary shared = SharedSummary.of(summary, 5);
 * }</pre>
 *
 * <p>Thread-safe. The engine stays open.
 */
public final class ReferralReview {

  private static final int SHORTEST_KEY = 16;
  private static final int KEY_LENGTH = 32;

  private final GuidelineEngine engine;
  private final ReviewedEdition edition;
  private final byte[] personKey;
  private final boolean keyOfHost;

  private ReferralReview(GuidelineEngine engine, byte[] personKey, boolean keyOfHost) {
    this.engine = engine;
    this.edition = ReviewedEdition.of(engine);
    this.personKey = personKey;
    this.keyOfHost = keyOfHost;
  }

  /**
   * A review that asks this engine. Persons are told apart by a key that is random, so that the
   * summaries of this review can be merged with each other only, where persons are known.
   */
  public static ReferralReview of(GuidelineEngine engine) {
    byte[] key = new byte[KEY_LENGTH];
    new SecureRandom().nextBytes(key);
    return new ReferralReview(requireNonNull(engine, "engine"), key, false);
  }

  /**
   * The same review with a key of the host's, so that summaries of several reviews, which may have
   * run elsewhere, can be merged. Who has the key and the codes of persons can look for them in a
   * summary: keep it as secret as the codes.
   *
   * @throws IllegalArgumentException for a key of less than 16 bytes
   */
  public ReferralReview withPersonKey(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "key: allowed is a key of at least " + SHORTEST_KEY + " bytes");
    }
    return new ReferralReview(engine, key.clone(), true);
  }

  /**
   * A summary as text, to be merged elsewhere; it is as exact as the summary, and no more to be
   * shown. Tokens of persons are in it only if this review has a key of the host's: without, what
   * {@link #read} gives knows of no persons.
   */
  public String write(ReferralSummary summary) {
    return SummaryText.write(summary, keyName(), keyOfHost);
  }

  /**
   * The summary that such a text holds.
   *
   * @throws IllegalArgumentException with the line, when it is no whole summary, other rules
   *     answered, its persons were told apart by another key than that of this review, or this
   *     review has a key of the host's and the text was written without; with the table and the
   *     row, when its numbers do not hold together, as when the rows by technique are not all
   *     requests
   */
  public ReferralSummary read(String text) {
    return SummaryText.read(text, edition, keyName(), keyOfHost);
  }

  private String keyName() {
    return new PersonTokens(personKey).keyName();
  }

  /** New counts, all zero. */
  public ReferralCounts counts() {
    return new ReferralCounts(engine, edition, new PersonTokens(personKey));
  }
}
