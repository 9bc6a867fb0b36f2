package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.ReviewedRecommendation;

class ReviewedRecommendationTest {

  private static final ReviewedRecommendation JOINT_ABLATION =
      new ReviewedRecommendation(
          "axial-joint-rfa",
          Direction.AGAINST,
          Strength.STRONG,
          "Axial spine pain: do not offer joint radiofrequency ablation, with or without"
              + " joint-targeted injection of local anaesthetic and steroid, outside a clinical"
              + " trial.",
          new Provenance(
              new Source(
                  "bmj-e079970",
                  "recommendations",
                  "Busse JW et al. Commonly used interventional procedures for non-cancer chronic"
                      + " spine pain: a clinical practice guideline. BMJ 2025;388:e079970",
                  Optional.of("10.1136/bmj-2024-079970")),
              Status.CHECKED,
              Reading.SOURCE));

  /** Named by the guideline as it is. */
  private static final ReferralSummary DIRECT =
      summaryOf(ProcedureRequest.jointRadiofrequencyAblation("p1"));

  /** Of which the guideline names the parts only. */
  private static final ReferralSummary BY_COMPONENT =
      summaryOf(
          ProcedureRequest.jointRadiofrequencyAblation("p1")
              .injecting(Injectate.LOCAL_ANAESTHETIC));

  @Test
  void itIsKeptWithDirectionStrengthTextStatusAndSource() {
    assertThat(DIRECT.recommendations().values()).containsExactly(JOINT_ABLATION);
  }

  @Test
  void itIsTheSameWhereARequestCarriesItByComponent() {
    assertThat(BY_COMPONENT.recommendations())
        .containsOnlyKeys("axial-joint-rfa", "axial-joint-targeted")
        .containsEntry("axial-joint-rfa", JOINT_ABLATION);
    assertThat(DIRECT.merge(BY_COMPONENT).recommendations())
        .isEqualTo(BY_COMPONENT.recommendations());
  }

  @Test
  void oneThatDiffersBetweenSummariesIsLeftOutAndStaysOut() {
    String text = Engines.REVIEW.write(DIRECT);
    String recommendation = "(\nrecommendation\taxial-joint-rfa\t.*)";

    for (String other :
        List.of("\tchecked\t/\tdigest-only\t", "Axial spine pain/Any pain", "2024-079970/0")) {
      String part = other.substring(0, other.indexOf('/'));
      String another =
          text.replaceFirst(recommendation + part, "$1" + other.substring(part.length() + 1));
      ReferralSummary differs = Engines.REVIEW.read(another);
      ReferralSummary both = DIRECT.merge(differs);

      assertThat(differs.recommendations()).containsOnlyKeys("axial-joint-rfa");
      assertThat(Engines.REVIEW.read(Engines.REVIEW.write(differs))).isEqualTo(differs);
      assertThat(both).isEqualTo(differs.merge(DIRECT));
      assertThat(both.recommendations()).isEmpty();
      assertThat(both.rows(Breakdown.RECOMMENDATION)).containsOnlyKeys(List.of("axial-joint-rfa"));
      assertThat(Engines.REVIEW.read(Engines.REVIEW.write(both))).isEqualTo(both);
      assertThat(both.merge(DIRECT).recommendations()).isEmpty();
    }
  }

  private static ReferralSummary summaryOf(ProcedureRequest... requests) {
    return Engines.summaryOf(
        Stream.of(requests)
            .map(
                request ->
                    Referral.of(
                        Referrals.clinicalCase(
                            Referrals.JUNE, PainPattern.AXIAL, SpinalLevel.LUMBAR, request)))
            .toList());
  }
}
