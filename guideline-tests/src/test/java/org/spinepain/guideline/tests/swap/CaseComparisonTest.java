package org.spinepain.guideline.tests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.CaseComparison;
import org.spinepain.guideline.engine.CaseComparison.Difference;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Verdict;

/** Two engines answer one case. In the edition compared with, pain is chronic from 6 months on. */
class CaseComparisonTest {

  private static GuidelineEngine bundled;
  private static GuidelineEngine sixMonths;

  @BeforeAll
  static void open(@TempDir Path folder) {
    bundled = GuidelineEngine.bundled();
    sixMonths =
        GuidelineEngine.on(
            Packs.described(
                folder,
                "(?s)checkedTo = 2025-11(.*)chronicMonths = 3",
                "checkedTo = 2026-01$1chronicMonths = 6"),
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
  void howAnAnswerWasMadeIsNoDifference(@TempDir Path folder) {
    RulePack loaded = Packs.described(folder, "# The descriptor", "# A comment");
    try (GuidelineEngine other = GuidelineEngine.on(loaded, EngineOptions.defaults())) {
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
