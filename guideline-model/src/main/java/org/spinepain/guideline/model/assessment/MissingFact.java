package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An unknown fact that could change the verdict.
 *
 * @param fact the fact
 * @param answerWith the fields of a case document that would answer it, any one of which is enough
 * @param outcomes for each possible answer, the verdict after learning only that
 */
public record MissingFact(CaseFact fact, List<String> answerWith, List<Outcome> outcomes) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public MissingFact {
    requireNonNull(fact, "fact");
    answerWith = List.copyOf(answerWith);
    outcomes = List.copyOf(outcomes);
  }

  /**
   * What one answer leads to.
   *
   * @param value the answer
   * @param verdict the verdict after learning only that; it may again be {@link
   *     Verdict#INSUFFICIENT_INFORMATION}
   */
  public record Outcome(String value, Verdict verdict) {

    /** Refuses null with a {@link NullPointerException}. */
    public Outcome {
      requireNonNull(value, "value");
      requireNonNull(verdict, "verdict");
    }
  }
}
