package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.tests.diff.Change.Kind;
import org.spinepain.guideline.tests.diff.ConsequenceCauses.Found;
import org.spinepain.guideline.tests.diff.DiffReport.Asked;
import org.spinepain.guideline.tests.diff.DiffReport.Packs;
import org.spinepain.guideline.tests.diff.IncompleteChanges.Count;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.space.AskedCombination;
import org.spinepain.guideline.tests.space.Boundaries;
import org.spinepain.guideline.tests.space.BoundariesException;
import org.spinepain.guideline.tests.space.BoundaryCases;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;

/**
 * Compares two packs over the whole case space, near the boundaries, and on given cases.
 *
 * <p>Facts are what remains of a case once the boundaries have divided it. So the rules of both
 * packs are compared on the same facts, with the boundaries of the old pack; and a boundary that
 * moves is told as what changes for those who come to lie on its other side.
 */
public final class PackDiff {

  private final BuiltPack old;
  private final BuiltPack young;
  private final BuiltPack aligned;
  private final Boundaries boundaries;
  private final Boundaries newBoundaries;
  private final List<BoundaryMove> moves;

  /** Cases near the boundaries; none when the descriptors say the same of these. */
  private final List<ClinicalCase> near;

  private final List<Tally> tallies = new ArrayList<>();

  private PackDiff(BuiltPack old, BuiltPack young) {
    this.old = old;
    this.young = young;
    this.boundaries = Boundaries.of(old.source());
    this.newBoundaries = Boundaries.of(young.source());
    this.aligned = young.with(Boundary.aligned(young.source(), boundaries));
    this.moves =
        Arrays.stream(Boundary.values())
            .map(b -> new BoundaryMove(b, b.in(boundaries), b.in(newBoundaries)))
            .filter(move -> move.from() != move.to())
            .toList();
    this.near =
        boundaries.equals(newBoundaries)
            ? List.of()
            : BoundaryCases.of(old.source(), young.source());
  }

  /**
   * What changes from one pack to another.
   *
   * @param old the old pack
   * @param young the new pack, adapted by overlays or not
   * @param cases what both are asked besides the case space
   * @throws BoundariesException when the boundaries of the old pack leave no case on a side
   */
  public static DiffReport between(BuiltPack old, BuiltPack young, List<AskedCase> cases) {
    Packs packs = new Packs(digest(old), digest(young));
    if (old.source().files().equals(young.source().files())
        && old.overlays().equals(young.overlays())) {
      return new DiffReport(packs, Asked.NOTHING, List.of());
    }
    PackDiff diff = new PackDiff(old, young);
    Count all =
        Count.of(
            CaseSpace.all()
                .filter(combination -> !combination.unknown().isEmpty())
                .flatMap(AskedCombination::of)
                .toList(),
            0);
    int vignettes = (int) cases.stream().filter(AskedCase::isVignette).count();
    return new DiffReport(
        packs,
        new Asked(
            CompleteSpace.ALL.size(),
            (int) all.all(),
            (int) all.assuming(),
            diff.near.size(),
            vignettes,
            cases.size() - vignettes),
        diff.changes(cases, all));
  }

  /** Of all its files, and of the overlays that adapt it. */
  private static String digest(BuiltPack pack) {
    try (GuidelineEngine engine = pack.open()) {
      return Stream.concat(
              Stream.of(engine.rules().digest()),
              engine.overlays().stream().map(OverlayReference::digest))
          .collect(Collectors.joining(" adapted by "));
    }
  }

  private List<ToldChange> changes(List<AskedCase> cases, Count incomplete) {
    boundaries.requireCases();
    try (PackAnswers before = new PackAnswers(old).askComplete();
        PackAnswers onOldFacts = new PackAnswers(aligned).askComplete();
        PackAnswers after = new PackAnswers(young)) {
      Transition onSameFacts = Transition.between(before, onOldFacts);
      ofRules(onSameFacts, after, incomplete);
      for (BoundaryMove move : moves) {
        ofMove(move, Transition.across(move, onOldFacts), before, after);
      }
      CaseChanges ofCases = new CaseChanges(onSameFacts, boundaries, newBoundaries, tallies);
      tallies.addAll(ofCases.nearBoundaries(near, onOldFacts, after));
      tallies.addAll(ofCases.of(cases, before, after));
      tellItems(before, onOldFacts);
      RuleTexts oldRules = RuleTexts.of(old.source());
      RuleTexts youngRules = RuleTexts.of(young.source());
      return tallies.stream()
          .sorted(Comparator.comparing(tally -> !tally.cause().changesVerdict()))
          .map(tally -> tally.tell(oldRules, youngRules, changedFiles()))
          .toList();
    }
  }

