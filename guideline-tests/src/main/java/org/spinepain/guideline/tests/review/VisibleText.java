package org.spinepain.guideline.tests.review;

/** Text from outside made fit to be shown: on one line, and all of it seen. */
public final class VisibleText {

  private VisibleText() {}

  /** The text, with characters that are not seen escaped as {@code \}{@code u001b}. */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (isVisible(character)) {
                printable.appendCodePoint(character);
              } else {
                printable.append(
                    String.format(character > 0xFFFF ? "\\u{%x}" : "\\u%04x", character));
              }
            });
    return printable.toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
