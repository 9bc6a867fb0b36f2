package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.tests.diff.Change.Kind;
import org.spinepain.guideline.tests.diff.Regions.Region;

/**
 * The causes of changed decisions and evidence, from what changes on the complete combinations:
 * what is unknown is completed, so nothing else can change them.
 */
final class DecisionCauses {

  private final Transition transition;
  private final BitSet domain;
  private final Map<Change, BitSet> byChange = new LinkedHashMap<>();
  private final BitSet decided = new BitSet();

  private DecisionCauses(Transition transition) {
    this.transition = transition;
    this.domain = transition.domain();
    domain.stream().forEach(this::sort);
  }

  /** The causes, what changes verdicts first. */
  static List<Cause> of(Transition transition) {
    DecisionCauses found = new DecisionCauses(transition);
    List<Cause> causes = new ArrayList<>();
    found.byChange.forEach(
        (change, set) -> {
          if (change.kind() == Kind.DECISION) {
            for (Region region : Regions.of(set, part -> found.decidedLike(change, part))) {
              causes.add(found.cause(List.of(change), region));
            }
          }
        });
    found
        .evidence()
        .forEach(
            changes -> {
              BitSet set = new BitSet();
              changes.forEach(change -> set.or(found.byChange.get(change)));
              for (Region region : Regions.of(set, part -> found.carrying(changes))) {
                causes.add(found.cause(changes, region));
              }
            });
    causes.sort(
        Comparator.comparing(Cause::kind)
            .thenComparing(cause -> !cause.changesVerdict())
            .thenComparing(cause -> -cause.combinations().cardinality())
            .thenComparing(Cause::where));
    return causes;
  }

  private void sort(int number) {
    for (Change change : transition.changes(number)) {
      if (change.kind() != Kind.CONSEQUENCE) {
        byChange.computeIfAbsent(change, c -> new BitSet()).set(number);
      }
      if (change.kind() == Kind.DECISION) {
        decided.set(number);
      }
    }
  }

  private Cause cause(List<Change> changes, Region region) {
    return new Cause(changes, region.words(), "", region.combinations(), region.of(), transition);
  }

  /** In which way a row changes; all that come, and all that go, do so in the same way. */
  private static List<?> how(Change change) {
    return change.isOfPresence()
        ? List.of(change.lost().isEmpty())
        : List.of(change.lost(), change.gained());
  }

  /** Rows of evidence that change in the same way have the same cause. */
  private List<List<Change>> evidence() {
    return List.copyOf(
        byChange.keySet().stream()
            .filter(change -> change.kind() == Kind.EVIDENCE)
            .collect(
                Collectors.groupingBy(DecisionCauses::how, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  /** The combinations with the old decision that a sentence on some changed ones names. */
  private BitSet decidedLike(Change change, BitSet part) {
    Set<Set<String>> carried = new HashSet<>();
    part.stream().forEach(number -> carried.add(transition.before(number).carried()));
    Set<String> lost = change.lost().stream().map(Token::exact).collect(Collectors.toSet());
    Set<String> gained = change.gained().stream().map(Token::exact).collect(Collectors.toSet());
    return where(
        answer ->
            answer.verdict().equals(change.from())
                && (carried.size() == 1
                    ? carried.contains(answer.carried())
                    : canChangeLikewise(answer, change, lost, gained)));
  }

  private static boolean canChangeLikewise(
      Answer answer, Change change, Set<String> lost, Set<String> gained) {
    // Of which nothing were left, the verdict would change.
    boolean keepsSome =
        change.changesVerdict() || !gained.isEmpty() || answer.carried().size() > lost.size();
    return keepsSome
        && answer.carried().containsAll(lost)
        && Collections.disjoint(answer.carried(), gained);
  }

  /** The combinations whose decision stays, and that carry the rows, or may carry the new ones. */
  private BitSet carrying(List<Change> changes) {
    Set<String> rows = changes.stream().map(Change::subject).collect(Collectors.toSet());
    boolean isOnAnyRow =
        rows.contains("source") || changes.stream().allMatch(change -> change.lost().isEmpty());
    BitSet carrying =
        where(
            answer ->
                isOnAnyRow
                    ? answer.is(Verdict.RECOMMEND_AGAINST)
                    : !Collections.disjoint(answer.evidence().keySet(), rows));
    carrying.andNot(decided);
    return carrying;
  }

  private interface Condition {
    boolean on(Answer before);
  }

  private BitSet where(Condition condition) {
    BitSet set = new BitSet();
    domain.stream().filter(n -> condition.on(transition.before(n))).forEach(set::set);
    return set;
  }
}
