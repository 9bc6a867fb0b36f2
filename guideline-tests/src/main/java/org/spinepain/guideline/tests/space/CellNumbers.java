package org.spinepain.guideline.tests.space;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;

/**
 * Numbers combinations in the first context by how their completions are answered. What is unknown
 * is completed, so of those that have the same number one need be asked. Thread-safe.
 */
public final class CellNumbers {

  private static final List<Dimension> DIMENSIONS = CaseSpace.DECIDING;
  private static final int[] SIZES = new int[DIMENSIONS.size()];
  private static final int[] STRIDES = new int[DIMENSIONS.size()];

  /** Of each dimension the place of the value that can be excluded; -1 where none can. */
  private static final int[] EXCLUDABLE = new int[DIMENSIONS.size()];

  private static final int CELLS;
  private static final int IMPOSSIBLE = -1;

  static {
    int stride = 1;
    for (int i = 0; i < STRIDES.length; i++) {
      Dimension dimension = DIMENSIONS.get(i);
      EXCLUDABLE[i] =
          AskedCombination.excludable(dimension).map(dimension.values()::indexOf).orElse(-1);
      SIZES[i] = narrowed(i) + (EXCLUDABLE[i] < 0 ? 0 : 1);
      STRIDES[i] = stride;
      stride *= SIZES[i];
    }
    CELLS = stride;
  }

  /** The complete combinations; null where there is none. */
  private static final Combination[] COMPLETE = new Combination[CELLS];

  static {
    CaseSpace.completeInOneContext()
        .forEach(complete -> COMPLETE[cell(new AskedCombination(complete))] = complete);
  }

  private final Function<Combination, ?> answers;
  private final boolean byWhatIsUnknown;
  private final AtomicIntegerArray numbers = new AtomicIntegerArray(CELLS);
  private final Numbering distinct = new Numbering();
  private final Numbering distinctAnswers = new Numbering();

  /** By number, the answers. */
  private final Map<Integer, BitSet> sets = new ConcurrentHashMap<>();

  /** Numbers equal things alike, from 1. */
  private static final class Numbering {

    private final Map<Object, Integer> known = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    int of(Object what) {
      return known.computeIfAbsent(what, w -> last.incrementAndGet());
    }
  }

  private CellNumbers(Function<Combination, ?> answers, boolean byWhatIsUnknown) {
    this.answers = answers;
    this.byWhatIsUnknown = byWhatIsUnknown;
  }

  /**
   * Two of the same number have the same facts unknown, under the same assumptions, and each way in
   * which these turn out is answered alike: so are both.
   *
   * @param answers the answer on a complete combination, equal to another only if all that decides
   *     on incomplete combinations is
   */
  public static CellNumbers byEachAnswer(Function<Combination, ?> answers) {
    return new CellNumbers(answers, true);
  }

  /**
   * Two of the same number can turn out to have the same set of answers: so what is carried of
   * these is the same, but not which facts are missing, and on which of them it depends.
   *
   * @param answers as for {@link #byEachAnswer}
   */
  public static CellNumbers bySetOfAnswers(Function<Combination, ?> answers) {
    return new CellNumbers(answers, false);
  }

  /** The number of a combination in the first context, from 1. */
  public int of(AskedCombination asked) {
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

  /** The last place: unknown, but not the value that can be excluded. */
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
      int here = cell / STRIDES[i] % SIZES[i];
      if (here >= unknown(i)) {
        boolean isNarrowed = here == narrowed(i);
        List<Integer> children = new ArrayList<>();
        for (int value = 0; value < unknown(i); value++) {
          int child = of(cell + (value - here) * STRIDES[i]);
          if (child != IMPOSSIBLE && !(isNarrowed && value == EXCLUDABLE[i])) {
            children.add(child);
          }
        }
        return children.isEmpty() ? IMPOSSIBLE : ofCompletions(isNarrowed ? -2 - i : i, children);
      }
    }
    return COMPLETE[cell] == null ? IMPOSSIBLE : ofAnswer(answers.apply(COMPLETE[cell]));
  }

  private int ofAnswer(Object answer) {
    if (byWhatIsUnknown) {
      return distinct.of(answer);
    }
    BitSet single = new BitSet();
    single.set(distinctAnswers.of(answer));
    return ofSet(single);
  }

  /** From the numbers of what an unknown fact can turn out as. */
  private int ofCompletions(int unknown, List<Integer> children) {
    if (byWhatIsUnknown) {
      children.add(unknown);
      return distinct.of(children);
    }
    BitSet union = new BitSet();
    children.forEach(child -> union.or(sets.get(child)));
    return ofSet(union);
  }

  private int ofSet(BitSet set) {
    int number = distinct.of(set);
    sets.putIfAbsent(number, set);
    return number;
  }
}
