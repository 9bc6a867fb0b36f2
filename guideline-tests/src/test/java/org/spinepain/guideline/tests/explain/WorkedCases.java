package org.spinepain.guideline.tests.explain;

import static org.spinepain.guideline.model.Presence.ABSENT;
import static org.spinepain.guideline.model.Presence.PRESENT;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Setting;

/** The worked cases of the specification, section 8, by their numbers. */
final class WorkedCases {

  private WorkedCases() {}

  /**
   * A case, and what the host assumes when it asks about it.
   *
   * @param name how a test names it
   * @param clinicalCase the case
   * @param assuming what the host assumes
   */
  record Asked(String name, ClinicalCase clinicalCase, Set<Assumption> assuming) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Asked number(int number) {
    return all().get(number - 1);
  }

  static List<Asked> all() {
    return List.of(
        worked(
            1,
            chronic(PainHistory.axial()),
            ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC_AND_STEROID)),
        worked(
            2,
            chronic(PainHistory.radicular()),
            ProcedureRequest.epidural("p1").injecting(Injectate.STEROID)),
        worked(
            3,
            chronic(PainHistory.axialAndRadicular()),
            ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC)),
        worked(
            4,
            chronic(PainHistory.axial()),
            ProcedureRequest.intramuscular("p1").injecting(Injectate.STEROID)),
        worked(
            5,
            chronic(PainHistory.radicular()).at(SpinalLevel.THORACIC),
            ProcedureRequest.jointTargeted("p1").injecting(Injectate.LOCAL_ANAESTHETIC)),
        worked(
            6,
            chronic(PainHistory.axial()),
            ProcedureRequest.jointRadiofrequencyAblation("p1").injecting(Injectate.STEROID)),
        worked(
            7,
            chronic(PainHistory.axialAndRadicular()),
            ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")
                .injecting(Injectate.LOCAL_ANAESTHETIC)),
        worked(
            8,
            chronic(PainHistory.axial()),
            ProcedureRequest.dorsalRootGanglionRadiofrequency("p1").injecting(Injectate.NONE)),
        worked(
            9,
            chronic(PainHistory.axial()).cancer(PRESENT),
            ProcedureRequest.epidural("p1")
                .injecting(Injectate.LOCAL_ANAESTHETIC)
                .setting(Stated.of(Setting.CLINICAL_TRIAL))),
        worked(
            10,
            undated(PainHistory.axial()),
            ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC)),
        worked(
            11,
            chronic(PainHistory.ofUnknownPattern()),
            ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC)),
        new Asked(
            "worked case 12",
            aged54(
                chronic(PainHistory.ofUnknownPattern()),
                ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC)),
            Set.of(Assumption.PATTERN_AXIAL_OR_RADICULAR)),
        worked(
            13,
            undated(PainHistory.axial()).lasting(Period.ofDays(91)),
            ProcedureRequest.jointTargeted("p1").injectate(Stated.unspecified())),
        new Asked(
            "worked case 14",
            ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
                .pain(undated(PainHistory.axial()).cancer(PRESENT))
                .procedure(ProcedureRequest.ofUnknownTechnique("p1"))
                .build(),
            Set.of()),
        worked(
            15,
            PainHistory.axial().at(SpinalLevel.LUMBAR).inflammatoryArthropathy(ABSENT),
            ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC)),
        worked(
            16, chronic(PainHistory.axial()), ProcedureRequest.jointRadiofrequencyAblation("p1")));
  }

  private static Asked worked(int number, PainHistory pain, ProcedureRequest procedure) {
    return new Asked("worked case " + number, aged54(pain, procedure), Set.of());
  }

  static ClinicalCase aged54(PainHistory pain, ProcedureRequest procedure) {
    return ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
        .patient(PatientRecord.aged(54))
        .pain(pain)
        .procedure(procedure)
        .build();
  }

  static PainHistory chronic(PainHistory pain) {
    return undated(pain).since(LocalDate.of(2023, 4, 1));
  }

  private static PainHistory undated(PainHistory pain) {
    return pain.at(SpinalLevel.LUMBAR).cancer(ABSENT).inflammatoryArthropathy(ABSENT);
  }
}
