package org.spinepain.guideline.tests.space;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.fact.Injectate;

/**
 * Cases that a recommendation addresses, each day around the boundaries of age and duration: where
 * packs with other boundaries answer differently.
 */
public final class BoundaryCases {

  private static final LocalDate ASSESSED_ON = LocalDate.of(2025, 6, 30);
  private static final int OLDEST_YEARS = 25;
  private static final int LONGEST_DAYS = 400;

  private BoundaryCases() {}

  /** The cases: of every age in years, of a birthday near each, and of every duration in days. */
  public static List<ClinicalCase> all() {
    List<ClinicalCase> cases = new ArrayList<>();
    PainHistory forMonths = axial().since(ASSESSED_ON.minusMonths(6));
    for (int years = 1; years <= OLDEST_YEARS; years++) {
      cases.add(of(PatientRecord.aged(years), forMonths));
      for (int days = -1; days <= 1; days++) {
        LocalDate born = ASSESSED_ON.minusYears(years).plusDays(days);
        cases.add(of(PatientRecord.bornOn(born), forMonths));
      }
    }
    // First those whose duration is not stated: only the boundary itself tells them apart.
    PatientRecord adult = PatientRecord.aged(54);
    for (int days = 1; days <= LONGEST_DAYS; days++) {
      cases.add(of(adult, axial().since(ASSESSED_ON.minusDays(days))));
    }
    for (int days = 1; days <= LONGEST_DAYS; days++) {
      cases.add(of(adult, axial().lasting(Period.ofDays(days))));
    }
    return cases;
  }

  private static PainHistory axial() {
    return PainHistory.axial().cancer(Presence.ABSENT).inflammatoryArthropathy(Presence.ABSENT);
  }

  private static ClinicalCase of(PatientRecord patient, PainHistory pain) {
    return ClinicalCase.of("case", ASSESSED_ON)
        .patient(patient)
        .pain(pain)
        .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC))
        .build();
  }
}
