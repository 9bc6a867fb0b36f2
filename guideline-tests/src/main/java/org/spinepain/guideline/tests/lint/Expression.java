package org.spinepain.guideline.tests.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The comparisons in a constraint of a pattern. What it does not know, it passes over. */
final class Expression {

  private static final Set<String> COMPARATORS = Set.of("==", "!=", "<", ">", "<=", ">=");
  private static final Set<String> WORDS =
      Set.of("matches", "contains", "memberOf", "excludes", "soundslike", "startsWith");
  private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||", ":=", "->");

  private final String text;
  private final int offset;
  private final List<Term> terms = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();

  /** What a term is. */
  enum Kind {
    /** A name, or several with dots, with the arguments of calls. */
    PATH,
    /** A text in quotes. */
    TEXT,
    /** A number. */
    NUMBER,
    /** Anything else. */
    SIGN
  }

  /** A term, and where it stands in the file. */
  record Term(Kind kind, String text, int at) {

    boolean is(String sign) {
      return text.equals(sign) && kind != Kind.TEXT;
    }

    /** A text without its quotes. */
    String content() {
      return text.substring(1, text.length() - 1);
    }
  }

  /**
   * A comparison, or a term that stands alone as a condition.
   *
   * @param left what is compared
   * @param operator by what; empty for a term that stands alone
   * @param right with what
   * @param isNegated whether the whole is negated, by {@code !} before it or around it
   */
  record Comparison(Term left, String operator, List<Term> right, boolean isNegated) {

    boolean isNegative() {
      return isNegated ^ (operator.equals("!=") || operator.startsWith("not "));
    }
  }

  private Expression(String text, int offset) {
    this.text = text;
    this.offset = offset;
    readTerms();
    readComparisons();
  }

  /**
   * The comparisons in a constraint.
   *
   * @param offset where the constraint stands in its file
   */
  static List<Comparison> comparisons(String text, int offset) {
    return new Expression(text, offset).comparisons;
  }

  private void readTerms() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int from = at;
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        continue;
      }
      if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at);
        at = end < 0 ? text.length() : end + 2;
        continue;
      }
      if (c == '"' || c == '\'') {
        at = afterQuote(at);
        add(Kind.TEXT, from, at);
      } else if (Character.isDigit(c)) {
        while (at < text.length() && (isName(text.charAt(at)) || text.charAt(at) == '.')) {
          at++;
        }
        add(Kind.NUMBER, from, at);
      } else if (Character.isJavaIdentifierStart(c)) {
        at = afterPath(at);
        add(Kind.PATH, from, at);
      } else {
        int length = SIGNS.stream().anyMatch(sign -> text.startsWith(sign, from)) ? 2 : 1;
        at += length;
        add(Kind.SIGN, from, at);
      }
    }
  }

  private void add(Kind kind, int from, int to) {
    terms.add(new Term(kind, text.substring(from, to), offset + from));
  }

  private int afterQuote(int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != text.charAt(from)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  private int afterPath(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean goesOn =
          isName(c)
              || ((c == '.' || c == '#') && at + 1 < text.length() && isName(text.charAt(at + 1)));
      if (goesOn) {
        at++;
      } else if (text.startsWith("!.", at)) {
        at += 2;
      } else if ((c == '(' || c == '[') && !isWord(text.substring(from, at))) {
        at = afterBrackets(at);
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isWord(String word) {
    return WORDS.contains(word) || word.equals("in") || word.equals("not");
  }

  private int afterBrackets(int from) {
    int depth = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = afterQuote(at);
        continue;
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      at++;
      if (depth == 0) {
        break;
      }
    }
    return at;
  }

  private static boolean isName(char c) {
    return Character.isJavaIdentifierPart(c);
  }

  private Term at(int i) {
    return i < terms.size() ? terms.get(i) : new Term(Kind.SIGN, "", offset + text.length());
  }

  private void readComparisons() {
    Deque<Boolean> negations = new ArrayDeque<>(List.of(false));
    boolean negated = false;
    int i = 0;
    while (i < terms.size()) {
      Term term = terms.get(i);
      if (term.is("!")) {
        negated = !negated;
        i++;
      } else if (term.is("(")) {
        negations.push(negations.element() ^ negated);
        negated = false;
        i++;
      } else if (term.is(")")) {
        if (negations.size() > 1) {
          negations.pop();
        }
        i++;
      } else if (term.kind() == Kind.SIGN) {
        i++;
      } else if (at(i + 1).is(":") || at(i + 1).is(":=")) {
        i += 2;
      } else {
        i = readComparison(i, negations.element() ^ negated);
        negated = false;
      }
    }
  }

  private int readComparison(int first, boolean negated) {
    Term left = terms.get(first);
    int i = first + 1;
    boolean isNot = at(i).is("not");
    Term operator = at(isNot ? i + 1 : i);
    String word = (isNot ? "not " : "") + operator.text();
    if (operator.is("in")) {
      List<Term> values = new ArrayList<>();
      i += isNot ? 3 : 2;
      while (i < terms.size() && !at(i).is(")")) {
        if (at(i).kind() != Kind.SIGN) {
          values.add(at(i));
        }
        i++;
      }
      comparisons.add(new Comparison(left, word, values, negated));
      return i + 1;
    }
    boolean compares =
        (!isNot && COMPARATORS.contains(operator.text()) && operator.kind() == Kind.SIGN)
            || WORDS.contains(operator.text())
            || operator.text().startsWith("str[");
    if (!compares) {
      comparisons.add(new Comparison(left, "", List.of(), negated));
      return i;
    }
    i += isNot ? 2 : 1;
    i = value(left, word, i, negated);
    while ((at(i).is("||") || at(i).is("&&")) && COMPARATORS.contains(at(i + 1).text())) {
      i = value(left, at(i + 1).text(), i + 2, negated);
    }
    return i;
  }

  private int value(Term left, String operator, int from, boolean negated) {
    int i = from;
    while (at(i).is("-") || at(i).is("!") || at(i).is("(")) {
      i++;
    }
    comparisons.add(
        new Comparison(
            left, operator, at(i).kind() == Kind.SIGN ? List.of() : List.of(at(i)), negated));
    return i + 1;
  }
}
