package org.spinepain.guideline.tests.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** A rule as it stands in its file, whether or not it can be parsed. */
final class DrlRule {

  private static final Pattern NAME =
      Pattern.compile("rule\\s*(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|(\\w+))");
  private static final Pattern ANNOTATION = Pattern.compile("@\\s*(\\w+)");
  private static final Pattern VALUE = Pattern.compile("\\G\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");

  private final DrlSource file;
  private final String alone;
  private final int from;
  private final int to;
  private final String name;
  private final int when;
  private final int then;
  private final int end;
  private final DrlSource.Parsed parsed;

  /** An annotation, what it says if that is one text, and where it stands. */
  record Annotation(String name, Optional<String> value, int at) {}

  /**
   * A rule.
   *
   * @param alone the file with all other rules blanked
   */
  DrlRule(DrlSource file, DrlSource.Span span, String alone) {
    this.file = file;
    this.alone = alone;
    this.from = span.from();
    this.to = span.to();
    Matcher head = NAME.matcher(file.text()).region(from, to);
    if (head.lookingAt()) {
      this.name = head.group(1) != null ? head.group(1) : head.group(head.group(2) != null ? 2 : 3);
    } else {
      this.name = "";
    }
    this.when = word("when", head.lookingAt() ? head.end() : from);
    this.then = word("then", Math.max(when, from));
    int last = then < 0 ? -1 : word("end", then);
    int next = last;
    while (next >= 0) {
      last = next;
      next = word("end", last + 1);
    }
    this.end = last;
    this.parsed = DrlSource.parse(alone);
  }

  private int word(String word, int start) {
    Matcher found =
        Pattern.compile("(?<![\\w$.])" + word + "(?![\\w$(])")
            .matcher(file.code())
            .region(start, to)
            .useTransparentBounds(true);
    return found.find() ? found.start() : -1;
  }

  DrlSource file() {
    return file;
  }

  DrlSource.Span span() {
    return new DrlSource.Span(from, to);
  }

  /** The file with all other rules blanked. */
  String alone() {
    return alone;
  }

  /** Its name, in whatever quotes. */
  String name() {
    return name;
  }

  /** Where it starts. */
  int from() {
    return from;
  }

  /** Where the next thing starts. */
  int to() {
    return to;
  }

  /** Where its {@code when} stands; -1 when it has none. */
  int when() {
    return when;
  }

  /** Where its {@code then} stands; -1 when it has none. */
  int then() {
    return then;
  }

  /** Where its {@code end} stands; -1 when it has none. */
  int end() {
    return end;
  }

  /** The line of its head. */
  int line() {
    return file.line(from);
  }

  /** Whether {@code end} is the last that stands in it. */
  boolean isEnded() {
    return end >= 0;
  }

  /** Where its consequence starts. */
  int consequenceFrom() {
    return then + "then".length();
  }

  /** Its consequence. */
  String consequence() {
    return then < 0 || end < 0 ? "" : file.text().substring(consequenceFrom(), end);
  }

  /** Where what stands before the condition ends. */
  int headTo() {
    return when >= 0 ? when : then >= 0 ? then : to;
  }

  /** The annotations of its head. */
  List<Annotation> annotations(String wanted) {
    List<Annotation> annotations = new ArrayList<>();
    Matcher annotation = ANNOTATION.matcher(file.code()).region(from, headTo());
    while (annotation.find()) {
      if (annotation.group(1).equals(wanted)) {
        Matcher value = VALUE.matcher(file.text()).region(annotation.end(), headTo());
        annotations.add(
            new Annotation(
                wanted,
                value.find() ? Optional.of(value.group(1)) : Optional.empty(),
                annotation.start()));
      }
    }
    return annotations;
  }

  /** What its first annotation of a name says; empty when there is none. */
  Optional<String> annotation(String wanted) {
    return annotations(wanted).stream().findFirst().flatMap(Annotation::value);
  }

  /** The errors of the parser in this rule. */
  List<DrlSource.SyntaxError> errors() {
    int first = line();
    return parsed.errors().stream().filter(error -> error.line() >= first).toList();
  }

  /** What the parser made of it; empty when it could not. */
  Optional<RuleDescr> descr() {
    return parsed.descr().stream()
        .flatMap(descr -> descr.getRules().stream())
        .filter(rule -> !(rule instanceof QueryDescr))
        .findFirst();
  }
}
