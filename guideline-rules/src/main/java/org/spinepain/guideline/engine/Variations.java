package org.spinepain.guideline.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.spinepain.guideline.engine.explain.Fact;

/**
 * All cases that come from one case by giving other answers to some of its facts, and on how much
 * of each something holds: that is, on which of the ways in which its unknown facts can turn out.
 * They lie in a grid with one axis for each fact; at the beginning of each axis the fact is as it
 * is.
 */
final class Variations {

  /** On how much of a case something holds; there is no case where facts do not go together. */
  enum Extent {
    NO_CASE,
    ALL,
    NONE,
    SOME;

    /** Of a case that is made of this one and another. */
    Extent and(Extent other) {
      if (this == other || other == NO_CASE) {
        return this;
      }
      return this == NO_CASE ? other : SOME;
    }
  }

  private final List<Axis> axes = new ArrayList<>();
  private final Extent[] grid;

  /** A fact, the answers that it may have as it is, and its other answers in their order. */
  private static final class Axis {

    private final Fact fact;
    private final List<?> now;
    private final List<?> others;
    private final int stride;
    private final int[] numbers;

    Axis(Fact fact, List<?> now, int stride) {
      this.fact = fact;
      this.now = now;
      this.others =
          FactSpace.answers(fact).stream().filter(each -> !now.equals(List.of(each))).toList();
      this.stride = stride;
      this.numbers = new int[size()];
      for (int place = 0; place < numbers.length; place++) {
        numbers[place] = FactSpace.number(fact, place == 0 ? now.get(0) : others.get(place - 1));
      }
    }

    int size() {
      return others.size() + 1;
    }

    /** Where a case lies on this axis; 0 when the fact is as it is. */
    int place(int cell) {
      return cell / stride % numbers.length;
    }

    /** Where the fact has this answer and no other. */
    int placeOf(Object answer) {
      return others.indexOf(answer) + 1;
    }
  }

  /**
   * @param open the facts of the case
   * @param holds whether it holds on the complete combination with this number
   */
  Variations(OpenFacts open, IntPredicate holds) {
    int cells = 1;
    for (Fact fact : Fact.values()) {
      Axis axis = new Axis(fact, FactSpace.possible(open, fact), cells);
      axes.add(axis);
      cells *= axis.size();
    }
    grid = new Extent[cells];
    // A case with an unknown fact is made of those in which it is known, which lie behind it.
    for (int cell = cells - 1; cell >= 0; cell--) {
      grid[cell] = extent(cell, holds);
    }
  }

  private Extent extent(int cell, IntPredicate holds) {
    int number = 0;
    for (Axis axis : axes) {
      int place = axis.place(cell);
      if (place == 0 && axis.now.size() > 1) {
        Extent extent = Extent.NO_CASE;
        for (Object answer : axis.now) {
          extent = extent.and(grid[cell + axis.placeOf(answer) * axis.stride]);
        }
        return extent;
      }
      number += axis.numbers[place];
    }
    if (!AnswerSpace.isPossible(number)) {
      return Extent.NO_CASE;
    }
    return holds.test(number) ? Extent.ALL : Extent.NONE;
  }

  /** On how much of the case it holds as the facts are. */
  Extent now() {
    return grid[0];
  }

  /** On how much of the case it holds when this fact has this answer, and the others stay. */
  Extent with(Fact fact, Object answer) {
    Axis axis = axes.stream().filter(each -> each.fact == fact).findFirst().orElseThrow();
    return grid[axis.placeOf(answer) * axis.stride];
  }

  /**
   * All changes of facts after which it holds on as much of the case as is wanted, and of which no
   * part comes to that; none when it does already. Those of fewer facts come first, then those of
   * earlier facts, then those to earlier answers.
   */
  List<Map<Fact, Object>> smallest(Predicate<Extent> wanted) {
    boolean[] reached = new boolean[grid.length];
    List<Integer> smallest = new ArrayList<>();
    for (int cell = 0; cell < grid.length; cell++) {
      boolean byPart = isAnyPartOf(cell, reached);
      boolean here = grid[cell] != Extent.NO_CASE && wanted.test(grid[cell]);
      reached[cell] = byPart || here;
      if (cell > 0 && here && !byPart) {
        smallest.add(cell);
      }
    }
    return smallest.stream()
        .sorted(Comparator.comparing(this::path, Variations::compare))
        .map(this::changes)
        .toList();
  }

  /** Whether this is so of any case with one of the changes taken back. */
  private boolean isAnyPartOf(int cell, boolean[] reached) {
    for (Axis axis : axes) {
      int place = axis.place(cell);
      if (place > 0 && reached[cell - place * axis.stride]) {
        return true;
      }
    }
    return false;
  }

  private Map<Fact, Object> changes(int cell) {
    Map<Fact, Object> changes = new EnumMap<>(Fact.class);
    for (Axis axis : axes) {
      int place = axis.place(cell);
      if (place > 0) {
        changes.put(axis.fact, axis.others.get(place - 1));
      }
    }
    return changes;
  }

  /** For each change where its axis stands among the axes, and behind them for each its place. */
  private int[] path(int cell) {
    int[] changed =
        IntStream.range(0, axes.size()).filter(i -> axes.get(i).place(cell) > 0).toArray();
    return IntStream.concat(
            IntStream.of(changed), IntStream.of(changed).map(i -> axes.get(i).place(cell)))
        .toArray();
  }

  private static int compare(int[] path, int[] other) {
    return path.length == other.length
        ? Arrays.compare(path, other)
        : Integer.compare(path.length, other.length);
  }
}
