package org.spinepain.guideline.tests.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.tuple;
import static org.spinepain.guideline.model.assessment.Basis.BY_COMPONENT;
import static org.spinepain.guideline.model.assessment.Basis.DIRECT;
import static org.spinepain.guideline.model.assessment.EditionState.CONTESTED;
import static org.spinepain.guideline.model.assessment.EditionState.WITHDRAWN;
import static org.spinepain.guideline.model.assessment.Verdict.INSUFFICIENT_INFORMATION;
import static org.spinepain.guideline.model.assessment.Verdict.NO_RECOMMENDATION;
import static org.spinepain.guideline.model.assessment.Verdict.RECOMMEND_AGAINST;
import static org.spinepain.guideline.model.fact.Injectate.LOCAL_ANAESTHETIC;
import static org.spinepain.guideline.model.fact.Injectate.LOCAL_ANAESTHETIC_AND_STEROID;
import static org.spinepain.guideline.model.fact.Injectate.NONE;
import static org.spinepain.guideline.model.fact.Injectate.STEROID;
import static org.spinepain.guideline.model.fact.PainPattern.AXIAL;
import static org.spinepain.guideline.model.fact.PainPattern.AXIAL_AND_RADICULAR;
import static org.spinepain.guideline.model.fact.PainPattern.RADICULAR;
import static org.spinepain.guideline.model.fact.Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY;
import static org.spinepain.guideline.model.fact.Technique.EPIDURAL_INJECTION;
import static org.spinepain.guideline.model.fact.Technique.INTRAMUSCULAR_INJECTION;
import static org.spinepain.guideline.model.fact.Technique.JOINT_RADIOFREQUENCY_ABLATION;
import static org.spinepain.guideline.model.fact.Technique.JOINT_TARGETED_INJECTION;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
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

class DecisionTableTest {

  private static final DecisionTable TABLE = DecisionTable.bundled();

  private static final Practice USUAL = new Practice(false, PracticeUse.PATIENT_CARE);
  private static final Presentation LUMBAR = new Presentation(false, false);
  private static final Presentation THORACIC = new Presentation(true, false);

  private static final List<String> USUAL_GUIDANCE =
      List.of(
          "benefit",
          "harms",
          "burden-and-cost",
          "informed-people-decline",
          "exercise-therapy",
          "document-discussion",
          "reconsider-referral",
          "trial-is-the-setting");

  /** The worked cases of the specification that are complete, by their numbers. */
  @Nested
  class WorkedCases {

    @Test
    void case1AxialPainEpiduralAnaestheticAndSteroid() {
      TableAnswer answer = treat(AXIAL, EPIDURAL_INJECTION, LOCAL_ANAESTHETIC_AND_STEROID);

      assertAgainst(answer, Map.of("axial-epidural", DIRECT));
      assertEvidence(answer, "axial-epidural 0.20 (-1.11 to 1.51) moderate checked");
      assertThat(answer.evidence().get(0).plain()).isEqualTo("probably little to no difference");
      assertThat(caveats(answer, LUMBAR)).isEmpty();
    }

    @Test
    void case2RadicularPainEpiduralSteroid() {
      TableAnswer answer = treat(RADICULAR, EPIDURAL_INJECTION, STEROID);

      assertAgainst(answer, Map.of("radicular-epidural", DIRECT));
      assertEvidence(answer, "radicular-epidural -0.56 (-1.30 to 0.17) low pending");
      assertThat(caveats(answer, LUMBAR)).containsExactly("evidence-awaiting-check");
    }

    @Test
    void case3BothPatternsEpiduralAnaesthetic() {
      TableAnswer answer = treat(AXIAL_AND_RADICULAR, EPIDURAL_INJECTION, LOCAL_ANAESTHETIC);

      assertAgainst(answer, Map.of("axial-epidural", DIRECT, "radicular-epidural", DIRECT));
      assertThat(answer.recommendations().keySet())
          .containsExactly("axial-epidural", "radicular-epidural");
      assertEvidence(
          answer,
          "axial-epidural 0.28 (-1.18 to 1.75) moderate checked",
          "radicular-epidural -0.26 (-1.37 to 0.84) low pending");
      assertThat(caveats(answer, LUMBAR)).containsExactly("evidence-awaiting-check");
    }

