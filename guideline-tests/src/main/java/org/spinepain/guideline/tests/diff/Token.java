package org.spinepain.guideline.tests.diff;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of an answer.
 *
 * @param shown what a person reads; never a figure that awaits its check
 * @param exact what is compared
 */
record Token(String shown, String exact) {

  /** What is said of a subject, as a person reads it. */
  static String joined(String subject, List<Token> tokens) {
    return tokens.stream().map(Token::shown).collect(Collectors.joining(", ", subject + ": ", ""));
  }

  static Token of(String text) {
    return new Token(text, text);
  }
}
