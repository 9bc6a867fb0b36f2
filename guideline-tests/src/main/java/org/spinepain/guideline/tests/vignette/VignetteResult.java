package org.spinepain.guideline.tests.vignette;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
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

  /** Of a vignette, and the assessment of its case; null when there was none. */
  static VignetteResult of(String file, Vignette vignette, Assessment assessment) {
    String problem = problem(vignette, assessment);
    return new VignetteResult(
        file,
        Optional.of(vignette),
        problem.isEmpty() ? "" : file + " (" + vignette.id() + ")\n  " + problem);
  }

  private static String problem(Vignette vignette, Assessment assessment) {
    if (assessment == null) {
      return "expected: an assessment\n  got:      null";
    }
    List<String> determined =
        assessment.determinations().stream().map(Determination::procedureId).toList();
    if (!determined.containsAll(vignette.expect().keySet())) {
      return "expected: determinations of "
          + vignette.expect().keySet()
          + "\n  got:      determinations of "
          + determined;
    }
    List<Vignette.Difference> differences = vignette.differences(assessment);
    return differences.isEmpty() ? "" : problem(differences, assessment);
  }

  private static String problem(List<Vignette.Difference> differences, Assessment assessment) {
    String rules =
        differences.stream()
            .map(Vignette.Difference::procedure)
            .distinct()
            .flatMap(procedure -> assessment.determination(procedure).trace().stream())
            .map(TraceEntry::id)
            .distinct()
            .collect(Collectors.joining(", "));
    return differences.stream()
            .map(Vignette.Difference::toString)
            .collect(Collectors.joining("\n  "))
        + "\n  rules that made it: "
        + (rules.isEmpty() ? "none" : rules);
  }
}
