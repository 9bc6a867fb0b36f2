package org.spinepain.guideline.tests.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spinepain.guideline.tests.explain.ExplanationTest.changes;
import static org.spinepain.guideline.tests.explain.ExplanationTest.criterion;
import static org.spinepain.guideline.tests.explain.ExplanationTest.recommendation;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.explain.Criterion;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.engine.explain.Met;
import org.spinepain.guideline.engine.explain.ProcedureExplanation;
import org.spinepain.guideline.engine.explain.RecommendationExplanation;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.tests.pack.PackSource;

/** A pack that says something else is explained so, without any change of Java. */
@Tag("thorough")
class ExplanationOfOtherRulesTest {

  @Test
  void aRecommendationThatAPackAddsIsExplainedWithoutAnyChangeOfJava() {
    PackSource pack =
        PackSource.bundled()
            .with(
                "decision/6-added.drl",
                """
                package org.spinepain.guideline.rules.decision;
                import org.spinepain.guideline.model.assessment.Basis;
                import org.spinepain.guideline.model.fact.PainPattern;
                import org.spinepain.guideline.model.fact.SpinePain;
                import org.spinepain.guideline.rules.conclusion.Recommendation;
                rule "Added"
                  @id( "added" ) @source( "bmj-e079970#recommendations" )
                when
                  $pain : SpinePain( pattern == PainPattern.OTHER )
                then
                  insertLogical( new Recommendation( "added", Basis.DIRECT, drools.getRule() ) );
                end
                """)
            .with(
                "guidance/5-added.drl",
                """
                package org.spinepain.guideline.rules.guidance;
                import org.spinepain.guideline.model.assessment.Direction;
                import org.spinepain.guideline.model.assessment.Status;
                import org.spinepain.guideline.model.assessment.Strength;
                import org.spinepain.guideline.rules.conclusion.RecommendationText;
                import org.spinepain.guideline.rules.merged.CarriedRecommendation;
                rule "Added in words"
                  @id( "added.text" ) @source( "bmj-e079970#recommendations" )
                when
                  $recommendation : CarriedRecommendation( id == "added" )
                then
                  insertLogical( new RecommendationText( "added", Direction.AGAINST,
                      Strength.STRONG, "Added.", Status.CHECKED, drools.getRule() ) );
                end
                """);
    try (GuidelineEngine engine = pack.open()) {
      ProcedureExplanation explained =
          engine.explain(WorkedCases.number(1).clinicalCase()).procedure("p1");

      RecommendationExplanation added = recommendation(explained, "added");
      assertThat(added.text()).isEqualTo("Added.");
      assertThat(added.criteria()).extracting(Criterion::fact).contains(Fact.PAIN_PATTERN);
      assertThat(added.criteria())
          .extracting(Criterion::fact)
          .doesNotContain(Fact.PROCEDURE_TECHNIQUE);
      assertThat(changes(added.smallestChanges()))
          .containsExactly("pain.pattern axial to other: recommend-against by added direct");
      assertThat(explained.recommendations()).last().isEqualTo(added);
    }
  }

  @Test
  void aRuleThatAPackNarrowsNarrowsItsCriterionAndItsSmallestChanges() {
    PackSource pack =
        PackSource.bundled()
            .replacing(
                "decision/2-axial-pain.drl",
                "in ( Injectate.LOCAL_ANAESTHETIC, Injectate.LOCAL_ANAESTHETIC_AND_STEROID )",
                "in ( Injectate.LOCAL_ANAESTHETIC )");
    try (GuidelineEngine engine = pack.open()) {
      ProcedureExplanation explained =
          engine.explain(WorkedCases.number(4).clinicalCase()).procedure("p1");

      assertThat(criterion(explained, "axial-intramuscular", Fact.PROCEDURE_INJECTATE))
          .isEqualTo(
              new Criterion(
                  Fact.PROCEDURE_INJECTATE,
                  Optional.of("steroid"),
                  Met.NOT_MET,
                  List.of("local-anaesthetic"),
                  List.of("local-anaesthetic")));
      assertThat(changes(recommendation(explained, "axial-intramuscular").smallestChanges()))
          .containsExactly(
              "procedure.injectate steroid to local-anaesthetic: recommend-against by"
                  + " axial-intramuscular direct");
    }
  }

  @Test
  void aBoundaryThatAPackMovesMovesTheFactAndItsAnswers() {
    PackSource pack =
        PackSource.bundled().describedWith("boundary.adultYears = 18", "boundary.adultYears = 55");
    try (GuidelineEngine engine = pack.open()) {
      ProcedureExplanation explained =
          engine.explain(WorkedCases.number(1).clinicalCase()).procedure("p1");

      assertThat(explained.reasons()).extracting(Reason::code).containsExactly("not-adult");
      assertThat(criterion(explained, "axial-epidural", Fact.PATIENT_AGE))
          .isEqualTo(
              new Criterion(
                  Fact.PATIENT_AGE,
                  Optional.of("below-55"),
                  Met.NOT_MET,
                  List.of("at-least-55"),
                  List.of("at-least-55")));
    }
  }
}
