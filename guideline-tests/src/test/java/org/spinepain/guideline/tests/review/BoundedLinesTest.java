package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

  @Test
  void aLineEndsWithALineFeed() throws IOException {
    assertThat(lines("one\ntwo\n", 10)).containsExactly("one", "two");
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertThat(lines("one\ntwo", 10)).containsExactly("one", "two");
  }

  @Test
  void aCarriageReturnBeforeTheEndIsNotPartOfTheLine() throws IOException {
    assertThat(lines("one\r\ntwo\r\n\r\nthree\r", 10)).containsExactly("one", "two", "", "three");
  }

  @Test
  void aCarriageReturnWithinALineStaysInIt() throws IOException {
    assertThat(lines("one\rtwo\n", 10)).containsExactly("one\rtwo");
  }

  @Test
  void anEmptyLineIsALine() throws IOException {
    assertThat(lines("\n\none\n", 10)).containsExactly("", "", "one");
  }

  @Test
  void nothingHasNoLine() throws IOException {
    assertThat(lines("", 10)).isEmpty();
  }

  @Test
  void aLineOfTheGreatestLengthIsWhole() throws IOException {
    assertThat(lines("12345\n12345\r\n12345", 5)).containsExactly("12345", "12345", "12345");
  }

  @Test
  void aLongerLineIsSeenToBeLongerAndTheNextOneIsRead() throws IOException {
    List<String> lines = lines("1234567890\none\n123456\r\ntwo\n", 5);

    assertThat(lines).element(0).asString().hasSizeGreaterThan(5);
    assertThat(lines).element(2).asString().hasSizeGreaterThan(5);
    assertThat(lines).element(1).isEqualTo("one");
    assertThat(lines).element(3).isEqualTo("two");
  }

  @Test
  void aLineThatDoesNotEndIsNotHeld() throws IOException {
    try (BoundedLines lines = new BoundedLines(new ManyBytes(64 << 20), 5)) {
      Optional<byte[]> line = lines.next();

      assertThat(line).hasValueSatisfying(held -> assertThat(held).hasSizeBetween(6, 7));
      assertThat(lines.next()).isEmpty();
    }
  }

  @Test
  void linesAreNumberedFromOne() throws IOException {
    try (BoundedLines lines = new BoundedLines(stream("one\n\ntwo"), 10)) {
      List<Integer> numbers = new ArrayList<>();
      while (lines.next().isPresent()) {
        numbers.add(lines.number());
      }
      assertThat(numbers).containsExactly(1, 2, 3);
    }
  }

  private static List<String> lines(String text, int longest) throws IOException {
    List<String> all = new ArrayList<>();
    try (BoundedLines lines = new BoundedLines(stream(text), longest)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        all.add(new String(line.get(), UTF_8));
      }
    }
    return all;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** So many bytes without a line end. */
  private static final class ManyBytes extends InputStream {

    private int left;

    ManyBytes(int number) {
      this.left = number;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int number = Math.min(left, length);
      Arrays.fill(buffer, offset, offset + number, (byte) 'x');
      left -= number;
      return number == 0 ? -1 : number;
    }
  }
}
