package org.spinepain.guideline.tests.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.tests.lint.DrlSource.Span;

/**
 * Words of DRL and Java that do not stand in rules: those of conditions in conditions only, those
 * that act on the session as statements of a consequence only, the clock and chance everywhere but
 * in imports. The same words as names of variables, or of methods of Java, are none of them.
 */
final class WordChecks {

  /** Where a word is looked for. */
  private enum Where {
    CONDITIONS,
    CONSEQUENCES,
    OUTSIDE_OF_RULES,
    ALL_BUT_IMPORTS
  }

  private record Banned(FindingCode code, Where where, Pattern words, String instead) {

    Banned(FindingCode code, Where where, String words, String instead) {
      this(code, where, Pattern.compile(words), instead);
    }
  }

  private static final String WORD = "(?<![\\w$])";
  private static final String CALLED = "(?![\\w$])(?=\\s*\\()";
  private static final String OF_NOTHING = "(?<!\\.\\s{0,20})";
  private static final String CONCLUDE = "insertLogical( new Conclusion( …, drools.getRule() ) );";

  private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*import\\b[^;\\n]*");

  private static final List<Banned> BANNED =
      List.of(
          new Banned(
              FindingCode.NULL,
              Where.CONDITIONS,
              WORD + "null(?![\\w$])",
              "a fact or a constant; every field has a value"),
          new Banned(
              FindingCode.NULL,
              Where.CONDITIONS,
              "(?<=[\\w$)])!\\.(?=\\w)",
              "a dot only, since no field is null"),
          new Banned(
              FindingCode.UNKNOWN_VALUE,
              Where.CONDITIONS,
              WORD + "(?i:unknown|unspecified)(?![\\w$])",
              "the values that can be; the engine completes what is unknown"),
          new Banned(
              FindingCode.EVAL,
              Where.CONDITIONS,
              WORD + "eval" + CALLED,
              "the constraint in the pattern of the fact"),
          new Banned(
              FindingCode.ACCUMULATE,
              Where.CONDITIONS,
              WORD + "(?:accumulate|acc|groupby|collect)" + CALLED,
              "patterns on single facts; exists for at least one"),
          new Banned(
              FindingCode.GLOBAL,
              Where.OUTSIDE_OF_RULES,
              "(?m)(?<=^[ \\t]{0,80})global(?=\\s+[\\w.<>, ]+\\s\\w)",
              CONCLUDE),
          new Banned(
              FindingCode.CLOCK,
              Where.ALL_BUT_IMPORTS,
              WORD
                  + "(?:(?:now|currentTimeMillis|nanoTime|random\\w*)"
                  + CALLED
                  + "|(?<=::\\s{0,20})(?:now|currentTimeMillis|nanoTime|random\\w*)(?!\\w)"
                  + "|(?:Clock|Instant|Date|\\w*Calendar|System|\\w*Random)(?=\\s*(?:\\.|\\(|::)))",
              "a fact that the engine derives from the date of the assessment"),
          new Banned(
              FindingCode.NOT_LOGICAL,
              Where.CONSEQUENCES,
              WORD
                  + "(?:"
                  + OF_NOTHING
                  + "(?:insert|insertAsync|update|modify|delete|retract|halt)"
                  + CALLED
                  + "|kcontext(?!\\w)"
                  + "|drools(?!\\s*\\.\\s*(?:getRule|insertLogical)\\b)(?![\\w$])(?:\\.\\w+)?)",
              CONCLUDE));

  private WordChecks() {}

  /** Tells each kind once a line. */
  static void check(Pack pack) {
    for (DrlSource file : pack.files()) {
      for (Banned banned : BANNED) {
        int told = 0;
        for (Span span : spans(file, banned.where())) {
          Matcher word = banned.words().matcher(file.code()).region(span.from(), span.to());
          word.useTransparentBounds(true).useAnchoringBounds(false);
          while (word.find()) {
            int line = file.line(word.start());
            if (line != told && !isImported(file, banned, word.start())) {
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

  private static boolean isImported(DrlSource file, Banned banned, int at) {
    return banned.where() == Where.ALL_BUT_IMPORTS
        && IMPORT.matcher(file.code()).results().anyMatch(i -> i.start() <= at && at < i.end());
  }

  private static List<Span> spans(DrlSource file, Where where) {
    List<Span> spans = new ArrayList<>();
    int outside = 0;
    for (DrlRule rule : file.rules()) {
      int then = rule.then() < 0 ? rule.to() : rule.then();
      switch (where) {
        case CONDITIONS -> spans.add(new Span(rule.headTo(), then));
        case CONSEQUENCES -> spans.add(new Span(then, rule.to()));
        case OUTSIDE_OF_RULES -> spans.add(new Span(outside, rule.from()));
        case ALL_BUT_IMPORTS -> {}
      }
      outside = rule.to();
    }
    if (where == Where.OUTSIDE_OF_RULES) {
      spans.add(new Span(outside, file.code().length()));
    } else if (where == Where.ALL_BUT_IMPORTS) {
      spans.add(new Span(0, file.code().length()));
    }
    return spans;
  }
}
