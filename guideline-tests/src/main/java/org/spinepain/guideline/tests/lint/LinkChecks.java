package org.spinepain.guideline.tests.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spinepain.guideline.rules.conclusion.Evidence;
import org.spinepain.guideline.rules.conclusion.Reason;
import org.spinepain.guideline.rules.conclusion.ReasonText;
import org.spinepain.guideline.rules.conclusion.Recommendation;
import org.spinepain.guideline.rules.conclusion.RecommendationText;
import org.spinepain.guideline.rules.merged.CarriedReason;
import org.spinepain.guideline.rules.merged.CarriedRecommendation;
import org.spinepain.guideline.tests.lint.Condition.Matched;
import org.spinepain.guideline.tests.lint.Consequence.Concluded;
import org.spinepain.guideline.tests.lint.Expression.Comparison;

/** What rules rest on: nothing on itself, and no code that nothing concludes. */
final class LinkChecks {

  /** Which component of a type names what rules conclude, and as which type. */
  private record Code(String component, Class<?> concludedAs) {}

  private static final Map<Class<?>, Code> CODES =
      Map.of(
          Recommendation.class, new Code("id", Recommendation.class),
          CarriedRecommendation.class, new Code("id", Recommendation.class),
          RecommendationText.class, new Code("id", Recommendation.class),
          Evidence.class, new Code("recommendation", Recommendation.class),
          Reason.class, new Code("code", Reason.class),
          CarriedReason.class, new Code("code", Reason.class),
          ReasonText.class, new Code("code", Reason.class));

  private final Pack pack;
  private final Links links;

  private LinkChecks(Pack pack, Links links) {
    this.pack = pack;
    this.links = links;
  }

  static void check(Pack pack, Links links) {
    LinkChecks checks = new LinkChecks(pack, links);
    checks.absences();
    checks.circles();
    boolean allIsKnown =
        pack.files().stream().allMatch(pack::builds)
            && pack.rules().stream()
                .allMatch(rule -> pack.consequence(rule).flatMap(Consequence::block).isPresent());
    if (allIsKnown) {
      checks.codes(Recommendation.class);
      checks.codes(Reason.class);
    }
  }

  private Set<Class<?>> types(DrlRule rule, boolean absentOnly) {
    Set<Class<?>> types = new HashSet<>();
    for (Matched pattern : pack.condition(rule).map(Condition::patterns).orElse(List.of())) {
      if (pattern.isAbsent() || !absentOnly) {
        pattern.type().ifPresent(types::add);
      }
    }
    return types;
  }

  private List<Concluded> concluded(DrlRule rule) {
    return pack.consequence(rule).map(Consequence::concluded).orElse(List.of());
  }

  /**
   * Such a conclusion would be made and withdrawn for ever, or depend on the order of firing. Told
   * by types, not by what is written out of them: strata that people can see.
   */
  private void absences() {
    Map<String, Set<Class<?>>> restsOn = new TreeMap<>();
    for (DrlRule rule : pack.rules()) {
      for (Concluded made : concluded(rule)) {
        restsOn
            .computeIfAbsent(made.type().getName(), type -> new HashSet<>())
            .addAll(types(rule, false));
      }
    }
    for (DrlRule rule : pack.rules()) {
      for (Concluded made : concluded(rule)) {
        for (Class<?> absent : types(rule, true)) {
          if (reachable(absent, restsOn).contains(made.type())) {
            pack.add(
                FindingCode.RESTS_ON_OWN_ABSENCE,
                rule,
                made.at(),
                made.type().getSimpleName()
                    + " is concluded from the absence of "
                    + absent.getSimpleName()
                    + (absent == made.type()
                        ? ""
                        : ", which rests on " + made.type().getSimpleName()),
                "another type of conclusion, or the facts instead of the absence");
          }
        }
      }
    }
  }

  private static Set<Class<?>> reachable(Class<?> from, Map<String, Set<Class<?>>> steps) {
    Set<Class<?>> reached = new HashSet<>(Set.of(from));
    Deque<Class<?>> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      steps.getOrDefault(open.pop().getName(), Set.of()).stream()
          .filter(reached::add)
          .forEach(open::push);
    }
    return reached;
  }

  private void circles() {
    Set<DrlRule> told = new HashSet<>();
    for (DrlRule rule : pack.rules()) {
      Set<DrlRule> reached = links.reachedBy(rule);
      if (reached.contains(rule) && told.add(rule)) {
        List<DrlRule> others =
            reached.stream()
                .filter(other -> other != rule && links.reachedBy(other).contains(rule))
                .toList();
        told.addAll(others);
        pack.add(
            FindingCode.SELF_FEEDING,
            rule,
            others.isEmpty()
                ? "what this rule concludes meets its own condition"
                : "what this rule concludes comes back to its condition by \""
                    + String.join("\", \"", others.stream().map(DrlRule::name).toList())
                    + "\"",
            "a condition on facts, or on another type of conclusion");
      }
    }
  }

  private void codes(Class<?> type) {
    Set<String> known = new TreeSet<>();
    for (DrlRule rule : pack.rules()) {
      for (Concluded made : concluded(rule)) {
        if (made.type() == type) {
          Optional<String> code = made.literal(CODES.get(type).component());
          if (code.isEmpty()) {
            return; // a code is computed: nobody can tell all
          }
          known.add(code.get());
        }
      }
    }
    for (DrlRule rule : pack.rules()) {
      for (Matched pattern : pack.condition(rule).map(Condition::patterns).orElse(List.of())) {
        Code code = pattern.type().map(CODES::get).orElse(null);
        if (code != null && code.concludedAs() == type) {
          pattern.comparisons().forEach(comparison -> asked(rule, comparison, code, known));
        }
      }
      for (Concluded made : concluded(rule)) {
        Code code = CODES.get(made.type());
        if (code != null && code.concludedAs() == type && made.type() != type) {
          made.literal(code.component())
              .filter(literal -> !known.contains(literal))
              .ifPresent(literal -> unknown(rule, made.at(), literal, code, known));
        }
      }
    }
  }

  private void asked(DrlRule rule, Comparison comparison, Code code, Set<String> known) {
    if (comparison.left().text().replace("()", "").equals(code.component())) {
      comparison.right().stream()
          .filter(value -> value.kind() == Expression.Kind.TEXT)
          .filter(value -> !known.contains(value.content()))
          .filter(value -> !value.content().matches("(?i)unknown|unspecified|null"))
          .filter(value -> !comparison.operator().matches(".*[a-z].*") || isIn(comparison))
          .forEach(value -> unknown(rule, value.at(), value.content(), code, known));
    }
  }

  private static boolean isIn(Comparison comparison) {
    return comparison.operator().endsWith("in");
  }

  private void unknown(DrlRule rule, int at, String found, Code code, Set<String> known) {
    pack.add(
        FindingCode.UNKNOWN_CODE,
        rule,
        at,
        "no rule concludes a " + code.concludedAs().getSimpleName() + " \"" + found + "\"",
        Words.nearest(found, known)
            .map(near -> "\"" + near + "\"")
            .orElseGet(() -> "one of " + String.join(", ", known)));
  }
}
