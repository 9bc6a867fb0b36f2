package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleIndex;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.TraceEntry;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * The trace of worked cases (specification, section 8): the rules whose conclusions hold at the
 * end, in the order of the files, and none whose conclusion was withdrawn on the way.
 */
class TraceTest {

  private static GuidelineEngine engine;

  @BeforeAll
  static void open() {
    engine = GuidelineEngine.bundled();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void aDirectRecommendationIsTracedToItsRuleItsRowItsGuidanceAndItsWords() {
    // case 1: axial, epidural LA + steroid
    assertThat(
            trace(
                engine,
                Cases.of(
                    Cases.chronic(PainHistory.axial()),
                    ProcedureRequest.epidural("p1")
                        .injecting(Injectate.LOCAL_ANAESTHETIC_AND_STEROID))))
        .containsExactly(
            "axial-epidural",
            "recommend-against",
            "axial-epidural.evidence.local-anaesthetic-and-steroid",
            "benefit",
            "harms",
            "burden-and-cost",
            "informed-people-decline",
            "exercise-therapy",
            "document-discussion",
            "reconsider-referral",
            "trial-is-the-setting",
            "axial-epidural.text");
  }

  @Test
  void whatIsReadByComponentIsTracedToTheRulesThatReadItSo() {
    // case 6: axial, joint RFA with steroid
    assertThat(
            trace(
                engine,
                Cases.of(
                    Cases.chronic(PainHistory.axial()),
                    ProcedureRequest.jointRadiofrequencyAblation("p1")
                        .injecting(Injectate.STEROID))))
        .containsExactly(
            "axial-joint-rfa.by-component",
            "axial-joint-targeted.by-component",
            "recommend-against",
            "axial-joint-targeted.evidence.steroid",
            "axial-joint-rfa.evidence.alone",
            "benefit",
            "harms",
            "burden-and-cost",
            "informed-people-decline",
            "exercise-therapy",
            "document-discussion",
            "reconsider-referral",
            "trial-is-the-setting",
            "read-by-component",
            "evidence-awaiting-check",
            "axial-joint-rfa.text",
            "axial-joint-targeted.text");
  }

  @Test
  void whereReasonsStandInTheWayTheRecommendationAndTheVerdictAgainstAreNotInTheTrace() {
    // case 9: axial, epidural LA, in a trial, cancer present
    assertThat(
            trace(
                engine,
                Cases.of(
                    Cases.chronic(PainHistory.axial()).cancer(Presence.PRESENT),
                    ProcedureRequest.epidural("p1")
                        .injecting(Injectate.LOCAL_ANAESTHETIC)
                        .offeredIn(Setting.CLINICAL_TRIAL))))
        .containsExactly(
            "cancer-related",
            "clinical-trial",
            "no-recommendation",
            "trial-is-the-setting.in-trial",
            "not-an-endorsement",
            "cause-needs-own-pathway",
            "cancer-related.text",
            "clinical-trial.text");
  }

  @Test
  void theRulesOfAllCompletionsAreInTheTrace() {
    // case 12: pattern unspecified, epidural LA, the host assumes pattern-axial-or-radicular
    assertThat(
            trace(
                engine.assuming(Assumption.PATTERN_AXIAL_OR_RADICULAR),
                Cases.of(
                    Cases.chronic(PainHistory.ofUnknownPattern()),
                    ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC))))
        .containsExactly(
            "axial-epidural",
            "radicular-epidural",
            "recommend-against",
            "axial-epidural.evidence.local-anaesthetic",
            "radicular-epidural.evidence.local-anaesthetic",
            "benefit",
            "harms",
            "burden-and-cost",
            "informed-people-decline",
            "exercise-therapy",
            "document-discussion",
            "reconsider-referral",
            "trial-is-the-setting",
            "evidence-awaiting-check",
            "axial-epidural.text",
            "radicular-epidural.text");
  }

