package com.example;

import static org.spinepain.guideline.model.Presence.ABSENT;
import static org.spinepain.guideline.model.SpinalLevel.LUMBAR;
import static org.spinepain.guideline.model.fact.Injectate.LOCAL_ANAESTHETIC_AND_STEROID;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.SwapGate;
import org.spinepain.guideline.engine.TrustedDigests;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Assessment;

@SpringBootApplication
public class SpringBootHost {

  public static void main(String[] args) {
    SpringApplication.run(SpringBootHost.class, args);
  }

  @Bean
  GuidelineEngine guideline() {
    return GuidelineEngine.bundled();
  }

  @Bean
  CommandLineRunner ask(GuidelineEngine engine) {
    return args -> {
      ClinicalCase clinicalCase =
          ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
              .patient(PatientRecord.aged(54))
              .pain(PainHistory.axial().at(LUMBAR).lasting(Period.ofMonths(26)).cancer(ABSENT).inflammatoryArthropathy(ABSENT))
              .procedure(ProcedureRequest.epidural("p1").injecting(LOCAL_ANAESTHETIC_AND_STEROID))
              .build();
      Assessment assessment = engine.assess(clinicalCase);
      System.out.println(assessment.determination("p1").verdict());
      // A pack from elsewhere, whose classes have the names of those in this jar.
      RulePack pack = RulePack.load(PackOrigin.jar(Path.of(args[0])), TrustedDigests.of(args[1]));
      engine.swap(pack, SwapGate.none());
      Assessment again = engine.assess(clinicalCase);
      System.out.println(again.determinations().equals(assessment.determinations()));
      System.out.println(again.rules().coordinates());
      System.out.println(again.rules().jar().orElse("none"));
    };
  }
}
