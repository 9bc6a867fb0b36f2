package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.PackSource;

@Tag("thorough")
class OverlayDiffTest {

  private static final Overlay SITE =
      Overlay.parse(
          "site.properties",
          """
          overlay.id = example-hospital
          overlay.owner = Spine service
          overlay.guideline = bmj-2025-e079970
          overlay.edition = 2025
          suppress.axial-epidural.owner = Head of service
          suppress.axial-epidural.reason = Under review.
          suppress.axial-epidural.until = 2099-12-31
          local.consent-form.kind = duty
          local.consent-form.with = recommend-against axial-epidural
          local.consent-form.text = File form 7.
          text.guidance.exercise-therapy = Offer our class.
          """);

  @Test
  void whatAnOverlayChangesIsToldAndNoVerdictIs() {
    BuiltPack rules = PackSource.bundled().build();

    DiffReport report = PackDiff.between(rules, rules.adaptedBy(SITE), List.of());

    assertThat(report.packs().young())
        .isEqualTo(report.packs().old() + " adapted by " + SITE.reference().digest());
    assertThat(report.changes()).hasSize(3);
    assertThat(report.changes())
        .allSatisfy(
            change -> {
              assertThat(change.counts().incompleteVerdicts()).isZero();
              assertThat(change.rulesAfter()).containsExactly("overlay example-hospital");
            });
    assertThat(report.changes())
        .extracting(ToldChange::sentence)
        .anySatisfy(
            said ->
                assertThat(said)
                    .contains("ecommendation axial-epidural: was ")
                    .contains("becomes \"… Head of service until 2099-12-31 (Under review.)\""))
        .anySatisfy(said -> assertThat(said).endsWith("ocal consent-form is given now."))
        .anySatisfy(
            said ->
                assertThat(said)
                    .contains("uidance exercise-therapy: was ")
                    .contains("Offer our class."));
  }

  @Test
  void theSameRulesWithTheSameOverlayChangeNothing() {
    BuiltPack adapted = PackSource.bundled().build().adaptedBy(SITE);

    assertThat(PackDiff.between(adapted, adapted, List.of()).changes()).isEmpty();
  }
}
