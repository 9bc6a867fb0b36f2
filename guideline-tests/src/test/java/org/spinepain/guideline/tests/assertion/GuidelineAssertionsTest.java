package org.spinepain.guideline.tests.assertion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spinepain.guideline.model.Presence.ABSENT;
import static org.spinepain.guideline.model.SpinalLevel.LUMBAR;
import static org.spinepain.guideline.model.fact.Injectate.LOCAL_ANAESTHETIC;
import static org.spinepain.guideline.model.fact.Injectate.LOCAL_ANAESTHETIC_AND_STEROID;
import static org.spinepain.guideline.model.fact.Injectate.STEROID;
import static org.spinepain.guideline.tests.assertion.GuidelineAssertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * The assertions on an assessment with one determination of each verdict, holding and not holding.
 */
class GuidelineAssertionsTest {

  private static Assessment assessment;

  @BeforeAll
  static void assess() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      assessment =
          engine.assess(
              ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
                  .patient(PatientRecord.aged(54))
                  .pain(
                      PainHistory.axial()
                          .at(LUMBAR)
                          .lasting(Period.ofMonths(26))
                          .cancer(ABSENT)
                          .inflammatoryArthropathy(ABSENT))
                  .procedure(
                      ProcedureRequest.epidural("against").injecting(LOCAL_ANAESTHETIC_AND_STEROID))
                  .procedure(ProcedureRequest.intramuscular("silent").injecting(STEROID))
                  .procedure(ProcedureRequest.epidural("missing"))
                  .build());
    }
  }

  private static void fails(ThrowingCallable assertion, String... told) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(told);
  }

  @Test
  void aDeterminationAgainstIsToldFromTheOthers() {
    assertThat(assessment).determination("against").recommendsAgainst();
    fails(
        () -> assertThat(assessment).determination("silent").recommendsAgainst(),
        "the determination of silent",
        "recommend-against",
        "no-recommendation",
        "not-addressed");
  }

  @Test
  void silenceIsToldFromTheOthers() {
    assertThat(assessment).determination("silent").makesNoRecommendation();
    fails(
        () -> assertThat(assessment).determination("missing").makesNoRecommendation(),
        "insufficient-information",
        "procedure.injectate");
  }

  @Test
  void aLackOfInformationIsToldFromTheOthers() {
    assertThat(assessment).determination("missing").lacksInformation();
    fails(
        () -> assertThat(assessment).determination("against").lacksInformation(),
        "recommend-against",
        "axial-epidural");
  }

  @Test
  void recommendationsAndTheirBasesAreExact() {
    assertThat(assessment)
        .determination("against")
        .hasRecommendations("axial-epidural")
        .hasRecommendation("axial-epidural", Basis.DIRECT)
        .hasEvidenceBehind("axial-epidural");
    fails(
        () -> assertThat(assessment).determination("against").hasRecommendations(),
        "recommendations",
        "axial-epidural");
    fails(
        () ->
            assertThat(assessment)
                .determination("against")
                .hasRecommendation("axial-epidural", Basis.BY_COMPONENT),
        "DIRECT");
    fails(
        () -> assertThat(assessment).determination("against").hasEvidenceBehind("axial-joint-rfa"),
        "evidence",
        "axial-epidural");
  }

  @Test
  void reasonsGuidanceCaveatsAndAssumptionsAreExact() {
    assertThat(assessment)
        .determination("silent")
        .hasReasons("not-addressed")
        .hasGuidance("not-an-endorsement")
        .hasCaveats()
        .hasAssumptions("treatment-intent", "routine-care", "no-infection-or-fracture");
    fails(() -> assertThat(assessment).determination("silent").hasReasons(), "not-addressed");
    fails(() -> assertThat(assessment).determination("silent").hasGuidance(), "not-an-endorsement");
    fails(() -> assertThat(assessment).determination("silent").hasCaveats("x"), "caveats");
    fails(() -> assertThat(assessment).determination("silent").hasAssumptions(), "routine-care");
  }

  @Test
  void missingFactsAndWhatTheirAnswersLeadToAreExact() {
    assertThat(assessment)
        .determination("missing")
        .misses(CaseFact.PROCEDURE_INJECTATE)
        .wouldBe(Verdict.RECOMMEND_AGAINST, CaseFact.PROCEDURE_INJECTATE, LOCAL_ANAESTHETIC.code())
        .wouldBe(Verdict.NO_RECOMMENDATION, CaseFact.PROCEDURE_INJECTATE, "other");
    fails(() -> assertThat(assessment).determination("missing").misses(), "PROCEDURE_INJECTATE");
    fails(
        () ->
            assertThat(assessment)
                .determination("missing")
                .wouldBe(Verdict.RECOMMEND_AGAINST, CaseFact.PROCEDURE_INJECTATE, "other"),
        "procedure.injectate other");
  }

  @Test
  void theRulesBehindADeterminationAreNamed() {
    assertThat(assessment).determination("against").wasMadeBy("axial-epidural", "benefit");
    fails(
        () -> assertThat(assessment).determination("against").wasMadeBy("not-addressed"),
        "not-addressed");
  }

  @Test
  void anUnknownProcedureIsToldWithThoseThereAre() {
    assertThat(assessment).determines("against", "silent", "missing");
    fails(() -> assertThat(assessment).determination("p9"), "p9", "against", "silent", "missing");
    fails(() -> assertThat(assessment).determines("against"), "silent");
  }

  @Test
  void theStandingIsTold() {
    assertThat(assessment).hasStanding(EditionState.CONTESTED);
    fails(() -> assertThat(assessment).hasStanding(EditionState.CURRENT), "current", "contested");
  }
}
