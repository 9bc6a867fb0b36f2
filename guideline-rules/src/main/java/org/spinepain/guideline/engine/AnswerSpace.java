package org.spinepain.guideline.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.SpinePain;
import org.spinepain.guideline.model.fact.Technique;

/**
 * The possible answers to each fact of a case. All combinations of answers, with and without each
 * other cause, are numbered from 0 to {@link #COMBINATIONS}, so that a table can hold what was
 * decided on each. The number of a combination is the sum of what each answer adds to it.
 */
final class AnswerSpace {

  /** One more than the highest number of a combination. */
  static final int COMBINATIONS;

  private static final Map<CaseFact, List<?>> ANSWERS =
      new EnumMap<>(
          Map.of(
              CaseFact.PATIENT_AGE, List.of(false, true),
              CaseFact.PAIN_DURATION, List.of(false, true),
              CaseFact.PAIN_CANCER, List.of(Presence.values()),
              CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY, List.of(Presence.values()),
              CaseFact.PAIN_PATTERN, List.of(PainPattern.values()),
              CaseFact.PROCEDURE_TECHNIQUE, List.of(Technique.values()),
              CaseFact.PROCEDURE_INJECTATE, List.of(Injectate.values()),
              CaseFact.PROCEDURE_INTENT, List.of(Intent.values()),
              CaseFact.PROCEDURE_SETTING, List.of(Setting.values())));

  private static final Map<CaseFact, Integer> WEIGHTS = new EnumMap<>(CaseFact.class);
  private static final int FRACTURE;
  private static final int INFECTION;

  static {
    int weight = 1;
    for (CaseFact fact : CaseFact.values()) {
      WEIGHTS.put(fact, weight);
      weight *= ANSWERS.get(fact).size();
    }
    FRACTURE = weight;
    INFECTION = 2 * FRACTURE;
    COMBINATIONS = 2 * INFECTION;
  }

  private AnswerSpace() {}

  /**
   * The possible answers to a fact, in the order in which they are listed: for age and duration,
   * whether the boundary is reached; for the others, constants of their enum.
   */
  static List<?> answers(CaseFact fact) {
    return ANSWERS.get(fact);
  }

  /** What an answer adds to the number of a combination. */
  static int number(CaseFact fact, Object answer) {
    return WEIGHTS.get(fact) * ANSWERS.get(fact).indexOf(answer);
  }

  /** What the other causes add to the number of a combination. */
  static int number(boolean infection, boolean fracture) {
    return (infection ? INFECTION : 0) + (fracture ? FRACTURE : 0);
  }

  private static <T> T answer(Class<T> type, CaseFact fact, int number) {
    List<?> answers = ANSWERS.get(fact);
    return type.cast(answers.get(number / WEIGHTS.get(fact) % answers.size()));
  }

  /** Whether a combination can be: an injection injects something. */
  static boolean isPossible(int number) {
    return Procedure.isPossible(
        answer(Technique.class, CaseFact.PROCEDURE_TECHNIQUE, number),
        answer(Injectate.class, CaseFact.PROCEDURE_INJECTATE, number));
  }

  /** The facts that the decision rules see of a combination. */
  static List<Record> facts(int number) {
    return List.of(
        new Patient(answer(Boolean.class, CaseFact.PATIENT_AGE, number)),
        new SpinePain(
            answer(Boolean.class, CaseFact.PAIN_DURATION, number),
            answer(PainPattern.class, CaseFact.PAIN_PATTERN, number),
            isPresent(CaseFact.PAIN_CANCER, number),
            isPresent(CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY, number),
            number / INFECTION % 2 == 1,
            number / FRACTURE % 2 == 1),
        new Procedure(
            answer(Technique.class, CaseFact.PROCEDURE_TECHNIQUE, number),
            answer(Injectate.class, CaseFact.PROCEDURE_INJECTATE, number),
            answer(Intent.class, CaseFact.PROCEDURE_INTENT, number),
            answer(Setting.class, CaseFact.PROCEDURE_SETTING, number)));
  }

  private static boolean isPresent(CaseFact fact, int number) {
    return answer(Presence.class, fact, number) == Presence.PRESENT;
  }
}
