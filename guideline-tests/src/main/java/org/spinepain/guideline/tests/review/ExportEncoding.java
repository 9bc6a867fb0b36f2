package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Tells when an export is not in the encoding that its mapping states. */
final class ExportEncoding {

  /** What a decoder puts in the place of bytes that are none of its encoding. */
  static final String UNREADABLE = "\uFFFD";

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final char FIRST_LEAD = '\u00C2';
  private static final char LEAD_OF_THREE = '\u00E0';
  private static final char LEAD_OF_FOUR = '\u00F0';
  private static final char LAST_LEAD = '\u00F4';

  private final Charset stated;

  ExportEncoding(Charset stated) {
    this.stated = stated;
  }

  /**
   * What is allowed instead of a text that is in another encoding; empty when nothing tells that it
   * is. Every text is one of an encoding with a byte a character: there one with a well-formed
   * sequence of UTF-8 is taken for UTF-8.
   */
  Optional<String> allowedInsteadOf(String text) {
    if (text.contains(UNREADABLE)) {
      return Optional.of("text in " + stated.name());
    }
    return isUtf8(text)
        ? Optional.of("text in " + stated.name() + ", and no bytes that are a character in UTF-8")
        : Optional.empty();
  }

  /** What the first row tells of the encoding of the file; empty when nothing. */
  Optional<String> suspicion(List<String> header) {
    String first = header.get(0);
    if (header.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
      return Optional.of("it holds NUL bytes, so it is in UTF-16 and not in " + stated.name());
    }
    if (first.startsWith(new String(markInUtf8(), stated))
        || header.stream().anyMatch(this::isUtf8)) {
      return Optional.of("it is in UTF-8, the encoding of the mapping is " + stated.name());
    }
    return header.stream().anyMatch(name -> name.contains(UNREADABLE))
        ? Optional.of("it is not in " + stated.name() + ", the encoding of the mapping")
        : Optional.empty();
  }

  private static byte[] markInUtf8() {
    return String.valueOf(BYTE_ORDER_MARK).getBytes(UTF_8);
  }

  private boolean isUtf8(String text) {
    if (stated.equals(UTF_8)) {
      return false;
    }
    for (int i = 0; i < text.length() - 1; i++) {
      char lead = text.charAt(i);
      if (lead >= FIRST_LEAD && lead <= LAST_LEAD && text.charAt(i + 1) > '\u007F') {
        int end = i + (lead < LEAD_OF_THREE ? 2 : lead < LEAD_OF_FOUR ? 3 : 4);
        if (end <= text.length() && isCharacter(text.substring(i, end).getBytes(stated))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isCharacter(byte[] bytes) {
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true).isUnderflow();
  }
}
