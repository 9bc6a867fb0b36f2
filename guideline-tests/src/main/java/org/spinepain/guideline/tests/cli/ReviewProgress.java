package org.spinepain.guideline.tests.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.spinepain.guideline.tests.review.ReviewRun;

/** Shows on a terminal how far a review is: its share, rate and time left; elsewhere nothing. */
final class ReviewProgress implements ReviewRun.Progress, AutoCloseable {

  /** With less room the bar is left out rather than the numbers. */
  private static final int SHORTEST_BAR = 5;

  /** Before this there is neither a rate nor a time left: they would say nothing. */
  private static final Duration FIRST_RATE = Duration.ofSeconds(1);

  private static final String ERASE = "\r\u001B[K";

  private static final Set<ReviewProgress> SHOWN = ConcurrentHashMap.newKeySet();

  private final Optional<ProgressBar> bar;
  private final Shell shell;
  private volatile long records;

  /**
   * @param size how many bytes there are, if that is known
   */
  ReviewProgress(Shell shell, Optional<Long> size) {
    this.shell = shell;
    OptionalInt width = shell.errWidth().get();
    this.bar =
        width.isPresent() ? Optional.of(bar(size.orElse(-1L), width.getAsInt())) : Optional.empty();
    if (bar.isPresent()) {
      SHOWN.add(this);
    }
  }

  private ProgressBar bar(long size, int width) {
    return new ProgressBarBuilder()
        .setInitialMax(size)
        .setRenderer(this::line)
        .setConsumer(new DelegatingProgressBarConsumer(line -> print(ERASE + line), width - 1))
        .build();
  }

  private String line(ProgressState state, int width) {
    OptionalDouble share =
        state.isIndefinite()
            ? OptionalDouble.empty()
            : OptionalDouble.of(state.getNormalizedProgress());
    return line(share, records, state.getTotalElapsed(), width);
  }

  /**
   * What is shown. Where not all fits, the bar is left out, then numbers from the last on.
   *
   * @param share how much is done, from 0 to 1; none where it is not known
   * @param records how many records were read
   * @param width how many characters fit
   */
  static String line(OptionalDouble share, long records, Duration elapsed, int width) {
    double done = share.orElse(0);
    double seconds = elapsed.toMillis() / 1e3;
    boolean hasRate = elapsed.compareTo(FIRST_RATE) >= 0;
    StringBuilder line = new StringBuilder();
    for (String numbers :
        List.of(
            "Reviewing",
            share.isPresent() ? formatted(" %3.0f%%", 100 * done) : "",
            formatted(" %,d referrals", records),
            hasRate ? formatted(", %,.0f/s", records / seconds) : "",
            hasRate && done > 0 ? left(Math.round(seconds / done * (1 - done))) : "")) {
      if (line.length() + numbers.length() > width) {
        return line.toString();
      }
      line.append(numbers);
    }
    int room = width - line.length() - " []".length();
    if (share.isPresent() && room >= SHORTEST_BAR) {
      int filled = (int) (room * done);
      line.append(" [").append("=".repeat(filled)).append(" ".repeat(room - filled)).append(']');
    }
    return line.toString();
  }

  private static String left(long seconds) {
    return formatted(", %d:%02d min left", seconds / 60, seconds % 60);
  }

  private static String formatted(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Override
  public void at(long bytes, long read) {
    bar.ifPresent(
        shown -> {
          records = read;
          shown.stepTo(bytes);
        });
  }

  /** Takes the bar off the terminal. */
  @Override
  public void close() {
    bar.ifPresent(
        shown -> {
          shown.close();
          SHOWN.remove(this);
          print(ERASE);
        });
  }

  /** What takes off the terminal whatever is shown there. */
  static String erasing() {
    return SHOWN.isEmpty() ? "" : ERASE;
  }

  private void print(String text) {
    shell.err().print(text);
    shell.err().flush();
  }
}
