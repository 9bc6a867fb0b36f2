package org.spinepain.guideline.tests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.CaseComparison;
import org.spinepain.guideline.engine.CaseComparison.Difference;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.tests.pack.PackSource;

/** Two engines answer one case. In the edition compared with, pain is chronic from 6 months on. */
class CaseComparisonTest {

  private static GuidelineEngine bundled;
  private static GuidelineEngine sixMonths;

  @BeforeAll
  static void open() {
    bundled = GuidelineEngine.bundled();
    sixMonths =
        GuidelineEngine.on(
            Packs.withRulesOfTheGuideline(
                PackSource.bundled()
                    .describedWith("boundary.chronicMonths = 3", "boundary.chronicMonths = 6")
                    .describedWith("standing.checkedTo = 2025-11", "standing.checkedTo = 2026-01")),
            EngineOptions.defaults());
  }

  @AfterAll
  static void close() {
    bundled.close();
    sixMonths.close();
  }

  @Test
  void eachPartThatDiffersIsToldWithBothAnswers() {
    CaseComparison comparison = bundled.compare(sixMonths, Packs.CASE);
    assertThat(comparison.here()).isEqualTo(bundled.assess(Packs.CASE));
    assertThat(comparison.there()).isEqualTo(sixMonths.assess(Packs.CASE));
    assertThat(comparison.differences())
        .extracting(Difference::procedureId, Difference::part)
        .containsExactly(
            tuple(Optional.empty(), "standing"),
            tuple(Optional.of("p1"), "verdict"),
            tuple(Optional.of("p1"), "recommendations"),
            tuple(Optional.of("p1"), "reasons"),
            tuple(Optional.of("p1"), "evidence"),
            tuple(Optional.of("p1"), "guidance"));
    assertThat(comparison.differences().get(1))
        .isEqualTo(
            new Difference(
                Optional.of("p1"),
                "verdict",
                Verdict.RECOMMEND_AGAINST,
                Verdict.NO_RECOMMENDATION));
    Standing standing = (Standing) comparison.differences().get(0).there();
    assertThat(standing.checkedTo()).hasToString("2026-01");
  }

  @Test
  void comparedWithItselfNothingDiffers() {
    assertThat(bundled.compare(bundled, Packs.CASE).differences()).isEmpty();
  }

  @Test
  void howAnAnswerWasMadeIsNoDifference() {
    try (GuidelineEngine other = PackSource.bundled().open()) {
      CaseComparison comparison = bundled.compare(other, Packs.CASE);
      assertThat(comparison.here().rules()).isNotEqualTo(comparison.there().rules());
      assertThat(comparison.differences()).isEmpty();
    }
  }

  @Test
  void eachEngineMakesItsOwnAssumptions() {
    ClinicalCase unknown =
        ClinicalCase.of("case-2", Packs.CASE.assessedOn())
            .patient(Packs.CASE.patient())
            .pain(
                PainHistory.axial()
                    .since(LocalDate.of(2024, 1, 1))
                    .inflammatoryArthropathy(Presence.ABSENT))
            .procedure(Packs.CASE.procedures().get(0))
            .build();
    List<Difference> differences =
        bundled.compare(bundled.assuming(Assumption.CANCER_ABSENT), unknown).differences();
    assertThat(differences).extracting(Difference::part).contains("verdict", "assumptions");
  }

  @Test
  void assessmentsOfTwoCasesAreNotCompared() {
    Assessment one = bundled.assess(Packs.CASE);
    Assessment other =
        new Assessment(
            "another",
            one.assessedOn(),
            one.guideline(),
            one.rules(),
            one.standing(),
            one.determinations());
    assertThatThrownBy(() -> new CaseComparison(one, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("found assessments of two cases, allowed are those of one");
  }
}
