package org.spinepain.guideline.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;

/** The text of a document before it is parsed. */
final class SourceText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What the quick decoder puts in place of what is not UTF-8; UTF-8 may say it as well. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final int CONTEXT = 40;

  private final String text;
  private final DocumentPath root;

  private SourceText(String text, DocumentPath root) {
    this.text = text;
    this.root = root;
  }

  /** Refuses what is too large, begins with a byte order mark or has characters that cannot be. */
  static SourceText of(String text, Syntax syntax, DocumentPath root) {
    SourceText source = new SourceText(text, root);
    if (text.length() > DocumentParser.LARGEST_DOCUMENT) {
      throw tooLarge(root, "characters");
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      throw source.refuse(Place.START, "a byte order mark", "text without a byte order mark");
    }
    for (int i = plainLength(text); i < text.length(); ) {
      int character = text.codePointAt(i);
      boolean surrogate = Character.getType(character) == Character.SURROGATE;
      if (surrogate || !syntax.isWritable(character)) {
        throw source.refuse(
            Place.after(text, i),
            Character.toString(character),
            surrogate ? "valid Unicode" : "text without control characters");
      }
      i += Character.charCount(character);
    }
    return source;
  }

  /** With how many characters the text begins that any document may have. */
  private static int plainLength(String text) {
    int length = 0;
    while (length < text.length() && isPlain(text.charAt(length))) {
      length++;
    }
    return length;
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c <= '~') || c == '\n';
  }

  /** Decodes UTF-8, and nothing that is almost UTF-8. */
  static String decode(byte[] bytes, DocumentPath root) {
    if (bytes.length > DocumentParser.LARGEST_DOCUMENT) {
      throw tooLarge(root, "bytes");
    }
    String quickly = new String(bytes, UTF_8);
    if (quickly.indexOf(REPLACEMENT) < 0) {
      return quickly;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = UTF_8.newDecoder().decode(in, out, true);
    String decoded = out.flip().toString();
    if (result.isError()) {
      throw new InvalidDocumentException(
          root.text(),
          String.format("the byte 0x%02X", bytes[in.position()]),
          "text in UTF-8",
          Place.after(decoded, decoded.length()));
    }
    return decoded;
  }

  private static InvalidDocumentException tooLarge(DocumentPath root, String unit) {
    return new InvalidDocumentException(
        root.text(),
        "more than " + DocumentParser.LARGEST_DOCUMENT + " " + unit,
        "a document of at most " + DocumentParser.LARGEST_DOCUMENT + " " + unit,
        Place.START);
  }

  String text() {
    return text;
  }

  /** A piece of the line around this place, to be shown. */
  String around(Place place) {
    String line = text.lines().skip(place.line() - 1L).findFirst().orElse("");
    int at = Math.min(line.length(), place.column() - 1);
    boolean ended = at == line.length() && text.lines().count() <= place.line();
    return ended ? "the end of the document" : line.substring(Math.max(0, at - CONTEXT));
  }

  InvalidDocumentException refuse(Place place, String found, String allowed) {
    return new InvalidDocumentException(root.text(), found, allowed, place);
  }
}
