package org.spinepain.guideline.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.assessment.CaseFact;

/** The facts that decide, the other causes among them, on the numbers of {@link AnswerSpace}. */
final class FactSpace {

  /** In this order, so that the first answer adds nothing to the number of a combination. */
  private static final List<Presence> OTHER_CAUSE = List.of(Presence.ABSENT, Presence.PRESENT);

  private FactSpace() {}

  /** The possible answers to a fact; the number of a combination grows evenly along them. */
  static List<?> answers(Fact fact) {
    return fact.caseFact().<List<?>>map(AnswerSpace::answers).orElse(OTHER_CAUSE);
  }

  /** What an answer adds to the number of a combination. */
  static int number(Fact fact, Object answer) {
    return fact.caseFact()
        .map(known -> AnswerSpace.number(known, answer))
        .orElseGet(
            () ->
                AnswerSpace.number(
                    fact == Fact.PAIN_INFECTION && answer == Presence.PRESENT,
                    fact == Fact.PAIN_FRACTURE && answer == Presence.PRESENT));
  }

  /** The answers that a fact of the case may have, one where it is known. */
  static List<?> possible(OpenFacts open, Fact fact) {
    return fact.caseFact()
        .<List<?>>map(open.answers()::get)
        .orElseGet(
            () -> {
              boolean present = fact == Fact.PAIN_INFECTION ? open.infection() : open.fracture();
              return List.of(present ? Presence.PRESENT : Presence.ABSENT);
            });
  }

  /** The facts of the case with other answers to some. */
  static OpenFacts changed(OpenFacts open, Map<Fact, Object> changes) {
    Map<CaseFact, List<?>> answers = new EnumMap<>(open.answers());
    changes.forEach(
        (fact, answer) -> fact.caseFact().ifPresent(known -> answers.put(known, List.of(answer))));
    return new OpenFacts(
        answers,
        changes.getOrDefault(Fact.PAIN_INFECTION, possible(open, Fact.PAIN_INFECTION).get(0))
            == Presence.PRESENT,
        changes.getOrDefault(Fact.PAIN_FRACTURE, possible(open, Fact.PAIN_FRACTURE).get(0))
            == Presence.PRESENT,
        open.assumptions());
  }
}
