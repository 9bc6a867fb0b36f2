package org.spinepain.guideline.tests.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.LocalItem;
import org.spinepain.guideline.model.assessment.LocalKind;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.model.assessment.TextKind;
import org.spinepain.guideline.model.assessment.Verdict;

/** What overlays make of assessments. */
class OverlayTest {

  private static final String SITE = "example-hospital";

  // Suppressions.

  @Test
  void aSuppressedRecommendationStaysWithWhoWhyAndUntilWhen() {
    Determination adapted =
        Site.determine(
            Site.recommendedAgainst(),
            Site.overlay(
                """
                suppress.axial-epidural.owner = Head of the spine service
                suppress.axial-epidural.reason = Under review here.
                suppress.axial-epidural.until = 2026-03-31
                """));

    assertThat(adapted.verdict()).isEqualTo(Verdict.RECOMMEND_AGAINST);
    assertThat(adapted.recommendations())
        .extracting(Recommendation::id, Recommendation::suppressed)
        .containsExactly(
            tuple(
                "axial-epidural",
                Optional.of(
                    new Suppression(
                        "Head of the spine service",
                        "Under review here.",
                        LocalDate.of(2026, 3, 31)))),
            tuple("radicular-epidural", Optional.empty()));
  }

  // Local items.

  private static final Overlay LOCAL =
      Site.overlay(
          """
          local.consent-form.kind = duty
          local.consent-form.with = recommend-against axial-epidural axial-joint-rfa
          local.consent-form.text = File form 7.
          local.ablation-list.kind = guidance
          local.ablation-list.with = recommend-against axial-joint-rfa
          local.ablation-list.text = See the list.
          local.any-against.kind = guidance
          local.any-against.with = recommend-against
          local.any-against.text = Call the service.
          local.pain-school.kind = caveat
          local.pain-school.with = no-recommendation
          local.pain-school.text = We have no experience with it.
          local.ask-again.kind = duty
          local.ask-again.with = insufficient-information
          local.ask-again.text = Note what was asked.
          """);

  @Test
  void whatASiteAddsToARecommendationStandsWithItAndByItself() {
    Determination adapted = Site.determine(Site.recommendedAgainst(), LOCAL);

    assertThat(adapted.local())
        .containsExactly(
            new LocalItem("any-against", LocalKind.GUIDANCE, "Call the service.", SITE),
            new LocalItem("consent-form", LocalKind.DUTY, "File form 7.", SITE));
    assertThat(adapted.guidance()).isEqualTo(Site.determine(Site.recommendedAgainst()).guidance());
  }

  @Test
  void whatASiteAddsToSilenceIsACaveatOrADuty() {
    assertThat(Site.determine(Site.silence(), LOCAL).local())
        .containsExactly(
            new LocalItem("pain-school", LocalKind.CAVEAT, "We have no experience with it.", SITE));
    assertThat(Site.determine(Site.insufficient(), LOCAL).local())
        .containsExactly(new LocalItem("ask-again", LocalKind.DUTY, "Note what was asked.", SITE));
  }

  // Texts.

  @Test
  void aTextInOtherWordsTellsWhatTheRulesSay() {
    String original = text(Site.determine(Site.recommendedAgainst()), "exercise-therapy");

    Determination adapted =
        Site.determine(
            Site.recommendedAgainst(),
            Site.overlay("text.guidance.exercise-therapy = Offer our exercise class.\n"));

    assertThat(text(adapted, "exercise-therapy")).isEqualTo("Offer our exercise class.");
    assertThat(adapted.replaced())
        .containsExactly(new ReplacedText(TextKind.GUIDANCE, "exercise-therapy", original, SITE));
  }

  @Test
  void aTextWithEvidenceInItStandsInItsTranslation() {
    String original = text(Site.determine(Site.recommendedAgainst()), "benefit");

    Determination adapted =
        Site.determine(
            Site.recommendedAgainst(),
            Site.translation("text.guidance.benefit = En anglais : {text} Fin.\n"));

    assertThat(text(adapted, "benefit")).isEqualTo("En anglais : " + original + " Fin.");
  }

