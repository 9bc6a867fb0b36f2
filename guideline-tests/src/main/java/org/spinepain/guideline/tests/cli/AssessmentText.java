package org.spinepain.guideline.tests.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.AssumedBy;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.GuidanceKind;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.TextKind;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * An assessment as a text that a clinician can read aloud: of each procedure the verdict first,
 * then why, the evidence, what follows, and what would settle it; of the whole how the guideline
 * stands, and its sources.
 *
 * <p>Its clinical sentences are those of the assessment. What is read in the practitioner digest
 * only, awaits its check or is our reading is marked so where it stands, and no figure is shown
 * that awaits its check. Equal cases and assessments give the same text.
 */
final class AssessmentText {

  private final TextLayout text;
  private final Origins origins = new Origins();

  private AssessmentText(TextLayout text) {
    this.text = text;
  }

  /**
   * The text of an assessment, in lines that end with {@code \n}.
   *
   * @param clinicalCase the case that was assessed
   * @param assessment the assessment of that case
   * @param width how many characters a line may have; only a single word may have more
   * @param styled whether a terminal shows it, so that titles can be bold
   * @throws IllegalArgumentException when the assessment is not of the case
   */
  static String of(ClinicalCase clinicalCase, Assessment assessment, int width, boolean styled) {
    TextLayout text = new TextLayout(width, styled);
    new AssessmentText(text).add(clinicalCase, assessment);
    return text.toString();
  }

  private void add(ClinicalCase clinicalCase, Assessment assessment) {
    List<String> asked = clinicalCase.procedures().stream().map(ProcedureRequest::id).toList();
    List<String> answered =
        assessment.determinations().stream().map(Determination::procedureId).toList();
    if (!clinicalCase.caseId().equals(assessment.caseId()) || !asked.equals(answered)) {
      throw new IllegalArgumentException("the assessment is of another case");
    }
    text.title(
        "Case " + Printable.of(assessment.caseId()) + ", assessed on " + assessment.assessedOn());
    for (int i = 0; i < asked.size(); i++) {
      add(clinicalCase.procedures().get(i), assessment.determinations().get(i));
      SiteText.add(assessment.determinations().get(i), assessment.overlays(), text);
    }
    Origins.addStanding(assessment.standing(), text);
    text.blank().title("What the evidence rests on");
    text.paragraph(2, assessment.guideline().evidenceBase());
    origins.addSources(text);
    Origins.addRules(assessment.guideline(), assessment.rules(), text);
    SiteText.addOverlays(assessment.overlays(), text);
  }

  private void add(ProcedureRequest procedure, Determination determination) {
    text.blank().title(Words.sentence(determination.verdict()));
    text.paragraph(
        0, "Procedure " + Printable.of(procedure.id()) + ": " + Words.of(procedure) + ".");
    addItems("Why", why(determination, origins));
    addItems("Evidence", determination.evidence().stream().map(this::item).toList());
    addGuidance("What to say", GuidanceKind.COMMUNICATION, determination);
    addGuidance("What to offer instead", GuidanceKind.ALTERNATIVE, determination);
    addGuidance("What to record", GuidanceKind.DOCUMENTATION, determination);
    addGuidance("For your practice", GuidanceKind.PRACTICE, determination);
    addItems(
        "Caveats",
        determination.caveats().stream()
            .map(
                c ->
                    Printable.of(c.text())
                        + origins.mark(c.provenance())
                        + SiteText.wordedBy(TextKind.CAVEAT, c.code(), determination.replaced()))
            .toList());
    addMissing(determination.missing());
    addItems("Assumed", assumed(determination.assumptions(), "case"));
  }

  private void addItems(String title, List<String> items) {
    if (!items.isEmpty()) {
      text.blank().title(title);
      items.forEach(item -> text.item(2, "-", item));
    }
  }

