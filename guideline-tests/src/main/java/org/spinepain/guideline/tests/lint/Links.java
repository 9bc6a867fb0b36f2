package org.spinepain.guideline.tests.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spinepain.guideline.rules.conclusion.Decided;
import org.spinepain.guideline.rules.conclusion.Evidence;
import org.spinepain.guideline.rules.conclusion.Reason;
import org.spinepain.guideline.rules.conclusion.Recommendation;
import org.spinepain.guideline.rules.merged.CarriedEvidence;
import org.spinepain.guideline.rules.merged.CarriedReason;
import org.spinepain.guideline.rules.merged.CarriedRecommendation;
import org.spinepain.guideline.rules.merged.Determined;
import org.spinepain.guideline.tests.lint.Condition.Matched;
import org.spinepain.guideline.tests.lint.Consequence.Concluded;
import org.spinepain.guideline.tests.lint.Expression.Comparison;
import org.spinepain.guideline.tests.lint.Expression.Kind;
import org.spinepain.guideline.tests.lint.Expression.Term;

/** Which rules rest on what which rules conclude, also from one rule set to the other. */
final class Links {

  /** What guidance rules see of what decision rules conclude. */
  private static final Map<Class<?>, Class<?>> CARRIED =
      Map.of(
          Determined.class, Decided.class,
          CarriedRecommendation.class, Recommendation.class,
          CarriedReason.class, Reason.class,
          CarriedEvidence.class, Evidence.class);

  private final Map<DrlRule, Set<DrlRule>> feeds = new LinkedHashMap<>();
  private final Map<DrlRule, Set<DrlRule>> feedsOrStops = new LinkedHashMap<>();

  Links(Pack pack) {
    for (DrlRule from : pack.rules()) {
      feeds.put(from, new LinkedHashSet<>());
      feedsOrStops.put(from, new LinkedHashSet<>());
      for (DrlRule to : pack.rules()) {
        for (Matched pattern : patterns(pack, to)) {
          if (concluded(pack, from).stream().anyMatch(made -> canMeet(made, pattern))) {
            feedsOrStops.get(from).add(to);
            if (!pattern.isAbsent()) {
              feeds.get(from).add(to);
            }
          }
        }
      }
    }
  }

  private static List<Matched> patterns(Pack pack, DrlRule rule) {
    return pack.condition(rule).map(Condition::patterns).orElse(List.of());
  }

  private static List<Concluded> concluded(Pack pack, DrlRule rule) {
    return pack.consequence(rule).map(Consequence::concluded).orElse(List.of());
  }

  /** The rules whose condition what a rule concludes can meet. */
  Set<DrlRule> fedBy(DrlRule rule) {
    return feeds.get(rule);
  }

  /** The rules on whose condition what a rule concludes bears, also by its absence. */
  Set<DrlRule> touchedBy(DrlRule rule) {
    return feedsOrStops.get(rule);
  }

  /** The rules that a rule feeds by way of others, without itself unless it is one of them. */
  Set<DrlRule> reachedBy(DrlRule rule) {
    Set<DrlRule> reached = new LinkedHashSet<>();
    List<DrlRule> open = new ArrayList<>(fedBy(rule));
    while (!open.isEmpty()) {
      DrlRule next = open.remove(open.size() - 1);
      if (reached.add(next)) {
        open.addAll(fedBy(next));
      }
    }
    return reached;
  }

  /** Whether nothing that is written out keeps a conclusion from meeting a pattern. */
  private static boolean canMeet(Concluded made, Matched pattern) {
    if (pattern.type().isEmpty()) {
      return false;
    }
    Class<?> wanted = CARRIED.getOrDefault(pattern.type().get(), pattern.type().get());
    if (!wanted.isAssignableFrom(made.type())) {
      return false;
    }
    if (!pattern.isPlain()) {
      return true;
    }
    return pattern.comparisons().stream()
        .allMatch(
            comparison -> {
              Optional<String> literal = made.literal(comparison.left().text().replace("()", ""));
              Set<String> values = values(comparison);
              return literal.isEmpty() || values.isEmpty() || values.contains(literal.get());
            });
  }

  /** The values that a comparison allows; empty when they are not written out. */
  static Set<String> values(Comparison comparison) {
    Set<String> values = new TreeSet<>();
    boolean isEqual = comparison.operator().equals("==") || comparison.operator().equals("in");
    if (!isEqual || comparison.isNegated()) {
      return values;
    }
    for (Term value : comparison.right()) {
      if (value.kind() == Kind.TEXT) {
        values.add(value.content());
      } else if (value.kind() == Kind.PATH && value.text().matches("[A-Z][\\w.]*\\.\\w+")) {
        values.add(Types.simple(value.text()));
      } else {
        return Set.of();
      }
    }
    return values;
  }
}
