package org.spinepain.guideline.tests.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.tests.pack.PackSource;

/** Overlays that are refused when they are loaded, and what their authors are told. */
class RefusedOverlaysTest {

  private static final String SUPPRESSION =
      """
      suppress.axial-epidural.owner = Head
      suppress.axial-epidural.reason = Review.
      suppress.axial-epidural.until = 2026-03-31
      """;

  private static final String DUTY =
      """
      local.form.kind = duty
      local.form.with = recommend-against
      local.form.text = File it.
      """;

  @Test
  void whatIsVariedBelowIsAccepted() {
    assertThat(Site.PACK.adaptedBy(Site.overlay(SUPPRESSION + DUTY)).overlays()).hasSize(1);
  }

  // The form.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verdict.axial-epidural",
        "evidence.axial-epidural.estimate",
        "text.evidence.plain",
        "boundary.chronicMonths",
        "boundary.adultYears",
        "standing.state",
        "scope.adult",
        "recommendation.axial-epidural.direction",
        "recommendation.axial-epidural.strength",
        "suppress.axial-epidural",
        "suppress.axial-epidural.from",
        "suppress.verdict.no-recommendation.until",
        "local.form.source",
        "local.Form.text",
        "text.guidance.harms.status",
        "text.guidance",
        "overlay.extends"
      })
  void whatNoOverlayCanDoHasNoKey(String key) {
    assertRefused(key + " = x\n", "keys that are not known: [" + key + "]. Allowed are ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "owner", "guideline", "edition"})
  void whoseItIsAndWhatForMustBeSaid(String key) {
    assertThatThrownBy(
            () ->
                Overlay.parse("site.properties", Site.HEAD.replace("overlay." + key + " =", "# ")))
        .isInstanceOf(RulePackException.class)
        .hasMessage("site.properties has no value for overlay." + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reason", "owner", "until"})
  void aSuppressionNeedsAllThree(String key) {
    String missing = "suppress.axial-epidural." + key;
    assertRefused(SUPPRESSION.replace(missing, "# "), "has no value for " + missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "with", "text"})
  void aLocalItemNeedsAllThree(String key) {
    assertRefused(DUTY.replace("local.form." + key, "# "), "has no value for local.form." + key);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        arguments("text.guidance.harms = \n", "has no value for text.guidance.harms"),
        arguments(
            "text.guidance.harms = \\u001b[1mNone\n",
            "text.guidance.harms: found a control character, allowed is text without any"),
        arguments("text.standing = \noverlay.locale = fr\n", "has no value for text.standing"),
        arguments(
            SUPPRESSION + "suppress.axial-epidural.until = 2027-03-31\n",
            "has the key suppress.axial-epidural.until twice"),
        arguments(
            SUPPRESSION.replace("2026-03-31", "2026-02-30"),
            "suppress.axial-epidural.until: found 2026-02-30, allowed is a date such as"),
        arguments(
            SUPPRESSION.replace("2026-03-31", "never"),
            "suppress.axial-epidural.until: found never, allowed is a date such as"),
        arguments(
            DUTY.replace("duty", "alert"),
            "local.form.kind: found alert, allowed is one of guidance, caveat, duty"),
        arguments(
            DUTY.replace("recommend-against", "recommend-for"),
            "local.form.with: found recommend-for, allowed is one of recommend-against,"),
        arguments(
            DUTY.replace("recommend-against", "no-recommendation axial-epidural"),
            "local.form.with: found no-recommendation axial-epidural, allowed is"
                + " no-recommendation alone"),
        arguments(
            "overlay.locale = french_please\n",
            "overlay.locale: found french_please, allowed is a language tag"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFormThatIsNotOneIsRefused(String lines, String message) {
    assertRefused(lines, message);
  }

  @Test
  void anIdIsWrittenAsCodesAre() {
    assertThatThrownBy(
            () ->
                Overlay.parse(
                    "site.properties", Site.HEAD.replace("example-hospital", "Example Hospital")))
        .hasMessageContaining("overlay.id: found Example Hospital, allowed is lower-case words");
  }

  @Test
  void aFileThatCannotBeReadIsRefused(@TempDir Path folder) throws IOException {
    Path latin = Files.write(folder.resolve("latin.properties"), new byte[] {(byte) 0xe9});

    assertThatThrownBy(() -> Overlay.read(latin))
        .isInstanceOf(RulePackException.class)
        .hasMessage(latin + " cannot be read: it is not in UTF-8");
    assertThatThrownBy(() -> Overlay.read(folder.resolve("none.properties")))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("none.properties cannot be read");
  }

  // Silence is never an endorsement.

  @ParameterizedTest
  @ValueSource(strings = {"no-recommendation", "insufficient-information"})
  void noGuidanceIsAddedWhereTheGuidelineRecommendsNothing(String verdict) {
    assertRefused(
        DUTY.replace("duty", "guidance").replace("recommend-against", verdict),
        "local.form.with: found " + verdict + ", allowed is recommend-against");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text.standing",
        "text.reason.acute-pain",
        "text.guidance.not-an-endorsement",
        "text.guidance.trial-is-the-setting",
        "text.caveat.leads-to-opposed-treatment",
        "text.recommendation.axial-epidural",
        "text.guidance.harms",
        "text.guidance.burden-and-cost",
        "text.guidance.reconsider-referral",
        "text.guidance.document-local-practice",
        "text.guidance.informed-people-decline",
        "text.caveat.evidence-awaiting-check"
      })
  void whatTheGuidelineSaysCanBeTranslatedOnly(String key) {
    assertRefused(key + " = This one is fine.\n", key + ": this is what the guideline says");
    assertThat(Site.PACK.adaptedBy(Site.translation(key + " = " + translated(key))).overlays())
        .hasSize(1);
  }

  private static String translated(String key) {
    String code = key.substring(key.lastIndexOf('.') + 1);
    return (Site.PACK.quotedTexts().contains(code) ? "Traduit: {text}" : "Traduit.") + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-GB", "en-XA", "eng", "eng-GB", "und", "und-US"})
  void aTranslationIsIntoAnotherLanguage(String locale) {
    assertRefused(
        "overlay.locale = " + locale + "\ntext.guidance.not-an-endorsement = This one is fine.\n",
        "overlay.locale: found " + locale + ", allowed is a language other than that of the rules");
  }

  // The pack.

  static Stream<Arguments> misfits() {
    return Stream.of(
        arguments(
            SUPPRESSION.replace("axial-epidural", "axial-massage"),
            "suppress.axial-massage: found axial-massage, allowed is one of axial-epidural,"),
        arguments(
            SUPPRESSION.replace("axial-epidural", "harms"),
            "suppress.harms: found harms, allowed is one of axial-epidural,"),
        arguments(
            DUTY.replace("recommend-against", "recommend-against axial-epidural acute-pain"),
            "local.form.with: found acute-pain, allowed is one of axial-epidural,"),
        arguments(
            DUTY.replace("form", "harms"),
            "local.harms: found harms, allowed is a code that the rules do not have"),
        arguments(
            "text.caveat.harms = x\n",
            "text.caveat.harms: found harms, allowed is one of cause-needs-own-pathway,"),
        arguments(
            "overlay.locale = fr\ntext.guidance.benefit = It helps little.\n",
            "text.guidance.benefit: found a text without {text}, allowed is one with it"),
        arguments(
            "text.guidance.exercise-therapy = {text} But not here.\n",
            "text.guidance.exercise-therapy: found {text}, allowed is it only where"),
        arguments(
            "overlay.locale = fr\ntext.guidance.harms = Ponction de la dure-mère: 0,14 %.\n",
            "text.guidance.harms: found a text without {text}, allowed is one with it, for the"
                + " figures"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void whatThePackDoesNotHaveIsRefused(String lines, String message) {
    assertRefused(lines, message);
  }

  @ParameterizedTest
  @CsvSource({
    "texts.quoted = acute-pain benefit, texts.quoted = acute-pain benfit, texts.quoted: found benfit",
    "texts.rewordable = exercise-, texts.rewordable = not-an-endorsment exercise-,"
        + " texts.rewordable: found not-an-endorsment",
    "texts.rewordable = exercise-, texts.rewordable = harms exercise-, texts.rewordable: found harms",
    "texts.rewordable = exercise-, texts.rewordable = acute-pain exercise-,"
        + " texts.rewordable: found acute-pain"
  })
  void aPackWhoseDescriptorProtectsATextThatIsNotThereTakesNoOverlay(
      String old, String other, String message) {
    RulePack pack = PackSource.bundled().describedWith(old, other).build().load();

    assertThatThrownBy(() -> pack.adaptedBy(Site.overlay("")))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("the descriptor of the pack, " + message + ", allowed is one of ");
  }

  @ParameterizedTest
  @MethodSource("bases")
  void anOverlayIsForOneEditionOfOneGuideline(String old, String other, String message) {
    Overlay overlay = Overlay.parse("site.properties", Site.HEAD.replace(old, other));

    assertThatThrownBy(() -> Site.PACK.adaptedBy(overlay))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("site.properties, " + message);
  }

  static Stream<Arguments> bases() {
    return Stream.of(
        arguments("= 2025", "= 2031", "overlay.edition: found 2031, allowed is 2025"),
        arguments(
            "bmj-2025-e079970",
            "nice-ng59",
            "overlay.guideline: found nice-ng59, allowed is bmj-2025-e079970"));
  }

  // One another.

  @ParameterizedTest
  @ValueSource(
      strings = {
        SUPPRESSION,
        DUTY,
        "text.guidance.exercise-therapy = x\n",
        "overlay.locale = fr\ntext.standing = x\n"
      })
  void twoOverlaysCannotDoTheSame(String lines) {
    Overlay first = Site.overlay(lines);
    Overlay second =
        Overlay.parse("second.properties", Site.HEAD.replace("example-hospital", "second") + lines);

    assertThatThrownBy(() -> Site.PACK.adaptedBy(first, second))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("second.properties, ")
        .hasMessageEndingWith("site.properties has this too");
    assertThatThrownBy(() -> Site.PACK.adaptedBy(first).adaptedBy(second))
        .hasMessageEndingWith("site.properties has this too");
  }

  @Test
  void twoOverlaysCannotHaveOneId() {
    assertThatThrownBy(() -> Site.PACK.adaptedBy(Site.overlay(""), Site.overlay(DUTY)))
        .hasMessageContaining("overlay.id = example-hospital: site.properties has this too");
  }

  private static void assertRefused(String lines, String message) {
    assertThatThrownBy(() -> Site.PACK.adaptedBy(Site.overlay(lines)))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("site.properties")
        .hasMessageContaining(message);
  }
}
