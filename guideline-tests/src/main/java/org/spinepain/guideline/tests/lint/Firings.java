package org.spinepain.guideline.tests.lint;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.ConsequenceException;
import org.spinepain.guideline.rules.conclusion.Conclusion;

/** On which situations the rules of a set fire, and to which effect. */
final class Firings {

  /** Far above what any situation needs, and little enough to tell a loop at once. */
  private static final int LIMIT = 2_000;

  private final int situations;
  private final Map<String, BitSet> fired = new HashMap<>();
  private final Map<String, Map<Object, BitSet>> effects = new HashMap<>();
  private final List<Set<Conclusion>> conclusions;
  private Optional<Failure> failure = Optional.empty();

  /**
   * Why rules came to no answer.
   *
   * @param rule the rule that failed, or fired most
   * @param isRestless whether the rules did not come to rest
   * @param situation on what
   * @param message what was thrown
   */
  record Failure(Optional<String> rule, boolean isRestless, int situation, String message) {}

  private Firings(int situations) {
    this.situations = situations;
    this.conclusions = new ArrayList<>(Collections.nCopies(situations, Set.of()));
  }

  /**
   * Fires rules.
   *
   * @param base the rules
   * @param situations for each, the facts
   */
  static Firings of(KieBase base, List<List<Object>> situations) {
    Firings all = new Firings(situations.size());
    int workers = Runtime.getRuntime().availableProcessors();
    KieSessionsPool pool = base.newKieSessionsPool(workers);
    try {
      List<Firings> parts =
          IntStream.range(0, workers)
              .parallel()
              .mapToObj(
                  worker -> {
                    Firings part = new Firings(situations.size());
                    for (int i = worker; i < situations.size(); i += workers) {
                      if (part.failure.isEmpty()) {
                        part.fire(pool, i, situations.get(i));
                      }
                    }
                    return part;
                  })
              .toList();
      parts.forEach(all::add);
      return all;
    } finally {
      pool.shutdown();
    }
  }

  private void add(Firings part) {
    part.fired.forEach((rule, on) -> fired.computeIfAbsent(rule, r -> new BitSet()).or(on));
    part.effects.forEach(
        (rule, its) ->
            its.forEach(
                (effect, on) ->
                    effects
                        .computeIfAbsent(rule, r -> new HashMap<>())
                        .computeIfAbsent(effect, e -> new BitSet())
                        .or(on)));
    // There are few distinct ones.
    Map<Set<Conclusion>, Set<Conclusion>> distinct = new HashMap<>();
    for (int i = 0; i < situations; i++) {
      if (!part.conclusions.get(i).isEmpty()) {
        Set<Conclusion> made = part.conclusions.get(i);
        conclusions.set(i, distinct.computeIfAbsent(made, same -> same));
      }
    }
    boolean isFirst =
        part.failure.isPresent()
            && (failure.isEmpty() || part.failure.get().situation() < failure.get().situation());
    if (isFirst) {
      failure = part.failure;
    }
  }

  private void fire(KieSessionsPool pool, int number, List<Object> facts) {
    KieSession session = pool.newKieSession();
    Map<String, Integer> counts = new HashMap<>();
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void afterMatchFired(AfterMatchFiredEvent event) {
            counts.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
          }
        });
    try {
      facts.forEach(session::insert);
      boolean isRestless = session.fireAllRules(LIMIT) >= LIMIT;
      counts.keySet().forEach(r -> fired.computeIfAbsent(r, n -> new BitSet()).set(number));
      if (isRestless) {
        Optional<String> most =
            counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        failure = Optional.of(new Failure(most, true, number, "the rules do not come to rest"));
        return;
      }
      Set<Conclusion> made = new HashSet<>();
      for (Object conclusion : session.getObjects(Conclusion.class::isInstance)) {
        made.add((Conclusion) conclusion);
        conclude((Conclusion) conclusion, number);
      }
      conclusions.set(number, made);
    } catch (ConsequenceException e) {
      failure =
          Optional.of(new Failure(Optional.of(e.getRule().getName()), false, number, rootOf(e)));
    } catch (RuntimeException e) {
      failure = Optional.of(new Failure(Optional.empty(), false, number, rootOf(e)));
    } finally {
      session.dispose();
    }
  }

  private static String rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName()
        + (root.getMessage() == null ? "" : ": " + root.getMessage());
  }

  private void conclude(Conclusion conclusion, int number) {
    effects
        .computeIfAbsent(conclusion.rule().getName(), r -> new HashMap<>())
        .computeIfAbsent(conclusion, e -> new BitSet())
        .set(number);
  }

  /** How many situations there were. */
  int situations() {
    return situations;
  }

  /** Why the rules came to no answer on a situation, if they did not. */
  Optional<Failure> failure() {
    return failure;
  }

  /** What was concluded on a situation. */
  Set<Conclusion> conclusions(int situation) {
    return conclusions.get(situation);
  }

  /**
   * The situations in which a rule holds: where what it concluded is there at the end, or, when it
   * concludes nothing anywhere, where it fired.
   */
  BitSet holds(String rule) {
    Map<Object, BitSet> its = effects.get(rule);
    if (its == null) {
      return fired.getOrDefault(rule, new BitSet());
    }
    BitSet all = new BitSet();
    its.values().forEach(all::or);
    return all;
  }

  /** What a rule concludes, without its name, and in which situations. */
  Map<Object, BitSet> effects(String rule) {
    Map<Object, BitSet> nameless = new HashMap<>();
    effects
        .getOrDefault(rule, Map.of())
        .forEach(
            (conclusion, on) ->
                nameless.computeIfAbsent(withoutRule(conclusion), e -> new BitSet()).or(on));
    return nameless;
  }

  /** Whether a rule fired anywhere, be it that what it concluded was withdrawn. */
  boolean fires(String rule) {
    return fired.containsKey(rule);
  }

  private static List<Object> withoutRule(Object conclusion) {
    List<Object> parts = new ArrayList<>(List.of(conclusion.getClass()));
    for (RecordComponent component : conclusion.getClass().getRecordComponents()) {
      if (component.getType() != Rule.class) {
        try {
          parts.add(component.getAccessor().invoke(conclusion));
        } catch (IllegalAccessException | InvocationTargetException e) {
          throw new IllegalStateException("a conclusion cannot be read", e);
        }
      }
    }
    return parts;
  }
}
