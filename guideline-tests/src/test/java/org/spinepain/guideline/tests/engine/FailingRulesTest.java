package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.pack.PackSource;

/** What an engine says of rules that do not come to an answer, and what it keeps to itself. */
class FailingRulesTest {

  private static final int FIRING_LIMIT = 100;

  private static GuidelineEngine engine;

  @BeforeAll
  static void open() {
    engine =
        Misbehaviour.addedToTheGuideline()
            .open(EngineOptions.defaults().withFiringLimit(FIRING_LIMIT));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONSEQUENCE_THROWS", "GUIDANCE_THROWS"})
  void aConsequenceThatThrowsIsToldByTheNameOfItsRule(Misbehaviour misbehaviour) {
    assertThat(thrownOn(misbehaviour)).hasMessageContaining("\"" + misbehaviour.rule() + "\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONDITION_THROWS", "JOIN_THROWS"})
  void aConditionThatThrowsIsToldByTheNameOfItsRuleSet(Misbehaviour misbehaviour) {
    assertThat(thrownOn(misbehaviour))
        .hasMessageContaining("condition")
        .hasMessageContaining(misbehaviour.set().folder());
  }

  @Test
  void aRuleThatFeedsItselfIsStoppedAndToldByItsRuleSetAndTheFiringLimit() {
    assertThat(thrownOn(Misbehaviour.NEVER_RESTS))
        .hasMessageContaining("decision")
        .hasMessageContaining(Integer.toString(FIRING_LIMIT));
  }

  @ParameterizedTest
  @EnumSource(names = "NEVER_RESTS", mode = EnumSource.Mode.EXCLUDE)
  void theStackOfWhatARuleThrewIsKept(Misbehaviour misbehaviour) {
    assertThat(thrownOn(misbehaviour).getStackTrace())
        .extracting(StackTraceElement::getClassName)
        .contains(Failure.class.getName());
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatAFailureTellsHoldsDataOfTheCase(Misbehaviour misbehaviour) {
    assertThat(everythingThatIsTold(thrownOn(misbehaviour)))
        .doesNotContain("seen")
        .doesNotContain(Misbehaviour.ONSET.toString())
        .doesNotContain("SpinePain")
        .doesNotContain("ComputedOnset")
        .doesNotContain(misbehaviour.provoked().caseId());
  }

  @ParameterizedTest
  @EnumSource
  void aFailureCarriesNeitherACauseNorAnythingSuppressed(Misbehaviour misbehaviour) {
    RuleExecutionException thrown = thrownOn(misbehaviour);
    assertThat(thrown).hasNoCause();
    assertThat(thrown.getSuppressed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theSameCaseFailsInTheSameWayAgain(Misbehaviour misbehaviour) {
    assertThat(thrownOn(misbehaviour)).hasMessage(thrownOn(misbehaviour).getMessage());
  }

  @Test
  void twoVerdictsOnOneCompletionAreRefused() {
    String second =
        """
        package org.spinepain.guideline.rules.decision;
        import org.spinepain.guideline.model.assessment.Verdict;
        import org.spinepain.guideline.model.fact.Procedure;
        import org.spinepain.guideline.rules.conclusion.Decided;
        rule "A second verdict"
          @id( "second" ) @source( "bmj-e079970#scope" )
        when
          $procedure : Procedure()
        then
          insertLogical( new Decided( Verdict.RECOMMEND_AGAINST, drools.getRule() ) );
        end
        """;
    assertFails(
        PackSource.bundled().with("decision/6-second.drl", second),
        "the decision rules gave 2 verdicts on complete facts, not one");
  }

  @Test
  void noVerdictOnACompletionIsRefused() {
    assertFails(
        PackSource.bundled()
            .replacing(
                "decision/4-verdict.drl",
                "exists Recommendation()\n  not Reason()",
                "exists Recommendation()\n  exists Reason()"),
        "the decision rules gave 0 verdicts on complete facts, not one");
  }

  @Test
  void aRecommendationWithoutWordsIsRefused() {
    assertFails(
        PackSource.bundled()
            .replacing(
                "guidance/3-recommendation-texts.drl",
                "CarriedRecommendation( id == \"axial-epidural\" )",
                "CarriedRecommendation( id == \"another\" )"),
        "the guidance rules have no text for axial-epidural");
  }

  @Test
  void aRecommendationInTwoWordingsIsRefused() {
    assertFails(
        PackSource.bundled()
            .replacing(
                "guidance/3-recommendation-texts.drl",
                "new RecommendationText( \"radicular-epidural\"",
                "new RecommendationText( \"axial-epidural\"")
            .replacing(
                "guidance/3-recommendation-texts.drl",
                "CarriedRecommendation( id == \"radicular-epidural\" )",
                "CarriedRecommendation( id == \"axial-epidural\" )"),
        "the guidance rules have two texts for axial-epidural");
  }

  private static void assertFails(PackSource pack, String message) {
    try (GuidelineEngine failing = pack.open()) {
      assertThat(
              catchThrowableOfType(
                  RuleExecutionException.class,
                  () ->
                      failing.assess(
                          Cases.of(
                              Cases.chronic(PainHistory.axial()),
                              ProcedureRequest.epidural("p1").injecting(Injectate.STEROID)))))
          .hasMessage(message);
    }
  }

  private static RuleExecutionException thrownOn(Misbehaviour misbehaviour) {
    return catchThrowableOfType(
        RuleExecutionException.class, () -> engine.assess(misbehaviour.provoked()));
  }

  /** The messages and all that a log would print, with causes and what was suppressed. */
  private static String everythingThatIsTold(Throwable thrown) {
    StringWriter told = new StringWriter();
    thrown.printStackTrace(new PrintWriter(told, true));
    return told + "\n" + thrown + "\n" + thrown.getMessage() + thrown.getLocalizedMessage();
  }
}
