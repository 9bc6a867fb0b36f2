package org.spinepain.guideline.tests.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.engine.explain.Criterion;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.engine.explain.Holding;
import org.spinepain.guideline.engine.explain.Met;
import org.spinepain.guideline.engine.explain.ProcedureExplanation;
import org.spinepain.guideline.engine.explain.Question;
import org.spinepain.guideline.engine.explain.RecommendationExplanation;
import org.spinepain.guideline.engine.explain.SmallestChange;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;

/** What is explained of worked cases, by hand from the specification. */
class ExplanationTest {

  private static final int THREADS = 4;

  private static final GuidelineEngine ENGINE = GuidelineEngine.bundled();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  // The smallest changes.

  @Test
  void aRecommendationAgainstFlipsByEachExclusionAndByWhatIsNotAddressed() {
    assertThat(changes(worked(1).smallestChanges()))
        .containsExactly(
            "patient.age at-least-18 to below-18: no-recommendation",
            "pain.duration at-least-3-months to below-3-months: no-recommendation",
            "pain.cancer absent to present: no-recommendation",
            "pain.inflammatory-arthropathy absent to present: no-recommendation",
            "pain.infection absent to present: no-recommendation",
            "pain.fracture absent to present: no-recommendation",
            "pain.pattern axial to other: no-recommendation",
            "procedure.technique epidural-injection to other: no-recommendation",
            "procedure.injectate local-anaesthetic-and-steroid to other: no-recommendation",
            "procedure.intent treatment to diagnosis: no-recommendation",
            "procedure.setting routine-care to clinical-trial: no-recommendation",
            "pain.pattern axial to radicular, procedure.technique epidural-injection to"
                + " joint-targeted-injection: no-recommendation",
            "pain.pattern axial to radicular, procedure.technique epidural-injection to"
                + " intramuscular-injection: no-recommendation",
            "pain.pattern axial to radicular, procedure.technique epidural-injection to"
                + " joint-radiofrequency-ablation: no-recommendation",
            "procedure.technique epidural-injection to intramuscular-injection,"
                + " procedure.injectate local-anaesthetic-and-steroid to steroid:"
                + " no-recommendation",
            "procedure.technique epidural-injection to dorsal-root-ganglion-radiofrequency,"
                + " procedure.injectate local-anaesthetic-and-steroid to none: no-recommendation");
  }

  @Test
  void everyReasonThatHoldsMustGoBeforeTheGuidelineRecommendsAgainst() {
    assertThat(changes(worked(9).smallestChanges()))
        .containsExactly(
            "pain.cancer present to absent, procedure.setting clinical-trial to routine-care:"
                + " recommend-against by axial-epidural direct");
  }

  @Test
  void whatIsReadByComponentAfterAChangeIsMarkedSo() {
    assertThat(changes(worked(4).smallestChanges()))
        .contains(
            "procedure.technique intramuscular-injection to joint-radiofrequency-ablation:"
                + " recommend-against by axial-joint-rfa by-component and axial-joint-targeted"
                + " by-component");
  }

  @Test
  void learningAnUnknownFactIsAChangeFromUnknown() {
    ProcedureExplanation explained = worked(10);

    assertThat(changes(explained.smallestChanges()))
        .contains(
            "pain.duration unknown to below-3-months: no-recommendation",
            "pain.duration unknown to at-least-3-months: recommend-against by axial-epidural"
                + " direct");
    assertThat(explained.smallestChanges())
        .flatExtracting(SmallestChange::changes)
        .filteredOn(change -> change.isLearning())
        .extracting(change -> change.fact())
        .containsOnly(Fact.PAIN_DURATION);
  }

  @Test
  void whatAHostAssumesAwayIsAmongTheChanges() {
    ProcedureExplanation explained =
        ENGINE
            .assuming(Assumption.PATTERN_AXIAL_OR_RADICULAR)
            .explain(WorkedCases.number(12).clinicalCase())
            .procedure("p1");

    assertThat(explained.verdict()).isEqualTo(Verdict.RECOMMEND_AGAINST);
    assertThat(changes(explained.smallestChanges()))
        .contains("pain.pattern unknown to other: no-recommendation");
    assertThat(explained.assumptions())
        .extracting(assumption -> assumption.code())
        .contains("pattern-axial-or-radicular");
  }

  // The recommendations.

