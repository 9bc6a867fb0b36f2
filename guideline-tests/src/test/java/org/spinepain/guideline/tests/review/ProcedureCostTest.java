package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;

class ProcedureCostTest {

  private static final CostRange COST = Engines.BUNDLED.procedureCost().orElseThrow();

  @Test
  void itIsThatOfTheSpecification() {
    assertThat(COST.low()).isEqualTo(1_000);
    assertThat(COST.high()).isEqualTo(5_000);
    assertThat(COST.currency().getCurrencyCode()).isEqualTo("USD");
    assertThat(COST.status()).isEqualTo(Status.DIGEST_ONLY);
  }

  @Test
  void theGuidanceWordsTheSameFiguresOfTheSameSource() {
    Guidance worded =
        Engines.BUNDLED
            .assess(
                Referrals.clinicalCase(
                    Referrals.JUNE,
                    PainPattern.AXIAL,
                    SpinalLevel.LUMBAR,
                    ProcedureRequest.epidural("p1").injecting(Injectate.STEROID)))
            .determination("p1")
            .guidance()
            .stream()
            .filter(guidance -> guidance.code().equals("burden-and-cost"))
            .findFirst()
            .orElseThrow();

    assertThat(worded.text())
        .contains(
            String.format(
                Locale.ROOT, "costs about US$ %,d to %,d each time", COST.low(), COST.high()));
    assertThat(worded.provenance().source()).isEqualTo(COST.source());
    assertThat(worded.provenance().status()).isEqualTo(COST.status());
  }
}
