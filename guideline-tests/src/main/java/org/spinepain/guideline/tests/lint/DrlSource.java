package org.spinepain.guideline.tests.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;

/**
 * A DRL file, cut into its rules before any parser sees it, so that a rule that cannot be parsed
 * does not hide the others.
 */
final class DrlSource {

  /** What stands alone in a file: a rule reaches to the next of these. */
  private static final Pattern UNIT =
      Pattern.compile(
          "(?m)^[ \\t]*(?:(rule)(?=\\s*[\"']|\\s+\\w+\\s*(?:@|when\\b|$))"
              + "|(?:query|function|declare|import|global|package)\\b)"
              + "|(?<![\\w$.])end\\b;?[ \\t]+(rule)(?=\\s*[\"'])");

  private final String name;
  private final String text;
  private final String code;
  private final List<DrlRule> rules = new ArrayList<>();
  private final Parsed outsideOfRules;

  /** What a parser made of a text: a package, or errors. */
  record Parsed(Optional<PackageDescr> descr, List<SyntaxError> errors) {}

  /** A stretch of the text. */
  record Span(int from, int to) {}

  /** An error of the parser. */
  record SyntaxError(int line, String message) {}

  DrlSource(String name, String text) {
    this.name = name;
    this.text = text;
    this.code = Masked.of(text);
    List<Span> spans = new ArrayList<>();
    int open = -1;
    Matcher unit = UNIT.matcher(code);
    while (unit.find()) {
      int head = unit.start(1) >= 0 ? unit.start(1) : unit.start(2);
      if (open >= 0) {
        spans.add(new Span(open, head >= 0 ? head : unit.start()));
      }
      open = head;
    }
    if (open >= 0) {
      spans.add(new Span(open, text.length()));
    }
    for (Span span : spans) {
      List<Span> others = spans.stream().filter(other -> !other.equals(span)).toList();
      rules.add(new DrlRule(this, span, blanked(others)));
    }
    this.outsideOfRules = parse(blanked(spans));
  }

  /** The file, relative to the folder of the rules. */
  String name() {
    return name;
  }

  /** The folder of the file; empty when it is in none. */
  String folder() {
    return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
  }

  String text() {
    return text;
  }

  /** The text with comments and what stands in quotes blanked; every character in its place. */
  String code() {
    return code;
  }

  List<DrlRule> rules() {
    return rules;
  }

  /** What stands outside of the rules: package, imports, functions. */
  Parsed outsideOfRules() {
    return outsideOfRules;
  }

  /** The file with these stretches blanked; every character in its place. */
  private String blanked(Collection<Span> spans) {
    StringBuilder rest = new StringBuilder(text);
    for (Span span : spans) {
      for (int i = span.from(); i < span.to(); i++) {
        if (rest.charAt(i) != '\n') {
          rest.setCharAt(i, ' ');
        }
      }
    }
    return rest.toString();
  }

  /** The file without its rules. */
  String textOutsideOfRules() {
    return blanked(rules.stream().map(DrlRule::span).toList());
  }

  static Parsed parse(String drl) {
    DrlParser parser = new DrlParser();
    try {
      PackageDescr descr = parser.parse(false, drl);
      List<SyntaxError> errors = new ArrayList<>();
      for (DroolsError error : parser.getErrors()) {
        int line = error.getLines().length == 0 ? 1 : error.getLines()[0];
        errors.add(new SyntaxError(line, error.getMessage()));
      }
      return new Parsed(
          errors.isEmpty() ? Optional.ofNullable(descr) : Optional.empty(), List.copyOf(errors));
    } catch (DroolsParserException | RuntimeException e) {
      return new Parsed(
          Optional.empty(), List.of(new SyntaxError(1, String.valueOf(e.getMessage()))));
    }
  }

  /** The line of a place, from 1. */
  int line(int at) {
    int line = 1;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The column of a place, from 1. */
  int column(int at) {
    return at - text.lastIndexOf('\n', at - 1);
  }

  /** The rule in which a place is, if it is in one. */
  Optional<DrlRule> ruleAt(int at) {
    return rules.stream().filter(rule -> rule.from() <= at && at < rule.to()).findFirst();
  }
}
