package org.spinepain.guideline.tests.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.engine.explain.Criterion;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.engine.explain.Holding;
import org.spinepain.guideline.engine.explain.Met;
import org.spinepain.guideline.engine.explain.ProcedureExplanation;
import org.spinepain.guideline.engine.explain.Question;
import org.spinepain.guideline.engine.explain.RecommendationExplanation;
import org.spinepain.guideline.engine.explain.SmallestChange;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.TextKind;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * An explanation as a text for a person: of each procedure the verdict, which answer settles most,
 * what would flip the verdict, and what stands in the way of each recommendation. Changes that
 * differ in the answer to one fact only are told together. Equal cases and explanations give the
 * same text.
 */
final class ExplanationText {

  private final TextLayout text;
  private final Origins origins = new Origins();

  private ExplanationText(TextLayout text) {
    this.text = text;
  }

  /**
   * The text of an explanation, in lines that end with {@code \n}.
   *
   * @param clinicalCase the case that was explained
   * @param explanation the explanation of that case
   * @param width how many characters a line may have; only a single word may have more
   * @param styled whether a terminal shows it, so that titles can be bold
   * @throws IllegalArgumentException when the explanation is not of the case
   */
  static String of(
      ClinicalCase clinicalCase, CaseExplanation explanation, int width, boolean styled) {
    TextLayout text = new TextLayout(width, styled);
    new ExplanationText(text).add(clinicalCase, explanation);
    return text.toString();
  }

  private void add(ClinicalCase clinicalCase, CaseExplanation explanation) {
    List<String> asked = clinicalCase.procedures().stream().map(ProcedureRequest::id).toList();
    List<String> answered =
        explanation.procedures().stream().map(ProcedureExplanation::procedureId).toList();
    if (!clinicalCase.caseId().equals(explanation.caseId()) || !asked.equals(answered)) {
      throw new IllegalArgumentException("the explanation is of another case");
    }
    text.title(
        "Case " + Printable.of(explanation.caseId()) + ", assessed on " + explanation.assessedOn());
    for (int i = 0; i < asked.size(); i++) {
      ProcedureExplanation procedure = explanation.procedures().get(i);
      add(clinicalCase.procedures().get(i), procedure);
      SiteText.add(List.of(), procedure.replaced(), explanation.overlays(), text);
    }
    text.blank().title("How to read it");
    text.paragraph(
        2,
        "The changes tell how the rules answer other cases; they are no advice to record this one"
            + " otherwise than it is. No recommendation is silence, and never support for a"
            + " procedure.");
    Origins.addStanding(explanation.standing(), text);
    origins.addSources(text);
    Origins.addRules(explanation.guideline(), explanation.rules(), text);
    SiteText.addOverlays(explanation.overlays(), text);
  }

  private void add(ProcedureRequest procedure, ProcedureExplanation explanation) {
    text.blank().title(Words.sentence(explanation.verdict()));
    text.paragraph(
        0, "Procedure " + Printable.of(procedure.id()) + ": " + Words.of(procedure) + ".");
    if (!explanation.assumptions().isEmpty()) {
      text.paragraph(
          0,
          "Assumed: "
              + explanation.assumptions().stream()
                  .map(AppliedAssumption::code)
                  .map(Words::ofCode)
                  .collect(Collectors.joining("; "))
              + ".");
    }
    if (!explanation.reasons().isEmpty()) {
      text.blank().title("Why");
      explanation
          .reasons()
          .forEach(
              reason ->
                  text.item(
                      2,
                      "-",
                      Printable.of(reason.text())
                          + origins.mark(reason.provenance())
                          + SiteText.wordedBy(
                              TextKind.REASON, reason.code(), explanation.replaced())));
    }
    addQuestions(explanation.questions());
    addFlips(explanation.smallestChanges());
    List<Shared> shared = shared(explanation.recommendations());
    if (!shared.isEmpty()) {
      text.blank().title("What every recommendation rests on");
      addCriteria(shared);
    }
    explanation
        .recommendations()
        .forEach(recommendation -> add(recommendation, shared, explanation.replaced()));
  }

  /** What flips the verdict, by what it flips to. */
  private void addFlips(List<SmallestChange> changes) {
    text.blank().title("The smallest changes that flip the verdict");
    if (changes.isEmpty()) {
      text.item(2, "-", "There are none: whatever the facts, the verdict is this one.");
    }
    Map<String, List<Alternatives>> byVerdict =
        Alternatives.of(changes, ExplanationText::verdict).stream()
            .collect(
                Collectors.groupingBy(
                    Alternatives::result, LinkedHashMap::new, Collectors.toList()));
    byVerdict.forEach(
        (verdict, alternatives) -> {
          text.paragraph(2, "To " + verdict + ":");
          alternatives.forEach(each -> text.item(4, "-", each.words()));
        });
  }

  private static String verdict(SmallestChange change) {
    String carried =
        change.recommendations().stream()
            .map(each -> each.id() + byComponent(each.basis()))
            .collect(Collectors.joining(" and "));
    return flipped(change.verdict()) + (carried.isEmpty() ? "" : ", by " + carried);
  }

