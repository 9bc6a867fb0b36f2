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
import org.spinepain.guideline.model.assessment.Guidance;

/** Prints what may change with the rules, and what may not. */
public final class ContractHost {

  private ContractHost() {}

  public static void main(String[] args) {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      Assessment assessment = engine.assess(
          ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
              .patient(PatientRecord.aged(54))
              .pain(PainHistory.axial().at(LUMBAR).lasting(Period.ofMonths(26)).cancer(ABSENT).inflammatoryArthropathy(ABSENT))
              .procedure(ProcedureRequest.epidural("p1").injecting(LOCAL_ANAESTHETIC_AND_STEROID))
              .build());
      System.out.println(assessment.rules().coordinates());
      System.out.println(assessment.rules().digest());
      System.out.println(assessment.determination("p1").verdict());
      for (Guidance guidance : assessment.determination("p1").guidance()) {
        System.out.println(guidance.code() + ": " + guidance.text());
      }
    }
  }
}