  /** With a changed decision, what is said in one pack only. */
  private void tellItems(PackAnswers before, PackAnswers after) {
    OnlySaid gone = new OnlySaid(after.distinct(), tallies);
    OnlySaid added = new OnlySaid(before.distinct(), tallies);
    tallies.stream()
        .filter(tally -> tally.cause().kind() == Kind.DECISION)
        .forEach(tally -> tally.items(gone, added));
  }

  private List<String> changedFiles() {
    Set<String> files = new TreeSet<>(old.source().files().keySet());
    files.addAll(young.source().files().keySet());
    files.removeIf(
        file -> Objects.equals(old.source().files().get(file), young.source().files().get(file)));
    List<String> changed = new ArrayList<>(files);
    young.overlays().forEach(overlay -> changed.add("overlay " + overlay.id()));
    return changed;
  }

  /** What the rules and texts change on the same facts. */
  private void ofRules(Transition transition, PackAnswers after, Count allIncomplete) {
    List<Cause> causes = DecisionCauses.of(transition);
    IncompleteChanges incomplete = tally(causes, List.of());
    BitSet decided = new BitSet();
    causes.stream()
        .filter(cause -> cause.kind() == Kind.DECISION)
        .forEach(cause -> decided.or(cause.combinations()));
    standing(transition, allIncomplete);
    cost(transition);
    if (mayChangeConsequences(transition, decided)) {
      ConsequenceCauses.of(
              transition,
              hasSameRules(RuleSet.DECISION),
              c ->
                  CompleteSpace.numberOf(c.combination())
                      .map(decided::get)
                      .orElseGet(() -> incomplete.decides(c)))
          .forEach(found -> tally(transition, found, after));
    }
  }

  private boolean mayChangeConsequences(Transition transition, BitSet decided) {
    boolean sameGuidance =
        hasSameRules(RuleSet.GUIDANCE)
            && old.source().descriptor().equals(aligned.source().descriptor())
            && old.overlays().equals(young.overlays());
    return !sameGuidance
        || CompleteSpace.everything().stream()
            .anyMatch(number -> !decided.get(number) && !transition.changes(number).isEmpty());
  }

  private boolean hasSameRules(RuleSet set) {
    return old.source().drl(set).equals(young.source().drl(set));
  }

  private IncompleteChanges tally(List<Cause> causes, List<String> responsible) {
    IncompleteChanges incomplete = IncompleteChanges.by(causes);
    for (Cause cause : causes) {
      Combination plainest = CompleteSpace.plainest(cause.combinations());
      Transition transition = cause.transition();
      tallies.add(
          new Tally(cause, Sentences.of(cause), responsible)
              .incomplete(incomplete.of(cause))
              .example(
                  transition
                      .move()
                      .map(move -> move.between(plainest.toCase(boundaries)))
                      .orElseGet(() -> plainest.toCase(boundaries)),
                  transition.before(plainest),
                  transition.after(plainest)));
    }
    return incomplete;
  }

  private void tally(Transition transition, Found found, PackAnswers after) {
    Answer was = transition.beforeAnswers().ask(found.example(), found.assume());
    Answer is = transition.afterAnswers().ask(found.example(), found.assume());
    Tally tally =
        new Tally(found.cause(), Sentences.of(found.cause()), List.of())
            .incomplete(found.incomplete())
            .assuming(found.assume())
            .example(found.example(), was, is);
    if (!is.equals(after.ask(found.example(), found.assume()))) {
      found
          .exampleUnder(boundaries, newBoundaries)
          .ifPresent(moved -> tally.exampleAfter(moved, after.ask(moved, found.assume())));
    }
    tallies.add(tally);
  }

