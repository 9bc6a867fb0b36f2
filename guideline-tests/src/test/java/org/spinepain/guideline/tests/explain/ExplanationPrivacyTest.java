package org.spinepain.guideline.tests.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.privacy.LogEvents;

/** Explaining logs nothing of a case, and tells nothing of it when it fails. */
class ExplanationPrivacyTest {

  private static final List<String> CANARIES =
      List.of("canary", "1931-03-07", "2031-07-19", "2031-01-30", "adult=", "injectate=");

  private static final ClinicalCase CASE =
      CaseDocuments.readJson(
          """
          {"caseId": "canary-case", "assessedOn": "2031-07-19",
           "patient": {"birthDate": "1931-03-07"},
           "pain": {"pattern": "axial", "onset": "2031-01-30", "cancer": "absent"},
           "procedures": [{"id": "canary-procedure", "technique": "epidural-injection",
                           "injectate": "steroid"}]}
          """);

  @Test
  void noLogEventHoldsAnythingOfACaseThatIsExplained() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      LogEvents logged = LogEvents.during(CANARIES, () -> engine.explain(CASE));
      assertThat(logged.count()).isPositive();
      assertThat(logged.telling()).isEmpty();
    }
  }

  @Test
  void aFailureOfTheRulesTellsNothingOfTheCase() {
    try (GuidelineEngine engine =
        GuidelineEngine.on(RulePack.bundled(), EngineOptions.defaults().withFiringLimit(1))) {
      RuleExecutionException failure =
          catchThrowableOfType(RuleExecutionException.class, () -> engine.explain(CASE));

      assertThat(failure).isNotNull();
      assertThat(CANARIES).noneMatch(failure.toString()::contains);
    }
  }

  @Test
  void anExplanationAsAStringTellsNoFactOfTheCase() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      String string = engine.explain(CASE).toString();

      assertThat(string)
          .contains("Criterion[pain.duration]", "FactChange[procedure.injectate]")
          .doesNotContain("at-least-18", "at-least-3-months", "epidural-injection");
    }
  }
}
