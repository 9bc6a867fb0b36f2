package com.example;

import static org.spinepain.guideline.model.Presence.ABSENT;
import static org.spinepain.guideline.model.SpinalLevel.LUMBAR;
import static org.spinepain.guideline.model.fact.Injectate.LOCAL_ANAESTHETIC_AND_STEROID;

import java.time.LocalDate;
import java.time.Period;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;

public final class PlainHost {

  private PlainHost() {}

  public static void main(String[] args) {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      Assessment assessment = engine.assess(
          ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
              .patient(PatientRecord.aged(54))
              .pain(PainHistory.axial().at(LUMBAR).lasting(Period.ofMonths(26)).cancer(ABSENT).inflammatoryArthropathy(ABSENT))
              .procedure(ProcedureRequest.epidural("p1").injecting(LOCAL_ANAESTHETIC_AND_STEROID))
              .build());
      System.out.println(assessment.determination("p1").verdict());
    }
  }
}
