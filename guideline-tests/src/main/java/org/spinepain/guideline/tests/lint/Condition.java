package org.spinepain.guideline.tests.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** The condition of a rule that can be parsed: its patterns, and the names that they bind. */
final class Condition {

  private final DrlRule rule;
  private final Types types;
  private final List<Matched> patterns = new ArrayList<>();
  private final Map<String, Class<?>> bound = new TreeMap<>();
  private final Set<String> boundTwice = new TreeSet<>();
  private final Set<String> boundSometimes = new TreeSet<>();

  /**
   * A pattern.
   *
   * @param descr as parsed
   * @param at where it stands in the file
   * @param type the type of its facts, if that is known
   * @param isAbsent whether it stands under {@code not}
   * @param isQuantified whether it stands under {@code not} or {@code exists}
   * @param isAlternative whether it stands in an {@code or}
   * @param comparisons what its constraints compare
   * @param isPlain whether all of them have to hold
   */
  record Matched(
      PatternDescr descr,
      int at,
      Optional<Class<?>> type,
      boolean isAbsent,
      boolean isQuantified,
      boolean isAlternative,
      List<Expression.Comparison> comparisons,
      boolean isPlain) {

    /** The name of its type, as written. */
    String typeName() {
      return descr.getObjectType();
    }
  }

  Condition(DrlRule rule, RuleDescr descr, Types types) {
    this.rule = rule;
    this.types = types;
    bind(descr.getLhs(), new HashSet<>(), false, false, false);
  }

  List<Matched> patterns() {
    return patterns;
  }

  /** The type of what is bound to a name, if that is known. */
  Optional<Class<?>> bound(String name) {
    return Optional.ofNullable(bound.get(name));
  }

  /** The names that it binds. */
  Set<String> names() {
    return bound.keySet();
  }

  /** Names that are bound a second time where the first binding is seen. */
  Set<String> boundTwice() {
    return boundTwice;
  }

  /** Names that are bound in some branches of an {@code or} and not in others. */
  Set<String> boundSometimes() {
    return boundSometimes;
  }

  /** Binds what an element binds, adds it to the names that are seen, and gathers the patterns. */
  private void bind(
      Object element, Set<String> names, boolean absent, boolean quantified, boolean alternative) {
    if (element instanceof PatternDescr pattern) {
      pattern(pattern, names, absent, quantified, alternative);
    } else if (element instanceof OrDescr or) {
      Set<String> any = new TreeSet<>();
      Set<String> all = null;
      for (BaseDescr branch : or.getDescrs()) {
        Set<String> its = new HashSet<>(names);
        bind(branch, its, absent, quantified, true);
        its.removeAll(names);
        any.addAll(its);
        all = all == null ? its : intersection(all, its);
      }
      names.addAll(any);
      if (all != null && !quantified) {
        any.removeAll(all);
        boundSometimes.addAll(any);
      }
    } else if (element instanceof NotDescr not) {
      inside(not, new HashSet<>(names), !absent, true, alternative);
    } else if (element instanceof ExistsDescr exists) {
      inside(exists, new HashSet<>(names), absent, true, alternative);
    } else if (element instanceof ConditionalElementDescr group) {
      inside(group, names, absent, quantified, alternative);
    }
  }

  private static Set<String> intersection(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  private void inside(
      ConditionalElementDescr group,
      Set<String> names,
      boolean absent,
      boolean quantified,
      boolean alternative) {
    for (Object part : group.getDescrs()) {
      bind(part, names, absent, quantified, alternative);
    }
  }

  private void pattern(
      PatternDescr pattern,
      Set<String> names,
      boolean absent,
      boolean quantified,
      boolean alternative) {
    Optional<Class<?>> type = types.find(pattern.getObjectType());
    for (String name : pattern.getAllBoundIdentifiers()) {
      if (!names.add(name)) {
        boundTwice.add(name);
      }
    }
    if (pattern.getSource() != null) {
      return; // accumulate and from: not facts
    }
    if (pattern.getIdentifier() != null) {
      type.ifPresent(known -> bound.put(pattern.getIdentifier(), known));
    }
    List<Expression.Comparison> comparisons = new ArrayList<>();
    boolean isPlain = true;
    for (BaseDescr constraint : pattern.getDescrs()) {
      if (constraint instanceof ExprConstraintDescr) {
        int from = constraint.getStartCharacter();
        int to = Math.min(constraint.getEndCharacter() + 1, rule.file().text().length());
        String text = rule.file().text().substring(from, Math.max(from, to));
        comparisons.addAll(Expression.comparisons(text, from));
        isPlain &= !text.contains("||");
        type.ifPresent(known -> bindField(text, known));
      } else {
        isPlain = false;
      }
    }
    patterns.add(
        new Matched(
            pattern,
            pattern.getStartCharacter(),
            type,
            absent,
            quantified,
            alternative,
            List.copyOf(comparisons),
            isPlain));
  }

  private void bindField(String constraint, Class<?> type) {
    String[] parts = constraint.split(":(?!=)", 2);
    if (parts.length == 2 && parts[0].strip().matches("\\$?\\w+")) {
      String path = parts[1].strip().split("[^\\w.()$]", 2)[0];
      typeOf(type, path).ifPresent(known -> bound.put(parts[0].strip(), known));
    }
  }

  /** The type of what a path leads to, from a fact of this type; empty when it leads nowhere. */
  Optional<Class<?>> typeOf(Class<?> from, String path) {
    Optional<Class<?>> type = Optional.of(from);
    for (String step : steps(path)) {
      type = type.flatMap(known -> Types.property(known, step));
    }
    return type;
  }

  /** The names in a path, without the arguments of calls. */
  static List<String> steps(String path) {
    String names = path.replace("!.", ".");
    String before;
    do {
      before = names;
      names = names.replaceAll("\\([^()]*\\)|\\[[^\\[\\]]*\\]", "");
    } while (!names.equals(before));
    return Arrays.asList(names.split("\\.", -1));
  }
}
