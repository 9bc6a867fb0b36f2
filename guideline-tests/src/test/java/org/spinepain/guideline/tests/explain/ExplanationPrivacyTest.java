package org.spinepain.guideline.tests.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;

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
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Listening listening = new Listening();
    listening.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    listening.start();
    root.addAppender(listening);
    root.setLevel(Level.TRACE);
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      engine.explain(CASE);
    } finally {
      root.setLevel(Level.OFF);
      root.detachAppender(listening);
    }
    assertThat(listening.events).hasPositiveValue();
    assertThat(listening.telling).isEmpty();
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

  private static final class Listening extends AppenderBase<ILoggingEvent> {

    private final AtomicInteger events = new AtomicInteger();
    private final Collection<String> telling = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      events.incrementAndGet();
      String text = event.getFormattedMessage().replaceAll("sha256:\\S+", "");
      if (CANARIES.stream().anyMatch(text::contains)) {
        telling.add(text);
      }
    }
  }
}
