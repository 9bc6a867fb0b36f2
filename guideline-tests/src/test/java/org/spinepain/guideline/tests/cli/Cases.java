package org.spinepain.guideline.tests.cli;

import static org.spinepain.guideline.model.Presence.ABSENT;

import java.time.LocalDate;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.json.CaseDocuments;

/** Cases to ask about: 54 years old, pain since 2023, no cancer and no arthropathy. */
final class Cases {

  private Cases() {}

  static ClinicalCase.Builder about(String caseId, PainHistory pain) {
    return ClinicalCase.of(caseId, LocalDate.of(2025, 6, 30))
        .patient(PatientRecord.aged(54))
        .pain(pain.since(LocalDate.of(2023, 4, 1)).cancer(ABSENT).inflammatoryArthropathy(ABSENT));
  }

  static ClinicalCase recommendedAgainst(String caseId) {
    return about(caseId, PainHistory.axial())
        .procedure(
            ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC_AND_STEROID))
        .build();
  }

  /** The case on one line of JSON. */
  static String line(ClinicalCase clinicalCase) {
    return CaseDocuments.toCompactJson(clinicalCase);
  }

  /** A valid case on one line of JSON. */
  static String line(String caseId) {
    return line(recommendedAgainst(caseId));
  }

  /** A case on one line of JSON whose date is none. */
  static String badLine(String caseId) {
    return "{\"caseId\":\"" + caseId + "\",\"assessedOn\":\"2025-06-31\",\"procedures\":[{}]}";
  }
}
