package org.spinepain.guideline.tests.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.model.assessment.Determination;

/** A suppression ends by itself, on the date for which the guideline is asked. */
class OverlayExpiryTest {

  private static final Overlay OVERLAY =
      Site.overlay(
          """
          suppress.axial-epidural.owner = Head of the spine service
          suppress.axial-epidural.reason = Under review here.
          suppress.axial-epidural.until = 2026-03-31
          """);

  @ParameterizedTest
  @CsvSource({"2026-03-30, true", "2026-03-31, true", "2026-04-01, false", "2031-01-01, false"})
  void aSuppressionHoldsUpToItsLastDay(LocalDate assessedOn, boolean holds) {
    Determination adapted = Site.determine(Site.recommendedAgainst(assessedOn), OVERLAY);
    Determination plain = Site.determine(Site.recommendedAgainst(assessedOn));

    assertThat(adapted.recommendations().get(0).suppressed().isPresent()).isEqualTo(holds);
    assertThat(adapted.equals(plain)).isEqualTo(!holds);
  }
}
