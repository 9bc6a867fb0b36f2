package org.spinepain.guideline.tests.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether Drools can parse the rules, each by itself. */
final class SyntaxChecks {

  private static final Pattern ASSIGNMENT = Pattern.compile("(?<![=!<>:+\\-*/%&|^])=(?![=>])");
  private static final Pattern WORD = Pattern.compile("(?m)^[ \\t]*(\\w+)");
  private static final List<String> KEYWORDS = List.of("when", "then", "end");

  private SyntaxChecks() {}

  static void check(Pack pack) {
    for (DrlSource file : pack.files()) {
      file.outsideOfRules().errors().stream()
          .findFirst()
          .ifPresent(
              error ->
                  pack.add(
                      FindingCode.SYNTAX,
                      file.name(),
                      error.line(),
                      "what stands outside of the rules cannot be parsed: "
                          + withoutPlace(error.message()),
                      "package, imports and functions, then rules"));
      if (file.outsideOfRules().errors().isEmpty()) {
        file.rules().forEach(rule -> check(pack, rule));
      }
    }
  }

  private static void check(Pack pack, DrlRule rule) {
    if (misspelt(pack, rule)) {
      return;
    }
    if (rule.then() < 0) {
      pack.add(
          FindingCode.SYNTAX,
          rule,
          "the rule has no then",
          "when, the condition, then, the conclusion, end");
    } else if (!rule.isEnded()) {
      pack.add(
          FindingCode.MISSING_END,
          rule,
          "the rule has no end; Drools reports what comes after it",
          "end, on a line of its own after the consequence");
    } else if (!assignments(pack, rule)) {
      rule.errors().stream().findFirst().ifPresent(error -> unparsable(pack, rule, error));
    }
  }

  private static boolean misspelt(Pack pack, DrlRule rule) {
    List<String> missing = new ArrayList<>();
    if (rule.when() < 0) {
      missing.add("when");
    }
    if (rule.then() < 0) {
      missing.add("then");
    }
    if (!rule.isEnded() && rule.then() >= 0) {
      missing.add("end");
    }
    Matcher word = WORD.matcher(rule.file().code()).region(rule.from(), rule.to());
    while (word.find()) {
      for (String keyword : missing) {
        String found = word.group(1);
        boolean isNear = Words.distance(found, keyword) == 1 && !KEYWORDS.contains(found);
        if (isNear) {
          pack.add(
              FindingCode.SYNTAX,
              rule,
              word.start(1),
              "found " + found + " where the rule has no " + keyword,
              keyword);
          return true;
        }
      }
    }
    return false;
  }

  private static boolean assignments(Pack pack, DrlRule rule) {
    if (rule.when() < 0) {
      return false;
    }
    boolean any = false;
    Matcher sign = ASSIGNMENT.matcher(rule.file().code()).region(rule.when(), rule.then());
    sign.useTransparentBounds(true);
    while (sign.find()) {
      any = true;
      pack.add(FindingCode.ASSIGNMENT, rule, sign.start(), "found = in a condition", "==");
    }
    return any;
  }

  private static void unparsable(Pack pack, DrlRule rule, DrlSource.SyntaxError error) {
    Optional<Integer> open = openBracket(rule, rule.then());
    if (open.isPresent()) {
      pack.add(
          FindingCode.SYNTAX,
          rule,
          open.get(),
          "this ( is not closed before then",
          ") at the end of the pattern");
      return;
    }
    int line = Math.max(rule.line(), Math.min(error.line(), rule.file().line(rule.end())));
    int at = startOf(rule.file(), line);
    pack.add(
        FindingCode.SYNTAX,
        rule,
        at,
        "the rule cannot be parsed here: " + withoutPlace(error.message()),
        instead(rule, at));
  }

  private static String instead(DrlRule rule, int at) {
    String before = rule.file().code().substring(rule.from(), at).stripTrailing();
    if (at < rule.when()) {
      return "rule \"…\", @id( … ) @source( … ), when: nothing else before the condition";
    }
    return before.matches("(?s).*[\\w)\"]") && openBracket(rule, at).isPresent()
        ? "a comma before this"
        : "DRL as in the rules beside it: $name : Type( field == Type.CONSTANT, field )";
  }

  private static int startOf(DrlSource file, int line) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = file.text().indexOf('\n', at) + 1;
    }
    while (at < file.text().length() && " \t".indexOf(file.text().charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** The first bracket of the condition that is still open at a place. */
  private static Optional<Integer> openBracket(DrlRule rule, int to) {
    List<Integer> open = new ArrayList<>();
    for (int i = Math.max(rule.when(), rule.from()); i < to; i++) {
      char c = rule.file().code().charAt(i);
      if (c == '(') {
        open.add(i);
      } else if (c == ')' && !open.isEmpty()) {
        open.remove(open.size() - 1);
      }
    }
    return open.stream().findFirst();
  }

  private static String withoutPlace(String message) {
    return message
        .replaceFirst("^\\[ERR \\d+\\]\\s*(Line \\d+:\\d+\\s*)?", "")
        .replaceFirst("(?s) in rule \".*", "")
        .strip();
  }
}
