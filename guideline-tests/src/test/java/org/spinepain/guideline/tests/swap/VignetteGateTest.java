package org.spinepain.guideline.tests.swap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.SwapReport;
import org.spinepain.guideline.tests.editions.EditionJars;
import org.spinepain.guideline.tests.vignette.VignetteGate;
import org.spinepain.guideline.tests.vignette.Vignettes;

/** Vignettes of the guideline as the gate of an engine that serves it. */
class VignetteGateTest {

  private static final Vignettes BOUNDARY = Vignettes.bundled().only("age-boundary");

  /** A vignette that the guideline fails: a child to whom it is to speak. */
  private static final String RED =
      """
      id: own-1
      title: A child
      kind: exclusion
      story: A child with back pain.
      assume: []
      case:
        caseId: own-1
        assessedOn: 2025-06-30
        patient: {ageYears: 10}
        pain: {pattern: axial, onset: 2024-01-01, cancer: absent, inflammatoryArthropathy: absent}
        procedures:
          - {id: p1, technique: epidural-injection, injectate: steroid}
      expect:
        p1: {verdict: recommend-against}
      reviewed: {by: pending, on: null}
      """;

  private final GuidelineEngine engine = GuidelineEngine.bundled();

  @TempDir Path folder;

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aPackThatAnswersEveryVignettePasses() {
    SwapReport report = engine.swap(Packs.marked(folder, "next"), VignetteGate.of(BOUNDARY));
    assertThat(report.objections()).isEmpty();
    assertThat(report.swapped()).isTrue();
  }

  @Test
  void eachVignetteThatComesOutOtherwiseIsAnObjection() {
    RulePack sixteen = Packs.described(folder, "adultYears = 18", "adultYears = 16");
    SwapReport report = engine.swap(sixteen, VignetteGate.of(BOUNDARY));
    assertThat(report.swapped()).isFalse();
    assertThat(report.objections())
        .extracting(objection -> objection.replaceFirst("(?s)age-boundary/(.*?)\\.yaml.*", "$1"))
        .containsExactly(
            "born-on-leap-day-minor-on-the-twenty-seventh",
            "born-on-the-first-of-march-minor-the-day-before",
            "cancer-unknown-at-seventeen",
            "day-before-the-eighteenth-birthday",
            "seventeen-years-as-a-number",
            "trial-on-the-day-before-the-birthday");
    assertThat(report.objections().get(4))
        .contains("expected: no-recommendation", "got:      recommend-against");
  }

  @Test
  void noVignettesAreAnObjection() {
    SwapReport report =
        engine.swap(Packs.marked(folder, "next"), VignetteGate.of(Vignettes.in(folder)));
    assertThat(report.objections())
        .containsExactly(
            "there are no vignettes in " + folder + ": no files that end in .yaml or .yml");
  }

  @Test
  void aFileThatIsNoVignetteIsAnObjection() throws IOException {
    Files.writeString(folder.resolve("broken.yaml"), "id: [");
    SwapReport report =
        engine.swap(Packs.marked(folder, "next"), VignetteGate.of(Vignettes.in(folder)));
    assertThat(report.objections()).singleElement().asString().startsWith("broken.yaml:1: ");
  }

  @Test
  void rulesThatFailOnAVignetteAreAnObjection() {
    try (GuidelineEngine limited =
        GuidelineEngine.on(RulePack.bundled(), EngineOptions.defaults().withFiringLimit(1))) {
      SwapReport report =
          limited.swap(
              Packs.marked(folder, "next"),
              VignetteGate.of(Vignettes.bundled().only("age-boundary-017")));
      assertThat(report.objections())
          .containsExactly(
              "age-boundary/age-zero-as-a-number.yaml: the decision rules did not come to rest"
                  + " within 1 firings; a rule may feed itself");
    }
  }

  @Test
  void whatThePackBringsIsAskedBesideTheHostsOwn() {
    assertThat(engine.swap(bringing(RED), VignetteGate.of(BOUNDARY)).objections())
        .singleElement()
        .asString()
        .startsWith("own/red.yaml (own-1)\n  p1, verdict")
        .contains("expected: recommend-against", "got:      no-recommendation");
    assertThat(engine.swap(bringing("none"), VignetteGate.of(BOUNDARY)).objections())
        .singleElement()
        .asString()
        .startsWith("own/red.yaml:1: ");
  }

  @Test
  void whatThePackBringsDoesNotStandInForTheHostsOwn() {
    RulePack green = bringing(RED.replace("recommend-against", "no-recommendation"));
    assertThat(engine.swap(green, VignetteGate.of(Vignettes.in(folder))).swapped()).isFalse();
  }

  @Test
  void aHostCanLeaveOutWhatThePackBrings() {
    SwapReport report = engine.swap(bringing(RED), VignetteGate.of(BOUNDARY).withoutThePacksOwn());
    assertThat(report.objections()).isEqualTo(List.of());
    assertThat(report.swapped()).isTrue();
  }

  private RulePack bringing(String vignette) {
    SortedMap<String, byte[]> files = Packs.files("2025.2.0", "bringing");
    files.put("META-INF/spinepain/vignettes/own/red.yaml", vignette.getBytes(UTF_8));
    return Packs.load(EditionJars.write(folder.resolve("own.jar"), files));
  }
}
