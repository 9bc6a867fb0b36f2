package org.spinepain.guideline.tests.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * What was logged while something ran, with every logger at its finest level.
 *
 * @param count how many events
 * @param telling those that hold something of a case
 */
public record LogEvents(int count, List<String> telling) {

  /**
   * Runs something.
   *
   * @param canaries what stands in a case and nowhere else
   */
  public static LogEvents during(Collection<String> canaries, Runnable action) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Listening listening = new Listening(canaries);
    listening.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    listening.start();
    root.addAppender(listening);
    root.setLevel(Level.TRACE);
    try {
      action.run();
    } finally {
      root.setLevel(Level.OFF);
      root.detachAppender(listening);
    }
    return new LogEvents(listening.events.get(), List.copyOf(listening.telling));
  }

  private static final class Listening extends AppenderBase<ILoggingEvent> {

    private final Collection<String> canaries;
    private final AtomicInteger events = new AtomicInteger();
    private final Collection<String> telling = new ConcurrentLinkedQueue<>();

    private Listening(Collection<String> canaries) {
      this.canaries = canaries;
    }

    @Override
    protected void append(ILoggingEvent event) {
      events.incrementAndGet();
      String text = PrivacyTest.wholeText(event).replaceAll("sha256:\\S+", "");
      if (canaries.stream().anyMatch(text::contains)) {
        telling.add(text);
      }
    }
  }
}
