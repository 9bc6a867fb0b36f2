package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReviewProgressTest {

  @Test
  void aTerminalIsShownShareRateAndTimeLeftWithColourOrWithout() {
    for (boolean styled : List.of(true, false)) {
      assertThat(shown(styled, OptionalInt.of(100), 1))
          .containsPattern("Reviewing 100% 3,000 referrals, [\\d,]+/s, 0:00 min left \\[=+\\]");
      assertThat(shown(styled, OptionalInt.of(100), 0.5))
          .containsPattern("Reviewing  50% 3,000 referrals, [\\d,]+/s, 0:00 min left \\[=+ +\\]");
    }
  }

  @Test
  void theTimeLeftIsThatOfTheRestAsFastAsTheShareThatIsDone() {
    assertThat(ReviewProgress.left(Duration.ofSeconds(30), 0.25)).isEqualTo(", 1:30 min left");
    assertThat(ReviewProgress.left(Duration.ofSeconds(100), 0.01)).isEqualTo(", 165:00 min left");
    assertThat(ReviewProgress.left(Duration.ofSeconds(7), 1)).isEqualTo(", 0:00 min left");
  }

  @Test
  void aNarrowTerminalIsShownTheNumbersRatherThanTheBar() {
    String shown = shown(false, OptionalInt.of(60), 1);

    assertThat(shown).contains("/s, 0:00 min left").doesNotContain("[=");
    assertThat(shown.replace("\u001B[K", "").split("\r", -1)).allMatch(line -> line.length() < 60);
  }

  @Test
  void whereTheSizeIsNotKnownThereIsNoShare() {
    assertThat(shown(false, OptionalInt.of(100), Optional.empty(), 1))
        .contains("Reviewing 3,000 referrals, ")
        .doesNotContain("%", "left", "[=");
  }

  @Test
  void elsewhereNothingIsWrittenAlsoWhereColourIsForced() {
    assertThat(shown(false, OptionalInt.empty(), 1)).isEmpty();
    assertThat(shown(true, OptionalInt.empty(), 1)).isEmpty();
  }

  private static String shown(boolean styled, OptionalInt errWidth, double share) {
    return shown(styled, errWidth, Optional.of(20_000L), share);
  }

  private static String shown(
      boolean styled, OptionalInt errWidth, Optional<Long> size, double share) {
    StringWriter err = new StringWriter();
    Shell shell =
        new Shell(
            InputStream.nullInputStream(),
            Writer.nullWriter(),
            new PrintWriter(err, true),
            80,
            styled,
            () -> errWidth);
    try (ReviewProgress progress = new ReviewProgress(shell, size)) {
      progress.at((long) (share * size.orElse(0L)), 3_000);
    }
    return err.toString();
  }
}
