package org.spinepain.guideline.engine.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * What asking about one missing fact comes to. A completion is a way in which all unknown facts can
 * turn out; an answer leaves its completions undecided when they do not all have one verdict.
 *
 * @param fact the missing fact
 * @param answerWith the fields of a case document that would answer it, any one of which is enough
 * @param answers its possible answers
 */
public record Question(CaseFact fact, List<String> answerWith, List<Answer> answers) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public Question {
    requireNonNull(fact, "fact");
    answerWith = List.copyOf(answerWith);
    answers = List.copyOf(answers);
  }

  /** How many completions the case has. */
  public int completions() {
    return answers.stream().mapToInt(Answer::completions).sum();
  }

  /** How many of them, over all answers, are still undecided when the question is answered. */
  public int undecided() {
    return answers.stream()
        .filter(answer -> answer.verdict() == Verdict.INSUFFICIENT_INFORMATION)
        .mapToInt(Answer::completions)
        .sum();
  }

  /**
   * What one answer comes to.
   *
   * @param value the answer
   * @param verdict the verdict after learning only that
   * @param completions how many completions of the case have this answer
   */
  public record Answer(String value, Verdict verdict, int completions) {

    /** Refuses null with a {@link NullPointerException}. */
    public Answer {
      requireNonNull(value, "value");
      requireNonNull(verdict, "verdict");
    }
  }
}
