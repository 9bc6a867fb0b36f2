package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.fact.Injectate;

class ExplanationTextTest {

  private static final ClinicalCase AGAINST = Cases.recommendedAgainst("c-1");
  private static final ClinicalCase SILENT =
      Cases.about("c-2", PainHistory.axial())
          .procedure(ProcedureRequest.intramuscular("p1").injecting(Injectate.STEROID))
          .build();
  private static final ClinicalCase UNDECIDED =
      Cases.about("c-3", PainHistory.ofUnknownPattern())
          .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC))
          .build();

  @Test
  void theVerdictComesFirstAndThenTheProcedureAndWhatIsAssumed() {
    assertThat(textOf(AGAINST, 80))
        .startsWith(
            """
            Case c-1, assessed on 2025-06-30

            Recommended against.
            Procedure p1: epidural injection with local anaesthetic and steroid.
            Assumed: treatment intent; routine care; no infection or fracture.

            The smallest changes that flip the verdict
              To no recommendation:
                - the age of the patient from at least 18 to below 18
            """);
  }

  @Test
  void changesThatDifferInOneAnswerAreToldTogether() {
    assertThat(unwrapped(AGAINST))
        .contains(
            " - the pain pattern from axial to radicular; and the technique of the procedure from"
                + " epidural injection to joint-targeted injection, or intramuscular injection, or"
                + " joint radiofrequency ablation - the technique");
  }

  @Test
  void whatAVerdictFlipsToIsToldWithTheRecommendations() {
    assertThat(unwrapped(SILENT))
        .contains(
            "The smallest changes that flip the verdict To recommended against, by axial-epidural:"
                + " - the technique of the procedure from intramuscular injection to epidural"
                + " injection To recommended",
            "To recommended against, by axial-joint-rfa (by component, our reading) and"
                + " axial-joint-targeted (by component, our reading): - the technique of the"
                + " procedure from intramuscular injection to joint radiofrequency ablation To");
  }

  @Test
  void aVerdictThatFlipsToNotEnoughInformationWasNotThatBefore() {
    ClinicalCase excluded =
        ClinicalCase.of("c", LocalDate.of(2025, 6, 30))
            .patient(PatientRecord.aged(54))
            .pain(
                PainHistory.axial()
                    .cancer(Presence.PRESENT)
                    .inflammatoryArthropathy(Presence.ABSENT))
            .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.STEROID))
            .build();

    assertThat(unwrapped(excluded))
        .contains(
            " To not enough information: - the attribution of the pain to cancer from present to"
                + " absent What every");
  }

  @Test
  void whatAnswerSettlesMostIsToldWithWhatItLeadsTo() {
    assertThat(textOf(UNDECIDED, 100))
        .contains(
            """
            Which single answer settles most
              1. The pain pattern (pain.pattern), which leaves none of 4 possible cases undecided:
                 - axial, or radicular, or axial and radicular: recommended against
                 - other: no recommendation
            """);
  }

  @Test
  void aRecommendationThatDoesNotHoldTellsEachCriterionWithItsValue() {
    assertThat(unwrapped(SILENT))
        .contains(
            "axial-intramuscular: does not hold Axial spine pain: do not offer intramuscular"
                + " injection of local anaesthetic, with or without steroid, outside a clinical"
                + " trial. [1] - Not met: the injectate is steroid; it has to be local"
                + " anaesthetic, or local anaesthetic and steroid - Met: the pain pattern is axial;"
                + " the technique of the procedure is intramuscular injection - The smallest"
                + " changes with which it would hold: - the injectate from steroid to local"
                + " anaesthetic, or local anaesthetic and steroid radicular-drg-rf:");
  }

  @Test
  void whatAllRecommendationsRestOnIsToldOnce() {
    assertThat(unwrapped(SILENT))
        .contains(
            "What every recommendation rests on - Met: the age of the patient is at least 18; the"
                + " duration of the pain is at least 3 months; the attribution of the pain to"
                + " cancer is absent; the attribution of the pain to inflammatory arthropathy is"
                + " absent; infection as a cause is absent; fracture as a cause is absent; the"
                + " intent of the procedure is treatment; the setting of the procedure is routine"
                + " care axial-joint-rfa: does not hold")
        .containsOnlyOnce("the age of the patient is");
  }

  @Test
  void whatNoRecommendationIsMadeForIsToldInTheWordsOfTheRules() {
    ClinicalCase excluded =
        Cases.about("c", PainHistory.axial())
            .patient(PatientRecord.aged(17))
            .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.STEROID))
            .build();
    String reason =
        CommandRun.engine().assess(excluded).determination("p1").reasons().get(0).text();

    assertThat(unwrapped(excluded))
        .contains(
            "No recommendation. Procedure p1: epidural injection with steroid.",
            " Why - " + reason + " [1] The smallest changes",
            "What every recommendation rests on - Not met: the age of the patient is below 18; it"
                + " has to be at least 18 - Met: the duration");
    assertThat(unwrapped(AGAINST)).doesNotContain(" Why ");
  }

  @Test
  void aCriterionThatIsUnknownIsOpen() {
    assertThat(unwrapped(UNDECIDED))
        .contains(
            "axial-epidural: depends on what is unknown",
            "- Open: the pain pattern is unknown; it has to be axial, or axial and radicular");
  }

  @Test
  void aRecommendationThatHoldsIsToldWithoutCriteria() {
    assertThat(textOf(AGAINST, 80))
        .contains(
            """

            axial-epidural: holds
              Axial spine pain: do not offer epidural injection of local anaesthetic,
              steroid or both outside a clinical trial. [1]

            axial-joint-targeted: does not hold
            """);
  }

  @Test
  void whatIsReadByComponentIsMarkedAsOurReading() {
    ClinicalCase byComponent =
        Cases.about("c", PainHistory.axial())
            .procedure(
                ProcedureRequest.jointRadiofrequencyAblation("p1").injecting(Injectate.STEROID))
            .build();

    assertThat(unwrapped(byComponent))
        .contains(
            "axial-joint-rfa: holds Axial spine pain: do not offer joint radiofrequency ablation,"
                + " with or without joint-targeted injection of local anaesthetic and steroid,"
                + " outside a clinical trial. [1] (by component, our reading)");
  }

  @Test
  void whereNoCriterionStandsInTheWayAloneItIsSaid() {
    ClinicalCase apart =
        Cases.about("c", PainHistory.radicular())
            .procedure(
                ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")
                    .injecting(Injectate.LOCAL_ANAESTHETIC))
            .build();

    assertThat(unwrapped(apart))
        .contains("None of these stands in the way alone, but some do not go together");
    assertThat(unwrapped(SILENT)).doesNotContain("do not go together");
  }

  @Test
  void itIsSaidThatChangesAreNoAdviceAndSilenceIsNoSupport() {
    assertThat(unwrapped(AGAINST))
        .contains(
            "they are no advice to record this one otherwise than it is. No recommendation is"
                + " silence, and never support for a procedure.",
            "Standing of the guideline: contested, checked to 2025-11");
  }

  @Test
  void noLineIsLongerThanTheWidth() {
    assertThat(textOf(SILENT, 60).lines()).allMatch(line -> line.length() <= 60);
  }

  @Test
  void whatIsNotSeenInAnIdDoesNotReachTheTerminal() {
    assertThat(textOf(Cases.recommendedAgainst("c\u001B[31m"), 80))
        .startsWith("Case c\\u001b[31m, ")
        .doesNotContain("\u001B");
  }

  @Test
  void anExplanationOfAnotherCaseIsRefused() {
    assertThatThrownBy(
            () -> ExplanationText.of(AGAINST, CommandRun.engine().explain(SILENT), 80, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the explanation is of another case");
  }

  private static String textOf(ClinicalCase clinicalCase, int width) {
    return ExplanationText.of(
        clinicalCase, CommandRun.engine().explain(clinicalCase), width, false);
  }

  private static String unwrapped(ClinicalCase clinicalCase) {
    return textOf(clinicalCase, 80).replaceAll("\\s+", " ");
  }
}
