package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.tms.TruthMaintenanceSystemFactoryImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * Sessions are reused from one firing to the next: nothing of a case, whatever became of it, may be
 * left over for the next one. Decisions are not kept here, so that the rules decide each
 * completion.
 */
class SessionReuseTest {

  private static final long SEED = 970;
  private static final int FIRING_LIMIT = 100;
  private static final EngineOptions REUSED =
      EngineOptions.defaults().withoutDecisionTable().withFiringLimit(FIRING_LIMIT);
  private static final EngineOptions FRESH = REUSED.withoutSessionPool();

  @Test
  void reusedAndFreshSessionsGiveEqualAssessments() {
    try (GuidelineEngine reused = GuidelineEngine.on(RulePack.bundled(), REUSED);
        GuidelineEngine fresh = GuidelineEngine.on(RulePack.bundled(), FRESH)) {
      for (Question question : Question.random(SEED, 6_000, 4)) {
        assertThat(question.askedOf(reused)).as("%s", question).isEqualTo(question.askedOf(fresh));
      }
    }
  }

  /** The rules that misbehave are in the pack here, so assessments name another pack. */
  @Test
  void afterEachFailureTheNextAnswersAreRight() {
    List<Question> questions =
        Question.random(SEED + 1, 3_000, 4).stream()
            .filter(question -> !Misbehaviour.mayBeProvokedBy(question.clinicalCase()))
            .toList();
    Misbehaviour[] misbehaviours = Misbehaviour.values();
    try (GuidelineEngine failing = Misbehaviour.addedToTheGuideline().open(REUSED);
        GuidelineEngine sound = GuidelineEngine.bundled()) {
      for (int i = 0; i < questions.size(); i++) {
        Misbehaviour misbehaviour = misbehaviours[i % misbehaviours.length];
        assertThatThrownBy(() -> failing.assess(misbehaviour.provoked()))
            .as("%s", misbehaviour)
            .isInstanceOf(RuleExecutionException.class);
        assertThat(questions.get(i).askedOf(failing).determinations())
            .as("after %s: %s", misbehaviour, questions.get(i))
            .isEqualTo(questions.get(i).askedOf(sound).determinations());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "GUIDANCE_THROWS", mode = EnumSource.Mode.EXCLUDE)
  void aReusedSessionIsEmptyAfterAFailure(Misbehaviour misbehaviour) {
    KieBase base = Misbehaviour.addedToTheGuideline().compiled(RuleSet.DECISION);
    KieSessionsPool pool = base.newKieSessionsPool(1);
    try {
      KieSession used = pool.newKieSession();
      Throwable unused = catchThrowable(() -> fire(used, misbehaviour.facts()));
      used.dispose();
      assertEmpty(pool.newKieSession(), used);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aReusedSessionIsEmptyAfterAnAnswer() {
    KieBase base = PackSource.bundled().compiled(RuleSet.DECISION);
    KieSessionsPool pool = base.newKieSessionsPool(1);
    try {
      KieSession used = pool.newKieSession();
      fire(used, Misbehaviour.CONSEQUENCE_THROWS.facts());
      used.dispose();
      assertEmpty(pool.newKieSession(), used);
    } finally {
      pool.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noSessionIsLeftInTheRuleBasesOnceTheEngineIsClosed(Misbehaviour misbehaviour) {
    PackSource pack = Misbehaviour.addedToTheGuideline();
    failAndAnswer(pack, REUSED, misbehaviour);
    failAndAnswer(pack, FRESH, misbehaviour);
    List<KieSession> left = new ArrayList<>(pack.compiled(RuleSet.DECISION).getKieSessions());
    left.addAll(pack.compiled(RuleSet.GUIDANCE).getKieSessions());
    assertThat(left).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noLogicalFactIsLeftInTheRegistryOfThisJvmOnceTheEngineIsClosed(Misbehaviour misbehaviour) {
    int before = sizeOfTheTruthMaintenanceRegistry();
    failAndAnswer(Misbehaviour.addedToTheGuideline(), REUSED, misbehaviour);
    failAndAnswer(Misbehaviour.addedToTheGuideline(), FRESH, misbehaviour);
    assertThat(sizeOfTheTruthMaintenanceRegistry()).isEqualTo(before);
  }

  private static void failAndAnswer(
      PackSource pack, EngineOptions options, Misbehaviour misbehaviour) {
    try (GuidelineEngine engine = pack.open(options)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> engine.assess(misbehaviour.provoked()))
            .isInstanceOf(RuleExecutionException.class);
        Question.random(SEED, 3, 4).forEach(question -> question.askedOf(engine));
      }
    }
  }

  private static void fire(KieSession session, List<Record> facts) {
    facts.forEach(session::insert);
    session.fireAllRules(FIRING_LIMIT);
  }

  private static void assertEmpty(KieSession session, KieSession used) {
    assertThat(session).as("the session that was used before").isSameAs(used);
    assertThat(session.getFactCount()).as("the facts counted").isZero();
    assertThat(List.copyOf(session.getObjects())).as("the facts").isEmpty();
    assertThat(session.fireAllRules(FIRING_LIMIT)).as("the firings left to do").isZero();
  }

  private static int sizeOfTheTruthMaintenanceRegistry() {
    return ((TruthMaintenanceSystemFactoryImpl) TruthMaintenanceSystemFactory.get())
        .getEntryPointsMapSize();
  }
}
