package org.spinepain.guideline.tests.assertion;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.EditionState;

/** Assertions for an assessment. */
public final class AssessmentAssert extends AbstractAssert<AssessmentAssert, Assessment> {

  AssessmentAssert(Assessment actual) {
    super(actual, AssessmentAssert.class);
  }

  /** That it has a determination of this procedure, to go on with. */
  public DeterminationAssert determination(String procedureId) {
    isNotNull();
    return new DeterminationAssert(
            actual.determinations().stream()
                .filter(d -> d.procedureId().equals(procedureId))
                .findFirst()
                .orElseThrow(
                    () ->
                        failure(
                            "Expected a determination of <%s> but the assessment has those of %s",
                            procedureId, procedures())))
        .as("the determination of %s", procedureId);
  }

  /** That its determinations are of exactly these procedures, in this order. */
  public AssessmentAssert determines(String... procedureIds) {
    isNotNull();
    if (!procedures().equals(List.of(procedureIds))) {
      throw failure(
          "Expected determinations of %s but they are of %s", List.of(procedureIds), procedures());
    }
    return this;
  }

  /** That the guideline stands so. */
  public AssessmentAssert hasStanding(EditionState state) {
    isNotNull();
    if (actual.standing().state() != state) {
      throw failure(
          "Expected the standing <%s> but it is <%s>",
          state.code(), actual.standing().state().code());
    }
    return this;
  }

  private List<String> procedures() {
    return actual.determinations().stream().map(Determination::procedureId).toList();
  }
}
