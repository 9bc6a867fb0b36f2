package org.spinepain.guideline.tests.vignette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.fact.Technique;

/** What a host sees of the kit when its folder, or its wiring, is not as it should be. */
class VignetteTestsTest {

  private static final String AGREES =
      """
      id: own-001
      title: A child
      kind: exclusion
      story: Told in a sentence.
      assume: []
      case:
        caseId: own-001
        assessedOn: 2025-06-30
        patient: {ageYears: 9}
        procedures: [{technique: other}]
      expect:
        p1:
          verdict: no-recommendation
          reasons: [not-adult, not-addressed]
      reviewed: {by: pending, on: null}
      """;

  private static GuidelineEngine engine;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    engine = GuidelineEngine.bundled();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private void write(String name, String yaml) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), yaml);
  }

  private DynamicTest only(BiFunction<ClinicalCase, Set<Assumption>, Assessment> asked) {
    List<DynamicTest> tests = VignetteTests.of(Vignettes.in(folder), asked).toList();
    assertThat(tests).hasSize(1);
    return tests.get(0);
  }

  @Test
  void aVignetteThatHoldsPassesThroughTheHostsWiring() throws Throwable {
    write("topic/a.yaml", AGREES);

    only((clinicalCase, assumptions) -> engine.assess(clinicalCase)).getExecutable().execute();
  }

  @Test
  void aVignetteThatDoesNotHoldIsToldWithFileExpectedGotAndRules() throws IOException {
    write("topic/a.yaml", AGREES.replace("[not-adult, not-addressed]", "[acute-pain]"));

    DynamicTest test = only((clinicalCase, assumptions) -> engine.assess(clinicalCase));

    assertThatThrownBy(() -> test.getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            """
            topic/a.yaml (own-001)
              p1, reasons
                expected: [acute-pain]
                got:      [not-adult, not-addressed]
              rules that made it: not-adult, not-addressed, \
            """);
  }

  @Test
  void whereNoRuleMadeItThatIsTold() throws IOException {
    write(
        "topic/a.yaml",
        AGREES
            .replace("  patient: {ageYears: 9}\n", "")
            .replace("{technique: other}", "{technique: epidural-injection, injectate: steroid}"));

    DynamicTest test = only((clinicalCase, assumptions) -> engine.assess(clinicalCase));

    assertThatThrownBy(() -> test.getExecutable().execute())
        .hasMessageEndingWith("  rules that made it: none");
  }

  @Test
  void aWiringThatThrowsIsToldWithTheFileAndWhatItThrew() throws IOException {
    write("topic/a.yaml", AGREES);
    IllegalStateException thrown = new IllegalStateException("the record has no such field");

    DynamicTest test =
        only(
            (clinicalCase, assumptions) -> {
              throw thrown;
            });

    assertThatThrownBy(() -> test.getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessage("topic/a.yaml: what was asked threw " + thrown)
        .hasCause(thrown);
  }

  @Test
  void anAssertionThatFailsInTheWiringIsToldWithTheFileToo() throws IOException {
    write("topic/a.yaml", AGREES);

    DynamicTest test =
        only(
            (clinicalCase, assumptions) -> {
              throw new AssertionError("mapped wrongly");
            });

    assertThatThrownBy(() -> test.getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("topic/a.yaml", "mapped wrongly");
  }

  @Test
  void aWiringMayAbortTheTestOfACaseThatItsHostCannotHold() throws IOException {
    write("topic/a.yaml", AGREES);

    DynamicTest test =
        only(
            (clinicalCase, assumptions) -> {
              throw new TestAbortedException("we see no children");
            });

    assertThatThrownBy(() -> test.getExecutable().execute())
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("we see no children");
  }

  @Test
  void aWiringThatGivesNoAssessmentFails() throws IOException {
    write("topic/a.yaml", AGREES);

    DynamicTest test = only((clinicalCase, assumptions) -> null);

    assertThatThrownBy(() -> test.getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            topic/a.yaml (own-001)
              expected: an assessment
              got:      null""");
  }

  @Test
  void aWiringThatAnswersForOtherProceduresFails() throws IOException {
    write("topic/a.yaml", AGREES);

    DynamicTest test =
        only(
            (clinicalCase, assumptions) ->
                engine.assess(
                    ClinicalCase.of("another", clinicalCase.assessedOn())
                        .procedure(ProcedureRequest.of("order-7", Technique.OTHER))
                        .build()));

    assertThatThrownBy(() -> test.getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            topic/a.yaml (own-001)
              expected: determinations of [p1]
              got:      determinations of [order-7]""");
  }

  @Test
  void aFolderWithoutVignettesFailsAsAWhole() throws IOException {
    write("a.json", "{}");
    write("b.yaml.bak", AGREES);

    assertThatThrownBy(() -> VignetteTests.of(Vignettes.in(folder), engine))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are no vignettes in " + folder + ": no files that end in .yaml or .yml");
  }

  @Test
  void aFolderThatIsMissingFailsAndTellsWhereItWasLookedFor() {
    assertThatThrownBy(() -> Vignettes.in(Path.of("src/test/no-such-folder")))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(NoSuchFileException.class)
        .hasMessageContainingAll(
            "src/test/no-such-folder", Path.of("src/test/no-such-folder").toAbsolutePath() + "");
  }

  @Test
  void aChoiceThatNamesNoVignetteFailsAsAWhole() {
    assertThatThrownBy(() -> VignetteTests.of(Vignettes.bundled().only("axial-epidurals"), engine))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("axial-epidurals");
  }
}
