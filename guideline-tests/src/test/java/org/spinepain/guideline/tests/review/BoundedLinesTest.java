package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLinesTest {

  /** How many bytes it reads at a time. */
  private static final int BUFFER = 65_536;

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

  /** The greatest length is that of the buffer, which ends within the line, its end or the next. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, BUFFER})
  void aLineIsTheSameHoweverManyBytesAReadGives(int most) throws IOException {
    for (int length = BUFFER - 3; length <= BUFFER + 2; length++) {
      for (String end : List.of("\n", "\r\n")) {
        String line = "x".repeat(length - 1) + "y";
        String shown = length + " bytes, then " + end.length();

        List<String> lines = lines(new FewAtATime(line + end + "two" + end + line, most), BUFFER);

        assertThat(lines).as(shown).hasSize(3);
        assertThat(lines.get(1)).as(shown).isEqualTo("two");
        for (String same : List.of(lines.get(0), lines.get(2))) {
          if (length <= BUFFER) {
            assertThat(same).as(shown).isEqualTo(line);
          } else {
            assertThat(same).as(shown).startsWith(line.substring(0, BUFFER + 1));
          }
        }
      }
    }
  }

  @Test
  @Timeout(30)
  void aLongLineInSmallPiecesTakesNoLongerForThat() throws IOException {
    String line = "x".repeat(1 << 20);

    assertThat(lines(new FewAtATime(line + "\n", 1), 1 << 20)).containsExactly(line);
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
    return lines(stream(text), longest);
  }

  private static List<String> lines(InputStream stream, int longest) throws IOException {
    List<String> all = new ArrayList<>();
    try (BoundedLines lines = new BoundedLines(stream, longest)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        all.add(new String(line.get(), UTF_8));
      }
    }
    return all;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** Gives no more than so many bytes at a read. */
  private static final class FewAtATime extends FilterInputStream {

    private final int most;

    FewAtATime(String text, int most) {
      super(stream(text));
      this.most = most;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return super.read(into, from, Math.min(length, most));
    }
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
