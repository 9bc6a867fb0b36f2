package org.spinepain.guideline.tests.vignette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/**
 * What the reader of vignettes refuses, where it says the fault is, and that the schema refuses it
 * too.
 */
class VignetteReaderTest {

  private static final VignetteSchema SCHEMA = new VignetteSchema();
  private static final URI FILE = URI.create("file:///vignettes/topic/a-case.yaml");

  private static final String VIGNETTE =
      """
      id: topic-001
      title: A case
      kind: boundary
      pair: topic-002
      story: >
        Told in a sentence.
      assume: [cancer-absent]
      case:
        caseId: topic-001
        assessedOn: 2025-06-30
        patient: {ageYears: 54}
        pain: {pattern: axial, duration: P2Y}
        procedures:
          - {id: p1, technique: epidural-injection, injectate: steroid}
      expect:
        p1:
          verdict: recommend-against
          recommendations: {axial-epidural: direct}
          reasons: []
          missing: {pain.cancer: {present: no-recommendation}}
          evidence: [axial epidural-injection steroid 0.39]
          guidance: [benefit]
          caveats: []
          assumptions: [cancer-absent]
      reviewed: {by: pending, on: null}
      """;

  private record Fault(
      String name, String from, String to, int line, String path, boolean inSchema) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Fault> faults() {
    return List.of(
        fault("an unknown field", "kind: boundary", "kind: boundary\nmood: good", 4, "mood"),
        fault("no id", "id: topic-001\n", "", 1, "id"),
        fault("a blank title", "title: A case", "title: ' '", 2, "title"),
        fault("an unknown kind", "kind: boundary", "kind: odd", 3, "kind"),
        fault("a kind in capitals", "kind: boundary", "kind: Boundary", 3, "kind"),
        fault("a boundary without its pair", "pair: topic-002\n", "", 1, "pair"),
        fault("a pair that is no boundary", "kind: boundary", "kind: typical", 4, "pair"),
        fault("no story", "story: >\n  Told in a sentence.\n", "", 1, "story"),
        fault("an unknown assumption", "[cancer-absent]\ncase", "[rich]\ncase", 7, "assume[0]"),
        fault(
            "an assumption twice",
            "[cancer-absent]\ncase",
            "[cancer-absent, cancer-absent]\ncase",
            7,
            "assume[1]"),
        fault("a fault in the case", "ageYears: 54", "ageYears: 540", 11, "case.patient.ageYears"),
        fault("an unknown field in the case", "duration: P2Y", "since: P2Y", 12, "case.pain.since"),
        unsaid("a procedure that the case does not have", "  p1:", "  p2:", 16, "expect.p2"),
        fault("an unknown aspect", "    reasons: []", "    causes: []", 19, "expect.p1.causes"),
        fault(
            "an unknown verdict",
            "verdict: recommend-against",
            "verdict: no",
            17,
            "expect.p1.verdict"),
        fault(
            "reasons that are no list",
            "reasons: []",
            "reasons: acute-pain",
            19,
            "expect.p1.reasons"),
        fault("a code twice", "[benefit]", "[benefit, benefit]", 22, "expect.p1.guidance[1]"),
        fault(
            "an outcome that is no verdict",
            "{present: no-recommendation}",
            "{present: maybe}",
            20,
            "expect.p1.missing[\"pain.cancer\"].present"),
        fault("a review without its date", "by: pending", "by: Dr A", 25, "reviewed.on"),
        fault("a date without its review", "on: null", "on: 2025-06-30", 25, "reviewed.on"),
        fault("no review", "reviewed: {by: pending, on: null}\n", "", 1, "reviewed"));
  }

  private static Fault fault(String name, String from, String to, int line, String path) {
    return new Fault(name, from, to, line, path, true);
  }

  /** A fault that a schema cannot say. */
  private static Fault unsaid(String name, String from, String to, int line, String path) {
    return new Fault(name, from, to, line, path, false);
  }

  private static Vignette read(String yaml) {
    return VignetteReader.read(yaml.getBytes(StandardCharsets.UTF_8), FILE);
  }

