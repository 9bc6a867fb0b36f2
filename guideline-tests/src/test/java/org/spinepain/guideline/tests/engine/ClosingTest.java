package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.pack.PackSource;

@Timeout(120)
class ClosingTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 10;
  private static final ClinicalCase CASE =
      Cases.of(
          Cases.chronic(PainHistory.axial()),
          ProcedureRequest.epidural("p1").injecting(Injectate.STEROID));

  @Test
  void aClosedEngineRefusesToAssess() {
    GuidelineEngine engine = GuidelineEngine.bundled();
    engine.close();
    assertThatThrownBy(() -> engine.assess(CASE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
  }

  @Test
  void aViewOfAClosedEngineRefusesToAssess() {
    GuidelineEngine engine = GuidelineEngine.bundled();
    GuidelineEngine view = engine.assuming(Assumption.CANCER_ABSENT);
    engine.close();
    assertThatThrownBy(() -> view.assess(CASE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
  }

  @Test
  void anEngineGoesOnAfterAViewOfItIsClosed() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      engine.assuming(Assumption.CANCER_ABSENT).close();
      assertThat(verdict(engine)).isEqualTo(Verdict.RECOMMEND_AGAINST);
    }
  }

  @Test
  void aClosedViewGoesOnAsLongAsItsEngineIsOpen() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      GuidelineEngine view = engine.assuming(Assumption.CANCER_ABSENT);
      view.close();
      assertThat(verdict(view)).isEqualTo(Verdict.RECOMMEND_AGAINST);
    }
  }

  @Test
  void closingTwiceLeavesTheEngineClosed() {
    GuidelineEngine engine = GuidelineEngine.bundled();
    engine.close();
    engine.close();
    assertThatThrownBy(() -> engine.assess(CASE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
  }

  @Test
  void anEngineGoesOnAfterAnotherOneOnTheSamePackIsClosed() {
    RulePack pack = RulePack.bundled();
    try (GuidelineEngine engine =
        GuidelineEngine.on(pack, EngineOptions.defaults().withoutDecisionTable())) {
      GuidelineEngine other = GuidelineEngine.on(pack, EngineOptions.defaults());
      verdict(other);
      other.close();
      assertThat(verdict(engine)).isEqualTo(Verdict.RECOMMEND_AGAINST);
    }
  }

  @Test
  void aClosedEngineStillTellsWhichPackItWas() {
    GuidelineEngine engine = GuidelineEngine.bundled();
    engine.close();
    assertThat(engine.rules()).isEqualTo(rulesOfTheBundledPack());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingWaitsForTheAssessmentUnderWay(boolean sessionPool) throws Exception {
    EngineOptions options =
        sessionPool ? EngineOptions.defaults() : EngineOptions.defaults().withoutSessionPool();
    Gate gate = Gate.closed();
    ExecutorService assessing = Executors.newSingleThreadExecutor();
    GuidelineEngine engine = withARuleAtTheGate().open(options);
    try {
      Future<Assessment> underWay = assessing.submit(() -> engine.assess(CASE));
      gate.awaitReached();
      Thread closing = new Thread(engine::close);
      closing.start();
      while (closing.getState() != Thread.State.WAITING) {
        assertThat(closing.isAlive()).as("close is waiting, not done").isTrue();
        Thread.onSpinWait();
      }
      gate.open();
      closing.join();
      assertThat(underWay.get().determination("p1").verdict()).isEqualTo(Verdict.RECOMMEND_AGAINST);
    } finally {
      gate.open();
      assessing.shutdownNow();
    }
  }

  @Test
  void whoAssessesWhileTheEngineIsClosedGetsARightAnswerOrIsRefused() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      EngineOptions options =
          round % 2 == 0
              ? EngineOptions.defaults().withoutDecisionTable()
              : EngineOptions.defaults().withoutSessionPool().withoutDecisionTable();
      assertThat(wrongWhileClosing(RulePack.bundled(), options)).as("round %d", round).isEmpty();
    }
  }

  /** What eight threads got beside right answers, which end when the engine refuses them. */
  private static List<Object> wrongWhileClosing(RulePack pack, EngineOptions options)
      throws InterruptedException, ExecutionException {
    List<Question> questions = Question.random(8, 20, 4);
    List<Assessment> right;
    try (GuidelineEngine before = GuidelineEngine.on(pack, EngineOptions.defaults())) {
      right = questions.stream().map(question -> question.askedOf(before)).toList();
    }
    CountDownLatch underWay = new CountDownLatch(THREADS);
    GuidelineEngine engine = GuidelineEngine.on(pack, options);
    Callable<List<Object>> untilRefused =
        () -> {
          List<Object> wrong = new ArrayList<>();
          for (int i = 0; ; i++) {
            try {
              Assessment given = questions.get(i % questions.size()).askedOf(engine);
              if (!given.equals(right.get(i % questions.size()))) {
                wrong.add(given);
              }
            } catch (IllegalStateException refused) {
              if (!"this engine is closed".equals(refused.getMessage())) {
                wrong.add(refused);
              }
              return wrong;
            } catch (RuntimeException | Error e) {
              wrong.add(e);
              return wrong;
            } finally {
              underWay.countDown();
            }
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Object>>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(threads.submit(untilRefused));
      }
      underWay.await();
      engine.close();
      List<Object> wrong = new ArrayList<>();
      for (Future<List<Object>> one : all) {
        wrong.addAll(one.get());
      }
      return wrong;
    } finally {
      engine.close();
      threads.shutdownNow();
    }
  }

  private static PackSource withARuleAtTheGate() {
    return PackSource.bundled()
        .with(
            "guidance/5-gate.drl",
            """
            package org.spinepain.guideline.rules.guidance;
            import org.spinepain.guideline.rules.merged.Determined;
            import org.spinepain.guideline.tests.engine.Gate;
            rule "Waits at the gate"
              @id( "gate" ) @source( "bmj-e079970#scope" )
            when
              $determined : Determined()
            then
              Gate.pass();
            end
            """);
  }

  private static RulePackReference rulesOfTheBundledPack() {
    try (GuidelineEngine other = GuidelineEngine.bundled()) {
      return other.rules();
    }
  }

  private static Verdict verdict(GuidelineEngine engine) {
    return engine.assess(CASE).determination("p1").verdict();
  }
}
