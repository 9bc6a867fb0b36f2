package org.spinepain.guideline.tests.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The changes of one constraint, but for leaving it out. */
final class ConstraintMutants {

  private static final Pattern LIST =
      Pattern.compile("(\\S+)\\s+(not\\s+)?in\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern COMPARISON = Pattern.compile("([\\w.$]+)\\s*(==|!=)\\s*(.+)");
  private static final Pattern VALUE =
      Pattern.compile(
          "\"(?<code>[^\"]*)\"|\\b(?<type>[A-Z]\\w*)\\.(?<constant>[A-Z][A-Z0-9_]*)\\b");

  private final String constraint;
  private final String pattern;
  private final Constants constants;
  private final Codes codes;
  private final List<LocalChange> changes = new ArrayList<>();

  private ConstraintMutants(String constraint, String pattern, Constants constants, Codes codes) {
    this.constraint = constraint;
    this.pattern = pattern;
    this.constants = constants;
    this.codes = codes;
  }

  /**
   * The changes.
   *
   * @param constraint the constraint
   * @param pattern the type of fact that it is about
   */
  static List<LocalChange> of(String constraint, String pattern, Constants constants, Codes codes) {
    return new ConstraintMutants(constraint, pattern, constants, codes).make();
  }

  /** Notes the codes that constraints of a pattern compare with. */
  static void gather(String constraint, String pattern, Codes codes) {
    Matcher value = VALUE.matcher(constraint);
    while (value.find()) {
      if (value.group("code") != null) {
        codes.add(place(constraint, pattern), value.group("code"));
      }
    }
  }

  private List<LocalChange> make() {
    Matcher list = LIST.matcher(constraint);
    Matcher comparison = COMPARISON.matcher(constraint);
    if (list.matches()) {
      negateList(list);
      ofList(list);
    } else if (constraint.contains("||") || constraint.contains("&&")) {
      replaceAll(Operator.CONSTRAINT_NEGATED, "!(" + constraint + ")");
      ofCompound();
    } else if (comparison.matches()) {
      change(
          Operator.CONSTRAINT_NEGATED,
          comparison.start(2),
          comparison.end(2),
          comparison.group(2).equals("==") ? "!=" : "==");
    } else {
      replaceAll(
          Operator.CONSTRAINT_NEGATED,
          constraint.startsWith("!") ? constraint.substring(1) : "!" + constraint);
    }
    exchangeValues();
    return changes;
  }

  private void negateList(Matcher list) {
    if (list.group(2) == null) {
      change(Operator.CONSTRAINT_NEGATED, list.end(1), list.end(1), " not");
    } else {
      change(Operator.CONSTRAINT_NEGATED, list.start(2), list.end(2), "");
    }
  }

  private void ofList(Matcher list) {
    List<int[]> items = new ArrayList<>();
    Matcher value = VALUE.matcher(constraint).region(list.start(3), list.end(3));
    while (value.find()) {
      items.add(new int[] {value.start(), value.end()});
    }
    for (int i = 0; items.size() > 1 && i < items.size(); i++) {
      boolean last = i == items.size() - 1;
      int from = last ? items.get(i - 1)[1] : items.get(i)[0];
      int to = last ? items.get(i)[1] : items.get(i + 1)[0];
      change(Operator.VALUE_DROPPED, from, to, "");
    }
    int end = items.get(items.size() - 1)[1];
    Matcher first = VALUE.matcher(constraint).region(items.get(0)[0], items.get(0)[1]);
    if (first.matches()) {
      other(first).ifPresent(added -> change(Operator.VALUE_ADDED, end, end, ", " + added));
    }
  }

  private void ofCompound() {
    String[] sides = constraint.split("\\|\\||&&", -1);
    int at = 0;
    for (int i = 0; i < sides.length; i++) {
      int from = i == sides.length - 1 && i > 0 ? at - 2 : at;
      int to = i == sides.length - 1 ? at + sides[i].length() : at + sides[i].length() + 2;
      change(Operator.CONSTRAINT_DROPPED, from, to, "");
      at += sides[i].length() + 2;
    }
    Matcher connective = Pattern.compile("\\|\\||&&").matcher(constraint);
    while (connective.find()) {
      change(
          Operator.CONNECTIVE_EXCHANGED,
          connective.start(),
          connective.end(),
          connective.group().equals("||") ? "&&" : "||");
    }
  }

  private void exchangeValues() {
    Matcher value = VALUE.matcher(constraint);
    while (value.find()) {
      Operator operator =
          value.group("code") == null ? Operator.VALUE_EXCHANGED : Operator.CODE_CHANGED;
      int from = value.start();
      int to = value.end();
      other(value).ifPresent(other -> change(operator, from, to, other));
    }
  }

  /** What a value is exchanged for: the next of its kind that does not stand here too. */
  private Optional<String> other(Matcher value) {
    if (value.group("code") != null) {
      return Optional.of(
          "\"" + codes.other(place(constraint, pattern), value.group("code"), here("code")) + "\"");
    }
    String type = value.group("type");
    return constants.has(type)
        ? constants
            .other(type, value.group("constant"), here("constant"))
            .map(constant -> type + "." + constant)
        : Optional.empty();
  }

  private List<String> here(String group) {
    return VALUE
        .matcher(constraint)
        .results()
        .map(result -> result.group(group.equals("code") ? 1 : 3))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static String place(String constraint, String pattern) {
    Matcher field = Pattern.compile("[\\w.]+").matcher(constraint);
    return pattern + "." + (field.find() ? field.group() : "");
  }

  private void replaceAll(Operator operator, String replacement) {
    change(operator, 0, constraint.length(), replacement);
  }

  private void change(Operator operator, int from, int to, String replacement) {
    changes.add(new LocalChange(operator, from, to, replacement));
  }
}
