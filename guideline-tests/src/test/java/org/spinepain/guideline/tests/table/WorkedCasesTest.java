package org.spinepain.guideline.tests.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spinepain.guideline.model.assessment.Basis.BY_COMPONENT;
import static org.spinepain.guideline.model.assessment.Basis.DIRECT;
import static org.spinepain.guideline.model.assessment.EditionState.CONTESTED;
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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.assessment.Basis;
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

/** The worked cases of the specification that are complete, by their numbers. */
class WorkedCasesTest {

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
    assertThat(answer.evidence()).extracting(EvidenceRow::injectate).containsExactly(STEROID, NONE);
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
}
