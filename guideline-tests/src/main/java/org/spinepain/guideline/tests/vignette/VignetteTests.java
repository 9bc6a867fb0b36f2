package org.spinepain.guideline.tests.vignette;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.TraceEntry;

/**
 * Vignettes as JUnit tests, one each, named by its title:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> theGuidelinesVignettes() {
 *   return VignetteTests.of(Vignettes.bundled(), engine);
 * }
 * }</pre>
 */
public final class VignetteTests {

  private VignetteTests() {}

  /** A test for each vignette, asked of this engine. */
  public static Stream<DynamicTest> of(Vignettes vignettes, GuidelineEngine engine) {
    return of(
        vignettes,
        (clinicalCase, assumptions) ->
            engine.assuming(assumptions.toArray(Assumption[]::new)).assess(clinicalCase));
  }

  /**
   * A test for each vignette, asked through the host's own wiring: from a case, and what the
   * vignette assumes, to an assessment. A file that is no vignette is a test that fails with file
   * and line.
   */
  public static Stream<DynamicTest> of(
      Vignettes vignettes, BiFunction<ClinicalCase, Set<Assumption>, Assessment> asked) {
    return vignettes.files().stream().map(file -> test(file, asked));
  }

  private static DynamicTest test(
      VignetteFile file, BiFunction<ClinicalCase, Set<Assumption>, Assessment> asked) {
    Vignette vignette;
    try {
      vignette = file.vignette();
    } catch (InvalidVignetteException e) {
      return dynamicTest(
          file.name(),
          file.uri(),
          () -> {
            throw new AssertionError(e.getMessage());
          });
    }
    return dynamicTest(
        vignette.title(),
        file.uri(),
        () -> {
          Assessment assessment = asked.apply(vignette.clinicalCase(), vignette.assume());
          List<Vignette.Difference> differences = vignette.differences(assessment);
          if (!differences.isEmpty()) {
            throw new AssertionError(report(file, vignette, differences, assessment));
          }
        });
  }

  private static String report(
      VignetteFile file,
      Vignette vignette,
      List<Vignette.Difference> differences,
      Assessment assessment) {
    return file.name()
        + " ("
        + vignette.id()
        + ")\n  "
        + differences.stream()
            .map(Vignette.Difference::toString)
            .collect(Collectors.joining("\n  "))
        + "\n  rules that made it: "
        + differences.stream()
            .map(Vignette.Difference::procedure)
            .distinct()
            .flatMap(procedure -> assessment.determination(procedure).trace().stream())
            .map(TraceEntry::id)
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
