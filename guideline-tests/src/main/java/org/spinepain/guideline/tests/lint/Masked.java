package org.spinepain.guideline.tests.lint;

/** Blanks comments and what stands in quotes, so that what is left is code. */
final class Masked {

  private final String text;
  private final StringBuilder code;
  private int at;

  private Masked(String text) {
    this.text = text;
    this.code = new StringBuilder(text);
  }

  /** The code of a text, with every character in its place; quotes and line ends stay. */
  static String of(String text) {
    return new Masked(text).code();
  }

  private String code() {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        blankTo(end < 0 ? text.length() : end);
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        blankTo(end < 0 ? text.length() : end + 2);
      } else if (text.startsWith("\"\"\"", at)) {
        int end = text.indexOf("\"\"\"", at + 3);
        at += 3;
        blankTo(end < 0 ? text.length() : end);
        at = Math.min(at + 3, text.length());
      } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
        quoted(text.charAt(at));
      } else {
        at++;
      }
    }
    return code.toString();
  }

  private void quoted(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    at++;
    blankTo(Math.min(end, text.length()));
    if (at < text.length() && text.charAt(at) == quote) {
      at++;
    }
  }

  private void blankTo(int end) {
    for (; at < end; at++) {
      if (text.charAt(at) != '\n') {
        code.setCharAt(at, ' ');
      }
    }
  }
}
