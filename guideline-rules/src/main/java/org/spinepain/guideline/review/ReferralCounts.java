package org.spinepain.guideline.review;

import java.time.YearMonth;
import java.util.Optional;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * Counts referrals. A {@link ReferralReview} makes it. Not thread-safe: each thread has its own,
 * and their summaries are merged.
 */
public final class ReferralCounts {

  private final GuidelineEngine engine;
  private final ReviewedEdition edition;
  private final PersonTokens tokens;
  private final Tally tally = new Tally();

  ReferralCounts(GuidelineEngine engine, ReviewedEdition edition, PersonTokens tokens) {
    this.engine = engine;
    this.edition = edition;
    this.tokens = tokens;
  }

  /**
   * Asks the guideline about a referral, and counts what it says of each of its procedures.
   *
   * @throws RuleExecutionException when the rules do not come to an answer; nothing is counted then
   * @throws IllegalStateException when the engine has been swapped to other rules than those that
   *     this review names; nothing is counted then
   * @throws TooManyGroupsException when clinics or the like are too many to be what they should be
   */
  public void add(Referral referral) {
    ClinicalCase clinicalCase = referral.clinicalCase();
    Assessment assessment = edition.require(engine.assess(clinicalCase));
    tally.addCases(1);
    Labels labels =
        new Labels(
            clinicalCase.pain().pattern().map(Coded::code).orElse(Dimension.NOT_STATED),
            clinicalCase.pain().level().map(Coded::code).orElse(Dimension.NOT_STATED),
            referral.referrer().orElse(Dimension.NOT_STATED),
            referral.clinic().orElse(Dimension.NOT_STATED),
            YearMonth.from(clinicalCase.assessedOn()).toString());
    for (int i = 0; i < clinicalCase.procedures().size(); i++) {
      count(labels, clinicalCase.procedures().get(i), assessment.determinations().get(i));
    }
    if (referral.person().isPresent()) {
      long token = tokens.of(referral.person().get());
      clinicalCase.procedures().stream()
          .map(ProcedureRequest::technique)
          .distinct()
          .forEach(
              technique -> tally.persons().add(token, technique, clinicalCase.pain().pattern()));
    }
  }

  /**
   * Counts a record that is no referral.
   *
   * @param file the file in which it stands
   * @param line its line, from 1
   * @param reason why not: the field and what is allowed, never what was found
   */
  public void addRefused(String file, long line, String reason) {
    tally.addRefused(reason, 1);
    tally.addPlace(new RefusedRecord(file, line, reason));
  }

  /**
   * Counts a local code to which no fact is mapped.
   *
   * @param column the column of the export
   * @param code the code, which stands in the summary unless it is long
   */
  public void addUnmapped(String column, String code) {
    tally.addUnmapped(column, code);
  }

  /**
   * Says that what is counted here was made up, in part or whole, as to try a review: then it is no
   * data. The summary says so, and every summary that it is merged into.
   */
  public void markMadeUp() {
    tally.markMadeUp();
  }

  /** What was counted so far. Counting may go on. */
  public ReferralSummary summary() {
    return new ReferralSummary(edition, tokens.keyName(), tally);
  }

  /** What all requests of a case have in common. */
  private record Labels(
      String pattern, String level, String referrer, String clinic, String month) {}

  private void count(Labels labels, ProcedureRequest request, Determination determination) {
    Verdict verdict = determination.verdict();
    String technique = request.technique().map(Coded::code).orElse(Dimension.NOT_STATED);
    tally.add(Breakdown.TOTAL, verdict);
    tally.add(Breakdown.TECHNIQUE, verdict, technique);
    tally.add(Breakdown.PATTERN, verdict, labels.pattern());
    tally.add(Breakdown.LEVEL, verdict, labels.level());
    tally.add(Breakdown.REFERRER, verdict, labels.referrer());
    tally.add(Breakdown.CLINIC, verdict, labels.clinic());
    tally.add(Breakdown.MONTH, verdict, labels.month());
    tally.add(Breakdown.MONTH_AND_CLINIC, verdict, labels.month(), labels.clinic());
    tally.addKind(
        new Kind(
            verdict,
            technique,
            labels.pattern(),
            determination.recommendations().stream().map(Recommendation::id).toList()));
    for (Recommendation recommendation : determination.recommendations()) {
      tally.add(Breakdown.RECOMMENDATION, verdict, recommendation.id());
      tally.add(Breakdown.CLINIC_AND_RECOMMENDATION, verdict, labels.clinic(), recommendation.id());
      tally.addRecommendation(
          recommendation.id(), Optional.of(ReviewedRecommendation.of(recommendation)));
    }
    for (MissingFact missing : determination.missing()) {
      boolean settles =
          missing.outcomes().stream()
              .noneMatch(outcome -> outcome.verdict() == Verdict.INSUFFICIENT_INFORMATION);
      tally.addMissing(missing.fact(), new MissingCount(1, settles ? 1 : 0));
    }
    determination.assumptions().forEach(assumption -> tally.addAssumption(assumption.code(), 1));
    if (verdict == Verdict.RECOMMEND_AGAINST) {
      determination.guidance().forEach(g -> tally.addGuidance(g.code(), Optional.of(g)));
    }
  }
}
