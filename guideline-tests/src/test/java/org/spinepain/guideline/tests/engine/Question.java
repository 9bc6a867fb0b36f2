package org.spinepain.guideline.tests.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.tests.oracle.RandomCases;

/**
 * A case, and what the host assumes when it asks about it.
 *
 * @param clinicalCase the case
 * @param assuming what the host assumes
 */
public record Question(ClinicalCase clinicalCase, Set<Assumption> assuming) {

  static Question about(ClinicalCase clinicalCase) {
    return new Question(clinicalCase, Set.of());
  }

  /**
   * Random questions, the same for the same seed. Of each procedure so little is unknown that it
   * has at most so many completions.
   */
  static List<Question> random(long seed, int count, int completions) {
    return IntStream.iterate(0, index -> index + 1)
        .mapToObj(index -> number(seed, index))
        .filter(question -> question.completions() <= completions)
        .limit(count)
        .toList();
  }

  /** A random question, the same for the same seed and index. */
  public static Question number(long seed, int index) {
    return new Question(
        RandomCases.caseNumber(seed, index), RandomCases.assumptionsNumber(seed, index));
  }

  public Assessment askedOf(GuidelineEngine engine) {
    return engine.assuming(assuming.toArray(Assumption[]::new)).assess(clinicalCase);
  }

  /** The most that one of the procedures can have. */
  public int completions() {
    return clinicalCase.procedures().stream()
        .mapToInt(procedure -> completions(clinicalCase, procedure))
        .max()
        .orElseThrow();
  }

  /** No fewer than there are: an injectate that is not stated may also be known by default. */
  private static int completions(ClinicalCase clinicalCase, ProcedureRequest procedure) {
    int completions = 1;
    completions *=
        clinicalCase.patient().birthDate().isEmpty() && clinicalCase.patient().ageYears().isEmpty()
            ? 2
            : 1;
    completions *=
        clinicalCase.pain().onset().isEmpty() && clinicalCase.pain().duration().isEmpty() ? 2 : 1;
    completions *= clinicalCase.pain().cancer().isEmpty() ? 2 : 1;
    completions *= clinicalCase.pain().inflammatoryArthropathy().isEmpty() ? 2 : 1;
    completions *= clinicalCase.pain().pattern().isEmpty() ? 4 : 1;
    completions *= procedure.technique().isEmpty() ? 6 : 1;
    completions *= procedure.injectate().known().isEmpty() ? 5 : 1;
    completions *= procedure.intent() instanceof Stated.Unspecified ? 2 : 1;
    completions *= procedure.setting() instanceof Stated.Unspecified ? 2 : 1;
    return completions;
  }
}
