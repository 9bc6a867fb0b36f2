package org.spinepain.guideline.tests.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.engine.explain.FactChange;
import org.spinepain.guideline.engine.explain.SmallestChange;

/**
 * Smallest changes of the same facts that come to the same, and differ in the answers to one fact
 * only.
 *
 * @param from what the case has, by fact
 * @param to the other answers, by fact
 * @param result what the changes come to, in words
 */
record Alternatives(Map<Fact, Optional<String>> from, Map<Fact, List<String>> to, String result) {

  /** The changes put together, in the order of the first of each; no change is lost. */
  static List<Alternatives> of(
      List<SmallestChange> changes, Function<SmallestChange, String> result) {
    List<Alternatives> told = new ArrayList<>();
    for (SmallestChange change : changes) {
      Alternatives next = of(change, result.apply(change));
      Optional<Alternatives> joined = Optional.empty();
      for (int i = 0; i < told.size() && joined.isEmpty(); i++) {
        joined = told.get(i).with(next);
        if (joined.isPresent()) {
          told.set(i, joined.get());
        }
      }
      if (joined.isEmpty()) {
        told.add(next);
      }
    }
    return told;
  }

  private static Alternatives of(SmallestChange smallest, String result) {
    Map<Fact, Optional<String>> from = new LinkedHashMap<>();
    Map<Fact, List<String>> to = new LinkedHashMap<>();
    for (FactChange change : smallest.changes()) {
      from.put(change.fact(), change.from());
      to.put(change.fact(), List.of(change.to()));
    }
    return new Alternatives(from, to, result);
  }

  /** Both in one, if they differ in the answers to one fact only. */
  private Optional<Alternatives> with(Alternatives other) {
    if (!result.equals(other.result) || !to.keySet().equals(other.to.keySet())) {
      return Optional.empty();
    }
    List<Fact> differing =
        to.keySet().stream().filter(fact -> !to.get(fact).equals(other.to.get(fact))).toList();
    if (differing.size() != 1) {
      return Optional.empty();
    }
    Map<Fact, List<String>> both = new LinkedHashMap<>(to);
    List<String> answers = new ArrayList<>(to.get(differing.get(0)));
    answers.addAll(other.to.get(differing.get(0)));
    both.put(differing.get(0), answers);
    return Optional.of(new Alternatives(from, both, result));
  }

  /** The changes as part of a sentence. */
  String words() {
    return to.entrySet().stream()
        .map(
            change ->
                Words.of(change.getKey())
                    + " from "
                    + Words.ofAnswer(change.getKey(), from.get(change.getKey()))
                    + " to "
                    + Words.ofAnswers(change.getKey(), change.getValue()))
        .collect(Collectors.joining("; and "));
  }
}
