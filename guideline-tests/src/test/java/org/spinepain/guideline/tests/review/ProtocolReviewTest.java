package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.spinepain.guideline.model.Presence.ABSENT;
import static org.spinepain.guideline.model.Presence.PRESENT;
import static org.spinepain.guideline.model.assessment.Verdict.INSUFFICIENT_INFORMATION;
import static org.spinepain.guideline.model.assessment.Verdict.NO_RECOMMENDATION;
import static org.spinepain.guideline.model.assessment.Verdict.RECOMMEND_AGAINST;
import static org.spinepain.guideline.review.OpenFact.Openness.NOT_STATED;
import static org.spinepain.guideline.review.OpenFact.Openness.SPANS_BOUNDARY;
import static org.spinepain.guideline.tests.review.Protocols.ADULTS;
import static org.spinepain.guideline.tests.review.Protocols.AXIAL;
import static org.spinepain.guideline.tests.review.Protocols.CHRONIC;
import static org.spinepain.guideline.tests.review.Protocols.EPIDURAL_STEROID;
import static org.spinepain.guideline.tests.review.Protocols.RADICULAR;
import static org.spinepain.guideline.tests.review.Protocols.review;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.MissingFact.Outcome;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.OpenFact;
import org.spinepain.guideline.review.Population;
import org.spinepain.guideline.review.Protocol;
import org.spinepain.guideline.review.ProtocolReview;
import org.spinepain.guideline.review.ProtocolStep;
import org.spinepain.guideline.review.Range;
import org.spinepain.guideline.review.ReviewedStep;
import org.spinepain.guideline.review.StepOption;
import org.spinepain.guideline.tests.pack.PackSource;

class ProtocolReviewTest {

  /** What the tables of the guideline say of steps; recommendations, reasons or missing facts. */
  static Stream<Arguments> steps() {
    ProcedureRequest facet = ProcedureRequest.jointTargeted("s").injecting(Injectate.STEROID);
    return Stream.of(
        step(AXIAL, EPIDURAL_STEROID, RECOMMEND_AGAINST, "axial-epidural"),
        step(RADICULAR, EPIDURAL_STEROID, RECOMMEND_AGAINST, "radicular-epidural"),
        step(
            PainHistory.axialAndRadicular().cancer(ABSENT).inflammatoryArthropathy(ABSENT),
            EPIDURAL_STEROID,
            RECOMMEND_AGAINST,
            "axial-epidural",
            "radicular-epidural"),
        step(AXIAL, facet, RECOMMEND_AGAINST, "axial-joint-targeted"),
        step(RADICULAR, facet, NO_RECOMMENDATION, "not-addressed"),
        step(
            AXIAL,
            ProcedureRequest.intramuscular("s").injecting(Injectate.LOCAL_ANAESTHETIC),
            RECOMMEND_AGAINST,
            "axial-intramuscular"),
        step(
            AXIAL,
            ProcedureRequest.intramuscular("s").injecting(Injectate.STEROID),
            NO_RECOMMENDATION,
            "not-addressed"),
        step(
            AXIAL,
            ProcedureRequest.jointRadiofrequencyAblation("s"),
            RECOMMEND_AGAINST,
            "axial-joint-rfa"),
        step(
            RADICULAR,
            ProcedureRequest.dorsalRootGanglionRadiofrequency("s"),
            RECOMMEND_AGAINST,
            "radicular-drg-rf"),
        step(
            AXIAL,
            ProcedureRequest.dorsalRootGanglionRadiofrequency("s"),
            NO_RECOMMENDATION,
            "not-addressed"),
        step(AXIAL, ProcedureRequest.of("s", Technique.OTHER), NO_RECOMMENDATION, "not-addressed"),
        step(
            AXIAL,
            EPIDURAL_STEROID.offeredIn(Setting.CLINICAL_TRIAL),
            NO_RECOMMENDATION,
            "clinical-trial"),
        step(
            AXIAL,
            EPIDURAL_STEROID.intendedFor(Intent.DIAGNOSIS),
            NO_RECOMMENDATION,
            "diagnostic-intent"),
        step(AXIAL.cancer(PRESENT), EPIDURAL_STEROID, NO_RECOMMENDATION, "cancer-related"),
        step(
            AXIAL.otherCauses(OtherCause.FRACTURE),
            EPIDURAL_STEROID,
            NO_RECOMMENDATION,
            "cause-excluded-from-evidence"),
        step(
            AXIAL,
            EPIDURAL_STEROID.setting(Stated.unspecified()),
            INSUFFICIENT_INFORMATION,
            "procedure.setting"),
        step(
            PainHistory.axial(),
            EPIDURAL_STEROID,
            INSUFFICIENT_INFORMATION,
            "pain.cancer",
            "pain.inflammatory-arthropathy"),
        step(
            AXIAL,
            ProcedureRequest.epidural("s"),
            INSUFFICIENT_INFORMATION,
            "procedure.injectate"));
  }

