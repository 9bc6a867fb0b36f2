package org.spinepain.guideline.tests.cli;

import java.util.List;

/**
 * Lays text out in lines that are no longer than a width, unless a single word is. Lines end with
 * {@code \n}.
 */
final class TextLayout {

  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";

  private final int width;
  private final boolean styled;
  private final StringBuilder laidOut = new StringBuilder();

  /**
   * @param width how many characters a line may have
   * @param styled whether a terminal shows the text, so that titles can be bold
   */
  TextLayout(int width, boolean styled) {
    this.width = width;
    this.styled = styled;
  }

  /** An empty line. */
  TextLayout blank() {
    laidOut.append('\n');
    return this;
  }

  /** A title, bold where that can be. */
  TextLayout title(String text) {
    lay("", "", text, styled);
    return this;
  }

  /** A paragraph that begins this far to the right. */
  TextLayout paragraph(int indent, String text) {
    String margin = " ".repeat(indent);
    lay(margin, margin, text, false);
    return this;
  }

  /** A line as it is, however long, that begins this far to the right. */
  TextLayout line(int indent, String text) {
    laidOut.append(" ".repeat(indent)).append(text).append('\n');
    return this;
  }

  /** A paragraph behind a mark, all its lines beginning to the right of the mark. */
  TextLayout item(int indent, String mark, String text) {
    String margin = " ".repeat(indent);
    lay(margin + mark + " ", margin + " ".repeat(mark.length() + 1), text, false);
    return this;
  }

  private void lay(String first, String margin, String text, boolean bold) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : List.of(text.strip().split("\\s+"))) {
      if (!empty && length(line) + 1 + length(word) > width) {
        end(line, bold);
        line = new StringBuilder(margin);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    end(line, bold);
  }

  private void end(StringBuilder line, boolean bold) {
    laidOut.append(bold ? BOLD : "").append(line).append(bold ? PLAIN : "").append('\n');
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  @Override
  public String toString() {
    return laidOut.toString();
  }
}