  @Test
  void aVignetteIsReadWhole() {
    Vignette vignette = read(VIGNETTE);
    assertThat(vignette.pair()).contains("topic-002");
    assertThat(vignette.story()).isEqualTo("Told in a sentence.");
    assertThat(vignette.expect().get("p1")).containsOnlyKeys(Aspect.values());
    assertThat(vignette.reviewedBy()).isEmpty();
    assertThat(SCHEMA.errors(VIGNETTE)).isEmpty();
  }

  @Test
  void aspectsLeftOutAreNotCompared() {
    String yaml = VIGNETTE.replaceAll("(?m)^    (?!verdict).*\n", "");
    assertThat(
            read(yaml.replace("procedures:\n", "procedures: [{technique: other}]\n"))
                .expect()
                .get("p1"))
        .containsOnlyKeys(Aspect.VERDICT);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsRefusedWithItsLineAndPath(Fault fault) {
    assertThat(VIGNETTE).contains(fault.from());
    assertThatThrownBy(() -> read(VIGNETTE.replace(fault.from(), fault.to())))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            refusal -> {
              assertThat(refusal.path()).endsWith(fault.path());
              assertThat(refusal.line()).isEqualTo(fault.line());
            });
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theSchemaRefusesWhatTheReaderRefuses(Fault fault) {
    assertThat(SCHEMA.errors(VIGNETTE.replace(fault.from(), fault.to())).isEmpty())
        .isNotEqualTo(fault.inSchema());
  }

  @Test
  void theSchemaAcceptsTheVignettesOfTheGuideline() {
    assertThat(Vignettes.bundled().all())
        .allSatisfy(
            vignette ->
                assertThat(SCHEMA.errors(Files.readString(Path.of(vignette.file()))))
                    .as(vignette.id())
                    .isEmpty());
  }

  @Test
  void aFileThatIsNoVignetteIsATestThatFailsWithFileAndLineAndCostsNoOther(@TempDir Path folder)
      throws Exception {
    Files.writeString(
        folder.resolve("a-bad.yaml"), VIGNETTE.replace("kind: boundary", "kind: odd"));
    Files.writeString(folder.resolve("b-wrong.yml"), VIGNETTE);
    Files.writeString(folder.resolve("not-a-vignette.txt"), "anything");
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      List<DynamicTest> tests = VignetteTests.of(Vignettes.in(folder), engine).toList();
      assertThat(tests)
          .extracting(DynamicTest::getDisplayName)
          .containsExactly("a-bad.yaml", "A case");
      assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
          .isInstanceOf(AssertionError.class)
          .hasMessageContainingAll("a-bad.yaml:3", "kind", "found \"odd\"", "typical");
    }
  }

  @Test
  void eachAspectThatDiffersIsToldWithWhatWasExpectedAndWhatCame(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("wrong.yaml"), VIGNETTE);
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      DynamicTest test = VignetteTests.of(Vignettes.in(folder), engine).findFirst().orElseThrow();
      // Arthropathy is unknown in the case, so each stated aspect but two is wrong.
      assertThatThrownBy(() -> test.getExecutable().execute())
          .isInstanceOf(AssertionError.class)
          .hasMessageContainingAll(
              "wrong.yaml (topic-001)",
              "p1, verdict",
              "expected: recommend-against",
              "got:      insufficient-information",
              "p1, recommendations",
              "p1, missing",
              "pain.inflammatory-arthropathy",
              "p1, evidence",
              "p1, guidance",
              "p1, assumptions")
          .hasMessageNotContaining("p1, reasons")
          .hasMessageNotContaining("p1, caveats");
    }
  }

  @Test
  void aspectsAreWrittenAsTheSchemaNamesThem() {
    assertThat(Stream.of(Aspect.values()).map(Aspect::code))
        .containsExactly(
            "verdict",
            "recommendations",
            "reasons",
            "missing",
            "evidence",
            "guidance",
            "caveats",
            "assumptions");
  }
}