  @Test
  void eachRecommendationOfThePackIsExplainedInItsOrder() {
    assertThat(worked(1).recommendations())
        .extracting(RecommendationExplanation::id, RecommendationExplanation::holding)
        .containsExactly(
            tuple("axial-joint-rfa", Holding.DOES_NOT_HOLD),
            tuple("axial-epidural", Holding.HOLDS),
            tuple("axial-joint-targeted", Holding.DOES_NOT_HOLD),
            tuple("axial-intramuscular", Holding.DOES_NOT_HOLD),
            tuple("radicular-drg-rf", Holding.DOES_NOT_HOLD),
            tuple("radicular-epidural", Holding.DOES_NOT_HOLD));
  }

  @Test
  void aRecommendationComesWithItsWordsAndTheirProvenance() {
    RecommendationExplanation epidural = recommendation(worked(4), "axial-epidural");

    assertThat(epidural.text())
        .isEqualTo(
            "Axial spine pain: do not offer epidural injection of local anaesthetic, steroid or"
                + " both outside a clinical trial.");
    assertThat(epidural.provenance().status()).isEqualTo(Status.CHECKED);
    assertThat(epidural.provenance().reading()).isEqualTo(Reading.SOURCE);
    assertThat(epidural.provenance().source().section()).isEqualTo("recommendations");
  }

  @Test
  void aCriterionThatIsNotMetTellsItsValueAndWhatIsNeeded() {
    assertThat(criterion(worked(4), "axial-intramuscular", Fact.PROCEDURE_INJECTATE))
        .isEqualTo(
            new Criterion(
                Fact.PROCEDURE_INJECTATE,
                Optional.of("steroid"),
                Met.NOT_MET,
                List.of("local-anaesthetic", "local-anaesthetic-and-steroid"),
                List.of("local-anaesthetic", "local-anaesthetic-and-steroid")));
  }

  @Test
  void aCriterionThatIsUnknownIsOpen() {
    assertThat(criterion(worked(10), "axial-epidural", Fact.PAIN_DURATION))
        .isEqualTo(
            new Criterion(
                Fact.PAIN_DURATION,
                Optional.empty(),
                Met.OPEN,
                List.of("at-least-3-months"),
                List.of("at-least-3-months")));
  }

  @Test
  void theInjectateIsNoCriterionWhereEveryOneIsAddressed() {
    assertThat(recommendation(worked(1), "axial-joint-rfa").criteria())
        .extracting(Criterion::fact)
        .doesNotContain(Fact.PROCEDURE_INJECTATE)
        .contains(Fact.PROCEDURE_TECHNIQUE, Fact.PAIN_INFECTION, Fact.PAIN_FRACTURE);
  }

  @Test
  void whereEachCriterionIsMetAndTheyDoNotGoTogetherTheSmallestChangesTell() {
    RecommendationExplanation explained =
        recommendation(
            ENGINE
                .explain(
                    WorkedCases.aged54(
                        WorkedCases.chronic(PainHistory.radicular()),
                        ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")
                            .injecting(Injectate.LOCAL_ANAESTHETIC)))
                .procedure("p1"),
            "radicular-epidural");

    assertThat(explained.holding()).isEqualTo(Holding.DOES_NOT_HOLD);
    assertThat(explained.criteria()).extracting(Criterion::met).containsOnly(Met.MET);
    assertThat(changes(explained.smallestChanges()))
        .containsExactly(
            "procedure.technique dorsal-root-ganglion-radiofrequency to epidural-injection:"
                + " recommend-against by radicular-epidural direct",
            "procedure.injectate local-anaesthetic to steroid: recommend-against by"
                + " radicular-drg-rf by-component and radicular-epidural by-component");
  }

  @Test
  void whatHoldsByComponentSaysSo() {
    assertThat(recommendation(worked(7), "axial-epidural").basis()).contains(Basis.BY_COMPONENT);
    assertThat(recommendation(worked(7), "radicular-drg-rf").basis()).contains(Basis.DIRECT);
    assertThat(recommendation(worked(7), "radicular-epidural").basis()).isEmpty();
  }

  // The questions.

  @Test
  void theOneMissingFactSettlesAll() {
    Question question = worked(11).settlesMost().orElseThrow();

    assertThat(question.fact()).isEqualTo(CaseFact.PAIN_PATTERN);
    assertThat(question.completions()).isEqualTo(4);
    assertThat(question.undecided()).isZero();
  }

