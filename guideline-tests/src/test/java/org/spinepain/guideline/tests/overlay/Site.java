package org.spinepain.guideline.tests.overlay;

import java.time.LocalDate;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;

/** A site that adapts the guideline's rules, and cases that it asks about. */
final class Site {

  static final RulePack PACK = RulePack.bundled();

  static final String HEAD =
      """
      overlay.id = example-hospital
      overlay.owner = Spine service, Example Hospital
      overlay.guideline = bmj-2025-e079970
      overlay.edition = 2025
      """;

  private Site() {}

  /** The overlay of the site that says these lines. */
  static Overlay overlay(String lines) {
    return Overlay.parse("site.properties", HEAD + lines);
  }

  /** A translation of the site that says these lines. */
  static Overlay translation(String lines) {
    return overlay("overlay.locale = fr\n" + lines);
  }

  static Assessment assess(ClinicalCase clinicalCase, Overlay... overlays) {
    try (GuidelineEngine engine =
        GuidelineEngine.on(PACK.adaptedBy(overlays), EngineOptions.defaults())) {
      return engine.assess(clinicalCase);
    }
  }

  static Determination determine(ClinicalCase clinicalCase, Overlay... overlays) {
    return assess(clinicalCase, overlays).determination("p1");
  }

  /** Axial and radicular pain, epidural injection: two recommendations against. */
  static ClinicalCase recommendedAgainst(LocalDate assessedOn) {
    return of(
        assessedOn,
        PainHistory.of(PainPattern.AXIAL_AND_RADICULAR).since(LocalDate.of(2023, 4, 1)));
  }

  static ClinicalCase recommendedAgainst() {
    return recommendedAgainst(LocalDate.of(2025, 6, 30));
  }

  /** Acute pain: no recommendation. */
  static ClinicalCase silence() {
    return of(LocalDate.of(2025, 6, 30), PainHistory.axial().since(LocalDate.of(2025, 6, 1)));
  }

  /** Nobody knows since when: insufficient information. */
  static ClinicalCase insufficient() {
    return of(LocalDate.of(2025, 6, 30), PainHistory.axial());
  }

  private static ClinicalCase of(LocalDate assessedOn, PainHistory pain) {
    return ClinicalCase.of("case-1", assessedOn)
        .patient(PatientRecord.aged(54))
        .pain(
            pain.at(SpinalLevel.LUMBAR)
                .cancer(Presence.ABSENT)
                .inflammatoryArthropathy(Presence.ABSENT))
        .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.STEROID))
        .build();
  }
}
