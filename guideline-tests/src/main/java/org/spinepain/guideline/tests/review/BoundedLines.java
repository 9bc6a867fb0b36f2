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
    int length = 0;
    boolean ended = false;
    while (!ended && fill()) {
      int stop = lineEnd();
      int more = Math.min(stop - next, held - length);
      line = withRoom(line, length + more, held);
      System.arraycopy(buffer, next, line, length, more);
      length += more;
      ended = stop < end;
      next = ended ? stop + 1 : stop;
    }
    boolean whole = length < held;
    if (whole && length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return Optional.of(length < line.length ? Arrays.copyOf(line, length) : line);
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

  /** The line, with room for so many bytes: no more at first, then twice as many each time. */
  private static byte[] withRoom(byte[] line, int bytes, int most) {
    return bytes <= line.length
        ? line
        : Arrays.copyOf(line, Math.max(bytes, Math.min(most, 2 * line.length)));
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
