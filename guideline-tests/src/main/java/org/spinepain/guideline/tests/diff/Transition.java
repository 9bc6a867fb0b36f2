package org.spinepain.guideline.tests.diff;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.spinepain.guideline.tests.space.AskedCombination;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;
import org.spinepain.guideline.tests.space.Dimension;

/**
 * From one pack to another on the same facts; or, for a moved boundary, from one side of it to the
 * other in the same pack.
 */
final class Transition {

  private final PackAnswers before;
  private final PackAnswers after;
  private final Optional<BoundaryMove> move;
  private final Map<Pair, List<Change>> changes = new ConcurrentHashMap<>();

  /** By identity, which is quick: packs keep one of all answers that are equal. */
  private record Pair(Answer before, Answer after) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Pair pair && before == pair.before && after == pair.after;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(before) + System.identityHashCode(after);
    }
  }

  private Transition(PackAnswers before, PackAnswers after, Optional<BoundaryMove> move) {
    this.before = before;
    this.after = after;
    this.move = move;
  }

  static Transition between(PackAnswers before, PackAnswers after) {
    return new Transition(before, after, Optional.empty());
  }

  static Transition across(BoundaryMove move, PackAnswers pack) {
    return new Transition(pack, pack, Optional.of(move));
  }

  Optional<BoundaryMove> move() {
    return move;
  }

  /** The complete combinations that can change by it. */
  BitSet domain() {
    return move.map(m -> CompleteSpace.having(m.boundary().dimension(), m.sideBefore()))
        .map(side -> (BitSet) side.clone())
        .orElseGet(CompleteSpace::everything);
  }

  /** The dimensions that can be unknown in it. */
  List<Dimension> canBeUnknown() {
    return CaseSpace.DECIDING.stream()
        .filter(dimension -> dimension.fact().isPresent())
        .filter(d -> move.filter(m -> m.boundary().dimension().equals(d)).isEmpty())
        .toList();
  }

  Answer before(int number) {
    return before.on(number);
  }

  Answer before(Combination combination) {
    return before(new AskedCombination(combination));
  }

  Answer before(AskedCombination asked) {
    return before.on(asked);
  }

  Answer after(Combination combination) {
    return after(new AskedCombination(combination));
  }

  Answer after(AskedCombination asked) {
    return after.on(
        move.map(m -> new AskedCombination(m.after(asked.combination()), asked.assume()))
            .orElse(asked));
  }

  PackAnswers beforeAnswers() {
    return before;
  }

  PackAnswers afterAnswers() {
    return after;
  }

  /** The changes of a combination, complete or not. */
  List<Change> changes(AskedCombination asked) {
    return changes(before(asked), after(asked));
  }

  /** The changes of the complete combination of this number. */
  List<Change> changes(int number) {
    Answer was = before.on(number);
    Answer is = move.isEmpty() ? after.on(number) : after(CompleteSpace.ALL.get(number));
    return changes(was, is);
  }

  List<Change> changes(Answer was, Answer is) {
    return changes.computeIfAbsent(new Pair(was, is), p -> Change.between(p.before, p.after));
  }
}
