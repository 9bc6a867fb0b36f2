package org.spinepain.guideline.tests.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.SwapGate;
import org.spinepain.guideline.engine.SwapReport;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.EditionState;

/** A withdrawn edition serves for audit, and says so, unless an engine refuses such. */
class WithdrawnEditionTest {

  private static final EngineOptions REFUSING = EngineOptions.defaults().refusingWithdrawn();

  private static RulePack inForce;
  private static RulePack other;
  private static RulePack withdrawn;

  @BeforeAll
  static void load(@TempDir Path folder) {
    inForce = Packs.marked(folder, "in force");
    other = Packs.marked(folder, "other");
    withdrawn = Packs.described(folder, "state = contested", "state = withdrawn");
  }

  @Test
  void itServesAfterASwapAndSaysSoInItsAssessments() {
    try (GuidelineEngine engine = GuidelineEngine.on(inForce, EngineOptions.defaults())) {
      assertThat(engine.swap(withdrawn, SwapGate.none()).swapped()).isTrue();
      Assessment assessment = engine.assess(Packs.CASE);
      assertThat(assessment.standing().state()).isEqualTo(EditionState.WITHDRAWN);
      assertThat(assessment.determination("p1").caveats())
          .extracting(Caveat::code)
          .contains("edition-withdrawn");
    }
  }

  @Test
  void anEngineThatRefusesItIsNotOpenedOnIt() {
    assertThatThrownBy(() -> GuidelineEngine.on(withdrawn, REFUSING))
        .isInstanceOf(RulePackException.class)
        .hasMessage(
            "org.spinepain:guideline-rules:2025.1.0: the edition is withdrawn, and this engine refuses"
                + " those that are");
  }

  @Test
  void anEngineThatRefusesItDoesNotSwapToItNorAskTheGate() {
    try (GuidelineEngine engine = GuidelineEngine.on(inForce, REFUSING)) {
      SwapReport report =
          engine.swap(
              withdrawn,
              (candidate, pack) -> {
                throw new IllegalStateException("asked");
              });
      assertThat(report.swapped()).isFalse();
      assertThat(report.objections())
          .isEqualTo(List.of("the edition is withdrawn, and this engine refuses those that are"));
      assertThat(Packs.markOf(engine.assess(Packs.CASE))).isEqualTo("in force");
    }
  }

  @Test
  void anEngineThatRefusesItServesOthers() {
    try (GuidelineEngine engine = GuidelineEngine.on(inForce, REFUSING)) {
      assertThat(engine.swap(other, SwapGate.none()).swapped()).isTrue();
      assertThat(Packs.markOf(engine.assess(Packs.CASE))).isEqualTo("other");
    }
  }
}
