package org.spinepain.guideline.tests.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.approved.ApprovedTexts;
import org.spinepain.guideline.tests.mutation.Mutant.Kind;
import org.spinepain.guideline.tests.mutation.Mutant.MovedByDays;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.space.Boundaries;
import org.spinepain.guideline.tests.space.SpaceComparison;
import org.spinepain.guideline.tests.vignette.Vignette;

/** Decides what becomes of the mutants of a pack. Thread-safe. */
final class Judge {

  /** A vignette with more completions than this is asked only when no other notices a mutant. */
  private static final int WIDE = 200;

  private final MutantBuilder builder;
  private final SpaceComparison space;
  private final List<Vignette> vignettes;
  private final List<Vignette> wideVignettes;
  private final String approved;
  private final String sheetOfNarrow;
  private final Set<String> rulesOfWithdrawnOnly;

  /**
   * A judge.
   *
   * @param pack the pack that is mutated
   * @param vignettes the vignettes that have to notice
   * @param approved the approved sheet of its texts
   * @throws IllegalStateException when the pack itself is not as the vignettes and the sheet say,
   *     or its boundaries leave no case on a side
   */
  Judge(BuiltPack pack, List<Vignette> vignettes, String approved) {
    this.builder = new MutantBuilder(pack);
    this.space = new SpaceComparison(pack);
    Boundaries.of(pack.source()).requireCases();
    Map<Boolean, List<Vignette>> byWidth =
        vignettes.stream()
            .collect(Collectors.partitioningBy(v -> Width.of(v.clinicalCase()) > WIDE));
    this.vignettes = byWidth.get(false);
    this.wideVignettes = byWidth.get(true);
    this.approved = approved;
    Answers answers = new Answers();
    try (GuidelineEngine engine = pack.open()) {
      this.vignettes.forEach(vignette -> ask(engine, vignette, CaseShift.NONE, answers));
      this.sheetOfNarrow = ApprovedTexts.sheet(pack, answers.assessments());
      wideVignettes.forEach(vignette -> ask(engine, vignette, CaseShift.NONE, answers));
    }
    if (!answers.failed().isEmpty()) {
      throw new IllegalStateException(
          "the pack does not do what vignettes expect, see them first: " + answers.failed());
    }
    if (!ApprovedTexts.sheet(pack, answers.assessments()).equals(approved)) {
      throw new IllegalStateException(
          "the texts of the pack are not the approved ones; approve them first");
    }
    this.rulesOfWithdrawnOnly = ApprovedTexts.rulesOfWithdrawnOnly(pack);
  }

  MutantResult judge(Mutant mutant) {
    try {
      BuiltPack built = builder.build(mutant);
      CaseShift shift = shift(mutant);
      Answers answers = new Answers();
      RulePack loaded = built.load();
      try (GuidelineEngine engine = GuidelineEngine.on(loaded, EngineOptions.defaults())) {
        vignettes.forEach(vignette -> ask(engine, vignette, shift, answers));
        if (!answers.failed().isEmpty()) {
          return killedBy(answers.failed(), mutant);
        }
        if (isTold(mutant) && !isApproved(built, answers, sheetOfNarrow)) {
          return result(mutant, Outcome.KILLED_BY_APPROVED_TEXTS, "");
        }
        wideVignettes.forEach(vignette -> ask(engine, vignette, shift, answers));
      }
      if (!answers.failed().isEmpty()) {
        return killedBy(answers.failed(), mutant);
      }
      if (isTold(mutant) && !isApproved(built, answers, approved)) {
        return result(mutant, Outcome.KILLED_BY_APPROVED_TEXTS, "");
      }
      return compared(mutant, compare(mutant, built, shift));
    } catch (CompilationException e) {
      return result(mutant, Outcome.NOT_COMPILED, firstLine(e.getMessage()));
    } catch (RulePackException e) {
      return result(mutant, Outcome.REFUSED, firstLine(e.getMessage()));
    }
  }

  private static MutantResult killedBy(List<String> failed, Mutant mutant) {
    return new MutantResult(mutant.id(), Outcome.KILLED_BY_VIGNETTES, failed, "");
  }

  private static boolean isApproved(BuiltPack built, Answers answers, String sheet) {
    try {
      return ApprovedTexts.sheet(built, answers.assessments()).equals(sheet);
    } catch (RuleExecutionException noSheet) {
      return false;
    }
  }

  private static CaseShift shift(Mutant mutant) {
    return mutant.change() instanceof MovedByDays moved ? moved.shift() : CaseShift.NONE;
  }

  /**
   * Whether the approved sheet may notice a mutant: it tells words, statuses, the heads of rules
   * and the descriptor. When rules fire, what is decided and the figures of the evidence are for
   * vignettes to notice, but for rules that fire only when the edition is withdrawn.
   */
  private boolean isTold(Mutant mutant) {
    return switch (mutant.part().kind()) {
          case HEAD, DESCRIPTION -> true;
          case OUTPUT -> isWording(mutant);
          case RULE, PATTERN, CONSTRAINT, BOUNDARY -> false;
        }
        || mutant.part().rule().filter(rulesOfWithdrawnOnly::contains).isPresent();
  }

  private static boolean isWording(Mutant mutant) {
    return switch (mutant.operator()) {
      case TEXT_CHANGED, STATUS_CHANGED -> true;
      case CODE_CHANGED -> false;
      default -> !isDecision(mutant);
    };
  }

  private static boolean isDecision(Mutant mutant) {
    return mutant.part().file().startsWith(RuleSet.DECISION.folder() + "/");
  }

  /** What the vignettes' cases were answered, and the vignettes that expect otherwise. */
  private record Answers(List<Assessment> assessments, List<String> failed) {

    Answers() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private static void ask(
      GuidelineEngine engine, Vignette vignette, CaseShift shift, Answers answers) {
    try {
      Assessment assessment =
          engine
              .assuming(vignette.assume().toArray(Assumption[]::new))
              .assess(shift.of(vignette.clinicalCase()));
      answers.assessments().add(assessment);
      if (!vignette.differences(assessment).isEmpty()) {
        answers.failed().add(vignette.id());
      }
    } catch (RuleExecutionException noAnswer) {
      answers.failed().add(vignette.id());
    }
  }

  private SpaceComparison.Result compare(Mutant mutant, BuiltPack built, CaseShift shift) {
    if (mutant.part().kind() == Kind.BOUNDARY) {
      return space.compareBoundaries(built, shift::of);
    }
    return isDecision(mutant) ? space.compareDecisions(built) : space.compareGuidance(built);
  }

  private static MutantResult compared(Mutant mutant, SpaceComparison.Result result) {
    return result
        .difference()
        .map(difference -> result(mutant, Outcome.SURVIVED, words(difference)))
        .orElseGet(
            () ->
                result(mutant, Outcome.EQUIVALENT, "the same answer to all of " + result.asked()));
  }

  private static String words(SpaceComparison.Difference difference) {
    ClinicalCase clinicalCase = difference.clinicalCase();
    return "smallest case: "
        + CaseDocuments.toCompactJson(clinicalCase)
        + "\nthe pack says:   "
        + difference.answer()
        + "\nthe mutant says: "
        + difference.otherAnswer();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static MutantResult result(Mutant mutant, Outcome outcome, String note) {
    return new MutantResult(mutant.id(), outcome, List.of(), note);
  }
}