  /** The recommendations and reasons of a determination, each as a sentence. */
  static List<String> why(Determination determination, Origins origins) {
    List<String> why = new ArrayList<>();
    determination
        .recommendations()
        .forEach(
            r ->
                why.add(
                    Words.of(r.strength(), r.direction())
                        + " ("
                        + r.basis().words()
                        + ")"
                        + Words.dependingOn(r.dependingOn())
                        + ": "
                        + Printable.of(r.text())
                        + origins.mark(r.provenance())
                        + SiteText.wordedBy(
                            TextKind.RECOMMENDATION, r.id(), determination.replaced())
                        + SiteText.suppressed(r.suppressed())));
    determination
        .reasons()
        .forEach(
            r ->
                why.add(
                    Printable.of(r.text())
                        + origins.mark(r.provenance())
                        + SiteText.wordedBy(TextKind.REASON, r.code(), determination.replaced())));
    return why;
  }

  private String item(Evidence row) {
    return Words.capitalised(Words.of(row))
        + Words.dependingOn(row.dependingOn())
        + ": "
        + row.plain()
        + ". Certainty of the evidence: "
        + row.certainty().map(Certainty::words).orElse("not held")
        + ". Effect on "
        + row.outcome()
        + ": "
        + effect(row)
        + "."
        + origins.mark(row.provenance());
  }

  private static String effect(Evidence row) {
    boolean pending = row.provenance().status() == Status.PENDING;
    if (row.estimate().isEmpty()) {
      return pending ? "no figure held, estimate awaiting check" : "no figure held";
    }
    if (pending) {
      return "estimate awaiting check";
    }
    Estimate estimate = row.estimate().get();
    return estimate.value().toPlainString()
        + " "
        + row.unit()
        + " (95% CI "
        + estimate.low().toPlainString()
        + " to "
        + estimate.high().toPlainString()
        + ") against "
        + row.comparator()
        + "; below zero is less "
        + row.outcome()
        + ", and the smallest difference that matters to patients is "
        + row.smallestImportantDifference().toPlainString();
  }

  private void addGuidance(String title, GuidanceKind kind, Determination determination) {
    addItems(
        title,
        determination.guidance().stream()
            .filter(guidance -> guidance.kind() == kind)
            .map(guidance -> words(guidance, determination, origins))
            .toList());
  }

  /** Guidance of a determination as a sentence, with its source and whose words it is in. */
  static String words(Guidance guidance, Determination determination, Origins origins) {
    return Printable.of(guidance.text())
        + origins.mark(guidance.provenance())
        + SiteText.wordedBy(TextKind.GUIDANCE, guidance.code(), determination.replaced());
  }

  private void addMissing(List<MissingFact> missing) {
    if (missing.isEmpty()) {
      return;
    }
    text.blank().title("What would settle it");
    for (MissingFact fact : missing) {
      text.item(
          2,
          "-",
          Words.capitalised(Words.of(fact.fact()))
              + " ("
              + String.join(" or ", fact.answerWith())
              + "):");
      answersByVerdict(fact)
          .forEach(
              (verdict, answers) ->
                  text.item(
                      4, "-", String.join(", or ", answers) + ": " + Words.afterAnswer(verdict)));
    }
  }

  /** The answers to a fact in words, by what they lead to. */
  static Map<Verdict, List<String>> answersByVerdict(MissingFact fact) {
    return fact.outcomes().stream()
        .collect(
            Collectors.groupingBy(
                MissingFact.Outcome::verdict,
                LinkedHashMap::new,
                Collectors.mapping(o -> Words.ofCode(o.value()), Collectors.toList())));
  }

  /**
   * What was assumed, by whom.
   *
   * @param asked what was asked about, which does not say
   */
  static List<String> assumed(List<AppliedAssumption> assumptions, String asked) {
    List<String> items = new ArrayList<>();
    for (AssumedBy by : AssumedBy.values()) {
      String assumed =
          assumptions.stream()
              .filter(assumption -> assumption.by() == by)
              .map(assumption -> Words.ofCode(assumption.code()))
              .collect(Collectors.joining("; "));
      if (!assumed.isEmpty()) {
        items.add(
            switch (by) {
                  case DEFAULT -> "By default, since the " + asked + " does not say: ";
                  case HOST -> "By whoever asked: ";
                }
                + assumed
                + ".");
      }
    }
    return items;
  }
}
