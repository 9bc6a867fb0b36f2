package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;
import org.spinepain.guideline.tests.space.Dimension;

/**
 * Describes sets of complete combinations by facts: each by the fewest dimensions whose values,
 * among the combinations that the sentence speaks of anyway, lead to exactly that set. A set that
 * no such conjunction describes is split, by the procedure and the pain before anything else.
 */
final class Regions {

  /** More parts than this are told as one, with how many of how many. */
  private static final int MOST_PARTS = 5;

  /** The dimensions that a reader thinks in first, first. */
  private static final List<Dimension> TOLD_FIRST = toldFirst();

  /** Those of them that a sentence names whenever there is one value. */
  private static final List<Dimension> ALWAYS_TOLD =
      TOLD_FIRST.stream().filter(d -> is(d, Technique.class) || is(d, PainPattern.class)).toList();

  private static final List<Dimension> SPLIT_FIRST =
      TOLD_FIRST.stream().filter(d -> ALWAYS_TOLD.contains(d) || is(d, Injectate.class)).toList();

  private Regions() {}

  /**
   * A set of combinations in words.
   *
   * @param combinations the set
   * @param words the facts that restrict it; empty when none does
   * @param of how many combinations the words cover, of which the set may be only a part
   */
  record Region(BitSet combinations, String words, int of) {

    boolean isExact() {
      return combinations.cardinality() == of;
    }
  }

  private static boolean is(Dimension dimension, Class<?> type) {
    return type.isInstance(dimension.values().get(0));
  }

  private static List<Dimension> toldFirst() {
    List<Dimension> order = new ArrayList<>();
    for (Class<?> type : List.of(Technique.class, PainPattern.class, Injectate.class)) {
      CaseSpace.DECIDING.stream().filter(d -> is(d, type)).forEach(order::add);
    }
    CaseSpace.DECIDING.stream().filter(d -> !order.contains(d)).forEach(order::add);
    return order;
  }

  /**
   * The regions that make up a set.
   *
   * @param set the set, which is not empty
   * @param universe for a part of the set, the combinations that a sentence on it speaks of anyway
   */
  static List<Region> of(BitSet set, UnaryOperator<BitSet> universe) {
    List<Region> parts = new ArrayList<>();
    split(set, universe, parts);
    return parts.size() <= MOST_PARTS
        ? List.copyOf(parts)
        : List.of(whole(set, universe.apply(set)));
  }

  /**
   * A set as one region, exact where a conjunction leads to it; without words when it is all that
   * is around it.
   */
  static Region whole(BitSet set, BitSet around) {
    return set.equals(around)
        ? new Region(set, "", set.cardinality())
        : region(set, around, fewest(set, around).orElseGet(() -> restricting(set, around)));
  }

  private static void split(BitSet set, UnaryOperator<BitSet> universe, List<Region> parts) {
    if (parts.size() > MOST_PARTS) {
      return;
    }
    BitSet around = universe.apply(set);
    Optional<List<Dimension>> fewest = fewest(set, around);
    if (fewest.isPresent()) {
      parts.add(region(set, around, fewest.get()));
      return;
    }
    Collection<BitSet> groups =
        Stream.of(SPLIT_FIRST, TOLD_FIRST)
            .flatMap(
                dimensions ->
                    dimensions.stream()
                        .map(dimension -> groups(set, dimension))
                        .filter(found -> found.size() > 1)
                        .min((a, b) -> Integer.compare(a.size(), b.size()))
                        .stream())
            .findFirst()
            .orElseThrow();
    groups.forEach(group -> split(group, universe, parts));
  }

  /** The fewest dimensions that lead to the set, if any do. */
  private static Optional<List<Dimension>> fewest(BitSet set, BitSet around) {
    List<Dimension> candidates = restricting(set, around);
    if (!covered(set, around, candidates).equals(set)) {
      return Optional.empty();
    }
    for (int size = 0; size < candidates.size(); size++) {
      Optional<List<Dimension>> found = fewest(set, around, candidates, size, List.of());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.of(candidates);
  }

  private static Optional<List<Dimension>> fewest(
      BitSet set, BitSet left, List<Dimension> candidates, int size, List<Dimension> taken) {
    if (size == 0) {
      return left.equals(set) ? Optional.of(taken) : Optional.empty();
    }
    for (int i = 0; i <= candidates.size() - size; i++) {
      Dimension dimension = candidates.get(i);
      List<Dimension> more = Stream.concat(taken.stream(), Stream.of(dimension)).toList();
      Optional<List<Dimension>> found =
          fewest(
              set,
              covered(set, left, List.of(dimension)),
              candidates.subList(i + 1, candidates.size()),
              size - 1,
              more);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The dimensions of which the set has fewer values than what is around it. */
  private static List<Dimension> restricting(BitSet set, BitSet around) {
    return TOLD_FIRST.stream()
        .filter(dimension -> !covered(set, around, List.of(dimension)).equals(around))
        .toList();
  }

  /** What of a set has, of each of these dimensions, a value that occurs in the described set. */
  private static BitSet covered(BitSet described, BitSet left, List<Dimension> dimensions) {
    BitSet covered = (BitSet) left.clone();
    for (Dimension dimension : dimensions) {
      BitSet allowed = new BitSet();
      values(described, dimension)
          .forEach(value -> allowed.or(CompleteSpace.having(dimension, value)));
      covered.and(allowed);
    }
    return covered;
  }

  private static Set<Object> values(BitSet set, Dimension dimension) {
    Set<Object> values = new HashSet<>(dimension.values());
    values.removeIf(value -> !CompleteSpace.having(dimension, value).intersects(set));
    return values;
  }

  private static Region region(BitSet set, BitSet around, List<Dimension> dimensions) {
    Map<Dimension, Set<Object>> restricted = new LinkedHashMap<>();
    dimensions.forEach(dimension -> restricted.put(dimension, values(set, dimension)));
    for (Dimension dimension : ALWAYS_TOLD) {
      Set<Object> values = values(set, dimension);
      if (values.size() == 1) {
        restricted.put(dimension, values);
      }
    }
    return new Region(
        set, FactWords.of(restricted), covered(set, around, dimensions).cardinality());
  }

  /** The set by the values of a dimension; values that go with the same other facts together. */
  private static Collection<BitSet> groups(BitSet set, Dimension dimension) {
    Map<Set<Combination>, BitSet> groups = new LinkedHashMap<>();
    for (Object value : dimension.values()) {
      BitSet part = CompleteSpace.and(set, CompleteSpace.having(dimension, value));
      if (!part.isEmpty()) {
        Set<Combination> otherFacts = new HashSet<>();
        part.stream().forEach(n -> otherFacts.add(CompleteSpace.ALL.get(n).with(dimension, null)));
        groups.computeIfAbsent(otherFacts, facts -> new BitSet()).or(part);
      }
    }
    return groups.values();
  }
}
