package org.spinepain.guideline.tests.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.SpinePain;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.table.DecisionTable;
import org.spinepain.guideline.tests.table.TableAnswer;

/**
 * Explains by trying everything: every set of changes to the facts of a case, each decided by the
 * decision table on all of its completions. It knows nothing of the engine or its rules.
 */
final class BruteForce {

  /** The facts and their answers, as the specification names and orders them. */
  static final Map<String, List<String>> FACTS = facts();

  /**
   * On some completions of a case it is so; on some it is not so; on no completion it is neither.
   */
  static final int SO = 1;

  static final int NOT_SO = 2;

  private static final List<String> NAMES = List.copyOf(FACTS.keySet());
  private static final DecisionTable TABLE = DecisionTable.bundled();
  private static final Map<List<String>, TableAnswer> DECIDED = decided();
  private static final int[] SIZES =
      FACTS.values().stream().mapToInt(answers -> answers.size() + 1).toArray();
  private static final Map<Integer, TableAnswer> BY_INDEX = byIndex();
  private static final Map<String, Map<String, Set<String>>> RESTS_ON = restsOn();

  /** For each fact the answers that the case may have. */
  private final List<List<String>> possible;

  BruteForce(List<List<String>> possible) {
    this.possible = possible;
  }

  private static Map<String, List<String>> facts() {
    Map<String, List<String>> facts = new LinkedHashMap<>();
    facts.put("patient.age", List.of("below-18", "at-least-18"));
    facts.put("pain.duration", List.of("below-3-months", "at-least-3-months"));
    facts.put("pain.cancer", List.of("present", "absent"));
    facts.put("pain.inflammatory-arthropathy", List.of("present", "absent"));
    facts.put("pain.infection", List.of("present", "absent"));
    facts.put("pain.fracture", List.of("present", "absent"));
    facts.put("pain.pattern", List.of("axial", "radicular", "axial-and-radicular", "other"));
    facts.put("procedure.technique", Coded.codes(Technique.class));
    facts.put(
        "procedure.injectate",
        List.of("local-anaesthetic", "steroid", "local-anaesthetic-and-steroid", "other", "none"));
    facts.put("procedure.intent", List.of("treatment", "diagnosis"));
    facts.put("procedure.setting", List.of("routine-care", "clinical-trial"));
    return facts;
  }

  /** What the table says of each complete combination that can be. */
  private static Map<List<String>, TableAnswer> decided() {
    Map<List<String>, TableAnswer> decided = new LinkedHashMap<>();
    for (List<String> answers : product(List.copyOf(FACTS.values()))) {
      Technique technique = constant(Technique.class, answers.get(7));
      Injectate injectate = constant(Injectate.class, answers.get(8));
      if (Procedure.isPossible(technique, injectate)) {
        decided.put(
            answers,
            TABLE.decide(
                new Patient(answers.get(0).equals("at-least-18")),
                new SpinePain(
                    answers.get(1).equals("at-least-3-months"),
                    constant(PainPattern.class, answers.get(6)),
                    answers.get(2).equals("present"),
                    answers.get(3).equals("present"),
                    answers.get(4).equals("present"),
                    answers.get(5).equals("present")),
                new Procedure(
                    technique,
                    injectate,
                    constant(Intent.class, answers.get(9)),
                    constant(Setting.class, answers.get(10)))));
      }
    }
    return decided;
  }

  private static <E extends Enum<E> & Coded> E constant(Class<E> type, String code) {
    return Coded.of(type, code).orElseThrow();
  }

