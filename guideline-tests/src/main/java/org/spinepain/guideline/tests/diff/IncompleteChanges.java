package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.spinepain.guideline.tests.diff.Change.Kind;
import org.spinepain.guideline.tests.space.Combination;
import org.spinepain.guideline.tests.space.Dimension;

/**
 * The incomplete combinations that change because one of their completions does, each counted once,
 * with the first cause that changes one.
 */
final class IncompleteChanges {

  /** How many change by a cause, and of how many of them the verdict. */
  record Count(long all, long ofVerdict) {}

  private final Map<Cause, LongAdder> all = new ConcurrentHashMap<>();
  private final Map<Cause, LongAdder> ofVerdict = new ConcurrentHashMap<>();
  private final Set<Combination> decided = ConcurrentHashMap.newKeySet();

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
  private static Map<Combination, Cause> candidates(List<Cause> causes) {
    Map<Combination, Cause> candidates = new LinkedHashMap<>();
    for (Cause cause : causes) {
      general(
              cause.combinations().stream().mapToObj(CompleteSpace.ALL::get).toList(),
              cause.transition().canBeUnknown())
          .forEach(combination -> candidates.putIfAbsent(combination, cause));
    }
    candidates.keySet().removeIf(combination -> combination.unknown().isEmpty());
    return candidates;
  }

  /** These combinations, and each in which any of these dimensions are unknown. */
  static Set<Combination> general(List<Combination> combinations, List<Dimension> dimensions) {
    Map<Combination, Combination> general = new LinkedHashMap<>();
    combinations.forEach(combination -> general.put(combination, combination));
    for (Dimension dimension : dimensions) {
      for (Combination known : new ArrayList<>(general.keySet())) {
        general.computeIfAbsent(known.with(dimension, null), Function.identity());
      }
    }
    return general.keySet();
  }

  private void ask(Transition transition, Combination combination, Cause cause) {
    List<Change> changes = transition.changes(combination);
    if (changes.stream().anyMatch(change -> change.kind() != Kind.CONSEQUENCE)) {
      if (changes.get(0).kind() == Kind.DECISION) {
        decided.add(combination);
      }
      all.computeIfAbsent(cause, c -> new LongAdder()).increment();
      if (changes.get(0).changesVerdict()) {
        ofVerdict.computeIfAbsent(cause, c -> new LongAdder()).increment();
      }
    }
  }

  Count of(Cause cause) {
    LongAdder none = new LongAdder();
    return new Count(
        all.getOrDefault(cause, none).sum(), ofVerdict.getOrDefault(cause, none).sum());
  }

  /** Whether the decision on an incomplete combination changes. */
  boolean decides(Combination combination) {
    return decided.contains(combination);
  }
}
