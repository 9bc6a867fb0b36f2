package org.spinepain.guideline.tests.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.builder.Message;
import org.spinepain.guideline.engine.PackFiles;

/**
 * Tells in which file and line DRL does not compile. The compiler often does not say: of an
 * expression it knows the file only, and of Java the class that it generated. What it cannot place
 * is found by compiling each rule without the others.
 */
final class CompilationErrors {

  private static final Pattern EXPRESSION = Pattern.compile("Expression\\s+(.+?):?$");
  private static final Pattern OWN_PLACE = Pattern.compile("^\\[ERR \\d+] Line \\d+:\\d+ ");

  private CompilationErrors() {}

  /** What the compiler refused in these files. */
  static CompilationException of(SortedMap<String, String> drl, List<Message> errors) {
    List<String> told = placed(drl, errors);
    return new CompilationException(
        "the DRL does not compile: "
            + String.join("; ", told.isEmpty() ? inEachRule(drl, errors) : told));
  }

  /** Those that the compiler placed. */
  private static List<String> placed(SortedMap<String, String> drl, List<Message> errors) {
    return errors.stream()
        .filter(error -> error.getLine() > 0)
        .flatMap(
            error ->
                file(drl, error).stream()
                    .map(file -> file + ":" + error.getLine() + ": " + words(error)))
        .distinct()
        .toList();
  }

  private static Optional<String> file(SortedMap<String, String> drl, Message error) {
    String path = String.valueOf(error.getPath());
    return drl.keySet().stream()
        .filter(file -> path.endsWith(PackFiles.FOLDER + "/" + file))
        .findFirst();
  }

  private static List<String> inEachRule(SortedMap<String, String> drl, List<Message> errors) {
    List<String> told = new ArrayList<>();
    drl.forEach(
        (file, text) -> {
          if (!CompiledRules.errors(only(file, text)).isEmpty()) {
            told.addAll(inEachRule(file, text));
          }
        });
    return told.isEmpty() ? List.of(words(errors.get(0))) : told;
  }

  private static List<String> inEachRule(String file, String text) {
    try {
      return inEachRule(DrlText.of(file, text));
    } catch (CompilationException noDrl) {
      return List.of(noDrl.getMessage());
    }
  }

  private static List<String> inEachRule(DrlText file) {
    List<String> told = new ArrayList<>();
    for (RuleDescr rule : file.rules()) {
      List<Message> errors = CompiledRules.errors(only(file.file(), file.withOnly(rule)));
      if (!errors.isEmpty()) {
        told.add(
            file.file()
                + ":"
                + line(file, rule, words(errors.get(0)))
                + ": rule \""
                + rule.getName()
                + "\": "
                + words(errors.get(0)));
      }
    }
    return told.isEmpty() ? List.of(file.file() + ": its rules do not compile together") : told;
  }

  /** The line of what is quoted, when it stands in the rule; else that of the rule. */
  private static int line(DrlText file, RuleDescr rule, String words) {
    DrlText.Span span = file.span(rule);
    Matcher quoted = EXPRESSION.matcher(words);
    int at =
        quoted.find()
            ? file.of(span).indexOf(quoted.group(1), file.head(rule).to() - span.from())
            : -1;
    return file.line(span.from() + Math.max(0, at));
  }

  private static String words(Message error) {
    String first = String.valueOf(error.getText()).lines().findFirst().orElse("");
    return OWN_PLACE.matcher(first).replaceFirst("").strip();
  }

  private static SortedMap<String, String> only(String file, String text) {
    SortedMap<String, String> only = new TreeMap<>();
    only.put(file, text);
    return only;
  }
}
