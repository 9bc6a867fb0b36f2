package org.spinepain.guideline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;

/**
 * A rule pack at work: all that one answer is made of, so that each is by one edition wholly. It
 * counts who uses it, and releases its sessions when it is retired and the last of them leaves.
 */
final class ServingPack {

  private static final Logger LOG = LoggerFactory.getLogger(GuidelineEngine.class);

  private final RulePack pack;
  private final RuleSessions decisionSessions;
  private final RuleSessions guidanceSessions;
  private final Decisions decisions;
  private final Explanation explanation;
  private final CaseExplanations explanations;

  /** Who uses it, and one more until it is retired. From 0 it never rises again. */
  private final AtomicInteger users = new AtomicInteger(1);

  private final CountDownLatch released = new CountDownLatch(1);
  private volatile Consumer<ServingPack> afterwards;

  ServingPack(RulePack pack, EngineOptions options) {
    this.pack = pack;
    this.decisionSessions = new RuleSessions(pack, RuleSet.DECISION, options);
    this.guidanceSessions = new RuleSessions(pack, RuleSet.GUIDANCE, options);
    this.decisions = new Decisions(pack, decisionSessions, options);
    this.explanation = new Explanation(pack, guidanceSessions);
    this.explanations = new CaseExplanations(pack, decisions, explanation, options);
  }

  RulePack pack() {
    return pack;
  }

  /** Counts a user in, who leaves when done; false when it was released, and is of no use. */
  boolean enter() {
    int now;
    do {
      now = users.get();
      if (now == 0) {
        return false;
      }
    } while (!users.compareAndSet(now, now + 1));
    return true;
  }

  void leave() {
    if (users.decrementAndGet() == 0) {
      release();
    }
  }

  /**
   * Takes it out of use: it is released when those who use it have left, which may be at once.
   *
   * @param whenReleased takes it then, on the thread of the last of them
   */
  void retire(Consumer<ServingPack> whenReleased) {
    afterwards = whenReleased;
    leave();
  }

  private void release() {
    try {
      decisionSessions.close();
      guidanceSessions.close();
    } catch (Throwable e) {
      MachineFailure.throwOn(e);
      // Who leaves has an answer, which this is not to replace.
      LOG.warn(
          "sessions of {} were not released: {}",
          pack.reference().coordinates(),
          Editions.toldOf(e));
    } finally {
      released.countDown();
      afterwards.accept(this);
    }
  }

  /** Waits until it is released, whatever interrupts it. */
  void awaitReleased() {
    boolean interrupted = false;
    while (true) {
      try {
        released.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  Assessment assess(ClinicalCase clinicalCase, Set<Assumption> assuming) {
    List<Determination> determinations = new ArrayList<>();
    for (int i = 0; i < clinicalCase.procedures().size(); i++) {
      determinations.add(determine(clinicalCase, i, assuming));
    }
    return new Assessment(
        clinicalCase.caseId(),
        clinicalCase.assessedOn(),
        pack.descriptor().guideline(),
        pack.reference(),
        pack.descriptor().standing(),
        determinations,
        pack.overlays());
  }

  private Determination determine(
      ClinicalCase clinicalCase, int procedure, Set<Assumption> assuming) {
    OpenFacts facts =
        OpenFacts.of(
            clinicalCase,
            clinicalCase.procedures().get(procedure),
            assuming,
            pack.descriptor().boundaries());
    Merged merged = Merged.of(new Completions(facts, decisions));
    return explanation.of(clinicalCase, procedure, facts, merged);
  }

  CaseExplanation explain(ClinicalCase clinicalCase, Set<Assumption> assuming) {
    return explanations.of(clinicalCase, assuming);
  }
}
