package org.spinepain.guideline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/** The parts that a case is made of. */
class CasePartsTest {

  @Test
  void eachMethodOfAPainHistoryChangesOneThingInACopy() {
    PainHistory start = PainHistory.radicular();
    LocalDate onset = LocalDate.of(2025, 1, 1);

    PainHistory changed =
        start
            .at(SpinalLevel.LUMBAR)
            .since(onset)
            .cancer(Presence.ABSENT)
            .inflammatoryArthropathy(Presence.PRESENT)
            .otherCauses(OtherCause.FRACTURE);

    assertThat(changed)
        .isEqualTo(
            new PainHistory(
                Optional.of(PainPattern.RADICULAR),
                Optional.of(SpinalLevel.LUMBAR),
                Optional.of(onset),
                Optional.empty(),
                Optional.of(Presence.ABSENT),
                Optional.of(Presence.PRESENT),
                Set.of(OtherCause.FRACTURE)));
    assertThat(start.lasting(Period.ofMonths(3)).duration()).contains(Period.ofMonths(3));
    assertThat(start).isEqualTo(PainHistory.of(PainPattern.RADICULAR));
  }

  @Test
  void theCausesOfAPainHistoryAreACopyInTheOrderOfTheirDeclaration() {
    Set<OtherCause> causes = EnumSet.of(OtherCause.FRACTURE);
    PainHistory pain = PainHistory.axial().otherCauses(causes);
    causes.clear();

    assertThat(pain.otherCauses()).containsExactly(OtherCause.FRACTURE);
    assertThat(
            PainHistory.axial()
                .otherCauses(OtherCause.FRACTURE, OtherCause.INFECTION)
                .otherCauses())
        .containsExactly(OtherCause.INFECTION, OtherCause.FRACTURE);
    assertThatThrownBy(() -> pain.otherCauses().add(OtherCause.INFECTION))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void eachMethodOfAProcedureRequestChangesOneThingInACopy() {
    ProcedureRequest start = ProcedureRequest.jointRadiofrequencyAblation("p1");

    assertThat(
            start
                .injecting(Injectate.STEROID)
                .intendedFor(Intent.DIAGNOSIS)
                .offeredIn(Setting.CLINICAL_TRIAL))
        .isEqualTo(
            new ProcedureRequest(
                "p1",
                Optional.of(Technique.JOINT_RADIOFREQUENCY_ABLATION),
                Stated.of(Injectate.STEROID),
                Stated.of(Intent.DIAGNOSIS),
                Stated.of(Setting.CLINICAL_TRIAL)));
    assertThat(start.injectate()).isEqualTo(Stated.<Injectate>nothing());
  }

  @Test
  void nothingStatedIsNotTheSameAsUnspecified() {
    Stated<Intent> nothing = Stated.nothing();
    Stated<Intent> unspecified = Stated.unspecified();

    assertThat(nothing).isNotEqualTo(unspecified);
    assertThat(nothing.known()).isEmpty();
    assertThat(unspecified.known()).isEmpty();
    assertThat(Stated.of(Intent.TREATMENT).known()).contains(Intent.TREATMENT);
  }

  @Test
  void eachMethodOfAPracticeContextChangesOneThingInACopy() {
    assertThat(
            PracticeContext.unstated()
                .in("CA-ON")
                .proceduresRemainCommon(false)
                .askingAbout(PracticeUse.PROTOCOL_STEP))
        .isEqualTo(
            new PracticeContext(
                Optional.of("CA-ON"), Optional.of(false), Optional.of(PracticeUse.PROTOCOL_STEP)));
  }

  @Test
  void theProceduresOfACaseAreACopyInTheirOrder() {
    List<ProcedureRequest> procedures =
        new ArrayList<>(
            List.of(ProcedureRequest.intramuscular("b"), ProcedureRequest.jointTargeted("a")));
    ClinicalCase clinicalCase =
        new ClinicalCase(
            "c-1",
            LocalDate.of(2025, 6, 30),
            PatientRecord.ofUnknownAge(),
            PainHistory.axialAndRadicular(),
            procedures,
            PracticeContext.unstated());
    procedures.clear();

    assertThat(clinicalCase.procedures())
        .extracting(ProcedureRequest::id)
        .containsExactly("b", "a");
  }

  @Test
  void aProcedureThatRulesSeeIsNoInjectionOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Procedure(
                    Technique.EPIDURAL_INJECTION,
                    Injectate.NONE,
                    Intent.TREATMENT,
                    Setting.ROUTINE_CARE));
    assertThat(
            new Procedure(Technique.OTHER, Injectate.NONE, Intent.TREATMENT, Setting.ROUTINE_CARE)
                .injectate())
        .isEqualTo(Injectate.NONE);
  }

  @Test
  void threeTechniquesAreInjections() {
    assertThat(Technique.values())
        .filteredOn(Technique::isInjection)
        .containsExactly(
            Technique.EPIDURAL_INJECTION,
            Technique.JOINT_TARGETED_INJECTION,
            Technique.INTRAMUSCULAR_INJECTION);
  }

  @Test
  void painThatIsAxialAndRadicularIsBoth() {
    assertThat(PainPattern.values())
        .filteredOn(PainPattern::isAxial)
        .containsExactly(PainPattern.AXIAL, PainPattern.AXIAL_AND_RADICULAR);
    assertThat(PainPattern.values())
        .filteredOn(PainPattern::isRadicular)
        .containsExactly(PainPattern.RADICULAR, PainPattern.AXIAL_AND_RADICULAR);
  }
}