  private static List<List<String>> product(List<List<String>> factors) {
    List<List<String>> products = List.of(List.of());
    for (List<String> factor : factors) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> begun : products) {
        for (String answer : factor) {
          List<String> one = new ArrayList<>(begun);
          one.add(answer);
          longer.add(List.copyOf(one));
        }
      }
      products = longer;
    }
    return products;
  }

  static List<String> recommendations() {
    return TABLE.recommendations();
  }

  static boolean isAgainst(TableAnswer answer) {
    return answer.verdict() == Verdict.RECOMMEND_AGAINST;
  }

  static Predicate<TableAnswer> holds(String recommendation) {
    return answer -> isAgainst(answer) && answer.recommendations().containsKey(recommendation);
  }

  static Verdict verdict(int extent) {
    return switch (extent) {
      case SO -> Verdict.RECOMMEND_AGAINST;
      case NOT_SO -> Verdict.NO_RECOMMENDATION;
      default -> Verdict.INSUFFICIENT_INFORMATION;
    };
  }

  /** On which completions something is so, when these facts have these answers. */
  int extent(Map<String, String> changes, Predicate<TableAnswer> so) {
    List<List<String>> facts = new ArrayList<>(possible);
    changes.forEach((fact, answer) -> facts.set(NAMES.indexOf(fact), List.of(answer)));
    int extent = 0;
    for (List<String> answers : product(facts)) {
      TableAnswer answer = DECIDED.get(answers);
      extent |= answer == null ? 0 : so.test(answer) ? SO : NOT_SO;
    }
    return extent;
  }

  /** What the table says after changes that leave nothing unknown. */
  TableAnswer after(Map<String, String> changes) {
    List<List<String>> facts = new ArrayList<>(possible);
    changes.forEach((fact, answer) -> facts.set(NAMES.indexOf(fact), List.of(answer)));
    List<List<String>> completions = product(facts);
    return completions.size() == 1 ? DECIDED.get(completions.get(0)) : null;
  }

  /** All smallest sets of changes after which something is so on a wanted extent. */
  Set<Map<String, String>> smallest(Predicate<TableAnswer> so, IntPredicate wanted) {
    Tries tries = new Tries(so);
    List<int[]> reaching = new ArrayList<>();
    tries.all(
        choice -> {
          int extent = tries.extent(choice);
          if (extent != 0 && wanted.test(extent)) {
            reaching.add(choice.clone());
          }
        });
    reaching.sort(Comparator.comparingInt(BruteForce::changes));
    List<int[]> smallest = new ArrayList<>();
    for (int[] choice : reaching) {
      if (smallest.stream().noneMatch(smaller -> isPart(smaller, choice))) {
        smallest.add(choice);
      }
    }
    Set<Map<String, String>> named = new LinkedHashSet<>();
    for (int[] choice : smallest) {
      Map<String, String> changes = new TreeMap<>();
      for (int i = 0; i < choice.length; i++) {
        if (choice[i] > 0) {
          changes.put(NAMES.get(i), FACTS.get(NAMES.get(i)).get(choice[i] - 1));
        }
      }
      named.add(changes);
    }
    return named;
  }

  private static int changes(int[] choice) {
    return (int) Arrays.stream(choice).filter(place -> place > 0).count();
  }

  private static boolean isPart(int[] smaller, int[] choice) {
    for (int i = 0; i < choice.length; i++) {
      if (smaller[i] != 0 && smaller[i] != choice[i]) {
        return false;
      }
    }
    return true;
  }

  /** For each fact 0, as it is, or one more than the place of an answer. */
  private final class Tries {

    private final Predicate<TableAnswer> so;
    private final byte[] known;

    Tries(Predicate<TableAnswer> so) {
      this.so = so;
      this.known = new byte[index(FACTS.values().stream().mapToInt(List::size).toArray()) + 1];
      Arrays.fill(known, (byte) -1);
    }

    /** Every choice that changes something where it is not 0. */
    void all(Consumer<int[]> taking) {
      all(new int[NAMES.size()], 0, taking);
    }

    private void all(int[] choice, int from, Consumer<int[]> taking) {
      if (from == choice.length) {
        taking.accept(choice);
        return;
      }
      List<String> answers = FACTS.get(NAMES.get(from));
      for (int place = 0; place <= answers.size(); place++) {
        if (place == 0 || !possible.get(from).equals(List.of(answers.get(place - 1)))) {
          choice[from] = place;
          all(choice, from + 1, taking);
        }
      }
      choice[from] = 0;
    }

    int extent(int[] choice) {
      int index = index(choice);
      if (known[index] < 0) {
        known[index] = (byte) find(choice);
      }
      return known[index];
    }

    private int find(int[] choice) {
      int[] complete = new int[choice.length];
      for (int i = 0; i < choice.length; i++) {
        List<String> answers = FACTS.get(NAMES.get(i));
        if (choice[i] > 0) {
          complete[i] = choice[i];
        } else if (possible.get(i).size() == 1) {
          complete[i] = answers.indexOf(possible.get(i).get(0)) + 1;
        } else {
          int extent = 0;
          for (String answer : possible.get(i)) {
            int[] learnt = choice.clone();
            learnt[i] = answers.indexOf(answer) + 1;
            extent |= extent(learnt);
          }
          return extent;
        }
      }
      TableAnswer answer = BY_INDEX.get(index(complete));
      return answer == null ? 0 : so.test(answer) ? SO : NOT_SO;
    }
  }

  /** A number for each choice. */
  private static int index(int[] choice) {
    int index = 0;
    for (int i = 0; i < choice.length; i++) {
      index = index * SIZES[i] + choice[i];
    }
    return index;
  }

  private static Map<Integer, TableAnswer> byIndex() {
    Map<Integer, TableAnswer> byIndex = new HashMap<>();
    DECIDED.forEach(
        (answers, answer) -> {
          int[] choice = new int[answers.size()];
          for (int i = 0; i < choice.length; i++) {
            choice[i] = FACTS.get(NAMES.get(i)).indexOf(answers.get(i)) + 1;
          }
          byIndex.put(index(choice), answer);
        });
    return byIndex;
  }

  /** For each fact on which a recommendation rests what an explanation tells of it, in words. */
  List<String> criteria(String recommendation) {
    List<String> criteria = new ArrayList<>();
    RESTS_ON
        .get(recommendation)
        .forEach((fact, can) -> criteria.add(criterion(fact, can, holds(recommendation))));
    return criteria;
  }

  /** By recommendation: the facts on which it rests, and the answers with which it can hold. */
  private static Map<String, Map<String, Set<String>>> restsOn() {
    Map<String, Map<String, Set<String>>> restsOn = new LinkedHashMap<>();
    for (String recommendation : recommendations()) {
      Map<String, Set<String>> facts = new LinkedHashMap<>();
      for (int i = 0; i < NAMES.size(); i++) {
        Set<String> can = new LinkedHashSet<>();
        if (rests(i, holds(recommendation), can)) {
          facts.put(NAMES.get(i), can);
        }
      }
      restsOn.put(recommendation, facts);
    }
    return restsOn;
  }

  private static boolean rests(int place, Predicate<TableAnswer> so, Set<String> can) {
    boolean rests = false;
    for (Map.Entry<List<String>, TableAnswer> each : DECIDED.entrySet()) {
      if (so.test(each.getValue())) {
        can.add(each.getKey().get(place));
        for (String other : FACTS.get(NAMES.get(place))) {
          List<String> neighbour = new ArrayList<>(each.getKey());
          neighbour.set(place, other);
          rests |= DECIDED.containsKey(neighbour) && !so.test(DECIDED.get(neighbour));
        }
      }
    }
    return rests;
  }

  private String criterion(String fact, Set<String> can, Predicate<TableAnswer> so) {
    int place = NAMES.indexOf(fact);
    List<String> now =
        possible.get(place).stream()
            .filter(answer -> extent(Map.of(fact, answer), so) != 0)
            .toList();
    boolean all = can.containsAll(now);
    boolean any = now.stream().anyMatch(can::contains);
    return String.join(
        " ",
        fact,
        possible.get(place).size() == 1 ? possible.get(place).get(0) : "unknown",
        all ? "met" : any ? "open" : "not-met",
        "can " + inOrder(fact, can),
        "holds "
            + inOrder(
                fact,
                FACTS.get(fact).stream()
                    .filter(answer -> extent(Map.of(fact, answer), so) == SO)
                    .toList()));
  }

  /** Answers in one order, whatever order they come in. */
  static String inOrder(String fact, Collection<String> answers) {
    return FACTS.get(fact).stream().filter(answers::contains).toList().toString();
  }

  /** The missing facts, the one first that leaves the fewest undecided: {@code fact 2 of 4}. */
  List<String> questions() {
    Map<List<String>, Boolean> completions = new LinkedHashMap<>();
    for (List<String> answers : product(possible)) {
      if (DECIDED.containsKey(answers)) {
        completions.put(answers, isAgainst(DECIDED.get(answers)));
      }
    }
    Map<String, Integer> undecided = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      int place = i;
      boolean missing =
          completions.entrySet().stream()
              .anyMatch(
                  each ->
                      possible.get(place).stream()
                          .anyMatch(
                              other -> {
                                List<String> neighbour = new ArrayList<>(each.getKey());
                                neighbour.set(place, other);
                                return !completions
                                    .getOrDefault(neighbour, each.getValue())
                                    .equals(each.getValue());
                              }));
      if (missing) {
        undecided.put(
            NAMES.get(i),
            possible.get(i).stream()
                .mapToInt(
                    answer -> {
                      List<Boolean> group =
                          completions.entrySet().stream()
                              .filter(each -> each.getKey().get(place).equals(answer))
                              .map(Map.Entry::getValue)
                              .toList();
                      return Set.copyOf(group).size() > 1 ? group.size() : 0;
                    })
                .sum());
      }
    }
    return undecided.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(each -> each.getKey() + " " + each.getValue() + " of " + completions.size())
        .toList();
  }
}