  /** What stands in every answer. */
  private void standing(Transition transition, Count allIncomplete) {
    PackAnswers before = transition.beforeAnswers();
    PackAnswers after = transition.afterAnswers();
    Map<String, List<String>> told = new LinkedHashMap<>();
    told.put("the guideline", List.of(before.guideline(), after.guideline()));
    told.put("the standing of the guideline", List.of(before.standing(), after.standing()));
    told.forEach(
        (subject, words) -> {
          if (!words.get(0).equals(words.get(1))) {
            Cause cause =
                of(subject, words.get(0), words.get(1), CompleteSpace.everything(), transition);
            Combination plainest = CompleteSpace.plainest(cause.combinations());
            tallies.add(
                new Tally(
                        cause,
                        Sentences.of(cause),
                        List.of(PackSource.DESCRIPTOR, PackSource.DESCRIPTOR))
                    .incomplete(allIncomplete)
                    .example(
                        plainest.toCase(boundaries),
                        transition.before(plainest),
                        transition.before(plainest)));
          }
        });
  }

  /** What stands in no answer: reviews count with it. */
  private void cost(Transition transition) {
    String was = transition.beforeAnswers().cost();
    String is = transition.afterAnswers().cost();
    if (!was.equals(is)) {
      Cause cause = of("the cost of a procedure", was, is, new BitSet(), transition);
      tallies.add(
          new Tally(
              cause,
              Sentences.of(cause),
              List.of(PackSource.DESCRIPTOR + " cost.*", PackSource.DESCRIPTOR + " cost.*")));
    }
  }

  private static Cause of(
      String subject, String was, String is, BitSet combinations, Transition transition) {
    return new Cause(
        List.of(
            Change.of(Kind.CONSEQUENCE, subject, List.of(Token.of(was)), List.of(Token.of(is)))),
        "",
        "",
        combinations,
        combinations.cardinality(),
        transition);
  }

  /** What a moved boundary changes for those between its two places. */
  private void ofMove(
      BoundaryMove move, Transition transition, PackAnswers before, PackAnswers after) {
    tally(
        DecisionCauses.of(transition),
        List.of(
            PackSource.DESCRIPTOR + " " + move.boundary().key() + " = " + move.from(),
            PackSource.DESCRIPTOR + " " + move.boundary().key() + " = " + move.to()));
    namedAnswers(move, transition, before, after);
  }

  /** The answers that are asked for are named after the boundary. */
  private void namedAnswers(
      BoundaryMove move, Transition transition, PackAnswers before, PackAnswers after) {
    List<Combination> open =
        transition.domain().stream()
            .mapToObj(CompleteSpace.ALL::get)
            .filter(c -> !transition.before(c).verdict().equals(transition.after(c).verdict()))
            .map(c -> c.with(move.boundary().dimension(), null))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    ClinicalCase example =
        open.stream()
            .min((a, b) -> Integer.compare(a.oddness(), b.oddness()))
            .orElseThrow()
            .toCase(boundaries);
    Answer was = before.ask(example);
    Answer is = after.ask(example);
    Cause cause =
        new Cause(
            List.of(
                new Change(
                    Kind.DECISION,
                    move.boundary().fact().code(),
                    was.verdict(),
                    is.verdict(),
                    List.of(Token.of(was.words())),
                    List.of(Token.of(is.words())))),
            "",
            "",
            new BitSet(),
            0,
            transition);
    tallies.add(
        new Tally(
                cause,
                "Where "
                    + move.boundary().fact().code()
                    + " is missing, its possible answers are named after the boundary, which was "
                    + move.from()
                    + " and becomes "
                    + move.to()
                    + ".",
                List.of(
                    PackSource.DESCRIPTOR + " " + move.boundary().key() + " = " + move.from(),
                    PackSource.DESCRIPTOR + " " + move.boundary().key() + " = " + move.to()))
            .incomplete(Count.of(IncompleteChanges.general(open, transition.canBeUnknown()), 0))
            .example(example, was, is));
  }
}
