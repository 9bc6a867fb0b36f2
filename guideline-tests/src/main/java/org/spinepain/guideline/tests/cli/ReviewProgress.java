package org.spinepain.guideline.tests.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.spinepain.guideline.tests.review.ReviewRun;

/** Shows on a terminal how far a review is: its share, rate and time left; elsewhere nothing. */
final class ReviewProgress implements ReviewRun.Progress, AutoCloseable {

  private static final long KILOBYTE = 1_000;
  private static final long MEGABYTE = 1_000_000;

  /** The least size that is told in megabytes. */
  private static final long LARGE = 10 * MEGABYTE;

  private static final String ERASE = "\r\u001B[K";

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
    boolean small = size >= 0 && size < LARGE;
    return new ProgressBarBuilder()
        .setTaskName("Reviewing")
        .setInitialMax(size)
        .setUnit(small ? " kB" : " MB", small ? KILOBYTE : MEGABYTE)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new DelegatingProgressBarConsumer(line -> print("\r" + line), width - 1))
        .build();
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
