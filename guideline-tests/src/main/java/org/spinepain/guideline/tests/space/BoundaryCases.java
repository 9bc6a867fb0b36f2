package org.spinepain.guideline.tests.space;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * Cases that a recommendation addresses, each day around the boundaries of age and duration: where
 * packs with other boundaries answer differently.
 */
public final class BoundaryCases {

  private static final LocalDate ASSESSED_ON = LocalDate.of(2025, 6, 30);
  private static final int ADULT_YEARS = 54;

  /** No case is of an older patient. */
  private static final int OLDEST_YEARS = 130;

  private static final int LONGEST_MONTH = 31;
  private static final int YEAR = 12;

  private BoundaryCases() {}

  /**
   * The cases: of every age in years, of a birthday near each, and of every duration in days; each
   * to one beyond the farthest boundary of these packs, as far as there are such cases.
   */
  public static List<ClinicalCase> of(PackSource... packs) {
    List<ClinicalCase> cases = new ArrayList<>();
    int chronicMonths = highest(Boundaries::chronicMonths, packs);
    int adultYears = highest(Boundaries::adultYears, packs);
    int oldest = Math.min(adultYears + 1, OLDEST_YEARS);
    PainHistory forMonths = axial().since(ASSESSED_ON.minusMonths(chronicMonths + 1));
    for (int years = (chronicMonths + 1) / YEAR + 1; years <= oldest; years++) {
      cases.add(of(PatientRecord.aged(years), forMonths));
      for (int days = -1; days <= 1; days++) {
        LocalDate born = ASSESSED_ON.minusYears(years).plusDays(days);
        cases.add(of(PatientRecord.bornOn(born), forMonths));
      }
    }
    // First those whose duration is not stated: only the boundary itself tells them apart.
    int age = Math.min(Math.max(adultYears, ADULT_YEARS), OLDEST_YEARS);
    PatientRecord adult = PatientRecord.aged(age);
    int sinceBirth = (int) ChronoUnit.DAYS.between(ASSESSED_ON.minusYears(age), ASSESSED_ON);
    int longest =
        Math.min(
            chronicMonths * LONGEST_MONTH + highest(Boundaries::nearDays, packs) + 1, sinceBirth);
    for (int days = 1; days <= longest; days++) {
      cases.add(of(adult, axial().since(ASSESSED_ON.minusDays(days))));
    }
    for (int days = 1; days <= longest; days++) {
      cases.add(of(adult, axial().lasting(Period.ofDays(days))));
    }
    return cases;
  }

  private static int highest(ToIntFunction<Boundaries> place, PackSource... packs) {
    return Stream.of(packs).map(Boundaries::of).mapToInt(place).max().orElseThrow();
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
