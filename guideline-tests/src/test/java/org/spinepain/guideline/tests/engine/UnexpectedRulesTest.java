package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.pack.PackSource;

/** Rules that a rule author may write, and that are not like the bundled ones. */
class UnexpectedRulesTest {

  private static final ProcedureRequest EPIDURAL =
      ProcedureRequest.epidural("p1").injecting(Injectate.STEROID);
  private static final ClinicalCase CASE = Cases.of(Cases.chronic(PainHistory.axial()), EPIDURAL);

  @ParameterizedTest
  @ValueSource(strings = {"AssertionError", "ExceptionInInitializerError"})
  void anErrorOfARuleIsToldAsAFailureOfTheRulesWithoutDataOfTheCase(String error) {
    try (GuidelineEngine engine =
        withGuidanceRule(
            "$onset : ComputedOnset()",
            "if ( true ) throw new %s( \"seen: \" + $onset.date() );".formatted(error))) {
      assertThatThrownBy(
              () ->
                  engine.assess(
                      Cases.of(
                          Cases.withoutOnset(PainHistory.axial())
                              .lasting(Misbehaviour.ONSET.until(Cases.ASSESSED_ON)),
                          EPIDURAL)))
          .isInstanceOf(RuleExecutionException.class)
          .hasMessageNotContaining("seen");
    }
  }

  @Test
  void whatARuleConcludesInSeveralFiringsIsAlwaysInOneOrder() {
    Set<List<String>> orders = new HashSet<>();
    try (GuidelineEngine engine =
        withGuidanceRule(
            "$recommendation : CarriedRecommendation()",
            "insertLogical( new Caveat( \"of \" + $recommendation.id(), \"\", Status.CHECKED, "
                + "Reading.OURS, drools.getRule() ) );")) {
      for (int i = 0; i < 100; i++) {
        orders.add(
            engine
                .assess(
                    Cases.of(
                        Cases.chronic(PainHistory.axialAndRadicular()),
                        ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")
                            .injecting(Injectate.STEROID)))
                .determination("p1")
                .caveats()
                .stream()
                .map(Caveat::code)
                .toList());
      }
    }
    assertThat(orders).hasSize(1);
  }

  @Test
  void aReasonThatTwoRulesGiveIsListedOnce() {
    PackSource pack =
        PackSource.bundled()
            .with(
                "decision/6-added.drl",
                """
                package org.spinepain.guideline.rules.decision;
                import org.spinepain.guideline.model.fact.Patient;
                import org.spinepain.guideline.rules.conclusion.Reason;
                rule "Added"
                  @id( "added" ) @source( "bmj-e079970#scope" )
                when
                  $patient : Patient( !adult )
                then
                  insertLogical( new Reason( "not-adult", drools.getRule() ) );
                end
                """);
    try (GuidelineEngine engine = pack.open()) {
      assertThat(
              engine
                  .assess(
                      ClinicalCase.of("case-1", Cases.ASSESSED_ON)
                          .patient(PatientRecord.aged(5))
                          .pain(PainHistory.axial())
                          .procedure(EPIDURAL)
                          .build())
                  .determination("p1")
                  .reasons())
          .extracting(Reason::code)
          .containsExactly("not-adult");
    }
  }

  @Test
  void aRecommendationThatTwoRulesConcludeOfOneCombinationIsRefused() {
    assertRefused(
        PackSource.bundled()
            .replacing(
                "decision/2-axial-pain.drl",
                "injectate in ( Injectate.LOCAL_ANAESTHETIC, Injectate.STEROID, Injectate.OTHER ) )",
                "injectate != Injectate.LOCAL_ANAESTHETIC_AND_STEROID )"),
        ProcedureRequest.jointRadiofrequencyAblation("p1"),
        "axial-joint-rfa twice, by axial-joint-rfa and axial-joint-rfa.by-component");
  }

  @Test
  void evidenceBehindWhatIsNotRecommendedIsRefused() {
    assertRefused(
        PackSource.bundled()
            .replacing(
                "decision/5-evidence.drl",
                """
                  $recommendation : Recommendation( id == "axial-epidural" )
                  $procedure : Procedure( injectate == Injectate.STEROID )
                """,
                """
                  $procedure : Procedure( injectate == Injectate.STEROID )
                """),
        ProcedureRequest.jointTargeted("p1").injecting(Injectate.STEROID),
        "axial-epidural: axial epidural-injection steroid, but not what it stands behind");
  }

  @Test
  void wordsForWhatIsNotCarriedAreRefused() {
    assertRefused(
        PackSource.bundled()
            .replacing(
                "guidance/4-reason-texts.drl",
                "$reason : CarriedReason( code == \"not-adult\" )",
                "$reason : CarriedReason()"),
        ProcedureRequest.epidural("p1").injecting(Injectate.OTHER),
        "a text for what is not carried: not-adult");
  }

  private static void assertRefused(PackSource pack, ProcedureRequest procedure, String why) {
    try (GuidelineEngine engine = pack.open()) {
      assertThatThrownBy(
              () -> engine.assess(Cases.of(Cases.chronic(PainHistory.axial()), procedure)))
          .isInstanceOf(RuleExecutionException.class)
          .hasMessageContaining(why);
    }
  }

  @Test
  void aCaveatThatTwoRulesGiveIsRefused() {
    try (GuidelineEngine engine =
        withGuidanceRule(
            "$evidence : CarriedEvidence( pending )",
            "insertLogical( new Caveat( \"evidence-awaiting-check\", \"\", Status.CHECKED, "
                + "Reading.OURS, drools.getRule() ) );")) {
      assertThatThrownBy(
              () -> engine.assess(Cases.of(Cases.chronic(PainHistory.radicular()), EPIDURAL)))
          .isInstanceOf(RuleExecutionException.class)
          .hasMessageContaining("evidence-awaiting-check");
    }
  }

  @Test
  void rulesThatTakeAsManyFiringsAsTheLimitAllowsComeToRest() {
    // nine firings of the guidance rules: eight of guidance, one of words
    assertThat(verdictWithLimit(9)).isEqualTo(Verdict.RECOMMEND_AGAINST);
  }

  @Test
  void rulesThatTakeOneFiringMoreThanTheLimitAllowsAreStopped() {
    assertThatThrownBy(() -> verdictWithLimit(8))
        .isInstanceOf(RuleExecutionException.class)
        .hasMessageContaining("within 8 firings");
  }

  private static Verdict verdictWithLimit(int limit) {
    try (GuidelineEngine engine =
        PackSource.bundled().open(EngineOptions.defaults().withFiringLimit(limit))) {
      return engine.assess(CASE).determination("p1").verdict();
    }
  }

  private static GuidelineEngine withGuidanceRule(String condition, String consequence) {
    return PackSource.bundled()
        .with(
            "guidance/5-added.drl",
            """
            package org.spinepain.guideline.rules.guidance;
            import org.spinepain.guideline.model.assessment.Reading;
            import org.spinepain.guideline.model.assessment.Status;
            import org.spinepain.guideline.rules.conclusion.Caveat;
            import org.spinepain.guideline.rules.merged.CarriedEvidence;
            import org.spinepain.guideline.rules.merged.CarriedRecommendation;
            import org.spinepain.guideline.rules.merged.ComputedOnset;
            rule "Added"
              @id( "added" ) @source( "bmj-e079970#scope" )
            when
              %s
            then
              %s
            end
            """
                .formatted(condition, consequence))
        .open();
  }
}
