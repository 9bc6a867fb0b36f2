package org.spinepain.guideline.model.json;

/** Text of a document made fit to be shown: short, on one line, without invisible characters. */
final class Shown {

  /** The most characters that are shown. */
  static final int LONGEST = 100;

  private static final String MORE = "…";

  private Shown() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      String next = isInvisible(character) ? escape(character) : Character.toString(character);
      i += Character.charCount(character);
      int room = LONGEST - shown.length() - (i < text.length() ? MORE.length() : 0);
      if (next.length() > room) {
        return shown.append(MORE).toString();
      }
      shown.append(next);
    }
    return shown.toString();
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String escape(int character) {
    return String.format(character > 0xFFFF ? "\\u{%x}" : "\\u%04x", character);
  }
}