    @Test
    void case4AxialPainIntramuscularSteroid() {
      TableAnswer answer = treat(AXIAL, INTRAMUSCULAR_INJECTION, STEROID);

      assertNoRecommendation(answer, "not-addressed");
      assertThat(guidance(answer)).containsExactly("not-an-endorsement");
      assertThat(caveats(answer, LUMBAR)).isEmpty();
    }

    @Test
    void case5ThoracicRadicularPainJointTargetedAnaesthetic() {
      TableAnswer answer = treat(RADICULAR, JOINT_TARGETED_INJECTION, LOCAL_ANAESTHETIC);

      assertNoRecommendation(answer, "not-addressed");
      assertThat(guidance(answer)).containsExactly("not-an-endorsement");
      assertThat(caveats(answer, THORACIC)).containsExactly("level-not-pictured");
    }

    @Test
    void case6AxialPainJointAblationWithSteroid() {
      TableAnswer answer = treat(AXIAL, JOINT_RADIOFREQUENCY_ABLATION, STEROID);

      assertAgainst(
          answer, Map.of("axial-joint-rfa", BY_COMPONENT, "axial-joint-targeted", BY_COMPONENT));
      assertEvidence(
          answer,
          "axial-joint-targeted 0.83 (-0.26 to 1.93) moderate checked",
          "axial-joint-rfa not held very-low pending");
      assertThat(answer.evidence())
          .extracting(EvidenceRow::injectate)
          .containsExactly(STEROID, NONE);
      assertThat(caveats(answer, LUMBAR))
          .containsExactly("read-by-component", "evidence-awaiting-check");
    }

    @Test
    void case7BothPatternsGanglionRadiofrequencyWithAnaesthetic() {
      TableAnswer answer =
          treat(AXIAL_AND_RADICULAR, DORSAL_ROOT_GANGLION_RADIOFREQUENCY, LOCAL_ANAESTHETIC);

      assertAgainst(answer, Map.of("axial-epidural", BY_COMPONENT, "radicular-drg-rf", DIRECT));
      assertEvidence(
          answer,
          "axial-epidural 0.28 (-1.18 to 1.75) moderate checked",
          "radicular-drg-rf not held not held pending");
      assertThat(caveats(answer, LUMBAR))
          .containsExactly("read-by-component", "evidence-awaiting-check");
    }

    @Test
    void case8AxialPainGanglionRadiofrequencyAlone() {
      TableAnswer answer = treat(AXIAL, DORSAL_ROOT_GANGLION_RADIOFREQUENCY, NONE);

      assertNoRecommendation(answer, "not-addressed");
      assertThat(guidance(answer)).containsExactly("not-an-endorsement");
      assertThat(caveats(answer, LUMBAR)).isEmpty();
    }

    @Test
    void case9AxialPainOfCancerEpiduralAnaestheticInATrial() {
      TableAnswer answer =
          TABLE.decide(
              new Patient(true),
              new SpinePain(true, AXIAL, true, false, false, false),
              new Procedure(
                  EPIDURAL_INJECTION, LOCAL_ANAESTHETIC, Intent.TREATMENT, Setting.CLINICAL_TRIAL));

      assertNoRecommendation(answer, "cancer-related", "clinical-trial");
      assertThat(guidance(answer)).containsExactly("trial-is-the-setting", "not-an-endorsement");
      assertThat(caveats(answer, LUMBAR)).containsExactly("cause-needs-own-pathway");
    }

    @Test
    void case16AxialPainJointAblationAlone() {
      TableAnswer answer = treat(AXIAL, JOINT_RADIOFREQUENCY_ABLATION, NONE);

      assertAgainst(answer, Map.of("axial-joint-rfa", DIRECT));
      assertEvidence(answer, "axial-joint-rfa not held very-low pending");
      assertThat(answer.evidence().get(0).plain()).isEqualTo("too uncertain to show a benefit");
      assertThat(caveats(answer, LUMBAR)).containsExactly("evidence-awaiting-check");
    }

