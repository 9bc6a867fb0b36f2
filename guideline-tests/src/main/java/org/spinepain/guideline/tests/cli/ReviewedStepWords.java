package org.spinepain.guideline.tests.cli;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.AssumedBy;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.review.OpenFact;
import org.spinepain.guideline.review.OpenFact.Openness;
import org.spinepain.guideline.review.Population;
import org.spinepain.guideline.review.Range;
import org.spinepain.guideline.review.ReviewedStep;
import org.spinepain.guideline.review.StepOption;

/**
 * What is told of a reviewed step of a protocol, to be laid out as text or as a page. Its clinical
 * sentences are those of the assessment.
 *
 * @param id the id of the step
 * @param verdict what the guideline says of it
 * @param wording what the protocol says
 * @param population for whom it is, as it was read
 * @param procedure what is done, as it was read
 * @param sections what is told of it, each with a title and at least one item
 */
record ReviewedStepWords(
    String id,
    Verdict verdict,
    String wording,
    String population,
    String procedure,
    List<Section> sections) {

  /** What is told under one title. */
  record Section(String title, List<String> items) {}

  /** The words of a step; its sources are marked. */
  static ReviewedStepWords of(ReviewedStep reviewed, Origins origins) {
    Determination determination = reviewed.determination();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Why", AssessmentText.why(determination, origins)));
    sections.add(new Section("What the step leaves open", open(reviewed)));
    sections.add(new Section("What it could become", options(reviewed, origins)));
    sections.add(new Section("What to discuss", guidance(determination, origins)));
    sections.add(
        new Section(
            "Caveats",
            determination.caveats().stream()
                .map(caveat -> caveat.text() + origins.mark(caveat.provenance()))
                .toList()));
    sections.add(
        new Section("Assumed", AssessmentText.assumed(determination.assumptions(), "step")));
    SiteText.sections(
            determination.local(), determination.replaced(), reviewed.assessment().overlays())
        .forEach((title, items) -> sections.add(new Section(title, items)));
    return new ReviewedStepWords(
        reviewed.step().id(),
        determination.verdict(),
        reviewed.step().wording(),
        population(reviewed.step().population()),
        procedure(reviewed.step().procedure()),
        sections.stream().filter(section -> !section.items().isEmpty()).toList());
  }

  /** What is open, and what each answer leads to, in the order of facts. */
  private static List<String> open(ReviewedStep reviewed) {
    Map<CaseFact, Openness> open =
        reviewed.openFacts().stream().collect(Collectors.toMap(OpenFact::fact, OpenFact::openness));
    Map<CaseFact, MissingFact> missing =
        reviewed.determination().missing().stream()
            .collect(Collectors.toMap(MissingFact::fact, Function.identity()));
    List<String> items = new ArrayList<>();
    for (CaseFact fact : CaseFact.values()) {
      if (open.containsKey(fact) || missing.containsKey(fact)) {
        items.add(
            Words.capitalised(Words.of(fact))
                + (open.get(fact) == Openness.SPANS_BOUNDARY
                    ? ": the step takes in both sides of the guideline's boundary. "
                    : ": the step does not say. ")
                + (missing.containsKey(fact)
                    ? outcomes(missing.get(fact))
                    : settled(reviewed.determination())));
      }
    }
    return items;
  }

  private static String settled(Determination determination) {
    boolean assumed =
        determination.assumptions().stream()
            .anyMatch(assumption -> assumption.by() == AssumedBy.HOST);
    return (assumed ? "Given what was assumed, no" : "No")
        + " answer to this alone would change the verdict.";
  }

  private static String outcomes(MissingFact missing) {
    return AssessmentText.answersByVerdict(missing).entrySet().stream()
        .map(
            answers ->
                Words.capitalised(String.join(", or ", answers.getValue()))
                    + ": "
                    + Words.afterAnswer(answers.getKey())
                    + ".")
        .collect(Collectors.joining(" "));
  }

  private static List<String> options(ReviewedStep reviewed, Origins origins) {
    List<String> items = new ArrayList<>();
    for (StepOption option : reviewed.options()) {
      items.add(
          switch (option) {
            case WITHIN_TRIAL_ONLY ->
                "Within a trial only: "
                    + reviewed
                        .inTrial()
                        .map(assessment -> assessment.determinations().get(0))
                        .map(trial -> inTrial(trial, origins))
                        .orElseThrow();
            case REMOVED -> "Removed from the protocol.";
          });
    }
    if (reviewed.determination().verdict() == Verdict.INSUFFICIENT_INFORMATION) {
      items.add("This follows once the step settles what it leaves open.");
    }
    return items;
  }

  private static String inTrial(Determination trial, Origins origins) {
    return "for the same step in a clinical trial the answer is "
        + Words.afterAnswer(trial.verdict())
        + ". "
        + String.join(" ", guidance(trial, origins));
  }

  private static List<String> guidance(Determination determination, Origins origins) {
    return determination.guidance().stream()
        .map(guidance -> AssessmentText.words(guidance, determination, origins))
        .toList();
  }

  private static String population(Population population) {
    PainHistory pain = population.pain();
    List<String> parts = new ArrayList<>();
    parts.add("age " + range(population.ageYears(), age -> age + " years"));
    parts.add("duration of the pain " + range(population.duration(), ReviewedStepWords::words));
    parts.add("pattern " + stated(pain.pattern()));
    parts.add("level " + stated(pain.level()));
    parts.add("cancer " + stated(pain.cancer()));
    parts.add("inflammatory arthropathy " + stated(pain.inflammatoryArthropathy()));
    pain.otherCauses().forEach(cause -> parts.add(cause.words() + " present"));
    return String.join("; ", parts);
  }

  private static String stated(Optional<? extends Coded> code) {
    return code.map(Coded::words).orElse("not stated");
  }

  private static <T> String range(Range<T> range, Function<T, String> words) {
    if (range.isAny()) {
      return "not stated";
    }
    String from = range.from().map(words).map(least -> "from " + least).orElse("");
    String to = range.to().map(words).map(greatest -> "up to " + greatest).orElse("");
    return (from + " " + to).strip();
  }

  private static String words(Period period) {
    List<String> parts = new ArrayList<>();
    amount(period.getYears(), "year", parts);
    amount(period.getMonths(), "month", parts);
    amount(period.getDays(), "day", parts);
    return String.join(" ", parts);
  }

  private static void amount(int number, String unit, List<String> parts) {
    if (number > 0) {
      parts.add(number + " " + unit + (number == 1 ? "" : "s"));
    }
  }

  private static String procedure(ProcedureRequest procedure) {
    return Words.of(procedure)
        + "; setting "
        + stated(procedure.setting())
        + "; intent "
        + stated(procedure.intent());
  }

  private static <T extends Coded> String stated(Stated<T> code) {
    return stated(code.known());
  }
}