  @Test
  void amongEqualsTheFirstFactIsAskedFirst() {
    assertThat(worked(15).questions())
        .isEqualTo(
            List.of(
                new Question(
                    CaseFact.PAIN_DURATION,
                    List.of("pain.onset", "pain.duration"),
                    List.of(
                        new Question.Answer("below-3-months", Verdict.NO_RECOMMENDATION, 2),
                        new Question.Answer(
                            "at-least-3-months", Verdict.INSUFFICIENT_INFORMATION, 2))),
                new Question(
                    CaseFact.PAIN_CANCER,
                    List.of("pain.cancer"),
                    List.of(
                        new Question.Answer("present", Verdict.NO_RECOMMENDATION, 2),
                        new Question.Answer("absent", Verdict.INSUFFICIENT_INFORMATION, 2)))));
  }

  /**
   * Duration and pattern unknown, epidural: 8 completions. The duration leaves the 4 chronic ones;
   * the pattern settles other, and leaves 2 of each of the three addressed.
   */
  @Test
  void theFactThatLeavesTheFewestUndecidedIsAskedFirst() {
    assertThat(
            ENGINE
                .explain(
                    WorkedCases.aged54(
                        PainHistory.ofUnknownPattern()
                            .cancer(Presence.ABSENT)
                            .inflammatoryArthropathy(Presence.ABSENT),
                        ProcedureRequest.epidural("p1").injecting(Injectate.STEROID)))
                .procedure("p1")
                .questions())
        .extracting(question -> question.fact() + " " + question.undecided())
        .containsExactly("PAIN_DURATION 4", "PAIN_PATTERN 6");
  }

  @Test
  void nothingIsAskedWhereTheVerdictIsKnown() {
    assertThat(worked(14).questions()).isEmpty();
    assertThat(worked(14).settlesMost()).isEmpty();
  }

  // The engine.

  @Test
  void anEngineWithoutItsTableExplainsTheSame() {
    CaseExplanation explained = ENGINE.explain(WorkedCases.number(15).clinicalCase());

    try (GuidelineEngine engine =
        GuidelineEngine.on(RulePack.bundled(), EngineOptions.defaults().withoutDecisionTable())) {
      assertThat(engine.explain(WorkedCases.number(15).clinicalCase())).isEqualTo(explained);
    }
  }

  @Test
  @Timeout(120)
  void threadsThatAskFirstAllGetTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      Callable<CaseExplanation> asking =
          () -> engine.explain(WorkedCases.number(15).clinicalCase());
      List<CaseExplanation> given = new ArrayList<>();
      for (Future<CaseExplanation> each : threads.invokeAll(Collections.nCopies(THREADS, asking))) {
        given.add(each.get());
      }
      assertThat(given).containsOnly(ENGINE.explain(WorkedCases.number(15).clinicalCase()));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aClosedEngineRefusesToExplain() {
    GuidelineEngine engine = GuidelineEngine.bundled();
    engine.close();

    assertThatThrownBy(() -> engine.explain(WorkedCases.number(1).clinicalCase()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this engine is closed");
  }

  @Test
  void aProcedureThatTheCaseDoesNotHaveIsRefusedWithoutItsId() {
    CaseExplanation explained = ENGINE.explain(WorkedCases.number(1).clinicalCase());

    assertThatThrownBy(() -> explained.procedure("secret"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageNotContaining("secret");
  }

  private static ProcedureExplanation worked(int number) {
    return ENGINE.explain(WorkedCases.number(number).clinicalCase()).procedure("p1");
  }

  static RecommendationExplanation recommendation(ProcedureExplanation explained, String id) {
    return explained.recommendations().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static Criterion criterion(ProcedureExplanation explained, String id, Fact fact) {
    return recommendation(explained, id).criteria().stream()
        .filter(each -> each.fact() == fact)
        .findFirst()
        .orElseThrow();
  }

  static List<String> changes(List<SmallestChange> smallest) {
    return smallest.stream().map(ExplanationTest::words).toList();
  }

  private static String words(SmallestChange smallest) {
    String carried =
        smallest.recommendations().stream()
            .map(each -> each.id() + " " + each.basis().code())
            .collect(Collectors.joining(" and "));
    return smallest.changes().stream()
            .map(
                each ->
                    each.fact().code() + " " + each.from().orElse("unknown") + " to " + each.to())
            .collect(Collectors.joining(", "))
        + ": "
        + smallest.verdict().code()
        + (carried.isEmpty() ? "" : " by " + carried);
  }
}
