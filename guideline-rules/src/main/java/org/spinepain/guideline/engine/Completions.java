package org.spinepain.guideline.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * Every way in which the open facts of a procedure can turn out, each decided by the rules. The
 * completions lie in a grid with one axis for each fact that is open; where a combination cannot
 * be, the grid has a hole.
 */
final class Completions {

  private final List<Axis> axes = new ArrayList<>();
  private final CompletionDecision[] grid;
  private final Set<CompletionDecision> distinct;

  /**
   * A fact that is open, its possible answers, what each adds to the number of a combination, and
   * how far apart two neighbouring answers lie in the grid.
   */
  private record Axis(CaseFact fact, List<?> answers, List<Integer> numbers, int stride) {

    static Axis of(CaseFact fact, List<?> answers, int stride) {
      List<Integer> numbers = new ArrayList<>();
      answers.forEach(answer -> numbers.add(AnswerSpace.number(fact, answer)));
      return new Axis(fact, answers, numbers, stride);
    }

    int position(int cell) {
      return cell / stride % answers.size();
    }

    Object answer(int cell) {
      return answers.get(position(cell));
    }
  }

  Completions(OpenFacts open, Decisions decisions) {
    int cells = 1;
    int known = AnswerSpace.number(open.infection(), open.fracture());
    for (CaseFact fact : CaseFact.values()) {
      List<?> answers = open.answers().get(fact);
      if (answers.size() > 1) {
        axes.add(Axis.of(fact, answers, cells));
        cells *= answers.size();
      } else {
        known += AnswerSpace.number(fact, answers.get(0));
      }
    }
    grid = new CompletionDecision[cells];
    for (int cell = 0; cell < cells; cell++) {
      int number = known;
      for (Axis axis : axes) {
        number += axis.numbers().get(axis.position(cell));
      }
      if (AnswerSpace.isPossible(number)) {
        grid[cell] = decisions.on(number);
      }
    }
    distinct = distinct(grid);
  }

  /** The distinct decisions, most of which are the same object many times. */
  private static Set<CompletionDecision> distinct(CompletionDecision[] grid) {
    Set<CompletionDecision> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<CompletionDecision> distinct = new LinkedHashSet<>();
    for (CompletionDecision decision : grid) {
      if (decision != null && objects.add(decision)) {
        distinct.add(decision);
      }
    }
    return distinct;
  }

  /** The distinct decisions on all completions. */
  Set<CompletionDecision> decisions() {
    return distinct;
  }

  /** The verdict on the procedure: that of all completions, else insufficient information. */
  Verdict verdict() {
    return merge(distinct.stream().map(CompletionDecision::verdict).distinct().toList());
  }

  /** The possible answers to an open fact, in their order. */
  List<?> answers(CaseFact fact) {
    return axis(fact).answers();
  }

  /**
   * The verdict after learning this answer to an open fact and nothing else; empty when it cannot
   * be the answer.
   */
  Optional<Verdict> verdictAfter(CaseFact fact, Object answer) {
    Axis axis = axis(fact);
    List<Verdict> verdicts = new ArrayList<>(2);
    for (int cell = 0; cell < grid.length; cell++) {
      if (grid[cell] != null
          && axis.answer(cell).equals(answer)
          && !verdicts.contains(grid[cell].verdict())) {
        verdicts.add(grid[cell].verdict());
      }
    }
    return verdicts.isEmpty() ? Optional.empty() : Optional.of(merge(verdicts));
  }

  /** How many completions have this answer to an open fact. */
  int count(CaseFact fact, Object answer) {
    Axis axis = axis(fact);
    int count = 0;
    for (int cell = 0; cell < grid.length; cell++) {
      count += grid[cell] != null && axis.answer(cell).equals(answer) ? 1 : 0;
    }
    return count;
  }

  /**
   * The open facts on which an aspect of the decision depends: those for which two completions that
   * differ in that fact alone differ in the aspect.
   */
  List<CaseFact> dependencies(Function<CompletionDecision, ?> aspect) {
    Object[] aspects = new Object[grid.length];
    for (int cell = 0; cell < grid.length; cell++) {
      aspects[cell] = grid[cell] == null ? null : aspect.apply(grid[cell]);
    }
    return axes.stream().filter(axis -> changesAlong(axis, aspects)).map(Axis::fact).toList();
  }

  private static boolean changesAlong(Axis axis, Object[] aspects) {
    for (int cell = 0; cell < aspects.length; cell++) {
      int further = axis.answers().size() - axis.position(cell);
      for (int steps = 1; aspects[cell] != null && steps < further; steps++) {
        Object other = aspects[cell + steps * axis.stride()];
        if (other != null && !other.equals(aspects[cell])) {
          return true;
        }
      }
    }
    return false;
  }

  private Axis axis(CaseFact fact) {
    return axes.stream().filter(axis -> axis.fact() == fact).findFirst().orElseThrow();
  }

  private static Verdict merge(List<Verdict> verdicts) {
    return verdicts.size() == 1 ? verdicts.get(0) : Verdict.INSUFFICIENT_INFORMATION;
  }
}
