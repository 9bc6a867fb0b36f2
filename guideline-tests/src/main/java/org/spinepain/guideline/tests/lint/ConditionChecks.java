package org.spinepain.guideline.tests.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spinepain.guideline.model.fact.Presentation;
import org.spinepain.guideline.rules.merged.CarriedReason;
import org.spinepain.guideline.rules.merged.CarriedRecommendation;
import org.spinepain.guideline.rules.merged.ComputedOnset;
import org.spinepain.guideline.tests.lint.Condition.Matched;
import org.spinepain.guideline.tests.lint.Expression.Comparison;
import org.spinepain.guideline.tests.lint.Expression.Kind;
import org.spinepain.guideline.tests.lint.Expression.Term;

/** Whether the names in a condition exist, and what they compare goes together. */
final class ConditionChecks {

  /** What the engine inserts when it is known to hold: that it is absent can mean unknown. */
  private static final Set<Class<?>> KNOWN_TO_HOLD =
      Set.of(ComputedOnset.class, CarriedReason.class, CarriedRecommendation.class);

  private static final Set<String> LITERALS = Set.of("true", "false", "null", "this");

  private final Pack pack;
  private final DrlRule rule;
  private final Condition condition;
  private final Types types;

  private ConditionChecks(Pack pack, DrlRule rule, Condition condition) {
    this.pack = pack;
    this.rule = rule;
    this.condition = condition;
    this.types = pack.types(rule.file());
  }

  static void check(Pack pack) {
    for (DrlRule rule : pack.rules()) {
      pack.condition(rule)
          .ifPresent(condition -> new ConditionChecks(pack, rule, condition).check());
    }
  }

  private void check() {
    for (String name : condition.boundTwice()) {
      pack.add(
          FindingCode.DUPLICATE_BINDING,
          rule,
          second(name),
          name + " is bound twice; the last binding silently wins",
          "a name of its own for each");
    }
    for (Matched pattern : condition.patterns()) {
      check(pattern);
    }
    for (String name : condition.boundSometimes()) {
      int used = uses(name);
      if (used >= 0) {
        pack.add(
            FindingCode.MAY_BE_MISSING,
            rule,
            used,
            name + " is bound in one branch of an or only, and used here",
            "the same name in every branch, or a rule for each branch");
      }
    }
  }

  private int second(String name) {
    String text = rule.file().code();
    int first = text.indexOf(name, rule.from());
    for (int at = first; at >= 0 && at < rule.to(); at = text.indexOf(name, at + 1)) {
      String after = text.substring(at + name.length()).stripLeading();
      if (at > first && after.startsWith(":")) {
        return at;
      }
    }
    return rule.from();
  }

  /** Where a name is used that is not bound there; -1 when nowhere. */
  private int uses(String name) {
    String text = rule.file().code();
    for (int at = text.indexOf(name, rule.from());
        at >= 0 && at < rule.to();
        at = text.indexOf(name, at + 1)) {
      String after = text.substring(at + name.length());
      boolean isWhole = after.isEmpty() || !Character.isJavaIdentifierPart(after.charAt(0));
      if (isWhole && !after.stripLeading().startsWith(":")) {
        return at;
      }
    }
    return -1;
  }

  private void check(Matched pattern) {
    if (!pattern.isQuantified() && pattern.descr().getIdentifier() == null) {
      pack.add(
          FindingCode.UNBOUND_PATTERN,
          rule,
          pattern.at(),
          "this pattern of " + pattern.typeName() + " is not bound",
          "$" + decapitalised(pattern.typeName()) + " : " + pattern.typeName() + "( … )");
    }
    if (pattern.type().isEmpty()) {
      unknownType(pack, rule, at(pattern, pattern.typeName()), pattern.typeName());
      return;
    }
    Class<?> type = pattern.type().get();
    if (pattern.isAbsent() && KNOWN_TO_HOLD.contains(type)) {
      pack.add(
          FindingCode.MAY_BE_MISSING,
          rule,
          pattern.at(),
          "not " + pattern.typeName() + " also holds while that is unknown",
          "a rule of the folder decision, where facts are complete");
    }
    pattern.comparisons().forEach(comparison -> check(comparison, type));
  }