  private static Arguments step(
      PainHistory pain, ProcedureRequest procedure, Verdict verdict, String... codes) {
    return Arguments.of(pain, procedure, verdict, List.of(codes));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepIsDecidedAsTheGuidelineSays(
      PainHistory pain, ProcedureRequest procedure, Verdict verdict, List<String> codes) {
    ReviewedStep reviewed = review(pain, procedure);

    assertThat(reviewed.determination().verdict()).isEqualTo(verdict);
    assertThat(codes(reviewed.determination())).containsExactlyElementsOf(codes);
    assertThat(guidance(reviewed.determination()).contains("review-protocol"))
        .isEqualTo(verdict == RECOMMEND_AGAINST);
    assertThat(reviewed.options())
        .containsExactlyElementsOf(
            verdict == RECOMMEND_AGAINST
                ? List.of(StepOption.WITHIN_TRIAL_ONLY, StepOption.REMOVED)
                : List.of());
  }

  @Test
  void aStepThatIsRecommendedAgainstIsAskedAboutInATrialToo() {
    Determination trial =
        review(AXIAL, EPIDURAL_STEROID).inTrial().orElseThrow().determinations().get(0);

    assertThat(trial.verdict()).isEqualTo(NO_RECOMMENDATION);
    assertThat(codes(trial)).containsExactly("clinical-trial");
    assertThat(guidance(trial)).containsExactly("trial-is-the-setting", "not-an-endorsement");
  }

  /** Rules of an edition for which a trial makes no difference. */
  @Tag("thorough")
  @Test
  void aTrialIsNoOptionWhereTheRulesRecommendAgainstItThereToo() {
    try (GuidelineEngine engine =
        PackSource.bundled()
            .replacing(
                "decision/1-scope.drl",
                "setting == Setting.CLINICAL_TRIAL",
                "setting == Setting.CLINICAL_TRIAL, intent == Intent.DIAGNOSIS")
            .open()) {
      ReviewedStep reviewed = review(engine, PracticeContext.unstated(), step(ADULTS, CHRONIC));

      assertThat(reviewed.options()).containsExactly(StepOption.REMOVED);
    }
  }

  @Test
  void ageAndDurationOnOneSideAreKnown() {
    assertThat(review(Range.between(18, 90), CHRONIC).openFacts()).isEmpty();
    assertThat(codes(review(Range.upTo(17), CHRONIC).determination())).containsExactly("not-adult");
    assertThat(codes(review(ADULTS, Range.upTo(Period.ofWeeks(12))).determination()))
        .containsExactly("acute-pain");
    assertThat(review(ADULTS, Range.from(Period.ofMonths(3))).determination().verdict())
        .isEqualTo(RECOMMEND_AGAINST);
  }

  @Test
  void agesOnBothSidesAreUnknown() {
    ReviewedStep reviewed = review(Range.between(16, 90), CHRONIC);

    assertThat(reviewed.openFacts())
        .containsExactly(new OpenFact(CaseFact.PATIENT_AGE, SPANS_BOUNDARY));
    assertThat(reviewed.determination().missing())
        .extracting(MissingFact::fact, MissingFact::outcomes)
        .containsExactly(
            tuple(
                CaseFact.PATIENT_AGE,
                List.of(
                    new Outcome("below-18", NO_RECOMMENDATION),
                    new Outcome("at-least-18", RECOMMEND_AGAINST))));
  }

  @Test
  void durationsOnBothSidesAreUnknown() {
    ReviewedStep reviewed = review(ADULTS, Range.between(Period.ofMonths(1), Period.ofMonths(6)));

    assertThat(reviewed.openFacts())
        .containsExactly(new OpenFact(CaseFact.PAIN_DURATION, SPANS_BOUNDARY));
    assertThat(reviewed.determination().missing())
        .extracting(MissingFact::fact, MissingFact::outcomes)
        .containsExactly(
            tuple(
                CaseFact.PAIN_DURATION,
                List.of(
                    new Outcome("below-3-months", NO_RECOMMENDATION),
                    new Outcome("at-least-3-months", RECOMMEND_AGAINST))));
  }

  /** 84 days are never 3 calendar months; from 2025-06-30, 90 days are not and 91 are. */
  @Test
  void theCalendarDecidesOnWhichSideARangeBegins() {
    assertThat(open(Range.from(Period.ofWeeks(12)))).containsExactly(CaseFact.PAIN_DURATION);
    assertThat(open(Range.from(Period.ofDays(90)))).containsExactly(CaseFact.PAIN_DURATION);
    assertThat(open(Range.from(Period.ofDays(91)))).isEmpty();
    assertThat(open(Range.upTo(Period.ofDays(91)))).containsExactly(CaseFact.PAIN_DURATION);
    assertThat(open(Range.upTo(Period.ofDays(90)))).isEmpty();
  }

  @Test
  void whatIsNotStatedIsUnknownAndToldApartFromWhatSpans() {
    assertThat(
            review(Range.any(), Range.any(), PainHistory.ofUnknownPattern(), EPIDURAL_STEROID)
                .openFacts())
        .containsExactly(
            new OpenFact(CaseFact.PATIENT_AGE, NOT_STATED),
            new OpenFact(CaseFact.PAIN_DURATION, NOT_STATED),
            new OpenFact(CaseFact.PAIN_CANCER, NOT_STATED),
            new OpenFact(CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY, NOT_STATED),
            new OpenFact(CaseFact.PAIN_PATTERN, NOT_STATED));
  }

  @Test
  void boundsOfARangeAreNotTakenForRounded() {
    assertThat(caveats(review(AXIAL, EPIDURAL_STEROID))).isEmpty();
    assertThat(caveats(review(AXIAL.at(SpinalLevel.THORACIC), EPIDURAL_STEROID)))
        .containsExactly("level-not-pictured");
  }

  @Test
  void thePracticeAndTheAssumptionsOfTheHostCount() {
    PracticeContext common = PracticeContext.unstated().proceduresRemainCommon(true);
    ProtocolStep step =
        new ProtocolStep(
            "w",
            new Population(ADULTS, CHRONIC, PainHistory.axial().inflammatoryArthropathy(ABSENT)),
            EPIDURAL_STEROID);

    ReviewedStep reviewed =
        review(Engines.BUNDLED.assuming(Assumption.CANCER_ABSENT), common, step);

    assertThat(reviewed.determination().verdict()).isEqualTo(RECOMMEND_AGAINST);
    assertThat(guidance(reviewed.determination()))
        .contains("document-local-practice", "review-protocol");
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        refused("population.ageYears.from", () -> step(Range.from(-1), CHRONIC)),
        refused("population.ageYears.to", () -> step(Range.upTo(131), CHRONIC)),
        refused("population.ageYears.to", () -> step(Range.between(40, 39), CHRONIC)),
        refused("population.duration.from", () -> step(ADULTS, Range.from(Period.ZERO))),
        refused("population.duration.to", () -> step(ADULTS, Range.upTo(Period.ofYears(131)))),
        refused(
            "population.duration.from",
            () -> step(ADULTS, Range.from(Period.ofYears(Integer.MAX_VALUE)))),
        refused(
            "population.duration.to",
            () -> step(ADULTS, Range.between(Period.ofMonths(2), Period.ofMonths(1)))),
        refused(
            "population.duration.from", () -> step(Range.upTo(10), Range.from(Period.ofYears(11)))),
        refused(
            "population.pain",
            () -> new Population(ADULTS, CHRONIC, AXIAL.lasting(Period.ofMonths(4)))),
        refused(
            "procedure.injectate",
            () -> procedure(ProcedureRequest.epidural("s").injecting(Injectate.NONE))),
        refused("id", () -> procedure(ProcedureRequest.epidural(" "))),
        refused("wording", () -> new ProtocolStep(" ", everybody(), EPIDURAL_STEROID)),
        refused("wording", () -> new ProtocolStep("x".repeat(2001), everybody(), EPIDURAL_STEROID)),
        refused("protocol", () -> new Protocol("", PracticeContext.unstated(), List.of())),
        refused(
            "steps[1].id",
            () ->
                new Protocol(
                    "p",
                    PracticeContext.unstated(),
                    List.of(step(ADULTS, CHRONIC), step(ADULTS, CHRONIC)))),
        refused(
            "assessedOn",
            () ->
                ProtocolReview.of(
                    Engines.BUNDLED,
                    new Protocol("p", PracticeContext.unstated(), List.of(step(ADULTS, CHRONIC))),
                    LocalDate.of(1899, 12, 31))));
  }

