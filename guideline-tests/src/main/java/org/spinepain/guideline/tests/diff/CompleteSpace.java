package org.spinepain.guideline.tests.diff;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;
import org.spinepain.guideline.tests.space.Dimension;

/** The complete combinations in one context, numbered, so that a set of them is a bit set. */
final class CompleteSpace {

  /** The combinations; the number of one is its place. */
  static final List<Combination> ALL = CaseSpace.completeInOneContext().toList();

  private static final Map<Combination, Integer> NUMBERS = new HashMap<>();
  private static final Map<Dimension, Map<Object, BitSet>> HAVING = new HashMap<>();

  static {
    for (int number = 0; number < ALL.size(); number++) {
      NUMBERS.put(ALL.get(number), number);
    }
    for (Dimension dimension : CaseSpace.DECIDING) {
      Map<Object, BitSet> byValue = new HashMap<>();
      dimension.values().forEach(value -> byValue.put(value, new BitSet(ALL.size())));
      for (int number = 0; number < ALL.size(); number++) {
        byValue.get(ALL.get(number).value(dimension).orElseThrow()).set(number);
      }
      HAVING.put(dimension, byValue);
    }
  }

  private CompleteSpace() {}

  /** All of them, as a new set. */
  static BitSet everything() {
    BitSet all = new BitSet(ALL.size());
    all.set(0, ALL.size());
    return all;
  }

  /** Those with this value of a dimension that decides; not to be changed. */
  static BitSet having(Dimension dimension, Object value) {
    return HAVING.get(dimension).get(value);
  }

  /** The number of a combination; empty when it is not complete. */
  static Optional<Integer> numberOf(Combination combination) {
    return Optional.ofNullable(NUMBERS.get(combination));
  }

  /** The plainest of a set that is not empty; the first of several. */
  static Combination plainest(BitSet set) {
    return set.stream()
        .mapToObj(ALL::get)
        .min(Comparator.comparingInt(Combination::oddness))
        .orElseThrow();
  }

  static BitSet and(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both;
  }
}
