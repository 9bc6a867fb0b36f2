package org.spinepain.guideline.tests.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * A DRL file as Drools' own parser reads it.
 *
 * @param name the file, relative to the folder of the rules
 * @param text its text
 * @param parsed what the parser made of it
 */
record DrlFile(String name, String text, PackageDescr parsed) {

  private static final Pattern NO_CODE =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|//.*|/\\*(?s:.*?)\\*/");

  static DrlFile of(String name, String text) {
    DrlParser parser = new DrlParser();
    try {
      PackageDescr parsed = parser.parse(false, text);
      if (parser.hasErrors()) {
        throw new IllegalArgumentException(name + ": " + parser.getErrors());
      }
      return new DrlFile(name, text, parsed);
    } catch (DroolsParserException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** The files of the guideline's pack. */
  static List<DrlFile> ofTheGuideline() {
    return PackSource.bundled().drl().entrySet().stream()
        .map(file -> of(file.getKey(), file.getValue()))
        .toList();
  }

  /** The rules, with the queries. */
  List<RuleDescr> rules() {
    return parsed.getRules();
  }

  /** The folder of the file. */
  String folder() {
    return name.substring(0, name.indexOf('/'));
  }

  /** Where this stands. */
  String place(BaseDescr descr) {
    return name + ":" + descr.getLine();
  }

  /** The text without comments and without what stands in quotes. */
  String code() {
    return NO_CODE
        .matcher(text)
        .replaceAll(
            found -> found.group().startsWith("/") ? " " : Matcher.quoteReplacement("\"\""));
  }

  /** The patterns of a rule, those under {@code not} and {@code exists} left out. */
  static List<PatternDescr> patternsThatHold(RuleDescr rule) {
    List<PatternDescr> patterns = new ArrayList<>();
    collect(rule.getLhs(), patterns, new ArrayList<>(), false);
    return patterns;
  }

  /** All patterns of a rule. */
  static List<PatternDescr> patterns(RuleDescr rule) {
    List<PatternDescr> patterns = new ArrayList<>();
    collect(rule.getLhs(), patterns, new ArrayList<>(), true);
    return patterns;
  }

  /** The types of what a rule concludes, by their simple names. */
  static Set<String> concluded(RuleDescr rule) {
    Set<String> types = new TreeSet<>();
    Matcher made =
        Pattern.compile("\\bnew (\\w+)\\s*\\(|\\b(\\w+)\\.behind\\s*\\(")
            .matcher(rule.getConsequence().toString());
    while (made.find()) {
      types.add(made.group(1) == null ? made.group(2) : made.group(1));
    }
    return types;
  }

  /** All conditions on the fields of facts in a rule. */
  static List<String> constraints(RuleDescr rule) {
    List<String> constraints = new ArrayList<>();
    collect(rule.getLhs(), new ArrayList<>(), constraints, true);
    return constraints;
  }

  private static void collect(
      Object descr, List<PatternDescr> patterns, List<String> constraints, boolean everywhere) {
    if (descr instanceof ExprConstraintDescr constraint) {
      constraints.add(constraint.getExpression());
    } else if (descr instanceof PatternDescr pattern) {
      patterns.add(pattern);
      collect(pattern.getConstraint(), patterns, constraints, everywhere);
    } else if (descr instanceof ConditionalElementDescr group
        && (everywhere || !(descr instanceof NotDescr || descr instanceof ExistsDescr))) {
      group.getDescrs().forEach(part -> collect(part, patterns, constraints, everywhere));
    }
  }
}
