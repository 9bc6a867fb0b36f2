package org.spinepain.guideline.tests.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of DRL and Java that do not stand in rules, functions among them. */
final class WordChecks {

  private record Banned(FindingCode code, Pattern words, String instead) {

    Banned(FindingCode code, String words, String instead) {
      this(code, Pattern.compile("(?<![\\w$])(?:" + words + ")(?![\\w$])"), instead);
    }
  }

  private static final List<Banned> BANNED =
      List.of(
          new Banned(FindingCode.NULL, "null", "a fact or a constant; every field has a value"),
          new Banned(
              FindingCode.NULL,
              Pattern.compile("(?<=[\\w$)])!\\.(?=\\w)"),
              "a dot only, since no field is null"),
          new Banned(
              FindingCode.UNKNOWN_VALUE,
              "(?i:unknown|unspecified)",
              "the values that can be; the engine completes what is unknown"),
          new Banned(
              FindingCode.EVAL, "eval(?=\\s*\\()", "the constraint in the pattern of the fact"),
          new Banned(
              FindingCode.ACCUMULATE,
              "(?:accumulate|acc|groupby|collect)(?=\\s*\\()",
              "patterns on single facts; exists for at least one"),
          new Banned(
              FindingCode.GLOBAL,
              "global",
              "insertLogical( new Conclusion( …, drools.getRule() ) );"),
          new Banned(
              FindingCode.CLOCK,
              "now|Clock|Instant|Date|Calendar|System|currentTimeMillis|nanoTime|Random|random",
              "a fact that the engine derives from the date of the assessment"),
          new Banned(
              FindingCode.NOT_LOGICAL,
              "insert|insertAsync|update|modify|delete|retract|kcontext|getKieRuntime"
                  + "|getKnowledgeRuntime|halt",
              "insertLogical( new Conclusion( …, drools.getRule() ) );"));

  private WordChecks() {}

  /** Tells each kind once a line. */
  static void check(Pack pack) {
    for (DrlSource file : pack.files()) {
      for (Banned banned : BANNED) {
        Matcher word = banned.words().matcher(file.code());
        int told = 0;
        while (word.find()) {
          int line = file.line(word.start());
          if (line != told) {
            pack.add(
                banned.code(),
                file,
                word.start(),
                banned.code().found(word.group()),
                banned.instead());
            told = line;
          }
        }
      }
    }
  }
}
