package org.spinepain.guideline.tests.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.tuple;
import static org.spinepain.guideline.model.assessment.Basis.BY_COMPONENT;
import static org.spinepain.guideline.model.assessment.EditionState.CONTESTED;
import static org.spinepain.guideline.model.assessment.EditionState.WITHDRAWN;
import static org.spinepain.guideline.model.assessment.Verdict.INSUFFICIENT_INFORMATION;
import static org.spinepain.guideline.model.assessment.Verdict.RECOMMEND_AGAINST;
import static org.spinepain.guideline.model.fact.Injectate.NONE;
import static org.spinepain.guideline.model.fact.Injectate.STEROID;
import static org.spinepain.guideline.model.fact.PainPattern.AXIAL_AND_RADICULAR;
import static org.spinepain.guideline.model.fact.Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY;
import static org.spinepain.guideline.model.fact.Technique.EPIDURAL_INJECTION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Practice;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Presentation;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.SpinePain;
import org.spinepain.guideline.model.fact.Technique;

/** What the tables say that the worked cases do not show, and the items that they hold. */
class DecisionTableTest {

  private static final DecisionTable TABLE = DecisionTable.bundled();
  private static final Practice USUAL = new Practice(false, PracticeUse.PATIENT_CARE);
  private static final Presentation LUMBAR = new Presentation(false, false);

  @Test
  void everyReasonThatHoldsIsGivenOnceAndInOrder() {
    TableAnswer answer =
        TABLE.decide(
            new Patient(false),
            new SpinePain(false, PainPattern.OTHER, true, true, true, true),
            new Procedure(
                Technique.OTHER, Injectate.OTHER, Intent.DIAGNOSIS, Setting.CLINICAL_TRIAL));

    assertThat(answer.reasons())
        .containsExactly(
            "not-adult",
            "acute-pain",
            "cancer-related",
            "inflammatory-arthropathy",
            "cause-excluded-from-evidence",
            "clinical-trial",
            "diagnostic-intent",
            "not-addressed");
  }

  @Test
  void steroidWithGanglionRadiofrequencyIsReadByItsPartsForEachPattern() {
    TableAnswer answer =
        TABLE.decide(
            new Patient(true),
            new SpinePain(true, AXIAL_AND_RADICULAR, false, false, false, false),
            new Procedure(
                DORSAL_ROOT_GANGLION_RADIOFREQUENCY,
                STEROID,
                Intent.TREATMENT,
                Setting.ROUTINE_CARE));

    assertThat(answer.recommendations())
        .containsOnlyKeys("axial-epidural", "radicular-drg-rf", "radicular-epidural")
        .allSatisfy((id, basis) -> assertThat(basis).isEqualTo(BY_COMPONENT));
    assertThat(answer.evidence())
        .extracting(EvidenceRow::technique, EvidenceRow::injectate)
        .containsExactly(
            tuple(EPIDURAL_INJECTION, STEROID),
            tuple(EPIDURAL_INJECTION, STEROID),
            tuple(DORSAL_ROOT_GANGLION_RADIOFREQUENCY, NONE));
  }

  @Test
  void aHostWhereTheProceduresRemainCommonGetsTheOtherDocumentation() {
    assertThat(
            TABLE.guidance(
                RECOMMEND_AGAINST, List.of(), new Practice(true, PracticeUse.PATIENT_CARE)))
        .contains("document-local-practice")
        .doesNotContain("document-discussion");
  }

  @Test
  void aStepOfAProtocolIsToBeReviewed() {
    assertThat(
            TABLE.guidance(
                RECOMMEND_AGAINST, List.of(), new Practice(false, PracticeUse.PROTOCOL_STEP)))
        .endsWith("trial-is-the-setting", "review-protocol");
  }

  @Test
  void insufficientInformationHasNoGuidance() {
    assertThat(TABLE.guidance(INSUFFICIENT_INFORMATION, List.of(), USUAL)).isEmpty();
  }

  @Test
  void nothingMayBeNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> TABLE.guidance(null, List.of(), USUAL))
        .withMessage("verdict");
    assertThatNullPointerException()
        .isThrownBy(() -> TABLE.caveats(LUMBAR, Map.of(), null, List.of(), CONTESTED))
        .withMessage("reasons");
  }

  @Test
  void theStandingOfTheEditionAndTheDurationAreCaveatsOfAnyVerdict() {
    assertThat(
            TABLE.caveats(new Presentation(false, true), Map.of(), List.of(), List.of(), WITHDRAWN))
        .containsExactly("near-duration-boundary", "edition-withdrawn");
  }

  @Test
  void aDiagnosticBlockMayLeadToAnOpposedTreatment() {
    assertThat(TABLE.caveats(LUMBAR, Map.of(), List.of("diagnostic-intent"), List.of(), CONTESTED))
        .containsExactly("leads-to-opposed-treatment");
  }

  @Test
  void anAssumptionOfTheHostTakesAWayOutOfItsFactOnly() {
    Set<Assumption> host = Set.of(Assumption.PATTERN_AXIAL_OR_RADICULAR);

    assertThat(TABLE.completions(CaseFact.PAIN_PATTERN, host))
        .containsExactly("axial", "radicular", "axial-and-radicular");
    assertThat(TABLE.completions(CaseFact.PROCEDURE_TECHNIQUE, host)).hasSize(6);
  }

  @Test
  void reasonsRecommendationsAndGuidanceAreStatedWithoutTheCellsThatHoldNothing() {
    assertThat(TABLE.statements())
        .hasSize(7 * 2 + 6 * 3 + 11 + 6)
        .doesNotHaveDuplicates()
        .contains(
            new TableStatement("Scope", "diagnostic-intent", "reading", Reading.OURS),
            new TableStatement("Recommendations", "axial-epidural", "strength", Strength.STRONG),
            new TableStatement("Guidance", "harms", "status", Status.DIGEST_ONLY));
  }

  // Rows.

  @Test
  void everyCellOfAProcedureThatIsPossibleIsAnItem() {
    assertThat(TABLE.rows())
        .filteredOn(item -> item.table().equals("Procedures: axial"))
        .hasSize(6 * 5 - 3)
        .contains(
            new TableItem("Procedures: axial", "other", Optional.of("none")),
            new TableItem(
                "Procedures: axial", "epidural-injection", Optional.of("local-anaesthetic")));
  }

  @Test
  void everyNamedProcedureIsAnItemOfTheEvidence() {
    assertThat(TABLE.rows())
        .filteredOn(item -> item.table().equals("Evidence"))
        .hasSize(16)
        .first()
        .isEqualTo(
            new TableItem(
                "Evidence", "axial epidural-injection local-anaesthetic", Optional.empty()));
  }

  @Test
  void noItemIsThereTwice() {
    assertThat(TABLE.rows()).doesNotHaveDuplicates();
  }
}
