package org.spinepain.guideline.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * What the rules decide on every complete combination of facts: the verdict, and which
 * recommendations hold. Immutable, and thread-safe.
 */
final class DecisionSpace {

  private final BitSet possible = new BitSet(AnswerSpace.COMBINATIONS);
  private final BitSet against = new BitSet(AnswerSpace.COMBINATIONS);
  private final Map<String, BitSet> holding = new HashMap<>();
  private final List<String> recommendations;
  private final Map<String, Map<Fact, List<?>>> criteria = new HashMap<>();

  /** Asks the rules about every combination that they have not decided yet. */
  DecisionSpace(Decisions decisions) {
    Map<String, Integer> ranks = new HashMap<>();
    for (int number = 0; number < AnswerSpace.COMBINATIONS; number++) {
      if (AnswerSpace.isPossible(number)) {
        possible.set(number);
        CompletionDecision decision = decisions.on(number);
        against.set(number, decision.verdict() == Verdict.RECOMMEND_AGAINST);
        for (CompletionDecision.Recommended each : decision.recommendations()) {
          holding.computeIfAbsent(each.id(), id -> new BitSet()).set(number);
          ranks.merge(each.id(), each.rule().rank(), Math::min);
        }
      }
    }
    recommendations =
        holding.keySet().stream()
            .sorted(Comparator.<String>comparingInt(ranks::get).thenComparing(id -> id))
            .toList();
    holding.forEach((id, numbers) -> criteria.put(id, criteria(numbers)));
  }

  /** The facts on which something rests that holds on these combinations, and what each must be. */
  private Map<Fact, List<?>> criteria(BitSet numbers) {
    Map<Fact, List<?>> criteria = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      List<?> answers = FactSpace.answers(fact);
      int weight = FactSpace.number(fact, answers.get(1));
      BitSet positions = new BitSet();
      boolean rests = false;
      for (int number = numbers.nextSetBit(0);
          number >= 0;
          number = numbers.nextSetBit(number + 1)) {
        int position = number / weight % answers.size();
        positions.set(position);
        for (int other = 0; other < answers.size() && !rests; other++) {
          int neighbour = number + (other - position) * weight;
          rests = possible.get(neighbour) && !numbers.get(neighbour);
        }
      }
      if (rests) {
        List<Object> can = new ArrayList<>();
        positions.stream().forEach(position -> can.add(answers.get(position)));
        criteria.put(fact, can);
      }
    }
    return criteria;
  }

  /** The ids of all recommendations that hold on any combination, in the order of the pack. */
  List<String> recommendations() {
    return recommendations;
  }

  /**
   * The facts on which a recommendation rests, in their order, and the answers with which it can
   * hold.
   */
  Map<Fact, List<?>> criteria(String recommendation) {
    return criteria.get(recommendation);
  }

  /** Whether the verdict on the combination with this number is against. */
  boolean isAgainst(int number) {
    return against.get(number);
  }

  /** Whether a recommendation holds on the combination with this number. */
  boolean holds(String recommendation, int number) {
    return holding.get(recommendation).get(number);
  }
}
