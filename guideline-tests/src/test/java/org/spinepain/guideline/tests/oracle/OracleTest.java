package org.spinepain.guideline.tests.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.Reason;

/**
 * The engine and its rules against an evaluator that was written from the guideline's text alone.
 */
class OracleTest {

  private static final long SEED = 20250219;
  private static final int CASES = 20_000;

  @Test
  void theEngineAgreesWithAnIndependentReadingOfTheGuidelineOnRandomCases() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      for (int i = 0; i < CASES; i++) {
        ClinicalCase clinicalCase = RandomCases.caseNumber(SEED, i);
        Set<Assumption> assuming = RandomCases.assumptionsNumber(SEED, i);
        GuidelineEngine asked = engine.assuming(assuming.toArray(Assumption[]::new));
        for (Determination determination : asked.assess(clinicalCase).determinations()) {
          assertThat(answerOf(determination))
              .as(
                  "case %d, %s, assuming %s: %s",
                  i, determination.procedureId(), assuming, clinicalCase)
              .isEqualTo(SpecOracle.answer(clinicalCase, determination.procedureId(), assuming));
        }
      }
    }
  }

  private static OracleAnswer answerOf(Determination determination) {
    return new OracleAnswer(
        determination.verdict().code(),
        determination.recommendations().stream()
            .map(
                r ->
                    new OracleAnswer.Recommendation(
                        r.id(),
                        r.basis().code(),
                        r.dependingOn().stream().map(CaseFact::code).toList()))
            .toList(),
        determination.reasons().stream().map(Reason::code).toList(),
        determination.missing().stream()
            .map(
                m ->
                    new OracleAnswer.Missing(
                        m.fact().code(),
                        m.outcomes().stream()
                            .map(o -> new OracleAnswer.Outcome(o.value(), o.verdict().code()))
                            .toList()))
            .toList(),
        determination.evidence().stream().map(OracleTest::row).toList(),
        determination.guidance().stream().map(Guidance::code).toList(),
        determination.caveats().stream().map(Caveat::code).toList(),
        determination.assumptions().stream().map(OracleTest::assumption).toList());
  }

  private static OracleAnswer.EvidenceRow row(Evidence evidence) {
    return new OracleAnswer.EvidenceRow(
        evidence.recommendation(),
        evidence.pattern().code(),
        evidence.technique().code(),
        evidence.injectate().code(),
        evidence.estimate().map(Estimate::value).map(BigDecimal::toPlainString).orElse(null),
        evidence.estimate().map(Estimate::low).map(BigDecimal::toPlainString).orElse(null),
        evidence.estimate().map(Estimate::high).map(BigDecimal::toPlainString).orElse(null),
        evidence.certainty().map(Certainty::code).orElse(null),
        evidence.provenance().status().code(),
        evidence.dependingOn().stream().map(CaseFact::code).toList());
  }

  private static OracleAnswer.UsedAssumption assumption(AppliedAssumption assumption) {
    return new OracleAnswer.UsedAssumption(assumption.code(), assumption.by().code());
  }
}