  @Test
  void reasonsOfSomeCompletionsOnlyAreNotInTheTrace() {
    // case 14: age and duration unknown, cancer present, technique unspecified
    assertThat(
            trace(
                engine,
                ClinicalCase.of("case-1", Cases.ASSESSED_ON)
                    .pain(Cases.withoutOnset(PainHistory.axial()).cancer(Presence.PRESENT))
                    .procedure(ProcedureRequest.ofUnknownTechnique("p1"))
                    .build()))
        .containsExactly(
            "cancer-related",
            "no-recommendation",
            "not-an-endorsement",
            "cause-needs-own-pathway",
            "cancer-related.text");
  }

  @Test
  void recommendationsOfSomeCompletionsOnlyAreNotInTheTraceWhereOneIsCommonToAll() {
    // axial, joint RFA, injectate unspecified
    assertThat(
            trace(
                engine,
                Cases.of(
                    Cases.chronic(PainHistory.axial()),
                    ProcedureRequest.jointRadiofrequencyAblation("p1")
                        .injectate(Stated.unspecified()))))
        .containsExactly(
            "axial-joint-rfa",
            "axial-joint-rfa.by-component",
            "recommend-against",
            "axial-joint-rfa.evidence.alone",
            "axial-joint-rfa.evidence.local-anaesthetic-and-steroid",
            "benefit",
            "harms",
            "burden-and-cost",
            "informed-people-decline",
            "exercise-therapy",
            "document-discussion",
            "reconsider-referral",
            "trial-is-the-setting",
            "read-by-component",
            "evidence-awaiting-check",
            "axial-joint-rfa.text");
  }

  @Test
  void whatTheGuidelineDoesNotAddressIsTracedToTheRuleThatSaysSo() {
    // case 4: axial, intramuscular steroid
    assertThat(
            trace(
                engine,
                Cases.of(
                    Cases.chronic(PainHistory.axial()),
                    ProcedureRequest.intramuscular("p1").injecting(Injectate.STEROID))))
        .containsExactly(
            "not-addressed", "no-recommendation", "not-an-endorsement", "not-addressed.text");
  }

  @Test
  void withInsufficientInformationNoRuleOfTheDecisionIsInTheTrace() {
    // case 10: axial, epidural LA, onset unknown
    assertThat(
            trace(
                engine,
                Cases.of(
                    Cases.withoutOnset(PainHistory.axial()),
                    ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC))))
        .isEmpty();
  }

  @Test
  void everyEntryOfATraceIsARuleOfThePackInTheOrderOfItsFiles() {
    Map<String, RuleIndex.Entry> rules =
        RulePack.bundled().rules().stream()
            .collect(Collectors.toMap(RuleIndex.Entry::id, rule -> rule));
    List<List<TraceEntry>> traces =
        Question.random(12, 1_000, 60).stream()
            .flatMap(question -> question.askedOf(engine).determinations().stream())
            .map(determination -> determination.trace())
            .toList();
    assertThat(traces)
        .allSatisfy(
            trace ->
                assertThat(trace)
                    .isEqualTo(
                        trace.stream()
                            .map(entry -> rules.get(entry.id()))
                            .sorted((a, b) -> Integer.compare(a.rank(), b.rank()))
                            .map(rule -> new TraceEntry(rule.rule(), rule.id(), rule.file()))
                            .distinct()
                            .toList()));
  }

  @Test
  void theFilesThatTracesNameExist() {
    List<String> named =
        Question.random(13, 1_000, 60).stream()
            .flatMap(question -> question.askedOf(engine).determinations().stream())
            .flatMap(determination -> determination.trace().stream())
            .map(TraceEntry::file)
            .distinct()
            .toList();
    assertThat(PackSource.bundled().drl()).containsOnlyKeys(named);
  }

  private static List<String> trace(GuidelineEngine asked, ClinicalCase clinicalCase) {
    return asked.assess(clinicalCase).determination("p1").trace().stream()
        .map(TraceEntry::id)
        .toList();
  }
}