  private static Arguments refused(String path, Runnable making) {
    return Arguments.of(path, making);
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatCannotBeIsRefused(String path, Runnable making) {
    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            InvalidCaseException.class, e -> assertThat(e.path()).isEqualTo(path));
  }

  private static Population everybody() {
    return new Population(Range.any(), Range.any(), AXIAL);
  }

  private static ProtocolStep step(Range<Integer> ageYears, Range<Period> duration) {
    return new ProtocolStep("w", new Population(ageYears, duration, AXIAL), EPIDURAL_STEROID);
  }

  private static ProtocolStep procedure(ProcedureRequest procedure) {
    return new ProtocolStep("w", everybody(), procedure);
  }

  private static List<CaseFact> open(Range<Period> duration) {
    return review(ADULTS, duration).openFacts().stream().map(OpenFact::fact).toList();
  }

  private static List<String> codes(Determination determination) {
    return Stream.of(
            determination.recommendations().stream().map(Recommendation::id),
            determination.reasons().stream().map(Reason::code),
            determination.missing().stream().map(missing -> missing.fact().code()))
        .flatMap(codes -> codes)
        .toList();
  }

  private static List<String> guidance(Determination determination) {
    return determination.guidance().stream().map(Guidance::code).toList();
  }

  private static List<String> caveats(ReviewedStep reviewed) {
    return reviewed.determination().caveats().stream().map(Caveat::code).toList();
  }
}
