package org.spinepain.guideline.tests.vignette;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;

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

  /**
   * A test for each vignette, asked of this engine.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static Stream<DynamicTest> of(Vignettes vignettes, GuidelineEngine engine) {
    return of(vignettes, Vignettes.asking(engine));
  }

  /**
   * A test for each vignette, asked through the host's own wiring: from a case, and what the
   * vignette assumes, to an assessment. A file that is no vignette is a test that fails with file
   * and line; what the wiring throws is the cause of a failure that names the file, unless it
   * aborts the test, as JUnit's assumptions do.
   *
   * @throws IllegalArgumentException when there are none: no test would run, and none would fail
   */
  public static Stream<DynamicTest> of(
      Vignettes vignettes, BiFunction<ClinicalCase, Set<Assumption>, Assessment> asked) {
    if (vignettes.isEmpty()) {
      throw new IllegalArgumentException(vignettes.absence());
    }
    return vignettes.files().stream().map(file -> test(file, asked));
  }

  private static DynamicTest test(
      VignetteFile file, BiFunction<ClinicalCase, Set<Assumption>, Assessment> asked) {
    return dynamicTest(
        title(file),
        file.uri(),
        () -> {
          VignetteResult result = result(file, asked);
          if (!result.agrees()) {
            throw new AssertionError(result.report());
          }
        });
  }

  private static VignetteResult result(
      VignetteFile file, BiFunction<ClinicalCase, Set<Assumption>, Assessment> asked) {
    try {
      return file.check(asked);
    } catch (TestAbortedException aborted) {
      throw aborted;
    } catch (RuntimeException | AssertionError thrown) {
      throw new AssertionError(file.name() + ": what was asked threw " + thrown, thrown);
    }
  }

  private static String title(VignetteFile file) {
    try {
      return file.vignette().title();
    } catch (InvalidVignetteException refused) {
      return file.name();
    }
  }
}
