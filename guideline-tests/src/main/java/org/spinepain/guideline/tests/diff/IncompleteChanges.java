package org.spinepain.guideline.tests.diff;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.spinepain.guideline.tests.diff.Change.Kind;
import org.spinepain.guideline.tests.space.AskedCombination;
import org.spinepain.guideline.tests.space.Combination;
import org.spinepain.guideline.tests.space.Dimension;

/**
 * The incomplete combinations, and they under assumptions, that change because one of their
 * completions does, each counted once, with the first cause that changes one.
 */
final class IncompleteChanges {

  /**
   * How many incomplete combinations change.
   *
   * @param all how many when nothing is assumed
   * @param ofVerdict of how many of these the verdict changes
   * @param assuming how many more under assumptions of the host
   */
  record Count(long all, long ofVerdict, long assuming) {

    static final Count NONE = new Count(0, 0, 0);

    static Count of(Collection<AskedCombination> changed, long ofVerdict) {
      long assuming = changed.stream().filter(AskedCombination::isAssuming).count();
      return new Count(changed.size() - assuming, ofVerdict, assuming);
    }
  }

  private final Map<Cause, Set<AskedCombination>> all = new ConcurrentHashMap<>();
  private final Map<Cause, LongAdder> ofVerdict = new ConcurrentHashMap<>();
  private final Set<AskedCombination> decided = ConcurrentHashMap.newKeySet();

  private IncompleteChanges() {}

  /** What changes by these causes, all of one transition. */
  static IncompleteChanges by(List<Cause> causes) {
    IncompleteChanges found = new IncompleteChanges();
    if (!causes.isEmpty()) {
      Transition transition = causes.get(0).transition();
      candidates(causes).entrySet().parallelStream()
          .forEach(entry -> found.ask(transition, entry.getKey(), entry.getValue()));
    }
    return found;
  }

  /** Whatever can turn out as a combination that a cause changes, with the first such cause. */
  private static Map<AskedCombination, Cause> candidates(List<Cause> causes) {
    Map<AskedCombination, Cause> candidates = new LinkedHashMap<>();
    for (Cause cause : causes) {
      general(
              cause.combinations().stream().mapToObj(CompleteSpace.ALL::get).toList(),
              cause.transition().canBeUnknown())
          .forEach(asked -> candidates.putIfAbsent(asked, cause));
    }
    candidates.keySet().removeIf(asked -> asked.combination().unknown().isEmpty());
    return candidates;
  }

  /**
   * These combinations, and each in which any of these dimensions are unknown, under every set of
   * assumptions that leaves one of these combinations.
   */
  static Set<AskedCombination> general(List<Combination> combinations, List<Dimension> dimensions) {
    Set<AskedCombination> general = new LinkedHashSet<>();
    combinations.forEach(combination -> general.add(new AskedCombination(combination)));
    for (Dimension dimension : dimensions) {
      for (AskedCombination known : List.copyOf(general)) {
        known.without(dimension).forEach(general::add);
      }
    }
    return general;
  }

  private void ask(Transition transition, AskedCombination asked, Cause cause) {
    List<Change> changes = transition.changes(asked);
    if (changes.stream().anyMatch(change -> change.kind() != Kind.CONSEQUENCE)) {
      if (changes.get(0).kind() == Kind.DECISION) {
        decided.add(asked);
      }
      all.computeIfAbsent(cause, c -> ConcurrentHashMap.newKeySet()).add(asked);
      if (changes.get(0).changesVerdict() && !asked.isAssuming()) {
        ofVerdict.computeIfAbsent(cause, c -> new LongAdder()).increment();
      }
    }
  }

  Count of(Cause cause) {
    return Count.of(
        all.getOrDefault(cause, Set.of()), ofVerdict.getOrDefault(cause, new LongAdder()).sum());
  }

  /** Whether the decision on an incomplete combination changes. */
  boolean decides(AskedCombination asked) {
    return decided.contains(asked);
  }
}
