package org.spinepain.guideline.tests.vignette;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.TraceEntry;

/**
 * What came of a file in a folder of vignettes.
 *
 * @param file its path relative to the folder
 * @param vignette the vignette in it; empty when it holds none
 * @param report what is wrong, for a person; empty when the assessment agrees with the vignette
 */
public record VignetteResult(String file, Optional<Vignette> vignette, String report) {

  /** Whether the file holds a vignette, and the assessment agrees with it. */
  public boolean agrees() {
    return report.isEmpty();
  }

  static VignetteResult of(InvalidVignetteException refused, String file) {
    return new VignetteResult(file, Optional.empty(), refused.getMessage());
  }

  static VignetteResult of(String file, Vignette vignette, Assessment assessment) {
    List<Vignette.Difference> differences = vignette.differences(assessment);
    return new VignetteResult(
        file,
        Optional.of(vignette),
        differences.isEmpty() ? "" : report(file, vignette, differences, assessment));
  }

  private static String report(
      String file,
      Vignette vignette,
      List<Vignette.Difference> differences,
      Assessment assessment) {
    return file
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
