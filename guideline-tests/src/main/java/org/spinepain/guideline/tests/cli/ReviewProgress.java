package org.spinepain.guideline.tests.cli;

import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.spinepain.guideline.tests.review.ReviewRun;

/** Shows on a terminal how far a review is: its share, rate and time left; elsewhere nothing. */
final class ReviewProgress implements ReviewRun.Progress, AutoCloseable {

  private static final long MEGABYTE = 1_000_000;
  private static final String ERASE = "\r\u001B[K";

  private final Optional<ProgressBar> bar;
  private final Shell shell;
  private final long start = System.nanoTime();

  /**
   * @param size how many bytes there are, if that is known
   */
  ReviewProgress(Shell shell, Optional<Long> size) {
    this.shell = shell;
    this.bar =
        shell.terminal()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName("Reviewing")
                    .setInitialMax(size.orElse(-1L))
                    .setUnit(" MB", MEGABYTE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(
                        new DelegatingProgressBarConsumer(
                            line -> print("\r" + line), shell.width() - 1))
                    .build())
            : Optional.empty();
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
