package org.spinepain.guideline.tests.diff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.space.AskedCombination;
import org.spinepain.guideline.tests.space.Boundaries;
import org.spinepain.guideline.tests.space.CellNumbers;
import org.spinepain.guideline.tests.space.Combination;

/** What a pack answers; its answers on the complete combinations are kept. Thread-safe. */
final class PackAnswers implements AutoCloseable {

  private final GuidelineEngine engine;
  private final Boundaries boundaries;
  private final Map<Answer, Answer> distinct = new ConcurrentHashMap<>();
  private final Map<Integer, Answer> byNumber = new ConcurrentHashMap<>();
  private final CellNumbers cells = CellNumbers.byEachAnswer(this::onComplete);
  private final Map<Integer, Answer> bySet = new ConcurrentHashMap<>();
  private final CellNumbers sets = CellNumbers.bySetOfAnswers(this::onComplete);
  private List<Answer> complete;

  PackAnswers(BuiltPack pack) {
    this.engine = pack.open();
    this.boundaries = Boundaries.of(pack.source());
  }

  /** Where the boundaries of the pack lie. */
  Boundaries boundaries() {
    return boundaries;
  }

  /** Asks about all complete combinations at once, before the first of them is needed. */
  PackAnswers askComplete() {
    complete =
        IntStream.range(0, CompleteSpace.ALL.size())
            .parallel()
            .mapToObj(number -> ask(CompleteSpace.ALL.get(number).toCase(boundaries)))
            .toList();
    return this;
  }

  /** The answer on the complete combination of this number. */
  Answer on(int number) {
    return complete.get(number);
  }

  /** The answer on a combination in the first context, complete or not. */
  Answer on(AskedCombination asked) {
    return asked.combination().isComplete()
        ? onComplete(asked.combination())
        : byNumber.computeIfAbsent(
            cells.of(asked), n -> ask(asked.combination().toCase(boundaries), asked.assume()));
  }

  /**
   * An answer of which guidance rules see the same as of that on a combination in the first
   * context: that on it, or on another which can turn out to have the same answers.
   */
  Answer seenAsOn(AskedCombination asked) {
    return bySet.computeIfAbsent(
        sets.of(asked), n -> ask(asked.combination().toCase(boundaries), asked.assume()));
  }

  private Answer onComplete(Combination combination) {
    return on(CompleteSpace.numberOf(combination).orElseThrow());
  }

  /** All distinct answers on cases of one procedure so far. */
  Collection<Answer> distinct() {
    return distinct.keySet();
  }

  /** The answer on a case of one procedure. */
  Answer ask(ClinicalCase clinicalCase) {
    return ask(clinicalCase, List.of());
  }

  /** The answer on a case of one procedure. */
  Answer ask(ClinicalCase clinicalCase, List<Assumption> assume) {
    Answer answer = Answer.one(assuming(assume), clinicalCase);
    Answer same = distinct.putIfAbsent(answer, answer);
    return same == null ? answer : same;
  }

  /** The answers on all procedures of a case. */
  List<Answer> ask(ClinicalCase clinicalCase, Set<Assumption> assumptions) {
    return Answer.all(assuming(assumptions), clinicalCase);
  }

  private GuidelineEngine assuming(Collection<Assumption> assumptions) {
    return engine.assuming(assumptions.toArray(Assumption[]::new));
  }

  /** What is told once for every answer: which guideline it is, and how that stands. */
  String standing() {
    Standing standing = engine.standing();
    return standing.state().code()
        + ", checked to "
        + standing.checkedTo()
        + ": "
        + standing.text();
  }

  String guideline() {
    GuidelineReference guideline = engine.guideline();
    return guideline.id()
        + ", edition "
        + guideline.edition()
        + ", doi "
        + guideline.doi()
        + ": "
        + guideline.evidenceBase();
  }

  /** What reviews count with: what a procedure costs. */
  String cost() {
    return engine
        .procedureCost()
        .map(
            cost ->
                cost.low()
                    + " to "
                    + cost.high()
                    + " "
                    + cost.currency()
                    + ", "
                    + cost.status().code()
                    + ", "
                    + cost.source().id()
                    + "#"
                    + cost.source().section())
        .orElse("not stated");
  }

  @Override
  public void close() {
    engine.close();
  }
}
