package org.spinepain.guideline.tests.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the lines of a stream, which end with {@code \n} or {@code \r\n}, and holds no more of a
 * line than is needed to tell that it is too long.
 */
public final class BoundedLines implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;
  private int number;

  /**
   * @param longest how many bytes a line may have
   */
  public BoundedLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * The bytes of the next line without its end: all of them, or more than a line may have when it
   * has more. Empty after the last line.
   */
  public Optional<byte[]> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    number++;
    int held = longest + "\r".length() + 1;
    byte[] line = new byte[0];
    boolean ended = false;
    while (!ended && fill()) {
      int stop = lineEnd();
      line = joined(line, Math.min(stop - next, held - line.length));
      ended = stop < end;
      next = ended ? stop + 1 : stop;
    }
    int last = line.length - 1;
    boolean whole = line.length < held;
    return Optional.of(whole && last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line);
  }

  /** Whether there are bytes to be read, for which it waits. */
  private boolean fill() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
    }
    return next < end;
  }

  /** Where in the buffer the line ends, or the buffer. */
  private int lineEnd() {
    int stop = next;
    while (stop < end && buffer[stop] != '\n') {
      stop++;
    }
    return stop;
  }

  /** The line, with so many bytes more of the buffer. */
  private byte[] joined(byte[] line, int more) {
    if (more == 0) {
      return line;
    }
    byte[] joined = Arrays.copyOf(line, line.length + more);
    System.arraycopy(buffer, next, joined, line.length, more);
    return joined;
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
