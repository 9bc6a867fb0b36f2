package org.spinepain.guideline.tests.space;

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
 * Makes the case that has these facts with the boundaries of a pack. A component of a fact that
 * this class does not know is refused, so that the space cannot grow by something that no case
 * says.
 */
final class CaseOfFacts {

  private final Combination combination;
  private final BoundarySides sides;
  private final boolean durationIsStated;
  private final Set<String> used = new HashSet<>();

  private CaseOfFacts(Combination combination, Boundaries boundaries, boolean durationIsStated) {
    this.combination = combination;
    this.sides = BoundarySides.of(boundaries);
    this.durationIsStated = durationIsStated;
  }

  static ClinicalCase of(Combination combination, Boundaries boundaries, boolean durationIsStated) {
    return new CaseOfFacts(combination, boundaries, durationIsStated).make();
  }

  private ClinicalCase make() {
    ClinicalCase made =
        ClinicalCase.of("case", BoundarySides.ASSESSED_ON)
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
        .map(adult -> PatientRecord.aged(sides.ageYears(adult)))
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
    return nearBoundary || durationIsStated
        ? sides.lasting(pain, chronic.get(), nearBoundary)
        : sides.since(pain, chronic.get());
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