  private int at(Matched pattern, String word) {
    int at = rule.file().code().indexOf(word, pattern.at());
    return at < 0 ? pattern.at() : at;
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private void check(Comparison comparison, Class<?> fact) {
    Optional<Class<?>> left = typeOf(comparison.left(), fact, Optional.empty());
    boolean orientedLeft = left.isPresent() || comparison.left().kind() == Kind.PATH;
    if (!orientedLeft && comparison.right().size() == 1) {
      Term other = comparison.right().get(0);
      left = typeOf(other, fact, Optional.empty());
      compare(left, comparison.left(), fact);
    } else {
      for (Term value : comparison.right()) {
        compare(left, value, fact);
      }
    }
    negated(comparison, fact);
  }

  private void negated(Comparison comparison, Class<?> fact) {
    boolean goesThroughOptional = isOptional(comparison.left(), fact);
    boolean isKnownToHold = fact == Presentation.class && comparison.left().kind() == Kind.PATH;
    if (comparison.isNegative() && (goesThroughOptional || isKnownToHold)) {
      pack.add(
          FindingCode.MAY_BE_MISSING,
          rule,
          comparison.left().at(),
          "this negates " + comparison.left().text() + ", which may be missing or not known",
          "the positive condition, or a fact that is complete");
    }
  }

  private boolean isOptional(Term term, Class<?> fact) {
    if (term.kind() != Kind.PATH) {
      return false;
    }
    List<String> steps = Condition.steps(term.text());
    Optional<Class<?>> type = Optional.of(fact);
    int from = 0;
    if (steps.get(0).startsWith("$")) {
      type = condition.bound(steps.get(0));
      from = 1;
    }
    if (type.filter(Optional.class::equals).isPresent()) {
      return true;
    }
    for (String step : steps.subList(from, steps.size())) {
      type = type.flatMap(known -> Types.property(known, step));
      if (type.filter(Optional.class::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The type of a term; tells when it names what does not exist.
   *
   * @param expected the type of what it is compared with
   */
  private Optional<Class<?>> typeOf(Term term, Class<?> fact, Optional<Class<?>> expected) {
    if (term.kind() == Kind.NUMBER) {
      return Optional.of(Number.class);
    }
    if (term.kind() == Kind.TEXT) {
      return Optional.of(String.class);
    }
    List<String> steps = Condition.steps(term.text().replace('#', '.'));
    String first = steps.get(0);
    if (term.kind() != Kind.PATH || LITERALS.contains(term.text()) || term.text().contains("#")) {
      return Optional.empty();
    }
    if (first.startsWith("$")) {
      return walk(term, condition.bound(first), steps.subList(1, steps.size()));
    }
    if (first.equals("this")) {
      return walk(term, Optional.of(fact), steps.subList(1, steps.size()));
    }
    Optional<Class<?>> property = Types.property(fact, first);
    if (property.isPresent()) {
      return walk(term, property, steps.subList(1, steps.size()));
    }
    if (condition.bound(first).isPresent()) {
      return walk(term, condition.bound(first), steps.subList(1, steps.size()));
    }
    if (Character.isUpperCase(first.charAt(0))) {
      return constant(term, steps, expected);
    }
    if (expected.isEmpty() || !term.text().contains("(")) {
      unknownField(term, fact, first);
    }
    return Optional.empty();
  }

  private Optional<Class<?>> walk(Term term, Optional<Class<?>> from, List<String> steps) {
    Optional<Class<?>> type = from;
    for (String step : steps) {
      if (type.isEmpty() || type.get() == Object.class || type.get().isPrimitive()) {
        return Optional.empty();
      }
      Optional<Class<?>> next = Types.property(type.get(), step);
      if (next.isEmpty()) {
        unknownField(term, type.get(), step);
        return Optional.empty();
      }
      type = next;
    }
    return type;
  }

  private void unknownField(Term term, Class<?> type, String name) {
    Set<String> fields = Types.properties(type);
    pack.add(
        FindingCode.UNKNOWN_FIELD,
        rule,
        term.at() + Math.max(0, term.text().indexOf(name)),
        type.getSimpleName() + " has no field " + name,
        Words.nearestOrAll(name, fields));
  }

  private Optional<Class<?>> constant(Term term, List<String> steps, Optional<Class<?>> expected) {
    if (steps.size() == 1) {
      expected.filter(Class::isEnum).ifPresent(type -> bare(term, type));
      return Optional.empty();
    }
    if (term.text().contains("(")) {
      return Optional.empty();
    }
    String typeName = String.join(".", steps.subList(0, steps.size() - 1));
    String name = steps.get(steps.size() - 1);
    Optional<Class<?>> type = types.find(typeName);
    if (type.isEmpty()) {
      unknownType(pack, rule, term.at(), typeName);
      return Optional.empty();
    }
    if (type.get().isEnum() && !Types.constants(type.get()).contains(name)) {
      unknownConstant(pack, rule, term.at(), type.get(), name);
      return Optional.empty();
    }
    return type.filter(Class::isEnum);
  }

  /** Tells a type that is not there, unless its import was told to be wrong. */
  static void unknownType(Pack pack, DrlRule rule, int at, String name) {
    Types types = pack.types(rule.file());
    String instead = types.insteadOfType(name);
    if (!types.isNamed(name.split("\\.", 2)[0])
        && !pack.hasFinding(FindingCode.UNKNOWN_IMPORT, instead)) {
      pack.add(FindingCode.UNKNOWN_TYPE, rule, at, "there is no type " + name + " here", instead);
    }
  }

  static void unknownConstant(Pack pack, DrlRule rule, int at, Class<?> type, String name) {
    if (name.matches("(?i)unknown|unspecified")) {
      return; // told as such
    }
    Set<String> names = new TreeSet<>();
    Types.constants(type).forEach(each -> names.add(type.getSimpleName() + "." + each));
    pack.add(
        FindingCode.UNKNOWN_ENUM_VALUE,
        rule,
        at,
        type.getSimpleName() + " has no constant " + name,
        Words.nearestOrAll(type.getSimpleName() + "." + name, names));
  }

  private void bare(Term term, Class<?> type) {
    if (Types.constants(type).contains(term.text())) {
      pack.add(
          FindingCode.BARE_ENUM_VALUE,
          rule,
          term.at(),
          "found " + term.text() + " without its type",
          type.getSimpleName() + "." + term.text());
    } else {
      unknownConstant(pack, rule, term.at(), type, term.text());
    }
  }

  /** Whether a value goes together with what it is compared with. */
  private void compare(Optional<Class<?>> left, Term value, Class<?> fact) {
    Optional<Class<?>> right = typeOf(value, fact, left);
    boolean isNumber = value.kind() == Kind.NUMBER;
    if (value.kind() == Kind.TEXT && value.content().matches("(?i)unknown|unspecified|null")) {
      pack.add(
          FindingCode.UNKNOWN_VALUE,
          rule,
          value.at(),
          "found " + value.text(),
          "the values that can be; the engine completes what is unknown");
      return;
    }
    if (left.isPresent() && right.isPresent() && !goTogether(left.get(), right.get())) {
      pack.add(
          FindingCode.TYPE_MISMATCH,
          rule,
          value.at(),
          "found " + value.text() + " where the field is of the type " + left.get().getSimpleName(),
          instead(left.get(), value));
    } else if (isNumber) {
      pack.add(
          FindingCode.RAW_NUMBER,
          rule,
          value.at(),
          "found the number " + value.text() + " in a condition",
          "a fact that tells the side of the boundary, such as chronic or adult");
    }
  }

  private static boolean goTogether(Class<?> left, Class<?> right) {
    if (right == Number.class) {
      return Number.class.isAssignableFrom(left)
          || (left.isPrimitive() && left != boolean.class)
          || left == Object.class
          || left == Optional.class;
    }
    if (right == String.class || right.isEnum()) {
      return left.isAssignableFrom(right) || left == Optional.class;
    }
    return true;
  }

  private String instead(Class<?> left, Term value) {
    if (!left.isEnum()) {
      if (left == String.class) {
        return "a code in double quotes";
      }
      return left == boolean.class
          ? "the field alone, or ! before it"
          : "a value of the type " + left.getSimpleName();
    }
    String constant =
        (value.kind() == Kind.TEXT ? value.content() : Types.simple(value.text()))
            .toUpperCase(Locale.ROOT)
            .replace('-', '_');
    return left.getSimpleName()
        + "."
        + Words.nearest(constant, Types.constants(left))
            .orElseGet(
                () -> String.join(" or " + left.getSimpleName() + ".", Types.constants(left)));
  }
}
