package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReviewProgressTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Test
  void aTerminalIsShownHowFarItIsAndThenNothingWithColourOrWithout() {
    for (boolean styled : List.of(true, false)) {
      assertThat(shown(styled, OptionalInt.of(100), Optional.of(20_000L)))
          .contains("Reviewing  50% 3,000 referrals")
          .endsWith("\r\u001B[K");
    }
  }

  @Test
  void itTellsShareRateAndTheTimeThatTheRestTakesAsFast() {
    assertThat(line(0.25, Duration.ofSeconds(30), 100))
        .isEqualTo(
            "Reviewing  25% 3,000 referrals, 100/s, 1:30 min left ["
                + "=".repeat(11)
                + " ".repeat(34)
                + "]");
    assertThat(line(0.01, Duration.ofSeconds(100), 100)).contains(", 30/s, 165:00 min left [ ");
    assertThat(line(1, TEN_SECONDS, 100)).contains("100% 3,000 referrals, 300/s, 0:00 min left [=");
  }

  @Test
  void withinTheFirstSecondThereIsNoRateThatWouldSayNothing() {
    assertThat(line(1, Duration.ZERO, 60)).startsWith("Reviewing 100% 3,000 referrals [==");
    assertThat(line(0.5, Duration.ofMillis(999), 60))
        .startsWith("Reviewing  50% 3,000 referrals [");
    assertThat(line(0.5, Duration.ofSeconds(1), 60)).contains("3,000/s, 0:01 min left");
    assertThat(line(0, TEN_SECONDS, 60)).startsWith("Reviewing   0% 3,000 referrals, 300/s [ ");
  }

  @Test
  void aNarrowTerminalIsShownTheNumbersRatherThanTheBarAndNoneInPart() {
    String numbers = "Reviewing  50% 3,000 referrals, 300/s, 0:10 min left";

    assertThat(line(0.5, TEN_SECONDS, 60)).isEqualTo(numbers + " [==   ]");
    assertThat(line(0.5, TEN_SECONDS, 59)).isEqualTo(numbers);
    assertThat(line(0.5, TEN_SECONDS, 52)).isEqualTo(numbers);
    assertThat(line(0.5, TEN_SECONDS, 51)).isEqualTo("Reviewing  50% 3,000 referrals, 300/s");
    assertThat(line(0.5, TEN_SECONDS, 19)).isEqualTo("Reviewing  50%");
  }

  @Test
  void whereTheSizeIsNotKnownThereIsNoShare() {
    assertThat(ReviewProgress.line(OptionalDouble.empty(), 3_000, TEN_SECONDS, 100))
        .isEqualTo("Reviewing 3,000 referrals, 300/s");
    assertThat(shown(false, OptionalInt.of(100), Optional.empty()))
        .contains("Reviewing 3,000 referrals")
        .doesNotContain("%", "left", "[=");
  }

  @Test
  void anInterruptTakesOffTheTerminalWhatIsShownThereAndNothingElse() {
    assertThat(erasingWhileShownOn(OptionalInt.empty())).isEmpty();
    assertThat(erasingWhileShownOn(OptionalInt.of(100))).isEqualTo("\r\u001B[K");
    assertThat(ReviewProgress.erasing()).isEmpty();
  }

  @Test
  void elsewhereNothingIsWrittenAlsoWhereColourIsForced() {
    assertThat(shown(false, OptionalInt.empty(), Optional.of(20_000L))).isEmpty();
    assertThat(shown(true, OptionalInt.empty(), Optional.of(20_000L))).isEmpty();
  }

  private static String line(double share, Duration elapsed, int width) {
    return ReviewProgress.line(OptionalDouble.of(share), 3_000, elapsed, width);
  }

  private static String shown(boolean styled, OptionalInt errWidth, Optional<Long> size) {
    StringWriter err = new StringWriter();
    try (ReviewProgress progress = new ReviewProgress(shell(err, styled, errWidth), size)) {
      progress.at(10_000, 3_000);
    }
    return err.toString();
  }

  private static String erasingWhileShownOn(OptionalInt errWidth) {
    Shell shell = shell(Writer.nullWriter(), false, errWidth);
    try (ReviewProgress progress = new ReviewProgress(shell, Optional.empty())) {
      progress.at(10_000, 3_000);
      return ReviewProgress.erasing();
    }
  }

  private static Shell shell(Writer err, boolean styled, OptionalInt errWidth) {
    return new Shell(
        InputStream.nullInputStream(),
        Writer.nullWriter(),
        new PrintWriter(err, true),
        80,
        styled,
        () -> errWidth);
  }
}