  @Test
  void aRecommendationAndACaveatCanBeTranslated() {
    Determination adapted =
        Site.determine(
            Site.recommendedAgainst(),
            Site.translation(
                """
                text.recommendation.axial-epidural = Pas de péridurale.
                text.caveat.evidence-awaiting-check = Chiffre à vérifier.
                """));

    assertThat(adapted.recommendations().get(0).text()).isEqualTo("Pas de péridurale.");
    assertThat(adapted.replaced()).extracting(ReplacedText::of).contains(TextKind.RECOMMENDATION);
  }

  @Test
  void aTranslationAlsoWordsReasonsStandingAndWhatIsSaidInSilence() {
    Assessment adapted =
        Site.assess(
            Site.silence(),
            Site.translation(
                """
                text.standing = Contesté.
                text.reason.acute-pain = Douleur aiguë. « {text} »
                text.guidance.not-an-endorsement = Ce silence n'est pas un soutien.
                """));

    Standing original = Site.assess(Site.silence()).standing();
    assertThat(adapted.standing())
        .isEqualTo(
            new Standing(
                original.state(), "Contesté.", original.checkedTo(), Optional.of(original.text())));
    assertThat(original.original()).isEmpty();
    assertThat(adapted.determination("p1").reasons().get(0).text())
        .startsWith("Douleur aiguë. « The pain ")
        .contains(" 3 months")
        .endsWith(" »");
    assertThat(text(adapted.determination("p1"), "not-an-endorsement"))
        .isEqualTo("Ce silence n'est pas un soutien.");
    assertThat(adapted.determination("p1").replaced())
        .extracting(ReplacedText::of, ReplacedText::code)
        .containsExactly(
            tuple(TextKind.REASON, "acute-pain"), tuple(TextKind.GUIDANCE, "not-an-endorsement"));
  }

  @Test
  void theEngineTellsTheStandingAsTranslated() {
    try (GuidelineEngine engine =
        GuidelineEngine.on(
            Site.PACK.adaptedBy(Site.translation("text.standing = Contesté.\n")),
            EngineOptions.defaults())) {
      assertThat(engine.standing().text()).isEqualTo("Contesté.");
    }
  }

  private static String text(Determination determination, String code) {
    return determination.guidance().stream()
        .filter(guidance -> guidance.code().equals(code))
        .map(Guidance::text)
        .findFirst()
        .orElseThrow();
  }

  // What tells of overlays.

  @Test
  void anAssessmentTellsEachOverlayInOrderAlsoWhenItChangedNothing() {
    Overlay second =
        Overlay.parse(
            "second.properties",
            Site.HEAD.replace("example-hospital", "region-north")
                + "local.region.kind = duty\n"
                + "local.region.with = recommend-against\n"
                + "local.region.text = Tell the region.\n");

    Assessment adapted = Site.assess(Site.silence(), second, LOCAL);

    assertThat(adapted.overlays())
        .extracting(OverlayReference::id)
        .containsExactly("region-north", SITE);
    assertThat(Site.assess(Site.silence()).overlays()).isEmpty();
    assertThat(Site.PACK.adaptedBy(second).adaptedBy(LOCAL).overlays())
        .isEqualTo(adapted.overlays());
  }

  @Test
  void theRulesAreThoseOfThePack() {
    assertThat(Site.assess(Site.silence(), LOCAL).rules())
        .isEqualTo(Site.assess(Site.silence()).rules());
  }

  /** The digest is what {@code sha256sum} says of the file. */
  @Test
  void anOverlayIsKnownByItsOwnerAndDigest(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("site.properties");
    Files.writeString(file, Site.HEAD + "overlay.locale = pt-BR\n");

    assertThat(Overlay.read(file).reference())
        .isEqualTo(
            new OverlayReference(
                SITE,
                "Spine service, Example Hospital",
                "sha256:e74e4b51738323f7a3491db00c399450e91a6c88d7cef467039ab9df2313d8d5",
                Optional.of("pt-BR")));
  }

  @Test
  void anOverlayThatDoesNothingIsOne() {
    assertThat(Site.determine(Site.recommendedAgainst(), Site.overlay("")))
        .isEqualTo(Site.determine(Site.recommendedAgainst()));
    assertThat(List.of(Site.overlay("").reference().locale())).containsExactly(Optional.empty());
  }
}
