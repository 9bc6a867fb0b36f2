package org.spinepain.guideline.tests.review;

import static org.spinepain.guideline.model.Presence.ABSENT;

import java.time.Period;
import java.util.List;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.review.Population;
import org.spinepain.guideline.review.Protocol;
import org.spinepain.guideline.review.ProtocolReview;
import org.spinepain.guideline.review.ProtocolStep;
import org.spinepain.guideline.review.Range;
import org.spinepain.guideline.review.ReviewedStep;

/** Steps of protocols, of which all is known but what a test leaves open. */
final class Protocols {

  static final Range<Integer> ADULTS = Range.from(18);
  static final Range<Period> CHRONIC = Range.from(Period.ofMonths(3));

  static final PainHistory AXIAL = settled(PainHistory.axial());
  static final PainHistory RADICULAR = settled(PainHistory.radicular());

  static final ProcedureRequest EPIDURAL_STEROID =
      ProcedureRequest.epidural("s").injecting(Injectate.STEROID);

  private Protocols() {}

  private static PainHistory settled(PainHistory pain) {
    return pain.cancer(ABSENT).inflammatoryArthropathy(ABSENT);
  }

  static ReviewedStep review(PainHistory pain, ProcedureRequest procedure) {
    return review(ADULTS, CHRONIC, pain, procedure);
  }

  static ReviewedStep review(Range<Integer> ageYears, Range<Period> duration) {
    return review(ageYears, duration, AXIAL, EPIDURAL_STEROID);
  }

  static ReviewedStep review(
      Range<Integer> ageYears,
      Range<Period> duration,
      PainHistory pain,
      ProcedureRequest procedure) {
    return review(
        Engines.BUNDLED,
        PracticeContext.unstated(),
        new ProtocolStep("as written", new Population(ageYears, duration, pain), procedure));
  }

  static ReviewedStep review(GuidelineEngine engine, PracticeContext practice, ProtocolStep step) {
    return ProtocolReview.of(
            engine, new Protocol("made up", practice, List.of(step)), Referrals.JUNE)
        .steps()
        .get(0);
  }
}
