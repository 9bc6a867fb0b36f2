package org.spinepain.guideline.tests.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/**
 * A DRL file as Drools' parser reads it, with where everything stands in its text.
 *
 * @param file the file, relative to the folder of the rules
 * @param text its text
 * @param parsed what the parser made of it
 */
public record DrlText(String file, String text, PackageDescr parsed) {

  private static final java.util.regex.Pattern TEXT_OR_COMMENT =
      java.util.regex.Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|//.*|/\\*(?s:.*?)\\*/");

  /** The parser's place and words, without the Java exception that it may add. */
  private static final java.util.regex.Pattern PLACED =
      java.util.regex.Pattern.compile("Line (\\d+):\\d+ (.*?)(?:\\. Exception: .*)?$");

  private static final java.util.regex.Pattern WHEN =
      java.util.regex.Pattern.compile("^\\s*when\\b", java.util.regex.Pattern.MULTILINE);

  /** A stretch of the text. */
  public record Span(int from, int to) {}

  /**
   * A pattern of a condition.
   *
   * @param whole all of it, with its quantifier
   * @param quantifier {@code exists} or {@code not}; empty when there is none
   * @param core it without its quantifier
   * @param type the type of fact that it matches
   * @param binding what it is bound to, if anything
   * @param constraints its constraints
   */
  public record Pattern(
      Span whole,
      Optional<String> quantifier,
      Span core,
      String type,
      Optional<String> binding,
      List<Span> constraints) {}

  /**
   * Parses a file.
   *
   * @throws CompilationException when it is no DRL
   */
  public static DrlText of(String file, String text) {
    DrlParser parser = new DrlParser();
    try {
      PackageDescr parsed = parser.parse(false, text);
      if (parser.hasErrors()) {
        throw new CompilationException(refused(file, parser.getErrors().get(0).getMessage()));
      }
      return new DrlText(file, text, parsed);
    } catch (DroolsParserException e) {
      throw new CompilationException(file + ": " + e.getMessage());
    }
  }

  private static String refused(String file, String error) {
    String first = error.lines().findFirst().orElse("");
    Matcher placed = PLACED.matcher(first);
    return placed.find()
        ? file + ":" + placed.group(1) + ": " + placed.group(2)
        : file + ": " + first;
  }

  /** The rules, in the order of the file. */
  public List<RuleDescr> rules() {
    return parsed.getRules();
  }

  /** All of a rule, from its head to the end of the line of its end. */
  public Span span(RuleDescr rule) {
    int end = text.indexOf('\n', rule.getEndCharacter() - 1);
    return new Span(rule.getStartCharacter(), end < 0 ? text.length() : end);
  }

  /**
   * The head of a rule: what stands before its condition.
   *
   * @throws CompilationException when no line of the rule begins with {@code when}
   */
  public Span head(RuleDescr rule) {
    Span all = span(rule);
    Matcher when = WHEN.matcher(text).region(all.from(), all.to());
    if (!when.find()) {
      throw unknown(all.from(), "rules with a line that begins with when");
    }
    return new Span(all.from(), when.start());
  }

  private CompilationException unknown(int at, String known) {
    return new CompilationException(
        file + ":" + line(at) + ": this cannot be taken apart; known are " + known);
  }

  /** What stands outside of the rules: package, imports and functions, and comments. */
  public String outsideRules() {
    StringBuilder outside = new StringBuilder();
    int from = 0;
    for (RuleDescr rule : rules()) {
      outside.append(text, from, rule.getStartCharacter());
      from = span(rule).to();
    }
    return outside.append(text.substring(from)).toString();
  }

  /** The file with this rule and no other; every line stands where it did. */
  public String withOnly(RuleDescr kept) {
    StringBuilder only = new StringBuilder(text);
    for (RuleDescr rule : rules()) {
      Span span = span(rule);
      for (int i = span.from();
          i < span.to() && rule.getStartCharacter() != kept.getStartCharacter();
          i++) {
        if (text.charAt(i) != '\n') {
          only.setCharAt(i, ' ');
        }
      }
    }
    return only.toString();
  }

  /** What stands outside of the rules, but for comments and the white space between words. */
  public String declarations() {
    return TEXT_OR_COMMENT
        .matcher(outsideRules())
        .replaceAll(
            found -> found.group().startsWith("/") ? " " : Matcher.quoteReplacement(found.group()))
        .replaceAll("\\s+", " ")
        .strip();
  }

  /**
   * The consequence of a rule, without the white space around it.
   *
   * @throws CompilationException when it does not stand in the rule as the parser reads it
   */
  public Span consequence(RuleDescr rule) {
    String consequence = ((String) rule.getConsequence()).strip();
    int from = text.lastIndexOf(consequence, rule.getEndCharacter() - consequence.length());
    if (from < head(rule).to()) {
      throw unknown(rule.getStartCharacter(), "consequences that stand as they are read");
    }
    return new Span(from, from + consequence.length());
  }

  /** The body of a function, without the white space around it. */
  public Span body(FunctionDescr function) {
    String body = function.getBody().strip();
    int from = text.indexOf(body);
    return new Span(from, from + body.length());
  }

  /**
   * The patterns of a rule's condition.
   *
   * @throws CompilationException when there is anything else in it
   */
  public List<Pattern> patterns(RuleDescr rule) {
    List<Pattern> patterns = new ArrayList<>();
    collect(rule.getLhs(), patterns);
    return patterns;
  }

  private void collect(AndDescr and, List<Pattern> patterns) {
    for (BaseDescr element : and.getDescrs()) {
      if (element instanceof PatternDescr pattern) {
        patterns.add(pattern(pattern, pattern, Optional.empty()));
      } else if (element instanceof NotDescr not && only(not) instanceof PatternDescr pattern) {
        patterns.add(pattern(not, pattern, Optional.of("not")));
      } else if (element instanceof ExistsDescr exists
          && only(exists) instanceof PatternDescr pattern) {
        patterns.add(pattern(exists, pattern, Optional.of("exists")));
      } else {
        throw unknown(element.getStartCharacter(), "patterns, alone or after exists or not");
      }
    }
  }

  private static BaseDescr only(ConditionalElementDescr element) {
    return (BaseDescr) element.getDescrs().get(0);
  }

  private Pattern pattern(BaseDescr whole, PatternDescr core, Optional<String> quantifier) {
    List<Span> constraints = new ArrayList<>();
    for (BaseDescr constraint : core.getConstraint().getDescrs()) {
      if (constraint instanceof ExprConstraintDescr) {
        constraints.add(new Span(constraint.getStartCharacter(), constraint.getEndCharacter() + 1));
      }
    }
    return new Pattern(
        new Span(whole.getStartCharacter(), whole.getEndCharacter()),
        quantifier,
        new Span(core.getStartCharacter(), core.getEndCharacter()),
        core.getObjectType(),
        Optional.ofNullable(core.getIdentifier()),
        constraints);
  }

  public String of(Span span) {
    return text.substring(span.from(), span.to());
  }

  /** The line of a place, from 1. */
  public int line(int at) {
    return lineOf(text, at);
  }

  public static int lineOf(String text, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }
}
