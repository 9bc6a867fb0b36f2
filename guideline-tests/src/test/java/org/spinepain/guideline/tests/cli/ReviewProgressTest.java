package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReviewProgressTest {

  @Test
  void aTerminalIsShownShareRateAndTimeLeftWithColourOrWithout() {
    for (boolean styled : List.of(true, false)) {
      assertThat(shown(styled, OptionalInt.of(100), 20_000_000))
          .contains("Reviewing")
          .containsPattern(
              "100% \\[=+\\] 20/20 MB \\([\\d:]+ / [\\d:]+\\)  3,000 referrals, [\\d,]+/s");
    }
  }

  @Test
  void whatIsSmallIsToldInKilobytes() {
    assertThat(shown(false, OptionalInt.of(100), 20_000)).contains(" 20/20 kB ");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    assertThat(shown(false, OptionalInt.of(60), 20_000).split("\r"))
        .allMatch(line -> line.length() < 60);
  }

  @Test
  void elsewhereNothingIsWrittenAlsoWhereColourIsForced() {
    assertThat(shown(false, OptionalInt.empty(), 20_000)).isEmpty();
    assertThat(shown(true, OptionalInt.empty(), 20_000)).isEmpty();
  }

  private static String shown(boolean styled, OptionalInt errWidth, long size) {
    StringWriter err = new StringWriter();
    Shell shell =
        new Shell(
            InputStream.nullInputStream(),
            Writer.nullWriter(),
            new PrintWriter(err, true),
            80,
            styled,
            () -> errWidth);
    try (ReviewProgress progress = new ReviewProgress(shell, Optional.of(size))) {
      progress.at(size, 3_000);
    }
    return err.toString();
  }
}
