package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.review.OpenFact;
import org.spinepain.guideline.review.Population;
import org.spinepain.guideline.review.Protocol;
import org.spinepain.guideline.review.ProtocolReview;
import org.spinepain.guideline.review.ProtocolStep;
import org.spinepain.guideline.review.Range;
import org.spinepain.guideline.review.ReviewedProtocol;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * An edition that moves the boundaries, in its descriptor only: 16 years, 6 months, 2 days near.
 */
class MovedBoundariesTest {

  private static final ProcedureRequest EPIDURAL =
      ProcedureRequest.epidural("p1").injecting(Injectate.STEROID);

  private static GuidelineEngine engine;

  @BeforeAll
  static void open() {
    engine =
        PackSource.bundled()
            .describedWith("boundary.adultYears = 18", "boundary.adultYears = 16")
            .describedWith("boundary.chronicMonths = 3", "boundary.chronicMonths = 6")
            .describedWith("boundary.nearDays = 7", "boundary.nearDays = 2")
            .open();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void aPersonWhoTurnsSixteenTodayIsAnAdult() {
    assertThat(of(bornOn(Cases.ASSESSED_ON.minusYears(16))).verdict())
        .isEqualTo(Verdict.RECOMMEND_AGAINST);
  }

  @Test
  void aPersonWhoTurnsSixteenTomorrowIsNoAdult() {
    assertThat(reasons(of(bornOn(Cases.ASSESSED_ON.plusDays(1).minusYears(16)))))
        .containsExactly("not-adult");
  }

  @Test
  void aPersonOfSixteenYearsAsANumberIsAnAdult() {
    assertThat(of(patient(PatientRecord.aged(16))).verdict()).isEqualTo(Verdict.RECOMMEND_AGAINST);
  }

  @Test
  void aPersonOfFifteenYearsAsANumberIsNoAdult() {
    assertThat(reasons(of(patient(PatientRecord.aged(15))))).containsExactly("not-adult");
  }

  @Test
  void painThatIsSixMonthsOldTodayIsChronic() {
    assertThat(of(since(Cases.ASSESSED_ON.minusMonths(6))).verdict())
        .isEqualTo(Verdict.RECOMMEND_AGAINST);
  }

  @Test
  void painThatIsSixMonthsOldTomorrowIsAcute() {
    assertThat(reasons(of(since(Cases.ASSESSED_ON.plusDays(1).minusMonths(6)))))
        .containsExactly("acute-pain");
  }

  @Test
  void theAnswersThatAreMissingAboutAgeAreNamedAfterTheBoundary() {
    assertThat(answers(of(patient(PatientRecord.ofUnknownAge())), CaseFact.PATIENT_AGE))
        .containsExactly("below-16 no-recommendation", "at-least-16 recommend-against");
  }

  @Test
  void theAnswersThatAreMissingAboutDurationAreNamedAfterTheBoundary() {
    assertThat(
            answers(
                of(Cases.of(Cases.withoutOnset(PainHistory.axial()), EPIDURAL)),
                CaseFact.PAIN_DURATION))
        .containsExactly("below-6-months no-recommendation", "at-least-6-months recommend-against");
  }

  @Test
  void aStatedDurationTwoDaysFromTheBoundaryGetsTheCaveat() {
    assertThat(caveats(of(lasting(Period.of(0, 6, 2))))).containsExactly("near-duration-boundary");
  }

  @Test
  void aStatedDurationThreeDaysFromTheBoundaryGetsNoCaveat() {
    assertThat(caveats(of(lasting(Period.of(0, 6, 3))))).isEmpty();
  }

  @Test
  void aStatedDurationAtTheBoundaryOfTheBundledEditionGetsNoCaveat() {
    assertThat(caveats(of(lasting(Period.ofMonths(3))))).isEmpty();
  }

  /** For 16 years and more all are adults here; for 3 months and more some have acute pain. */
  @Test
  void aRangeOfAProtocolIsOnOneSideOrSpansTheBoundary() {
    ProtocolStep step =
        new ProtocolStep(
            "w",
            new Population(Range.from(16), Range.from(Period.ofMonths(3)), PainHistory.axial()),
            EPIDURAL);

    ReviewedProtocol reviewed =
        ProtocolReview.of(
            engine,
            new Protocol("p", PracticeContext.unstated(), List.of(step)),
            Cases.ASSESSED_ON);

    assertThat(reviewed.steps().get(0).openFacts())
        .contains(new OpenFact(CaseFact.PAIN_DURATION, OpenFact.Openness.SPANS_BOUNDARY))
        .extracting(OpenFact::fact)
        .doesNotContain(CaseFact.PATIENT_AGE);
  }

  private static Determination of(ClinicalCase clinicalCase) {
    return engine.assess(clinicalCase).determination("p1");
  }

  private static ClinicalCase bornOn(LocalDate birthDate) {
    return ClinicalCase.of("case-1", Cases.ASSESSED_ON)
        .patient(PatientRecord.bornOn(birthDate))
        .pain(Cases.chronic(PainHistory.axial()))
        .procedure(EPIDURAL)
        .build();
  }

  private static ClinicalCase patient(PatientRecord patient) {
    return ClinicalCase.of("case-1", Cases.ASSESSED_ON)
        .patient(patient)
        .pain(Cases.chronic(PainHistory.axial()))
        .procedure(EPIDURAL)
        .build();
  }

  private static ClinicalCase since(LocalDate onset) {
    return Cases.of(Cases.withoutOnset(PainHistory.axial()).since(onset), EPIDURAL);
  }

  private static ClinicalCase lasting(Period duration) {
    return Cases.of(Cases.withoutOnset(PainHistory.axial()).lasting(duration), EPIDURAL);
  }

  private static List<String> reasons(Determination determination) {
    return determination.reasons().stream().map(Reason::code).toList();
  }

  private static List<String> caveats(Determination determination) {
    return determination.caveats().stream().map(Caveat::code).toList();
  }

  private static List<String> answers(Determination determination, CaseFact fact) {
    return determination.missing().stream()
        .filter(missing -> missing.fact() == fact)
        .map(MissingFact::outcomes)
        .flatMap(List::stream)
        .map(outcome -> outcome.value() + " " + outcome.verdict().code())
        .toList();
  }
}
