package org.spinepain.guideline.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Standing;

/**
 * Asks the guideline about cases.
 *
 * <pre>{@code
 * try (GuidelineEngine engine = GuidelineEngine.bundled()) {
 *   Assessment assessment = engine.assess(clinicalCase);
 *   assessment.determination("p1").verdict();
 * }
 * }</pre>
 *
 * <p>Thread-safe: make one and share it. Deterministic: the same case gives an equal assessment,
 * whatever was asked before, on whatever thread. It logs no data of a case at any level, and its
 * exceptions hold none.
 */
public final class GuidelineEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuidelineEngine.class);

  private final Core core;
  private final Set<Assumption> assuming;
  private final boolean view;

  private GuidelineEngine(Core core, Set<Assumption> assuming, boolean view) {
    this.core = core;
    this.assuming = assuming;
    this.view = view;
  }

  /**
   * An engine on the rule pack that is on the classpath.
   *
   * @throws RulePackException when there is none, or it cannot be used
   */
  public static GuidelineEngine bundled() {
    return on(RulePack.bundled(), EngineOptions.defaults());
  }

  /** An engine on this rule pack. */
  public static GuidelineEngine on(RulePack pack, EngineOptions options) {
    return new GuidelineEngine(new Core(pack, options), EnumSet.noneOf(Assumption.class), false);
  }

  /**
   * A view of this engine that makes these assumptions, and those of this engine, where facts are
   * unknown. Closing a view does nothing; it works as long as its engine is open.
   */
  public GuidelineEngine assuming(Assumption... assumptions) {
    Set<Assumption> all = EnumSet.copyOf(assuming);
    all.addAll(List.of(assumptions));
    return new GuidelineEngine(core, all, true);
  }

  /**
   * What the guideline says of a case: one determination for each of its procedures.
   *
   * @throws RuleExecutionException when the rules do not come to an answer, which is a defect of
   *     the pack
   * @throws IllegalStateException when this engine is closed
   */
  public Assessment assess(ClinicalCase clinicalCase) {
    return core.assess(clinicalCase, assuming);
  }

  /**
   * What would change what the guideline says of a case: of each recommendation whether it holds
   * and on which facts that rests, the smallest changes of facts that would flip the verdict, and
   * which missing answer settles most. No rule is written for it: the rules are asked about every
   * combination of facts, which takes the first explanation about a second. An engine without its
   * table of decisions asks them each time.
   *
   * @throws RuleExecutionException when the rules do not come to an answer on any combination,
   *     which is a defect of the pack
   * @throws IllegalStateException when this engine is closed
   */
  public CaseExplanation explain(ClinicalCase clinicalCase) {
    return core.explain(clinicalCase, assuming);
  }

  /** The guideline that this engine asks. */
  public GuidelineReference guideline() {
    return core.pack.descriptor().guideline();
  }

  /** The rule pack that answers. */
  public RulePackReference rules() {
    return core.pack.reference();
  }

  /** The standing of the guideline. */
  public Standing standing() {
    return core.pack.descriptor().standing();
  }

  /** Whether a person of this age, in completed years, is an adult, as this edition has it. */
  public boolean isAdult(int ageYears) {
    return core.pack.descriptor().boundaries().isAdult(ageYears);
  }

  /** Whether pain that began on one date is chronic on another, as this edition has it. */
  public boolean isChronic(LocalDate onset, LocalDate on) {
    return core.pack.descriptor().boundaries().isChronic(onset, on);
  }

  /** What a procedure costs, if this edition says so. */
  public Optional<CostRange> procedureCost() {
    return core.pack.procedureCost();
  }

  /**
   * Releases the rules, once the assessments under way are done. What is asked afterwards is
   * refused. Closing twice does nothing.
   */
  @Override
  public void close() {
    if (!view) {
      core.close();
    }
  }

  /** What an engine and its views share. */
  private static final class Core {

    private final RulePack pack;
    private final RuleSessions decisionSessions;
    private final RuleSessions guidanceSessions;
    private final Decisions decisions;
    private final Explanation explanation;
    private final CaseExplanations explanations;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    Core(RulePack pack, EngineOptions options) {
      this.pack = pack;
      this.decisionSessions = new RuleSessions(pack, RuleSet.DECISION, options);
      this.guidanceSessions = new RuleSessions(pack, RuleSet.GUIDANCE, options);
      this.decisions = new Decisions(pack, decisionSessions, options);
      this.explanation = new Explanation(pack, guidanceSessions);
      this.explanations = new CaseExplanations(pack, decisions, explanation, options);
      LOG.info("opened {} {}", pack.reference().coordinates(), pack.reference().digest());
    }

    Assessment assess(ClinicalCase clinicalCase, Set<Assumption> assuming) {
      return whileOpen(
          () -> {
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
                determinations);
          });
    }

    CaseExplanation explain(ClinicalCase clinicalCase, Set<Assumption> assuming) {
      return whileOpen(() -> explanations.of(clinicalCase, assuming));
    }

    private <T> T whileOpen(Supplier<T> answer) {
      open.readLock().lock();
      try {
        if (closed) {
          throw new IllegalStateException("this engine is closed");
        }
        return answer.get();
      } finally {
        open.readLock().unlock();
      }
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

    void close() {
      open.writeLock().lock();
      try {
        if (!closed) {
          closed = true;
          decisionSessions.close();
          guidanceSessions.close();
          LOG.info("closed {}", pack.reference().coordinates());
        }
      } finally {
        open.writeLock().unlock();
      }
    }
  }
}
