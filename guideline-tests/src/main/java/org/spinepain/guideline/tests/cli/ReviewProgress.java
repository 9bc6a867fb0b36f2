package org.spinepain.guideline.tests.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.spinepain.guideline.tests.review.ReviewRun;

/** Shows on a terminal how far a review is: its share, rate and time left; elsewhere nothing. */
final class ReviewProgress implements ReviewRun.Progress, AutoCloseable {

  /** Takes what is shown off the terminal. */
  static final String ERASE = "\r\u001B[K";

  /** With less room the bar is left out rather than the numbers. */
  private static final int SHORTEST_BAR = 5;

  private final Optional<ProgressBar> bar;
  private final Shell shell;
  private final long start = System.nanoTime();

  /**
   * @param size how many bytes there are, if that is known
   */
  ReviewProgress(Shell shell, Optional<Long> size) {
    this.shell = shell;
    OptionalInt width = shell.errWidth().get();
    this.bar =
        width.isPresent() ? Optional.of(bar(size.orElse(-1L), width.getAsInt())) : Optional.empty();
  }

  private ProgressBar bar(long size, int width) {
    return new ProgressBarBuilder()
        .setInitialMax(size)
        .setRenderer(ReviewProgress::line)
        .setConsumer(new DelegatingProgressBarConsumer(line -> print(ERASE + line), width - 1))
        .build();
  }

  private static String line(ProgressState state, int width) {
    double share = state.getNormalizedProgress();
    String referrals = state.getExtraMessage();
    String numbers =
        state.isIndefinite() || share == 0
            ? "Reviewing" + referrals
            : String.format(Locale.ROOT, "Reviewing %3.0f%%", 100 * share)
                + referrals
                + left(state.getTotalElapsed(), share);
    int room = width - numbers.length() - " []".length();
    if (state.isIndefinite() || room < SHORTEST_BAR) {
      return numbers.substring(0, Math.min(numbers.length(), width));
    }
    int done = (int) (room * share);
    return numbers + " [" + "=".repeat(done) + " ".repeat(room - done) + "]";
  }

  /** The time left when the rest goes as fast as this share did. */
  static String left(Duration elapsed, double share) {
    long seconds = Math.round(elapsed.toMillis() / 1e3 / share * (1 - share));
    return String.format(Locale.ROOT, ", %d:%02d min left", seconds / 60, seconds % 60);
  }

  @Override
  public void at(long bytes, long records) {
    bar.ifPresent(
        shown -> {
          double seconds = (System.nanoTime() - start) / 1e9;
          shown.stepTo(bytes);
          shown.setExtraMessage(
              String.format(Locale.ROOT, " %,d referrals, %,.0f/s", records, records / seconds));
        });
  }

  /** Takes the bar off the terminal. */
  @Override
  public void close() {
    bar.ifPresent(
        shown -> {
          shown.close();
          print(ERASE);
        });
  }

  private void print(String text) {
    shell.err().print(text);
    shell.err().flush();
  }
}
