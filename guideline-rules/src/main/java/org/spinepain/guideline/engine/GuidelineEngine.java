package org.spinepain.guideline.engine;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Suppression;

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
 * <p>Thread-safe: make one and share it. Deterministic: the same case gives an equal assessment by
 * the same pack, whatever was asked before, on whatever thread. It logs no data of a case at any
 * level, and its exceptions hold none.
 */
public final class GuidelineEngine implements AutoCloseable {

  private final Editions editions;
  private final Set<Assumption> assuming;
  private final boolean view;

  private GuidelineEngine(Editions editions, Set<Assumption> assuming, boolean view) {
    this.editions = editions;
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

  /**
   * An engine on this rule pack.
   *
   * @throws RulePackException when its edition is withdrawn, and the options refuse that
   */
  public static GuidelineEngine on(RulePack pack, EngineOptions options) {
    return new GuidelineEngine(Editions.of(pack, options), EnumSet.noneOf(Assumption.class), false);
  }

  /** A view of these editions, which does not close them. */
  static GuidelineEngine viewOf(Editions editions) {
    return new GuidelineEngine(editions, EnumSet.noneOf(Assumption.class), true);
  }

  /**
   * A view of this engine that makes these assumptions, and those of this engine, where facts are
   * unknown. Closing a view does nothing; it works as long as its engine is open, and is served by
   * the rule pack that serves the engine.
   */
  public GuidelineEngine assuming(Assumption... assumptions) {
    Set<Assumption> all = EnumSet.copyOf(assuming);
    all.addAll(List.of(assumptions));
    return new GuidelineEngine(editions, all, true);
  }

  /**
   * What the guideline says of a case: one determination for each of its procedures, all by the
   * rule pack that {@link Assessment#rules} names.
   *
   * @throws RuleExecutionException when the rules do not come to an answer, which is a defect of
   *     the pack
   * @throws IllegalStateException when this engine is closed
   */
  public Assessment assess(ClinicalCase clinicalCase) {
    return editions.with(serving -> serving.assess(clinicalCase, assuming));
  }

  /**
   * What would change what the guideline says of a case: of each recommendation whether it holds
   * and on which facts that rests, the smallest changes of facts that would flip the verdict, and
   * which missing answer settles most. No rule is written for it: the rules are asked about every
   * combination of facts, which takes the first explanation by a pack about a second. An engine
   * without its table of decisions asks them each time.
   *
   * @throws RuleExecutionException when the rules do not come to an answer on any combination,
   *     which is a defect of the pack
   * @throws IllegalStateException when this engine is closed
   */
  public CaseExplanation explain(ClinicalCase clinicalCase) {
    return editions.with(serving -> serving.explain(clinicalCase, assuming));
  }

  /**
   * What this engine and another one say of a case, each with its own pack and assumptions.
   *
   * @throws RuleExecutionException when the rules of one do not come to an answer
   * @throws IllegalStateException when one is closed
   */
  public CaseComparison compare(GuidelineEngine other, ClinicalCase clinicalCase) {
    return new CaseComparison(assess(clinicalCase), other.assess(clinicalCase));
  }

  /**
   * Serves another pack from now on, unless something speaks against it. First the gate is asked
   * about the new pack, aside, while the old one goes on serving; only when it has no objection,
   * the new one takes the place of the old one, at once for this engine and all its views. Each
   * answer is by one pack wholly: what is under way ends on the old one, whose sessions are then
   * released. Nobody waits who assesses. The overlays that adapt answers from then on are those of
   * the pack that is given, not of the one before.
   *
   * <p>Swaps follow one another. How long the gate may take is up to the host. The old pack goes
   * from memory, its classes too, when nobody has a reference to it any more: let go of the {@link
   * RulePack} and of exceptions that came from its rules.
   *
   * @return whether this pack serves now, and if not, why; the old one goes on then
   * @throws IllegalStateException when this engine is closed, or is a view
   */
  public SwapReport swap(RulePack pack, SwapGate gate) {
    refuseView();
    return editions.swap(pack, gate, () -> true);
  }

  /**
   * Looks at an origin of packs at an interval from now on, and swaps to newer ones as {@link
   * #swap} does. Close what is returned to stop looking; closing this engine does that too.
   *
   * @throws IllegalStateException when this engine is closed, or is a view
   */
  public PackWatch watch(WatchPlan plan) {
    refuseView();
    return PackWatch.start(editions, plan);
  }

  private void refuseView() {
    if (view) {
      throw new IllegalStateException("a view cannot swap, the engine that it is of can");
    }
  }

  /** Tells this listener, from now on, which packs come and go. */
  public void addListener(PackListener listener) {
    editions.add(listener);
  }

  /** The guideline that this engine asks. */
  public GuidelineReference guideline() {
    return pack().descriptor().guideline();
  }

  /** That guideline as one cites it, if it stands among the sources of the rule pack by its DOI. */
  public Optional<String> guidelineCitation() {
    return pack().descriptor().guidelineCitation();
  }

  /** The rule pack that answers now; which one made an answer, the answer tells. */
  public RulePackReference rules() {
    return pack().reference();
  }

  /** The assumptions that this engine makes where facts are unknown, in their order. */
  public List<Assumption> assumptions() {
    return List.copyOf(assuming);
  }

  /** The overlays that adapt the rule pack, in their order. */
  public List<OverlayReference> overlays() {
    return pack().overlays();
  }

  /**
   * The recommendations that overlays suppress, by id; each for dates of assessment up to its last
   * one, which may be past.
   */
  public SortedMap<String, Suppression> suppressions() {
    return pack().adaptation().suppressions();
  }

  /** The standing of the guideline. */
  public Standing standing() {
    return pack().descriptor().standing();
  }

  /** Whether a person of this age, in completed years, is an adult, as this edition has it. */
  public boolean isAdult(int ageYears) {
    return pack().descriptor().boundaries().isAdult(ageYears);
  }

  /** Whether pain that began on one date is chronic on another, as this edition has it. */
  public boolean isChronic(LocalDate onset, LocalDate on) {
    return pack().descriptor().boundaries().isChronic(onset, on);
  }

  /** What a procedure costs, if this edition says so. */
  public Optional<CostRange> procedureCost() {
    return pack().procedureCost();
  }

  /**
   * Releases the rules, once the assessments under way are done. What is asked afterwards is
   * refused. Closing twice does nothing.
   */
  @Override
  public void close() {
    if (!view) {
      editions.close();
    }
  }

  private RulePack pack() {
    return editions.current().pack();
  }
}
