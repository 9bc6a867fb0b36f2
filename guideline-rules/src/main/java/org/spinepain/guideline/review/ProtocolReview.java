package org.spinepain.guideline.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.review.OpenFact.Openness;

/**
 * Reviews the steps of a protocol: each is asked about as one case, by the rules that decide about
 * persons. What its population does not settle is unknown there: what it does not say, and a range
 * of ages or durations that takes in both sides of the boundary of the engine's edition. The bounds
 * of a range are taken as they are; unlike what a person states they are not rounded, and get no
 * caveat for that.
 */
public final class ProtocolReview {

  private final GuidelineEngine engine;
  private final PracticeContext practice;
  private final LocalDate assessedOn;
  private final ReviewedEdition edition;

  private ProtocolReview(GuidelineEngine engine, PracticeContext practice, LocalDate assessedOn) {
    this.engine = engine;
    this.practice = practice.askingAbout(PracticeUse.PROTOCOL_STEP);
    this.assessedOn = assessedOn;
    this.edition = ReviewedEdition.of(engine);
  }

  /**
   * What the guideline says of the steps of a protocol.
   *
   * @param engine whom to ask; stays open
   * @param protocol the protocol
   * @param assessedOn the date for which the guideline is asked, in the years 1900 to 9999
   * @throws InvalidCaseException for another date
   * @throws IllegalStateException when the engine is swapped to other rules meanwhile
   */
  public static ReviewedProtocol of(
      GuidelineEngine engine, Protocol protocol, LocalDate assessedOn) {
    ProtocolReview review = new ProtocolReview(engine, protocol.practice(), assessedOn);
    return new ReviewedProtocol(
        protocol.name(),
        assessedOn,
        review.edition,
        protocol.steps().stream().map(review::review).toList());
  }

  private ReviewedStep review(ProtocolStep step) {
    List<OpenFact> openFacts = new ArrayList<>();
    PatientRecord patient = patient(step.population(), openFacts);
    PainHistory pain = pain(step.population(), openFacts);
    Assessment assessment = assess(patient, pain, step.procedure());
    if (assessment.determinations().get(0).verdict() != Verdict.RECOMMEND_AGAINST) {
      return new ReviewedStep(step, openFacts, assessment, List.of(), Optional.empty());
    }
    Assessment inTrial = assess(patient, pain, step.procedure().offeredIn(Setting.CLINICAL_TRIAL));
    boolean trialHelps = inTrial.determinations().get(0).verdict() != Verdict.RECOMMEND_AGAINST;
    return new ReviewedStep(
        step,
        openFacts,
        assessment,
        trialHelps
            ? List.of(StepOption.WITHIN_TRIAL_ONLY, StepOption.REMOVED)
            : List.of(StepOption.REMOVED),
        Optional.of(inTrial));
  }

  private Assessment assess(PatientRecord patient, PainHistory pain, ProcedureRequest procedure) {
    return edition.require(
        engine.assess(
            ClinicalCase.of(procedure.id(), assessedOn)
                .patient(patient)
                .pain(pain)
                .procedure(procedure)
                .practice(practice)
                .build()));
  }

  /** The oldest of the population, if all are on one side of the boundary. */
  private PatientRecord patient(Population population, List<OpenFact> openFacts) {
    if (engine.isAdult(population.youngest()) == engine.isAdult(population.oldest())) {
      return PatientRecord.aged(population.oldest());
    }
    openFacts.add(new OpenFact(CaseFact.PATIENT_AGE, openness(population.ageYears())));
    return PatientRecord.ofUnknownAge();
  }

  /** The latest onset of the population, if all are on one side of the boundary. */
  private PainHistory pain(Population population, List<OpenFact> openFacts) {
    PainHistory pain = population.pain();
    LocalDate latest = population.latestOnset(assessedOn);
    boolean oneSide =
        engine.isChronic(latest, assessedOn)
            == engine.isChronic(population.earliestOnset(assessedOn), assessedOn);
    if (!oneSide) {
      openFacts.add(new OpenFact(CaseFact.PAIN_DURATION, openness(population.duration())));
    }
    open(CaseFact.PAIN_CANCER, pain.cancer(), openFacts);
    open(CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY, pain.inflammatoryArthropathy(), openFacts);
    open(CaseFact.PAIN_PATTERN, pain.pattern(), openFacts);
    return oneSide ? pain.since(latest) : pain;
  }

  private static void open(CaseFact fact, Optional<?> stated, List<OpenFact> openFacts) {
    if (stated.isEmpty()) {
      openFacts.add(new OpenFact(fact, Openness.NOT_STATED));
    }
  }

  private static Openness openness(Range<?> range) {
    return range.isAny() ? Openness.NOT_STATED : Openness.SPANS_BOUNDARY;
  }
}
