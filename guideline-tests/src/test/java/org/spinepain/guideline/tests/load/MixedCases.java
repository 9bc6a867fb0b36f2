package org.spinepain.guideline.tests.load;

import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.tests.engine.Question;

/** Random cases, known and unknown, with what the host assumes. */
final class MixedCases {

  private static final long SEED = 200_000;

  private MixedCases() {}

  /** What the engine says of the case of this number. */
  static Assessment assess(GuidelineEngine engine, int number) {
    return question(number).askedOf(engine);
  }

  /** The case of this number, and what the host assumes. */
  static Question question(int number) {
    return Question.number(SEED, number);
  }
}
