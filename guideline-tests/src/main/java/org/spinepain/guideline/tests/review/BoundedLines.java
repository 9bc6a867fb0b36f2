package org.spinepain.guideline.tests.review;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the lines of a stream, which end with {@code \n} or {@code \r\n}, and holds no more of a
 * line than is needed to tell that it is too long.
 */
public final class BoundedLines implements AutoCloseable {

  private final InputStream in;
  private final int longest;
  private int number;

  /**
   * @param longest how many bytes a line may have
   */
  public BoundedLines(InputStream in, int longest) {
    this.in = new BufferedInputStream(in);
    this.longest = longest;
  }

  /**
   * The bytes of the next line without its end: all of them, or more than a line may have when it
   * has more. Empty after the last line.
   */
  public Optional<byte[]> next() throws IOException {
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    number++;
    int held = longest + "\r".length() + 1;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() < held) {
        line.write(read);
      }
    }
    byte[] bytes = line.toByteArray();
    int last = bytes.length - 1;
    boolean whole = bytes.length < held;
    return Optional.of(
        whole && last >= 0 && bytes[last] == '\r' ? Arrays.copyOf(bytes, last) : bytes);
  }

  /** The number, from 1, of the line that was read last. */
  public int number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
