package org.spinepain.guideline.tests.space;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/**
 * Makes the case that has these facts. A component of a fact that this class does not know is
 * refused, so that the space cannot grow by something that no case says.
 */
final class CaseOfFacts {

  private static final LocalDate ASSESSED_ON = LocalDate.of(2025, 6, 30);
  private static final int ADULT_YEARS = 54;
  private static final int CHILD_YEARS = 12;
  private static final LocalDate LONG_AGO = LocalDate.of(2023, 4, 1);
  private static final LocalDate SHORTLY_BEFORE = LocalDate.of(2025, 6, 1);

  private static final Period LONG = Period.ofMonths(26);
  private static final Period SHORT = Period.ofWeeks(4);

  /** Three months to the day: on the boundary, and chronic. */
  private static final Period JUST_CHRONIC = Period.ofMonths(3);

  /** 84 days: before the boundary by no more than a week on any date. */
  private static final Period NOT_YET_CHRONIC = Period.ofWeeks(12);

  private final Combination combination;
  private final boolean durationIsStated;
  private final Set<String> used = new HashSet<>();

  private CaseOfFacts(Combination combination, boolean durationIsStated) {
    this.combination = combination;
    this.durationIsStated = durationIsStated;
  }

  static ClinicalCase of(Combination combination, boolean durationIsStated) {
    return new CaseOfFacts(combination, durationIsStated).make();
  }

  private ClinicalCase make() {
    ClinicalCase made =
        ClinicalCase.of("case", ASSESSED_ON)
            .patient(patient())
            .pain(pain())
            .procedure(procedure())
            .practice(
                PracticeContext.unstated()
                    .proceduresRemainCommon(known("Practice.proceduresRemainCommon"))
                    .askingAbout(value("Practice.use", PracticeUse.class).orElseThrow()))
            .build();
    List<String> unused = new ArrayList<>();
    for (Dimension dimension : CaseSpace.ALL) {
      if (!used.contains(dimension.name())) {
        unused.add(dimension.name());
      }
    }
    if (!unused.isEmpty()) {
      throw new IllegalStateException("no case can be made that says " + unused);
    }
    return made;
  }

  private PatientRecord patient() {
    return value("Patient.adult", Boolean.class)
        .map(adult -> PatientRecord.aged(adult ? ADULT_YEARS : CHILD_YEARS))
        .orElseGet(PatientRecord::ofUnknownAge);
  }

  private PainHistory pain() {
    Optional<PainPattern> pattern = value("SpinePain.pattern", PainPattern.class);
    PainHistory pain = pattern.map(PainHistory::of).orElseGet(PainHistory::ofUnknownPattern);
    pain = lasting(pain);
    Optional<Presence> cancer = presence("SpinePain.cancerRelated");
    if (cancer.isPresent()) {
      pain = pain.cancer(cancer.get());
    }
    Optional<Presence> arthropathy = presence("SpinePain.inflammatory");
    if (arthropathy.isPresent()) {
      pain = pain.inflammatoryArthropathy(arthropathy.get());
    }
    List<OtherCause> causes = new ArrayList<>();
    if (known("SpinePain.infection")) {
      causes.add(OtherCause.INFECTION);
    }
    if (known("SpinePain.fracture")) {
      causes.add(OtherCause.FRACTURE);
    }
    return pain.otherCauses(causes)
        .at(known("Presentation.thoracic") ? SpinalLevel.THORACIC : SpinalLevel.LUMBAR);
  }

  private PainHistory lasting(PainHistory pain) {
    boolean nearBoundary = known("Presentation.nearDurationBoundary");
    Optional<Boolean> chronic = value("SpinePain.chronic", Boolean.class);
    if (chronic.isEmpty()) {
      return pain;
    }
    if (nearBoundary) {
      return pain.lasting(chronic.get() ? JUST_CHRONIC : NOT_YET_CHRONIC);
    }
    if (durationIsStated) {
      return pain.lasting(chronic.get() ? LONG : SHORT);
    }
    return pain.since(chronic.get() ? LONG_AGO : SHORTLY_BEFORE);
  }

  private ProcedureRequest procedure() {
    return value("Procedure.technique", Technique.class)
        .map(technique -> ProcedureRequest.of("p1", technique))
        .orElseGet(() -> ProcedureRequest.ofUnknownTechnique("p1"))
        .injectate(stated("Procedure.injectate", Injectate.class))
        .intent(stated("Procedure.intent", Intent.class))
        .setting(stated("Procedure.setting", Setting.class));
  }

  private Optional<Presence> presence(String dimension) {
    return value(dimension, Boolean.class)
        .map(present -> present ? Presence.PRESENT : Presence.ABSENT);
  }

  private <T> Stated<T> stated(String dimension, Class<T> type) {
    return value(dimension, type).map(Stated::of).orElseGet(Stated::unspecified);
  }

  private boolean known(String dimension) {
    return value(dimension, Boolean.class).orElseThrow();
  }

  private <T> Optional<T> value(String dimension, Class<T> type) {
    used.add(dimension);
    return Optional.ofNullable(type.cast(combination.at(CaseSpace.indexOf(dimension))));
  }
}
