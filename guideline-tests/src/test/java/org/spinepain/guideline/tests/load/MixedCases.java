package org.spinepain.guideline.tests.load;

import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.oracle.RandomCases;

/** Random cases, known and unknown, with what the host assumes. */
final class MixedCases {

  private static final long SEED = 200_000;

  private MixedCases() {}

  /** What the engine says of the case of this number. */
  static Assessment assess(GuidelineEngine engine, int number) {
    return engine
        .assuming(RandomCases.assumptionsNumber(SEED, number).toArray(Assumption[]::new))
        .assess(RandomCases.caseNumber(SEED, number));
  }

  /** The document of the case of this number, and what the host assumes. */
  static String describe(int number) {
    return CaseDocuments.toCompactJson(RandomCases.caseNumber(SEED, number))
        + ", assuming "
        + RandomCases.assumptionsNumber(SEED, number);
  }
}
