package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.SwapGate;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.ReviewedEdition;

/** What one review counts is answered by the same rules, overlays and assumptions. */
class ReviewedEditionTest {

  private static final RulePack ADAPTED =
      RulePack.bundled()
          .adaptedBy(
              Overlay.parse(
                  "site.properties",
                  """
                  overlay.id = example-hospital
                  overlay.owner = Spine service
                  overlay.guideline = bmj-2025-e079970
                  overlay.edition = 2025
                  local.consent-form.kind = duty
                  local.consent-form.with = recommend-against
                  local.consent-form.text = File form 7.
                  suppress.axial-epidural.owner = Head of service
                  suppress.axial-epidural.reason = Under review.
                  suppress.axial-epidural.until = 2026-03-31
                  """));

  private static final Referral REFERRAL = Referrals.anyOf(3, 1).get(0);

  @Test
  void anEngineThatWasSwappedIsNotCountedWithTheOneBefore() {
    try (GuidelineEngine engine =
        GuidelineEngine.on(RulePack.bundled(), EngineOptions.defaults())) {
      ReferralCounts counts = ReferralReview.of(engine).counts();
      counts.add(REFERRAL);
      ReferralSummary before = counts.summary();
      assertThat(engine.swap(ADAPTED, SwapGate.none()).swapped()).isTrue();

      assertThatIllegalStateException()
          .isThrownBy(() -> counts.add(REFERRAL))
          .withMessageContaining("swapped");
      assertThat(counts.summary()).isEqualTo(before);
    }
  }

  @Test
  void itTellsTheGuidelineAsOneCitesItAndWhatOverlaysSuppress() {
    try (GuidelineEngine engine = GuidelineEngine.on(ADAPTED, EngineOptions.defaults())) {
      ReviewedEdition adapted = ReferralReview.of(engine).counts().summary().edition();

      assertThat(adapted.citation())
          .contains(
              "Busse JW et al. Commonly used interventional procedures for non-cancer chronic spine"
                  + " pain: a clinical practice guideline. BMJ 2025;388:e079970");
      assertThat(adapted.suppressions())
          .containsExactly(
              Map.entry(
                  "axial-epidural",
                  new Suppression("Head of service", "Under review.", LocalDate.of(2026, 3, 31))));
      assertThat(Engines.summaryOf(List.of()).edition().suppressions()).isEmpty();
    }
  }

  @Test
  void whatOtherAssumptionsGaveIsNotMerged() {
    assertOther(ReferralReview.of(Engines.BUNDLED.assuming(Assumption.CANCER_ABSENT)));
  }

  @Test
  void whatOtherOverlaysGaveIsNotMerged() {
    try (GuidelineEngine adapted = GuidelineEngine.on(ADAPTED, EngineOptions.defaults())) {
      assertOther(ReferralReview.of(adapted));
    }
  }

  private static void assertOther(ReferralReview review) {
    ReferralSummary ours = Engines.summaryOf(List.of());
    ReferralSummary other = review.counts().summary();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ours.merge(other))
        .withMessageContaining("the same rules, overlays and assumptions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engines.REVIEW.read(review.write(other)))
        .withMessageContaining(
            ", allowed is a summary of the same rules, overlays and assumptions: sha256:");
    assertThat(review.read(review.write(other))).isEqualTo(other);
  }
}
