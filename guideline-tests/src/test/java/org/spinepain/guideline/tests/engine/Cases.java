package org.spinepain.guideline.tests.engine;

import static org.spinepain.guideline.model.Presence.ABSENT;

import java.time.LocalDate;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;

/**
 * Cases made like the worked ones of the specification, section 8: assessed on 2025-06-30, 54
 * years, pain since 2023-04-01, cancer and arthropathy absent, lumbar.
 */
final class Cases {

  static final LocalDate ASSESSED_ON = LocalDate.of(2025, 6, 30);

  private Cases() {}

  /** This pain, for more than two years, lumbar, without cancer or arthropathy. */
  static PainHistory chronic(PainHistory pain) {
    return withoutOnset(pain).since(LocalDate.of(2023, 4, 1));
  }

  /** This pain, begun nobody knows when, lumbar, without cancer or arthropathy. */
  static PainHistory withoutOnset(PainHistory pain) {
    return pain.at(SpinalLevel.LUMBAR).cancer(ABSENT).inflammatoryArthropathy(ABSENT);
  }

  /** A person of 54 years with this pain, for whom this procedure is requested. */
  static ClinicalCase of(PainHistory pain, ProcedureRequest procedure) {
    return unfinished(pain, procedure).build();
  }

  /** The same, for which more can be said. */
  static ClinicalCase.Builder unfinished(PainHistory pain, ProcedureRequest procedure) {
    return ClinicalCase.of("case-1", ASSESSED_ON)
        .patient(PatientRecord.aged(54))
        .pain(pain)
        .procedure(procedure);
  }
}
