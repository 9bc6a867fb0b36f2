package org.spinepain.guideline.tests.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.rules.conclusion.Decided;
import org.spinepain.guideline.rules.conclusion.Reason;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;
import org.spinepain.guideline.tests.space.Dimension;

/**
 * Finds, among all combinations in which facts can be unknown, one for each merged decision. The
 * combinations are numbered, a digit for each dimension, unknown as its last value; what is merged
 * for a combination is joined from those that know one thing more, which have smaller numbers.
 */
final class MergedDecisions {

  private static final int IMPOSSIBLE = -1;

  private final List<Dimension> dimensions = CaseSpace.DECIDING;
  private final int[] sizes = new int[dimensions.size()];
  private final int[] strides = new int[dimensions.size()];
  private final int[] merged;
  private final List<Summary> summaries = new ArrayList<>();
  private final Map<Summary, Integer> numbers = new HashMap<>();
  private final Map<Long, Integer> joined = new HashMap<>();

  /**
   * What is seen of a merged decision: with a verdict against, all decisions that it comes from;
   * with no recommendation, the reasons that are common; else nothing.
   */
  private record Summary(Verdict verdict, Set<Integer> decisions, Set<String> reasons) {

    Summary with(Summary other) {
      if (verdict != other.verdict || verdict == Verdict.INSUFFICIENT_INFORMATION) {
        return new Summary(Verdict.INSUFFICIENT_INFORMATION, Set.of(), Set.of());
      }
      Set<Integer> all = new TreeSet<>(decisions);
      all.addAll(other.decisions);
      Set<String> common = new TreeSet<>(reasons);
      common.retainAll(other.reasons);
      return new Summary(verdict, all, common);
    }
  }

  private MergedDecisions(List<Combination> complete, Firings decisions) {
    int all = 1;
    for (int i = sizes.length - 1; i >= 0; i--) {
      Dimension dimension = dimensions.get(i);
      sizes[i] = dimension.values().size() + (dimension.fact().isPresent() ? 1 : 0);
      strides[i] = all;
      all *= sizes[i];
    }
    this.merged = new int[all];
    Arrays.fill(merged, IMPOSSIBLE);
    Map<Set<Conclusion>, Integer> distinct = new HashMap<>();
    for (int i = 0; i < complete.size(); i++) {
      Set<Conclusion> made = decisions.conclusions(i);
      int decision = distinct.computeIfAbsent(made, m -> distinct.size());
      merged[number(complete.get(i))] = numberOf(summary(made, decision));
    }
    for (int number = 0; number < all; number++) {
      merge(number);
    }
  }

  /**
   * A combination for each merged decision, the one that knows most.
   *
   * @param complete all complete combinations
   * @param decisions what the decision rules conclude on each
   */
  static List<Combination> of(List<Combination> complete, Firings decisions) {
    return new MergedDecisions(complete, decisions).representatives(complete.get(0));
  }

  private static Summary summary(Set<Conclusion> made, int decision) {
    Verdict verdict = Verdict.INSUFFICIENT_INFORMATION;
    Set<String> reasons = new TreeSet<>();
    for (Conclusion conclusion : made) {
      if (conclusion instanceof Decided decided) {
        verdict = decided.verdict();
      } else if (conclusion instanceof Reason reason) {
        reasons.add(reason.code());
      }
    }
    return switch (verdict) {
      case RECOMMEND_AGAINST -> new Summary(verdict, Set.of(decision), Set.of());
      case NO_RECOMMENDATION -> new Summary(verdict, Set.of(), reasons);
      case INSUFFICIENT_INFORMATION -> new Summary(verdict, Set.of(), Set.of());
    };
  }

  private int numberOf(Summary summary) {
    Integer number = numbers.putIfAbsent(summary, summaries.size());
    if (number == null) {
      summaries.add(summary);
      return summaries.size() - 1;
    }
    return number;
  }

  private int number(Combination combination) {
    int number = 0;
    for (int i = 0; i < sizes.length; i++) {
      Dimension dimension = dimensions.get(i);
      number += strides[i] * dimension.values().indexOf(combination.value(dimension).orElseThrow());
    }
    return number;
  }

  /** The place of the first dimension that is unknown; -1 when all is known. */
  private int unknown(int number) {
    for (int i = 0; i < sizes.length; i++) {
      if (number / strides[i] % sizes[i] == dimensions.get(i).values().size()) {
        return i;
      }
    }
    return -1;
  }

  private void merge(int number) {
    int unknown = unknown(number);
    if (unknown < 0) {
      return;
    }
    int made = IMPOSSIBLE;
    for (int back = 1; back < sizes[unknown]; back++) {
      int one = merged[number - back * strides[unknown]];
      made = made == IMPOSSIBLE || one == IMPOSSIBLE ? Math.max(made, one) : join(made, one);
    }
    merged[number] = made;
  }

  private int join(int one, int other) {
    if (one == other) {
      return one;
    }
    long key = ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
    return joined.computeIfAbsent(
        key, k -> numberOf(summaries.get(one).with(summaries.get(other))));
  }

  private List<Combination> representatives(Combination any) {
    int[] first = new int[summaries.size()];
    int[] unknowns = new int[summaries.size()];
    Arrays.fill(unknowns, Integer.MAX_VALUE);
    for (int number = 0; number < merged.length; number++) {
      int summary = merged[number];
      if (summary != IMPOSSIBLE) {
        int open = unknowns(number);
        if (open < unknowns[summary]) {
          first[summary] = number;
          unknowns[summary] = open;
        }
      }
    }
    List<Combination> combinations = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      if (unknowns[i] < Integer.MAX_VALUE) {
        combinations.add(combination(first[i], any));
      }
    }
    return combinations;
  }

  private int unknowns(int number) {
    int unknowns = 0;
    for (int i = 0; i < sizes.length; i++) {
      unknowns += number / strides[i] % sizes[i] == dimensions.get(i).values().size() ? 1 : 0;
    }
    return unknowns;
  }

  private Combination combination(int number, Combination any) {
    Combination combination = any;
    for (int i = 0; i < sizes.length; i++) {
      List<?> values = dimensions.get(i).values();
      int digit = number / strides[i] % sizes[i];
      combination =
          combination.with(dimensions.get(i), digit < values.size() ? values.get(digit) : null);
    }
    return combination;
  }
}
