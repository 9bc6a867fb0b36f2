package org.spinepain.guideline.tests.diff;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.tests.diff.Change.Kind;
import org.spinepain.guideline.tests.space.Boundaries;

/** Puts the changes of single cases to what is told of the case space, or tells them apart. */
final class CaseChanges {

  private final Transition onSameFacts;
  private final Boundaries boundaries;
  private final Boundaries newBoundaries;
  private final List<Tally> tallies;

  /**
   * @param boundaries those of the old pack
   * @param newBoundaries those of the new pack
   * @param tallies what is told so far
   */
  CaseChanges(
      Transition onSameFacts,
      Boundaries boundaries,
      Boundaries newBoundaries,
      List<Tally> tallies) {
    this.onSameFacts = onSameFacts;
    this.boundaries = boundaries;
    this.newBoundaries = newBoundaries;
    this.tallies = tallies;
  }

  /**
   * Counts cases near the boundaries.
   *
   * @param onOldFacts the new rules with the boundaries of the old pack
   * @return what nothing tells so far
   */
  Collection<Tally> nearBoundaries(
      List<ClinicalCase> near, PackAnswers onOldFacts, PackAnswers after) {
    Map<String, Tally> nearOnly = new LinkedHashMap<>();
    for (ClinicalCase asked : near) {
      Answer was = onOldFacts.ask(asked);
      Answer is = after.ask(asked);
      List<Change> changes = Change.between(was, is);
      if (!changes.isEmpty()) {
        Tally tally =
            moved(asked, asked.procedures().get(0), Set.of())
                .orElseGet(() -> elsewhere("Near a boundary: ", changes, was, is, nearOnly));
        if (!tally.hasAnswers()) {
          tally.example(asked, was, is);
        }
        tally.addBoundaryCase();
      }
    }
    return nearOnly.values();
  }

  /**
   * Names vignettes and the host's cases.
   *
   * @return what nothing tells so far
   */
  Collection<Tally> of(List<AskedCase> cases, PackAnswers before, PackAnswers after) {
    Map<String, Tally> inCasesOnly = new LinkedHashMap<>();
    cases.forEach(asked -> ofCase(asked, before, after, inCasesOnly));
    return inCasesOnly.values();
  }

  private void ofCase(
      AskedCase asked, PackAnswers before, PackAnswers after, Map<String, Tally> inCasesOnly) {
    List<Answer> were = before.ask(asked.clinicalCase(), asked.assumptions());
    List<Answer> are = after.ask(asked.clinicalCase(), asked.assumptions());
    for (int i = 0; i < were.size(); i++) {
      Answer was = were.get(i);
      Answer is = are.get(i);
      List<Change> changes = Change.between(was, is);
      if (changes.isEmpty()) {
        continue;
      }
      ProcedureRequest procedure = asked.clinicalCase().procedures().get(i);
      Set<Boundary> crossed = crossed(asked.clinicalCase(), procedure, asked.assumptions());
      Optional<Tally> moved = moved(asked.clinicalCase(), procedure, asked.assumptions());
      for (Change change : moved.isPresent() ? changes.subList(0, 1) : changes) {
        Tally tally =
            crossed.size() > 1
                ? elsewhere("Across two boundaries: ", List.of(change), was, is, inCasesOnly)
                : moved
                    .or(() -> onSameSide(asked, procedure, change))
                    .orElseGet(
                        () -> elsewhere("In cases only: ", List.of(change), was, is, inCasesOnly));
        if (!tally.hasAnswers()) {
          if (asked.isVignette() && were.size() == 1) {
            tally.example(asked.clinicalCase(), was, is).assuming(sorted(asked.assumptions()));
          } else {
            tally.answers(was, is);
          }
        }
        tally.add(asked);
      }
    }
  }

  private static List<Assumption> sorted(Set<Assumption> assumptions) {
    return assumptions.stream().sorted().toList();
  }

  /** The boundaries on whose other side a procedure comes to lie. */
  private Set<Boundary> crossed(
      ClinicalCase asked, ProcedureRequest procedure, Set<Assumption> assumptions) {
    CaseFacts before = CaseFacts.of(asked, procedure, assumptions, boundaries);
    CaseFacts after = CaseFacts.of(asked, procedure, assumptions, newBoundaries);
    Set<Boundary> crossed = EnumSet.allOf(Boundary.class);
    crossed.removeIf(boundary -> before.side(boundary).equals(after.side(boundary)));
    return crossed;
  }

  /** The first change by a moved boundary that a procedure can have. */
  private Optional<Tally> moved(
      ClinicalCase asked, ProcedureRequest procedure, Set<Assumption> assumptions) {
    Set<Boundary> crossed = crossed(asked, procedure, assumptions);
    CaseFacts facts = CaseFacts.of(asked, procedure, assumptions, boundaries);
    return first(
        cause ->
            cause
                    .transition()
                    .move()
                    .map(BoundaryMove::boundary)
                    .filter(crossed::contains)
                    .isPresent()
                && facts.canBeOf(cause));
  }

  /** The first change by rules, texts or names of answers that a procedure can have. */
  private Optional<Tally> onSameSide(AskedCase asked, ProcedureRequest procedure, Change change) {
    Optional<Tally> same =
        change.kind() == Kind.DECISION ? Optional.empty() : first(c -> c.hasLike(change));
    if (same.isPresent() || change.kind() == Kind.CONSEQUENCE) {
      return same;
    }
    CaseFacts facts =
        CaseFacts.of(asked.clinicalCase(), procedure, asked.assumptions(), boundaries);
    return first(
            cause ->
                cause.kind() != Kind.CONSEQUENCE
                    && cause.transition().move().isEmpty()
                    && facts.canBeOf(cause))
        .or(() -> first(cause -> namesAnswersIn(cause, change)));
  }

  private Optional<Tally> first(Predicate<Cause> condition) {
    return tallies.stream().filter(tally -> condition.test(tally.cause())).findFirst();
  }

  private static boolean namesAnswersIn(Cause cause, Change change) {
    return cause.kind() == Kind.DECISION
        && cause.combinations().isEmpty()
        && change.lost().isEmpty() == change.gained().isEmpty()
        && change.lost().stream()
            .anyMatch(token -> token.exact().startsWith(cause.changes().get(0).subject()));
  }

  /** A change that the case space does not show. */
  private Tally elsewhere(
      String where, List<Change> changes, Answer was, Answer is, Map<String, Tally> bySentence) {
    String what =
        changes.stream()
            .map(change -> change.subject().isEmpty() ? "the decision" : change.subject())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" and "));
    boolean ofPresence = changes.stream().allMatch(Change::isOfPresence);
    String sentence = where + what + (ofPresence ? " comes or goes." : " changes.");
    Tally tally =
        bySentence.computeIfAbsent(
            sentence,
            said ->
                new Tally(
                    new Cause(changes, "", "", new BitSet(), 0, onSameFacts), said, List.of()));
    tally.onlyShown(was, is);
    return tally;
  }
}
