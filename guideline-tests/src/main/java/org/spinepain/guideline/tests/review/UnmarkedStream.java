package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** A stream without the byte order mark of UTF-8 that an editor may have put before it. */
final class UnmarkedStream extends PushbackInputStream {

  private static final byte[] MARK = "\uFEFF".getBytes(UTF_8);

  UnmarkedStream(InputStream in) throws IOException {
    super(in, MARK.length);
    byte[] first = in.readNBytes(MARK.length);
    if (!Arrays.equals(first, MARK)) {
      unread(first);
    }
  }
}
