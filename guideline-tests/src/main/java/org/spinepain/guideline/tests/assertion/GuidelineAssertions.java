package org.spinepain.guideline.tests.assertion;

import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;

/** Where assertions for assessments begin. */
public final class GuidelineAssertions {

  private GuidelineAssertions() {}

  /** Assertions for an assessment. */
  public static AssessmentAssert assertThat(Assessment actual) {
    return new AssessmentAssert(actual);
  }

  /** Assertions for a determination. */
  public static DeterminationAssert assertThat(Determination actual) {
    return new DeterminationAssert(actual);
  }
}
