package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntUnaryOperator;
import org.spinepain.guideline.tests.space.AskedCombination;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Dimension;

/**
 * Numbers combinations by how their completions are answered: two of the same number have the same
 * facts unknown, under the same assumptions, and each way in which these turn out is answered
 * alike. What is unknown is completed, so both are answered alike, and one of them need be asked.
 * Thread-safe.
 */
final class CellNumbers {

  private static final List<Dimension> DIMENSIONS = CaseSpace.DECIDING;
  private static final int[] STRIDES = new int[DIMENSIONS.size()];
  private static final int CELLS;
  private static final int IMPOSSIBLE = -1;

  static {
    int stride = 1;
    for (int i = 0; i < STRIDES.length; i++) {
      STRIDES[i] = stride;
      stride *= size(i);
    }
    CELLS = stride;
  }

  private static final int[] COMPLETE = new int[CELLS];

  static {
    Arrays.fill(COMPLETE, IMPOSSIBLE);
    for (int number = 0; number < CompleteSpace.ALL.size(); number++) {
      COMPLETE[cell(new AskedCombination(CompleteSpace.ALL.get(number)))] = number;
    }
  }

  private final IntUnaryOperator answers;
  private final AtomicIntegerArray numbers = new AtomicIntegerArray(CELLS);
  private final Map<List<Integer>, Integer> distinct = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  /**
   * @param answers a number for the answer on the complete combination of a number, the same for
   *     the same answer
   */
  CellNumbers(IntUnaryOperator answers) {
    this.answers = answers;
  }

  /** The number of a combination, from 1. */
  int of(AskedCombination asked) {
    return of(cell(asked));
  }

  private static int cell(AskedCombination asked) {
    int cell = 0;
    for (int i = 0; i < STRIDES.length; i++) {
      Dimension dimension = DIMENSIONS.get(i);
      int unknown = asked.isNarrowed(dimension) ? narrowed(i) : unknown(i);
      cell +=
          asked.combination().value(dimension).map(dimension.values()::indexOf).orElse(unknown)
              * STRIDES[i];
    }
    return cell;
  }

  /** The values of a dimension; unknown; and unknown, but not the value that can be excluded. */
  private static int size(int dimension) {
    return narrowed(dimension)
        + (AskedCombination.excludable(DIMENSIONS.get(dimension)).isPresent() ? 1 : 0);
  }

  private static int narrowed(int dimension) {
    return unknown(dimension) + 1;
  }

  /** The place after the values of a dimension. */
  private static int unknown(int dimension) {
    return DIMENSIONS.get(dimension).values().size();
  }

  private int of(int cell) {
    int known = numbers.get(cell);
    if (known == 0) {
      known = number(cell);
      numbers.set(cell, known);
    }
    return known;
  }

  private int number(int cell) {
    for (int i = 0; i < STRIDES.length; i++) {
      int here = cell / STRIDES[i] % size(i);
      if (here >= unknown(i)) {
        boolean isNarrowed = here == narrowed(i);
        List<Integer> children = new ArrayList<>(List.of(isNarrowed ? -2 - i : i));
        for (int value = 0; value < unknown(i); value++) {
          int child = of(cell + (value - here) * STRIDES[i]);
          if (child != IMPOSSIBLE && !(isNarrowed && isExcludable(i, value))) {
            children.add(child);
          }
        }
        return children.size() == 1 ? IMPOSSIBLE : number(children);
      }
    }
    return COMPLETE[cell] == IMPOSSIBLE
        ? IMPOSSIBLE
        : number(List.of(IMPOSSIBLE, answers.applyAsInt(COMPLETE[cell])));
  }

  private static boolean isExcludable(int dimension, int value) {
    Dimension of = DIMENSIONS.get(dimension);
    return AskedCombination.excludable(of).equals(Optional.of(of.values().get(value)));
  }

  private int number(List<Integer> what) {
    return distinct.computeIfAbsent(what, w -> last.incrementAndGet());
  }
}
