package org.spinepain.guideline.tests.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;

/** What stands between two bars of a table, codes in backticks. */
record Cell(String table, int line, String column, String text) {

  private static final Pattern CODE = Pattern.compile("`([a-z0-9.-]+)`");

  boolean isNone() {
    return text.equals("-");
  }

  /** A code that this cell introduces. */
  String code() {
    return code(text).orElseThrow(() -> refused("a code in backticks"));
  }

  /** One of {@code allowed}. */
  String oneOf(Collection<String> allowed) {
    return code(text).filter(allowed::contains).orElseThrow(() -> refused(listed(allowed)));
  }

  /** One or more of {@code allowed}, none of them twice. */
  List<String> someOf(Collection<String> allowed) {
    return codes(allowed::contains, "one or more, none twice, of " + listed(allowed));
  }

  /** One or more codes that this cell introduces, none of them twice. */
  List<String> codes() {
    return codes(code -> true, "one or more codes in backticks, none twice");
  }

  private List<String> codes(Predicate<String> allowed, String words) {
    List<String> codes = new ArrayList<>();
    for (String item : text.split(", ", -1)) {
      codes.add(code(item).filter(allowed).orElseThrow(() -> refused(words)));
    }
    if (new HashSet<>(codes).size() < codes.size()) {
      throw refused(words);
    }
    return List.copyOf(codes);
  }

  <E extends Enum<E> & Coded> E constant(Class<E> type) {
    return Coded.of(type, oneOf(Coded.codes(type))).orElseThrow();
  }

  <E extends Enum<E> & Coded> List<E> constants(Class<E> type) {
    return someOf(Coded.codes(type)).stream()
        .map(code -> Coded.of(type, code).orElseThrow())
        .toList();
  }

  /** That this cell says this of {@code code}; refused unless it holds a constant. */
  <E extends Enum<E> & Coded> TableStatement statement(String code, Class<E> type) {
    return new TableStatement(table, code, column, constant(type));
  }

  /** The same, or nothing for -. */
  <E extends Enum<E> & Coded> Stream<TableStatement> statementOrNone(String code, Class<E> type) {
    return isNone() ? Stream.empty() : Stream.of(statement(code, type));
  }

  InvalidDecisionTableException refused(String allowed) {
    String place = "%s, column \"%s\"".formatted(table, column);
    return new InvalidDecisionTableException(line, place, text, allowed);
  }

  /** The code that stands, in backticks, in {@code item}. */
  static Optional<String> code(String item) {
    Matcher matcher = CODE.matcher(item);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Codes as messages list them. */
  static String listed(Collection<String> codes) {
    return "`" + String.join("`, `", codes) + "`";
  }
}
