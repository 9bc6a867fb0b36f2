package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.tests.diff.IncompleteChanges.Count;
import org.spinepain.guideline.tests.diff.Regions.Region;
import org.spinepain.guideline.tests.space.AskedCombination;
import org.spinepain.guideline.tests.space.Boundaries;
import org.spinepain.guideline.tests.space.BoundariesException;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Dimension;

/**
 * The causes of changed guidance, caveats and words where the decision stays. They follow from the
 * merged decision and the context, so each distinct merged decision, of both packs, is asked once
 * in every context, and counts for all combinations that lead to it, under whatever a host assumes.
 */
final class ConsequenceCauses {

  private static final Dimension CHRONIC = Boundary.CHRONIC.dimension();

  private final Transition transition;
  private final boolean decisionsAreTheSame;
  private final Map<Answered, Alike> answers = new ConcurrentHashMap<>();
  private final Map<Object, Alike> decisions = new LinkedHashMap<>();

  private ConsequenceCauses(Transition transition, boolean decisionsAreTheSame) {
    this.transition = transition;
    this.decisionsAreTheSame = decisionsAreTheSame;
  }

  /** A cause, how many incomplete combinations it changes, and the plainest that shows it. */
  record Found(Cause cause, Count incomplete, AskedCombination plainest, ClinicalCase example) {

    List<Assumption> assume() {
      return plainest.assume();
    }

    /** The case of the same facts as other boundaries have them; empty when they allow none. */
    Optional<ClinicalCase> exampleUnder(Boundaries boundaries, Boundaries others) {
      if (!others.allow(plainest.combination())) {
        return Optional.empty();
      }
      try {
        return plainest
            .cases(others)
            .skip(plainest.cases(boundaries).toList().indexOf(example))
            .findFirst();
      } catch (BoundariesException none) {
        return Optional.empty();
      }
    }
  }

