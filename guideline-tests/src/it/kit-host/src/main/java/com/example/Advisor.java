package com.example;

import java.util.Set;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;

/** How this application asks the guideline. */
public final class Advisor {

  private static final GuidelineEngine ENGINE = GuidelineEngine.bundled();

  public Assessment advise(ClinicalCase clinicalCase, Set<Assumption> assumptions) {
    return ENGINE.assuming(assumptions.toArray(Assumption[]::new)).assess(clinicalCase);
  }
}