    private void assertAgainst(TableAnswer answer, Map<String, Basis> recommendations) {
      assertThat(answer.verdict()).isEqualTo(RECOMMEND_AGAINST);
      assertThat(answer.recommendations()).isEqualTo(recommendations);
      assertThat(answer.reasons()).isEmpty();
      assertThat(guidance(answer)).isEqualTo(USUAL_GUIDANCE);
    }

    private void assertNoRecommendation(TableAnswer answer, String... reasons) {
      assertThat(answer.verdict()).isEqualTo(NO_RECOMMENDATION);
      assertThat(answer.recommendations()).isEmpty();
      assertThat(answer.reasons()).containsExactly(reasons);
      assertThat(answer.evidence()).isEmpty();
    }

    private void assertEvidence(TableAnswer answer, String... rows) {
      assertThat(answer.evidence()).map(this::words).containsExactly(rows);
    }

    private String words(EvidenceRow row) {
      return String.join(
          " ",
          row.recommendation(),
          row.estimate()
              .map(e -> "%s (%s to %s)".formatted(e.value(), e.low(), e.high()))
              .orElse("not held"),
          row.certainty().map(certainty -> certainty.code()).orElse("not held"),
          row.status().code());
    }
  }

  /** What the worked cases do not show. */
  @Nested
  class OtherAnswers {

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
      TableAnswer answer = treat(AXIAL_AND_RADICULAR, DORSAL_ROOT_GANGLION_RADIOFREQUENCY, STEROID);

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
              TABLE.caveats(
                  new Presentation(false, true), Map.of(), List.of(), List.of(), WITHDRAWN))
          .containsExactly("near-duration-boundary", "edition-withdrawn");
    }

    @Test
    void aDiagnosticBlockMayLeadToAnOpposedTreatment() {
      assertThat(
              TABLE.caveats(LUMBAR, Map.of(), List.of("diagnostic-intent"), List.of(), CONTESTED))
          .containsExactly("leads-to-opposed-treatment");
    }

    @Test
    void anAssumptionOfTheHostTakesAWayOutOfItsFactOnly() {
      Set<Assumption> host = Set.of(Assumption.PATTERN_AXIAL_OR_RADICULAR);

      assertThat(TABLE.completions(CaseFact.PAIN_PATTERN, host))
          .containsExactly("axial", "radicular", "axial-and-radicular");
      assertThat(TABLE.completions(CaseFact.PROCEDURE_TECHNIQUE, host)).hasSize(6);
    }
  }

  @Nested
  class Rows {

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

  @Nested
  class Refusals {

    private final String text = bundledText();

    @Test
    void aMissingRow() {
      assertRefused(
          without("| `axial-and-radicular` | `axial`, `radicular` | Both at once. |\n"),
          lineOf("| pattern | looks in |"),
          "Patterns: found no row `axial-and-radicular`");
    }

    @Test
    void aMissingRowOfEvidence() {
      assertRefused(
          text.replaceFirst("\\| `radicular` \\| `dorsal-[a-z-]+` \\| `none` .*\n", ""),
          lineOf("| pattern | technique | injectate | effect"),
          "no row `radicular dorsal-root-ganglion-radiofrequency none`");
    }

    @Test
    void aDoubledRow() {
      String row = "| `axial` | `axial` | In the spine itself. |\n";
      assertRefused(
          with(row, row + row),
          lineOf(row) + 1,
          "Patterns: found a second row `axial`; allowed is only that of line " + lineOf(row));
    }

    @Test
    void aDoubledCaveat() {
      String row = "| `edition-withdrawn` |";
      assertRefused(
          with(row, "| `read-by-component` |"), lineOf(row), "a second row `read-by-component`");
    }

    @Test
    void anUnknownRow() {
      assertRefused(
          with("| `patient.adult` |", "| `patient.tall` |"),
          lineOf("| `patient.adult` |"),
          "Scope, column \"fact\": found `patient.tall`; allowed is `patient.adult`, ");
    }

    @Test
    void anUnknownColumn() {
      String head = "| pattern | looks in | in words |";
      assertRefused(
          with(head, "| pattern | looks at | in words |"),
          lineOf(head),
          "Patterns: found the column \"looks at\"; allowed is pattern | looks in | in words");
    }

    @Test
    void aMissingColumn() {
      String head = "| fact | unknown when | can turn out |";
      int start = text.indexOf(head);
      int end = text.indexOf("\n\n", start);
      String narrow = text.substring(start, end).replaceAll("(?m)^(.*\\|)[^|]+\\|$", "$1");
      assertRefused(
          text.substring(0, start) + narrow + text.substring(end),
          lineOf(head),
          "Unknown facts: found no column \"can turn out\"");
    }

    @Test
    void aDoubledColumn() {
      String head = "| technique | `none` | `local-anaesthetic` | `steroid` |";
      assertRefused(
          text.replace(head, "| technique | `none` | `local-anaesthetic` | `none` |"),
          lineOf(head),
          "Procedures: axial: found a second column \"none\"; allowed is each column once");
    }

    @Test
    void aRowWithACellTooFew() {
      String row = "| `other` | - | Neither;";
      assertRefused(with(row, "| `other` | Neither;"), lineOf(row), "found 2 cells; allowed is 3");
    }

    @Test
    void anEmptyCell() {
      String row = "| `other` | - | Neither;";
      assertRefused(with(row, "| `other` | | Neither;"), lineOf(row), "- for none");
    }

    @Test
    void aLineOfTextInATable() {
      String row = "| `other` | - | Neither; neurogenic claudication is an example.";
      assertRefused(with(row, row.substring(2)), lineOf(row), "between bars");
    }

    @Test
    void aTableWithoutALineBelowItsHead() {
      String head = "| pattern | looks in | in words |\n";
      assertRefused(
          with(head + "|---|---|---|\n", head),
          lineOf(head),
          "a head of 3 columns, |---| for each");
    }

    @Test
    void aTableWithoutRows() {
      String head = "| pattern | looks in | in words |\n|---|---|---|\n";
      assertRefused(with(head, head + "\n"), lineOf(head), "a head of 3 columns");
    }

    @Test
    void anUnknownTable() {
      assertRefused(
          with("## Patterns\n", "## Levels\n"),
          lineOf("## Patterns"),
          "headings: found Levels; allowed is once each: Scope; Verdict; Patterns; ");
    }

    @Test
    void aDoubledHeading() {
      assertRefused(text + "\n## Scope\n", lines(text) + 2, "headings: found Scope");
    }

    @Test
    void aMissingTable() {
      String end = text.substring(text.indexOf("## Host assumptions"));
      assertRefused(
          without(end), lineOf("## Host assumptions") - 1, "Host assumptions: found no table");
    }

    @Test
    void anEmptyText() {
      assertRefused(
          "", 1, "Scope: found no table; allowed is a table below a heading \"## Scope\"");
    }

    @Test
    void aSecondTableBelowAHeading() {
      assertRefused(
          text + "\n| a |\n|---|\n| b |\n",
          lines(text) + 2,
          "Host assumptions: found a table too many; allowed is one table below each heading");
    }

    @Test
    void aTableOfProceduresThatNoPatternLooksIn() {
      assertRefused(
          text + "\n## Procedures: other\n",
          lines(text) + 2,
          "found this table; allowed is a table that a pattern looks in");
    }

    @Test
    void aCodeWithoutBackticks() {
      assertRefused(
          with("| `exercise-therapy` | `alternative` |", "| `exercise-therapy` | alternative |"),
          lineOf("| `exercise-therapy` |"),
          "Guidance, column \"kind\": found alternative; allowed is `communication`, ");
    }

    @Test
    void anUnknownReasonInGuidance() {
      assertRefused(
          with("| `yes` | `clinical-trial` |", "| `yes` | `in-trial` |"),
          lineOf("| `trial-is-the-setting` |"),
          "column \"no-recommendation\": found `in-trial`; allowed is `yes`, `not-adult`, ");
    }

    @Test
    void anUnknownReasonInACaveat() {
      assertRefused(
          with("`inflammatory-arthropathy`, `cause-excluded", "`inflammation`, `cause-excluded"),
          lineOf("| `cause-needs-own-pathway` |"),
          "Caveats, column \"is any of\"");
    }

    @Test
    void aValueOfAFactThatIsNeitherInNorOut() {
      assertRefused(
          with(
              "| `routine-care` | `clinical-trial` | `clinical-trial` |",
              "| `routine-care` | `routine-care` | `clinical-trial` |"),
          lineOf("| `procedure.setting` |"),
          "Scope, column \"does not apply\": found `routine-care`; allowed is the other values");
    }

    @Test
    void anUnknownRecommendationInACell() {
      assertRefused(
          with(
              "| `intramuscular-injection` | not possible | `axial-intramuscular` (direct) |",
              "| `intramuscular-injection` | not possible | `axial-muscle` (direct) |"),
          lineOf("| `intramuscular-injection` | not possible | `axial"),
          "Procedures: axial, column \"local-anaesthetic\": found `axial-muscle` (direct)");
    }

    @Test
    void aRecommendationForAnotherPatternInACell() {
      String cell =
          "| `dorsal-root-ganglion-radiofrequency` | - | `axial-epidural` (by component) |";
      assertRefused(
          with(cell, cell.replace("axial", "radicular")),
          lineOf(cell),
          "found `radicular-epidural` (by component)");
    }

    @Test
    void anotherBasisThanTheRecommendationsHave() {
      String cell = "| `joint-radiofrequency-ablation` | `axial-joint-rfa` (direct) |";
      assertRefused(
          with(cell, cell.replace("direct", "by component")),
          lineOf(cell),
          "column \"none\": found `axial-joint-rfa` (by component)");
    }

    @Test
    void aNamedProcedureThatNothingAddresses() {
      String cell = "| `joint-radiofrequency-ablation` | `axial-joint-rfa` (direct) |";
      assertRefused(
          with(cell, "| `joint-radiofrequency-ablation` | - |"),
          lineOf(cell),
          "column \"none\": found -");
    }

    @Test
    void anInjectionOfNothing() {
      String cell = "| `joint-targeted-injection` | not possible | - |";
      assertRefused(
          with(cell, "| `joint-targeted-injection` | - | - |"),
          lineOf(cell),
          "column \"none\": found -; allowed is not possible");
    }

    @Test
    void aProcedureSaidNotToBePossible() {
      String cell = "| `joint-radiofrequency-ablation` | - | - | - |";
      assertRefused(
          with(cell, "| `joint-radiofrequency-ablation` | not possible | - | - |"),
          lineOf(cell),
          "Procedures: radicular, column \"none\": found not possible");
    }

    @Test
    void evidenceBehindWhatIsNeverCarried() {
      String row = "| `axial-epidural` | - | `local-anaesthetic` |";
      assertRefused(
          with(row, "| `axial-epidural` | `steroid` | `local-anaesthetic` |"),
          lineOf(row),
          "column \"none\": found `steroid`; allowed is -, as it is never carried");
    }

    @Test
    void noEvidenceBehindWhatIsCarried() {
      String row = "| `axial-joint-rfa` | `none` | `none` | `none` |";
      assertRefused(
          with(row, "| `axial-joint-rfa` | `none` | - | `none` |"),
          lineOf(row),
          "column \"local-anaesthetic\": found -; allowed is `none`, ");
    }

    @Test
    void anotherRowThanItsOwnBehindANamedProcedure() {
      String row = "| `radicular-drg-rf` | `none` | `local-anaesthetic` |";
      assertRefused(
          with(row, "| `radicular-drg-rf` | `none` | `none` |"),
          lineOf(row),
          "column \"local-anaesthetic\": found `none`; allowed is `local-anaesthetic`");
    }

    @Test
    void evidenceForAProcedureThatNoRecommendationNames() {
      String row = "| `axial` | `intramuscular-injection` | `local-anaesthetic` |";
      assertRefused(
          with(row, "| `axial` | `intramuscular-injection` | `steroid` |"),
          lineOf(row),
          "column \"injectate\": found `steroid`; allowed is what a recommendation names");
    }

    @Test
    void aFigureThatIsPendingAndShown() {
      assertRefused(
          with("estimate awaiting check <!-- 0.15 (-0.98 to 1.28) -->", "0.15 (-0.98 to 1.28)"),
          lineOf("0.15 (-0.98 to 1.28)"),
          "column \"effect (95% CI)\": found 0.15 (-0.98 to 1.28); allowed is not held, or ");
    }

    @Test
    void aFigureOutsideItsInterval() {
      assertRefused(
          with("0.83 (-0.26 to 1.93)", "8.30 (-0.26 to 1.93)"),
          lineOf("0.83 (-0.26 to 1.93)"),
          "allowed is an effect within its interval");
    }

    @Test
    void aFigureInAnotherForm() {
      assertRefused(
          with("0.83 (-0.26 to 1.93)", "0.83 (\u22120.26 to 1.93)"),
          lineOf("0.83 (-0.26 to 1.93)"),
          "column \"effect (95% CI)\"");
    }

    @Test
    void aWayForAnUnknownFactToTurnOutThatIsLeftOut() {
      assertRefused(
          with("| `treatment`, `diagnosis` |", "| `treatment` |"),
          lineOf("| `procedure.intent` | It is unspecified |"),
          "column \"can turn out\": found `treatment`; allowed is all of `treatment`, `");
    }

    @Test
    void aCodeThatIsListedTwice() {
      assertRefused(
          with("| `present`, `absent` |\n| `pain.infl", "| `present`, `present` |\n| `pain.infl"),
          lineOf("| `pain.cancer` | Nothing"),
          "one or more codes in backticks, none twice");
    }

    @Test
    void aHostThatTakesOutWhatAFactCannotTurnOutToBe() {
      assertRefused(
          with(
              "| `cancer-absent` | `pain.cancer` | `present` |",
              "| `cancer-absent` | `pain.cancer` | `other` |"),
          lineOf("| `cancer-absent` |"),
          "column \"takes out\": found `other`; allowed is one or more");
    }

    @Test
    void aDefaultThatIsNoValueOfItsFact() {
      assertRefused(
          with(
              "| `procedure.setting` | `routine-care` | Nothing",
              "| `procedure.setting` | `ward` | Nothing"),
          lineOf("| `routine-care` | `procedure.setting` |"),
          "column \"taken to be\": found `ward`; allowed is `routine-care`, `clinical-trial`");
    }

    private void assertRefused(String broken, int line, String message) {
      assertThatExceptionOfType(InvalidDecisionTableException.class)
          .isThrownBy(() -> DecisionTable.read(broken))
          .withMessageStartingWith("decision table, line " + line + ", ")
          .withMessageContaining(message)
          .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(line));
    }

    private String with(String once, String instead) {
      assertThat(text).containsOnlyOnce(once);
      return text.replace(once, instead);
    }

    private String without(String once) {
      return with(once, "");
    }

    /** The number of the first line in which this stands. */
    private int lineOf(String part) {
      assertThat(text).contains(part);
      return lines(text.substring(0, text.indexOf(part) + 1));
    }

    private int lines(String of) {
      return (int) of.lines().count();
    }
  }

  private static TableAnswer treat(PainPattern pattern, Technique technique, Injectate injectate) {
    return TABLE.decide(
        new Patient(true),
        new SpinePain(true, pattern, false, false, false, false),
        new Procedure(technique, injectate, Intent.TREATMENT, Setting.ROUTINE_CARE));
  }

  private static List<String> guidance(TableAnswer answer) {
    return TABLE.guidance(answer.verdict(), answer.reasons(), USUAL);
  }

  private static List<String> caveats(TableAnswer answer, Presentation presentation) {
    return TABLE.caveats(
        presentation, answer.recommendations(), answer.reasons(), answer.evidence(), CONTESTED);
  }

  private static String bundledText() {
    try (InputStream text = DecisionTable.class.getResourceAsStream("/decision-table.md")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