  /** Two answers, by identity, which is quick: a pack keeps one of all answers that are equal. */
  private record Answered(Answer before, Answer after, boolean durationIsKnown) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Answered answered
          && before == answered.before
          && after == answered.after
          && durationIsKnown == answered.durationIsKnown;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(before)
          + System.identityHashCode(after)
          + (durationIsKnown ? 1 : 0);
    }
  }

  /** What guidance rules see of a decision; without a duration no onset is near the boundary. */
  private record Seen(Object before, Object after, boolean durationIsKnown) {}

  /** The combinations that guidance rules cannot tell apart. */
  private static final class Alike {

    private final BitSet complete = new BitSet();
    private final String verdict;
    private final Set<String> subjects = new HashSet<>();
    private AskedCombination plainest;
    private long incomplete;
    private long assuming;

    Alike(String verdict) {
      this.verdict = verdict;
    }

    synchronized void add(AskedCombination asked) {
      if (asked.isAssuming()) {
        assuming++;
      } else {
        Optional<Integer> number = CompleteSpace.numberOf(asked.combination());
        number.ifPresentOrElse(complete::set, () -> incomplete++);
      }
      if (plainest == null || asked.isPlainerThan(plainest)) {
        plainest = asked;
      }
    }

    void add(Alike other) {
      complete.or(other.complete);
      incomplete += other.incomplete;
      assuming += other.assuming;
      if (plainest == null || other.plainest.isPlainerThan(plainest)) {
        plainest = other.plainest;
      }
    }
  }

  /** What one change, or one wording, does: to whom, and in which context. */
  private static final class Effect {

    private final Set<Change> changes = new LinkedHashSet<>();
    private final Set<String> verdicts = new LinkedHashSet<>();
    private final BitSet complete = new BitSet();
    private long incomplete;
    private long assuming;
    private AskedCombination plainest;
    private ClinicalCase example;
  }

  /**
   * The causes.
   *
   * @param transition from one pack to another, across no boundary
   * @param decisionsAreTheSame whether both packs have the same decision rules
   * @param isDecided whether the decision on a combination changes
   */
  static List<Found> of(
      Transition transition, boolean decisionsAreTheSame, Predicate<AskedCombination> isDecided) {
    ConsequenceCauses found = new ConsequenceCauses(transition, decisionsAreTheSame);
    CaseSpace.all()
        .parallel()
        .flatMap(AskedCombination::of)
        .filter(isDecided.negate())
        .forEach(found::sort);
    found.putTogether();
    Map<List<String>, Effect> effects =
        new TreeMap<>(Comparator.comparing((List<String> key) -> String.join("\n", key)));
    found.decisions.values().forEach(alike -> found.compare(alike, effects));
    List<Found> causes = new ArrayList<>();
    effects.forEach((key, effect) -> causes.add(found.cause(key, effect)));
    causes.sort(
        (a, b) -> b.cause().combinations().cardinality() - a.cause().combinations().cardinality());
    return causes;
  }

  private void sort(AskedCombination asked) {
    boolean durationIsKnown = !asked.combination().isUnknown(CHRONIC);
    Answer before = transition.beforeAnswers().seenAsOn(asked);
    answers
        .computeIfAbsent(
            new Answered(before, decidedAfter(asked, before), durationIsKnown),
            a -> new Alike(before.verdict()))
        .add(asked);
  }

  /**
   * An answer of the pack after, or another of which guidance rules see the same: where the same
   * rules decide, the answer before, if there is one. Then whether the pack after gives an answer
   * follows from what its guidance rules see, and it is asked when guidance is compared.
   */
  private Answer decidedAfter(AskedCombination asked, Answer before) {
    return decisionsAreTheSame && before.determination().isPresent()
        ? before
        : transition.afterAnswers().seenAsOn(asked);
  }

  /** Puts together what differs in nothing that guidance rules see. */
  private void putTogether() {
    answers.forEach(
        (answered, alike) ->
            decisions
                .computeIfAbsent(
                    new Seen(
                        seen(answered.before()),
                        seen(answered.after()),
                        answered.durationIsKnown()),
                    seen -> new Alike(alike.verdict))
                .add(alike));
  }

  /** What guidance rules see of an answer; the answer itself when there is none. */
  static Object seen(Answer answer) {
    return answer.determination().<Object>map(ConsequenceCauses::seen).orElse(answer);
  }

  private static Object seen(Determination d) {
    return List.of(
        d.verdict(),
        d.recommendations().stream().map(r -> r.id() + " " + r.basis()).toList(),
        d.reasons().stream().map(r -> r.code()).toList(),
        d.evidence().stream()
            .map(e -> List.of(e.recommendation(), e.pattern(), e.technique(), e.injectate()))
            .toList());
  }

  private void compare(Alike alike, Map<List<String>, Effect> effects) {
    Boundaries boundaries = transition.beforeAnswers().boundaries();
    List<AskedCombination> contexts = alike.plainest.inEveryContext(boundaries).toList();
    Map<Change, Map<AskedCombination, ClinicalCase>> changes = new LinkedHashMap<>();
    for (AskedCombination context : contexts) {
      context
          .cases(boundaries)
          .forEach(
              asked -> {
                Answer before = transition.beforeAnswers().ask(asked, context.assume());
                alike.subjects.addAll(before.consequences().keySet());
                alike.subjects.addAll(before.wordings().keySet());
                transition
                    .changes(before, transition.afterAnswers().ask(asked, context.assume()))
                    .stream()
                    .filter(change -> change.kind() == Change.Kind.CONSEQUENCE)
                    .forEach(
                        change ->
                            changes
                                .computeIfAbsent(change, c -> new LinkedHashMap<>())
                                .putIfAbsent(context, asked));
              });
    }
    Map<List<String>, Effect> ofThese = new LinkedHashMap<>();
    changes.forEach(
        (change, where) -> {
          Map.Entry<AskedCombination, ClinicalCase> first = where.entrySet().iterator().next();
          Effect effect =
              effects.computeIfAbsent(
                  key(change, context(where.keySet(), contexts)), k -> new Effect());
          ofThese.put(key(change, context(where.keySet(), contexts)), effect);
          effect.changes.add(change);
          effect.verdicts.add(alike.verdict);
          if (effect.plainest == null || first.getKey().isPlainerThan(effect.plainest)) {
            effect.plainest = first.getKey();
            effect.example = first.getValue();
          }
        });
    ofThese
        .values()
        .forEach(
            effect -> {
              effect.complete.or(alike.complete);
              effect.incomplete += alike.incomplete;
              effect.assuming += alike.assuming;
            });
  }

  /** What comes or goes is told apart from what is worded otherwise. */
  private static List<String> key(Change change, String context) {
    String how = change.isOfPresence() ? (change.lost().isEmpty() ? "new" : "gone") : "otherwise";
    return List.of(change.subject(), how, context);
  }

  private static String context(Set<AskedCombination> some, List<AskedCombination> all) {
    if (some.size() == all.size()) {
      return "";
    }
    Map<Dimension, Set<Object>> restricted = new LinkedHashMap<>();
    for (Dimension dimension : CaseSpace.CONTEXT) {
      Set<Object> values = values(some, dimension);
      if (values.size() < values(all, dimension).size()) {
        restricted.put(dimension, values);
      }
    }
    long covered =
        all.stream()
            .filter(
                c ->
                    restricted.entrySet().stream()
                        .allMatch(e -> e.getValue().contains(value(c, e.getKey()))))
            .count();
    return covered == some.size()
        ? FactWords.of(restricted)
        : "in " + some.size() + " of " + all.size() + " contexts";
  }

  private static Set<Object> values(Iterable<AskedCombination> asked, Dimension dimension) {
    Set<Object> values = new LinkedHashSet<>();
    asked.forEach(a -> values.add(value(a, dimension)));
    return values;
  }

  private static Object value(AskedCombination asked, Dimension dimension) {
    return asked.combination().value(dimension).orElseThrow();
  }

  private Found cause(List<String> key, Effect effect) {
    List<Change> changes =
        effect.changes.stream().sorted(Comparator.comparing(Change::toString)).toList();
    boolean ofPresence = changes.get(0).isOfPresence();
    BitSet around = ofPresence ? withVerdictsOf(effect) : carrying(changes);
    around.or(effect.complete);
    Region region =
        effect.complete.isEmpty() && !around.isEmpty()
            ? new Region(effect.complete, merged(effect), 0)
            : Regions.whole(effect.complete, around);
    return new Found(
        new Cause(changes, region.words(), key.get(2), effect.complete, region.of(), transition),
        new Count(effect.incomplete, 0, effect.assuming),
        effect.plainest,
        effect.example);
  }

  /** Where a change happens that no complete combination has. */
  private static String merged(Effect effect) {
    return effect.incomplete > 0 ? "while facts are unknown" : "under assumptions only";
  }

  /** The complete combinations whose decision stays and that carry a subject of the changes. */
  private BitSet carrying(List<Change> changes) {
    Set<String> subjects = changes.stream().map(Change::subject).collect(Collectors.toSet());
    return complete(alike -> !Collections.disjoint(alike.subjects, subjects));
  }

  private BitSet withVerdictsOf(Effect effect) {
    return complete(alike -> effect.verdicts.contains(alike.verdict));
  }

  private BitSet complete(Predicate<Alike> condition) {
    BitSet complete = new BitSet();
    decisions.values().stream().filter(condition).forEach(alike -> complete.or(alike.complete));
    return complete;
  }
}
