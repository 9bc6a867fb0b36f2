package org.spinepain.guideline.tests.diff;

/**
 * A piece of an answer.
 *
 * @param shown what a person reads; never a figure that awaits its check
 * @param exact what is compared
 */
record Token(String shown, String exact) {

  static Token of(String text) {
    return new Token(text, text);
  }
}
