package org.spinepain.guideline.tests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackListener;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.SwapGate;
import org.spinepain.guideline.engine.SwapReport;

/** A pack that is swapped while the log or a listener fails, or another thread swaps too. */
@Timeout(120)
class SwapFailureTest {

  private static final Logger LOG = (Logger) LoggerFactory.getLogger(GuidelineEngine.class);

  private static RulePack first;
  private static RulePack second;
  private static RulePack third;

  private final Heard heard = new Heard();
  private final Told told = new Told();
  private GuidelineEngine engine;

  @BeforeAll
  static void load(@TempDir Path folder) {
    first = Packs.load(Packs.jar(folder, "2025.1.0", "first"));
    second = Packs.load(Packs.jar(folder, "2025.2.0", "second"));
    third = Packs.load(Packs.jar(folder, "2025.3.0", "third"));
  }

  @BeforeEach
  void open() {
    engine = GuidelineEngine.on(first, EngineOptions.defaults());
    engine.addListener(heard);
    LOG.setLevel(Level.INFO);
    told.start();
    LOG.addAppender(told);
  }

  @AfterEach
  void close() throws InterruptedException {
    LOG.detachAppender(told);
    LOG.setLevel(null);
    Thread closing = new Thread(engine::close);
    closing.setDaemon(true);
    closing.start();
    closing.join(60_000);
    assertThat(closing.isAlive()).as("close waits for a pack that nobody uses").isFalse();
  }

  @Test
  void theOldPackIsReleasedAlsoWhenTheMachineFailsWhileTheSwapIsTold() {
    told.onSwap(
        () -> {
          throw new OutOfMemoryError("in the log");
        });
    assertThatThrownBy(() -> engine.swap(second, SwapGate.none()))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(engine.rules()).isEqualTo(second.reference());
    assertThat(heard.released).containsExactly(first.reference());
  }

  @Test
  void theLogHasTheSwapsOfTwoThreadsInTheirOrder() throws InterruptedException {
    Thread other = new Thread(() -> engine.swap(third, SwapGate.none()));
    told.onSwap(
        () -> {
          if (other.getState() == Thread.State.NEW) {
            other.start();
            while (other.isAlive() && other.getState() != Thread.State.WAITING) {
              Thread.onSpinWait();
            }
          }
        });
    engine.swap(second, SwapGate.none());
    other.join();
    assertThat(told.swaps)
        .map(line -> line.replaceAll("[^ ]+:([0-9.]+) sha256:[0-9a-f]+", "$1"))
        .containsExactly(
            "2025.2.0 serves instead of 2025.1.0", "2025.3.0 serves instead of 2025.2.0");
  }

  @Test
  void anErrorOfTheMachineInAListenerIsThrownAndTheNewPackServes() {
    engine.addListener(
        new PackListener() {
          @Override
          public void swapped(SwapReport report) {
            throw new OutOfMemoryError("in a listener");
          }
        });
    assertThatThrownBy(() -> engine.swap(second, SwapGate.none()))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(engine.rules()).isEqualTo(second.reference());
    assertThat(heard.released).containsExactly(first.reference());
  }

  /** What the log has of swaps, each after something else was done. */
  private static final class Told extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final List<String> swaps = new CopyOnWriteArrayList<>();
    private volatile Runnable before = () -> {};

    void onSwap(Runnable action) {
      before = action;
    }

    @Override
    protected void append(ILoggingEvent event) {
      String line = event.getFormattedMessage();
      if (line.contains(" serves instead of ")) {
        before.run();
        swaps.add(line);
      }
    }
  }
}
