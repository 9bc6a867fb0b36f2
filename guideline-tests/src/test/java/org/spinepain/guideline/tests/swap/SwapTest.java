package org.spinepain.guideline.tests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackListener;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.SwapGate;
import org.spinepain.guideline.engine.SwapReport;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.tests.engine.Gate;

/** One pack takes the place of another in an engine that is asked all the while. */
@Timeout(120)
class SwapTest {

  private static RulePack first;
  private static RulePack second;
  private static RulePack waiting;

  private final Heard heard = new Heard();
  private GuidelineEngine engine;

  @BeforeAll
  static void load(@TempDir Path folder) {
    first = Packs.marked(folder, "first");
    second = Packs.marked(folder, "second");
    waiting = Packs.atTheGate("waiting");
  }

  @BeforeEach
  void open() {
    engine = on(first);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void afterASwapTheOtherPackServesAndTheFirstIsReleased() {
    SwapReport report = engine.swap(second, SwapGate.none());
    assertThat(report)
        .isEqualTo(new SwapReport(second.reference(), second.reference(), true, List.of()));
    assertThat(mark(engine)).isEqualTo("second");
    assertThat(engine.assess(Packs.CASE).rules()).isEqualTo(second.reference());
    assertThat(engine.rules()).isEqualTo(second.reference());
    assertThat(engine.standing().text()).startsWith("second: ");
    assertThat(heard.swapped).containsExactly(report);
    assertThat(heard.refused).isEmpty();
    assertThat(heard.released).containsExactly(first.reference());
  }

  @Test
  void viewsThatWereMadeBeforeFollowASwap() {
    GuidelineEngine view = engine.assuming(Assumption.CANCER_ABSENT);
    engine.swap(second, SwapGate.none());
    assertThat(mark(view)).isEqualTo("second");
    assertThat(view.rules()).isEqualTo(second.reference());
  }

  @Test
  void aPackCanBeSwappedForItself() {
    assertThat(engine.swap(first, SwapGate.none()).swapped()).isTrue();
    assertThat(mark(engine)).isEqualTo("first");
    assertThat(heard.released).containsExactly(first.reference());
  }

  static Stream<Arguments> questions() {
    Function<GuidelineEngine, Standing> assessed = engine -> engine.assess(Packs.CASE).standing();
    Function<GuidelineEngine, Standing> explained = engine -> engine.explain(Packs.CASE).standing();
    return Stream.of(Arguments.of("assess", assessed), Arguments.of("explain", explained));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void whatIsUnderWayEndsOnTheFirstPackWhichIsReleasedThenAndNotBefore(
      String name, Function<GuidelineEngine, Standing> question) throws Exception {
    underWay(
        question,
        (answer, gate) -> {
          engine.swap(second, SwapGate.none());
          assertThat(mark(engine)).as("served meanwhile by").isEqualTo("second");
          assertThat(heard.released).isEmpty();
          gate.open();
          assertThat(answer.get().text()).startsWith("waiting: ");
          assertThat(heard.released).containsExactly(waiting.reference());
        });
  }

  @Test
  void closingWaitsForWhatIsUnderWayOnAPackThatWasSwapped() throws Exception {
    underWay(
        asked -> asked.assess(Packs.CASE).standing(),
        (answer, gate) -> {
          engine.swap(second, SwapGate.none());
          Thread closing = new Thread(engine::close);
          closing.start();
          while (closing.getState() != Thread.State.WAITING) {
            assertThat(closing.isAlive()).as("close is waiting, not done").isTrue();
            Thread.onSpinWait();
          }
          gate.open();
          closing.join();
          assertThat(answer.get().text()).startsWith("waiting: ");
          assertThat(heard.released)
              .containsExactlyInAnyOrder(waiting.reference(), second.reference());
        });
  }

  /** What happens while a question is under way on a pack that waits at the gate. */
  private interface Meanwhile {
    void happens(Future<Standing> answer, Gate gate) throws Exception;
  }

  private void underWay(Function<GuidelineEngine, Standing> question, Meanwhile meanwhile)
      throws Exception {
    engine.close();
    heard.released.clear();
    Gate gate = Gate.closed();
    engine = on(waiting);
    ExecutorService asking = Executors.newSingleThreadExecutor();
    try {
      Future<Standing> answer = asking.submit(() -> question.apply(engine));
      gate.awaitReached();
      meanwhile.happens(answer, gate);
    } finally {
      gate.open();
      asking.shutdownNow();
    }
  }

  @Test
  void theGateAsksTheNewPackWhileTheOldOneServes() {
    List<String> marks = new ArrayList<>();
    engine.swap(
        second,
        (candidate, pack) -> {
          marks.add(mark(candidate));
          marks.add(mark(engine));
          assertThat(pack).isSameAs(second);
          return List.of();
        });
    assertThat(marks).containsExactly("second", "first");
  }

  @Test
  void aGateWithObjectionsLeavesTheOldPackServingAndTellsWhy() {
    List<GuidelineEngine> candidates = new ArrayList<>();
    SwapReport report =
        engine.swap(
            second,
            (candidate, pack) -> {
              candidates.add(candidate);
              return List.of("one thing", "another");
            });
    assertThat(report)
        .isEqualTo(
            new SwapReport(
                first.reference(), second.reference(), false, List.of("one thing", "another")));
    assertThat(mark(engine)).isEqualTo("first");
    assertThat(heard.refused).containsExactly(report);
    assertThat(heard.swapped).isEmpty();
    assertThat(heard.released).isEmpty();
    assertThatThrownBy(() -> candidates.get(0).assess(Packs.CASE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
  }

  static Stream<Arguments> failingGates() {
    return Stream.of(
        Arguments.of(
            gate(
                () -> {
                  throw new IllegalArgumentException("patient 4711");
                }),
            "the gate failed: java.lang.IllegalArgumentException"),
        Arguments.of(
            gate(
                () -> {
                  throw new AssertionError("patient 4711");
                }),
            "the gate failed: java.lang.AssertionError"),
        Arguments.of(
            gate(
                () -> {
                  throw new StackOverflowError();
                }),
            "the gate failed: java.lang.StackOverflowError"),
        Arguments.of(
            gate(
                () -> {
                  throw new RuleExecutionException("the rule \"x\" failed");
                }),
            "the gate failed: org.spinepain.guideline.engine.RuleExecutionException: "
                + "the rule \"x\" failed"),
        Arguments.of(gate(() -> null), "the gate failed: java.lang.NullPointerException"));
  }

  private static SwapGate gate(Supplier<List<String>> objections) {
    return (candidate, pack) -> objections.get();
  }

  @ParameterizedTest
  @MethodSource("failingGates")
  void aGateThatFailsIsAnObjection(SwapGate gate, String objection) {
    SwapReport report = engine.swap(second, gate);
    assertThat(report.swapped()).isFalse();
    assertThat(report.objections()).containsExactly(objection);
    assertThat(mark(engine)).isEqualTo("first");
  }

  @Test
  void anErrorOfTheMachineInTheGateIsToldAndThrownAndTheOldPackServesOn() {
    assertThatThrownBy(
            () ->
                engine.swap(
                    second,
                    (candidate, pack) -> {
                      throw new OutOfMemoryError("in the gate");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(heard.refused)
        .extracting(SwapReport::objections)
        .containsExactly(List.of("the swap failed: java.lang.OutOfMemoryError"));
    assertThat(mark(engine)).isEqualTo("first");
    assertThat(engine.swap(second, SwapGate.none()).swapped()).isTrue();
  }

  @Test
  void theCandidateClosesAfterAGreenGateTooAndThePackServes() {
    List<GuidelineEngine> candidates = new ArrayList<>();
    engine.swap(
        second,
        (candidate, pack) -> {
          candidates.add(candidate);
          candidate.close();
          assertThat(mark(candidate)).isEqualTo("second");
          return List.of();
        });
    assertThatThrownBy(() -> candidates.get(0).assess(Packs.CASE))
        .hasMessage("this engine is closed");
    assertThat(mark(engine)).isEqualTo("second");
  }

  @Test
  void aClosedEngineDoesNotSwap() {
    engine.close();
    assertThatThrownBy(() -> engine.swap(second, SwapGate.none()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
    assertThat(engine.rules()).isEqualTo(first.reference());
  }

  @Test
  void anEngineThatIsClosedWhileTheGateIsAskedDoesNotSwap() {
    assertThatThrownBy(
            () ->
                engine.swap(
                    second,
                    (candidate, pack) -> {
                      engine.close();
                      return List.of();
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
    assertThat(engine.rules()).isEqualTo(first.reference());
    assertThat(heard.swapped).isEmpty();
  }

  @Test
  void aViewDoesNotSwap() {
    GuidelineEngine view = engine.assuming();
    assertThatThrownBy(() -> view.swap(second, SwapGate.none()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a view cannot swap, the engine that it is of can");
    assertThat(mark(engine)).isEqualTo("first");
  }

  @Test
  void aListenerThatFailsChangesNothingForTheOthers() {
    GuidelineEngine other = GuidelineEngine.on(first, EngineOptions.defaults());
    Heard afterwards = new Heard();
    other.addListener(
        new PackListener() {
          @Override
          public void swapped(SwapReport report) {
            throw new IllegalStateException("the monitoring is down");
          }
        });
    other.addListener(afterwards);
    assertThat(other.swap(second, SwapGate.none()).swapped()).isTrue();
    assertThat(afterwards.swapped).hasSize(1);
    other.close();
    assertThat(afterwards.released).containsExactly(first.reference(), second.reference());
  }

  @Test
  void aListenerThatThrowsWhatNobodyDeclaredReplacesNoAnswer() throws Exception {
    underWay(
        asked -> asked.assess(Packs.CASE).standing(),
        (answer, gate) -> {
          engine.addListener(throwing(new IOException("the monitoring is down")));
          engine.addListener(throwing(new Error("the monitoring is down")));
          engine.addListener(throwing(new StackOverflowError()));
          engine.swap(second, SwapGate.none());
          gate.open();
          assertThat(answer.get().text()).startsWith("waiting: ");
        });
  }

  private static PackListener throwing(Throwable thrown) {
    return new PackListener() {
      @Override
      public void released(RulePackReference rules) {
        SwapTest.<RuntimeException>sneak(thrown);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void swapsFollowOneAnother() throws Exception {
    ExecutorService swapping = Executors.newSingleThreadExecutor();
    try {
      List<Future<SwapReport>> later = new ArrayList<>();
      List<String> order = new ArrayList<>();
      engine.swap(
          second,
          (candidate, pack) -> {
            later.add(
                swapping.submit(
                    () ->
                        engine.swap(
                            first,
                            (next, offered) -> {
                              order.add("on " + mark(engine));
                              return List.of();
                            })));
            order.add("on " + mark(engine));
            return List.of();
          });
      assertThat(later.get(0).get().swapped()).isTrue();
      assertThat(order).containsExactly("on first", "on second");
      assertThat(mark(engine)).isEqualTo("first");
    } finally {
      swapping.shutdownNow();
    }
  }

  private GuidelineEngine on(RulePack pack) {
    GuidelineEngine opened = GuidelineEngine.on(pack, EngineOptions.defaults());
    opened.addListener(heard);
    return opened;
  }

  private static String mark(GuidelineEngine asked) {
    Assessment assessment = asked.assess(Packs.CASE);
    return Packs.markOf(assessment);
  }
}
