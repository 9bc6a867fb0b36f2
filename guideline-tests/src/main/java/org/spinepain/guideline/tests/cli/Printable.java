package org.spinepain.guideline.tests.cli;

import org.spinepain.guideline.tests.review.VisibleText;

/** Text from outside made fit to be printed: on one line, and without a say over the terminal. */
final class Printable {

  private Printable() {}

  /** The text, with characters that are not seen escaped as {@code \}{@code u001b}. */
  static String of(String text) {
    return VisibleText.of(text);
  }
}