  private static String flipped(Verdict verdict) {
    return switch (verdict) {
      case RECOMMEND_AGAINST -> "recommended against";
      case NO_RECOMMENDATION -> "no recommendation";
      case INSUFFICIENT_INFORMATION -> "not enough information";
    };
  }

  private static String byComponent(Basis basis) {
    return basis == Basis.BY_COMPONENT ? " (by component, our reading)" : "";
  }

  private void addQuestions(List<Question> questions) {
    if (questions.isEmpty()) {
      return;
    }
    text.blank().title("Which single answer settles most");
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      text.item(
          2,
          i + 1 + ".",
          Words.capitalised(Words.of(question.fact()))
              + " ("
              + String.join(" or ", question.answerWith())
              + "), which leaves "
              + (question.undecided() == 0 ? "none" : question.undecided())
              + " of "
              + question.completions()
              + " possible cases undecided:");
      Map<Verdict, List<String>> byVerdict =
          question.answers().stream()
              .collect(
                  Collectors.groupingBy(
                      Question.Answer::verdict,
                      LinkedHashMap::new,
                      Collectors.mapping(Question.Answer::value, Collectors.toList())));
      byVerdict.forEach(
          (verdict, answers) ->
              text.item(
                  5,
                  "-",
                  String.join(", or ", answers.stream().map(Words::ofCode).toList())
                      + ": "
                      + Words.afterAnswer(verdict)));
    }
  }

  private void add(
      RecommendationExplanation recommendation, List<Shared> shared, List<ReplacedText> replaced) {
    text.blank().title(recommendation.id() + ": " + words(recommendation.holding()));
    text.paragraph(
        2,
        Printable.of(recommendation.text())
            + origins.mark(recommendation.provenance())
            + SiteText.wordedBy(TextKind.RECOMMENDATION, recommendation.id(), replaced)
            + recommendation.basis().map(ExplanationText::byComponent).orElse("")
            + SiteText.suppressed(recommendation.suppressed()));
    if (recommendation.holding() == Holding.HOLDS) {
      return;
    }
    List<Shared> own =
        recommendation.criteria().stream()
            .map(Shared::of)
            .filter(criterion -> !shared.contains(criterion))
            .toList();
    addCriteria(own);
    if (recommendation.holding() == Holding.DOES_NOT_HOLD
        && recommendation.criteria().stream().noneMatch(each -> each.met() == Met.NOT_MET)) {
      text.item(2, "-", "None of these stands in the way alone, but some do not go together");
    }
    List<Alternatives> changes =
        Alternatives.of(
            recommendation.smallestChanges(), change -> basisOf(recommendation, change));
    if (!changes.isEmpty()) {
      text.item(2, "-", "The smallest changes with which it would hold:");
      changes.forEach(each -> text.item(4, "-", each.words() + each.result()));
    }
  }

  private static String basisOf(RecommendationExplanation recommendation, SmallestChange change) {
    return change.recommendations().stream()
        .filter(each -> each.id().equals(recommendation.id()))
        .map(each -> byComponent(each.basis()))
        .collect(Collectors.joining());
  }

  /** Of a criterion what can be the same in several recommendations. */
  private record Shared(Fact fact, Optional<String> value, Met met, List<String> canHoldWith) {

    static Shared of(Criterion criterion) {
      return new Shared(
          criterion.fact(), criterion.value(), criterion.met(), criterion.canHoldWith());
    }
  }

  /** The criteria that all recommendations have, and all in the same way. */
  private static List<Shared> shared(List<RecommendationExplanation> recommendations) {
    List<List<Shared>> criteria =
        recommendations.stream()
            .map(recommendation -> recommendation.criteria().stream().map(Shared::of).toList())
            .toList();
    return criteria.isEmpty()
        ? List.of()
        : criteria.get(0).stream()
            .filter(criterion -> criteria.stream().allMatch(each -> each.contains(criterion)))
            .toList();
  }

  /** Those that are not met first, each with what it has to be, and those that are met in one. */
  private void addCriteria(List<Shared> criteria) {
    for (Met met : List.of(Met.NOT_MET, Met.OPEN)) {
      criteria.stream()
          .filter(criterion -> criterion.met() == met)
          .forEach(
              criterion ->
                  text.item(
                      2,
                      "-",
                      Words.capitalised(met.words())
                          + ": "
                          + withValue(criterion)
                          + "; it has to be "
                          + Words.ofAnswers(criterion.fact(), criterion.canHoldWith())));
    }
    String met =
        criteria.stream()
            .filter(criterion -> criterion.met() == Met.MET)
            .map(ExplanationText::withValue)
            .collect(Collectors.joining("; "));
    if (!met.isEmpty()) {
      text.item(2, "-", "Met: " + met);
    }
  }

  private static String withValue(Shared criterion) {
    return Words.of(criterion.fact())
        + " is "
        + Words.ofAnswer(criterion.fact(), criterion.value());
  }

  private static String words(Holding holding) {
    return switch (holding) {
      case HOLDS -> "holds";
      case DEPENDS_ON_UNKNOWN -> "depends on what is unknown";
      case DOES_NOT_HOLD -> "does not hold";
    };
  }
}
