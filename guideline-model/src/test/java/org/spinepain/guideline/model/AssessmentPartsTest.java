package org.spinepain.guideline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.AssumedBy;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Verdict;

/** The parts that an assessment is made of. */
class AssessmentPartsTest {

  private static Determination determination(String id) {
    return new Determination(
        id,
        Verdict.NO_RECOMMENDATION,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Assessment assessment(Determination... determinations) {
    return new Assessment(
        "c-1",
        LocalDate.of(2025, 6, 30),
        new GuidelineReference("g", "2025", "10.1/x", "Trials."),
        new RulePackReference("g:a:1", "sha256:0"),
        new Standing(EditionState.CURRENT, "text", YearMonth.of(2025, 11)),
        List.of(determinations));
  }

  @Test
  void aDeterminationIsFoundByTheIdOfItsProcedure() {
    Determination second = determination("p2");

    assertThat(assessment(determination("p1"), second).determination("p2")).isSameAs(second);
  }

  @Test
  void anUnknownIdIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> assessment(determination("p1")).determination("Zaphod"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageNotContaining("Zaphod");
  }

  @ParameterizedTest(name = "{0} in {1} to {2}: {3}")
  @CsvSource({
    "0.20, -1.11, 1.51, true",
    "-1.11, -1.11, 1.51, true",
    "1.51, -1.11, 1.51, true",
    "-1.12, -1.11, 1.51, false",
    "1.52, -1.11, 1.51, false",
    "0, 1, -1, false",
  })
  void anEstimateLiesWithinItsInterval(
      BigDecimal value, BigDecimal low, BigDecimal high, boolean possible) {
    if (possible) {
      assertThat(new Estimate(value, low, high).value()).isEqualTo(value);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(value, low, high));
    }
  }

  @Test
  void anAssumptionKnowsWhoseItIs() {
    assertThat(AppliedAssumption.of(DefaultAssumption.NO_INJECTATE))
        .isEqualTo(new AppliedAssumption("no-injectate", AssumedBy.DEFAULT));
    assertThat(AppliedAssumption.of(Assumption.CANCER_ABSENT))
        .isEqualTo(new AppliedAssumption("cancer-absent", AssumedBy.HOST));
  }

  @Test
  void theFactsThatCanBeUnknownAreThoseOfTheTable() {
    assertThat(Arrays.stream(CaseFact.values()).map(CaseFact::code))
        .containsExactly(
            "patient.age",
            "pain.duration",
            "pain.cancer",
            "pain.inflammatory-arthropathy",
            "pain.pattern",
            "procedure.technique",
            "procedure.injectate",
            "procedure.intent",
            "procedure.setting");
  }
}
