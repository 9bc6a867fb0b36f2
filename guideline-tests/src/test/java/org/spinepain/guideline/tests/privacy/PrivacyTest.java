package org.spinepain.guideline.tests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.json.CaseDocuments;

/**
 * With every logger at its finest level, nothing of a case is logged or stands in the message of an
 * exception.
 */
class PrivacyTest {

  /** What stands in the cases and nowhere else. */
  private static final List<String> CANARIES =
      List.of(
          "canary-case",
          "canary-procedure",
          "canary-jurisdiction",
          "canary-field",
          "1931-03-07",
          "2031-07-19",
          "2031-05-02",
          "2031-01-30",
          "P79D",
          "ageYears=",
          "adult=",
          "cancerRelated=",
          "injectate=");

  private static final Pattern AGE = Pattern.compile("\\b93\\b");

  private static final String CASE =
      """
      {"caseId": "canary-case", "assessedOn": "2031-07-19",
       "patient": {"birthDate": "1931-03-07"},
       "pain": {"pattern": "axial", "level": "thoracic", "onset": "2031-01-30",
                "cancer": "absent", "inflammatoryArthropathy": "absent"},
       "procedures": [{"id": "canary-procedure", "technique": "epidural-injection",
                       "injectate": "steroid", "setting": "routine-care", "intent": "treatment"}],
       "practice": {"jurisdiction": "canary-jurisdiction", "use": "protocol-step"}}
      """;

  private static final List<String> GOOD =
      List.of(
          CASE,
          CASE.replace("\"onset\": \"2031-01-30\"", "\"duration\": \"P79D\""),
          CASE.replace("\"birthDate\": \"1931-03-07\"", "\"ageYears\": 93"),
          CASE.replace("epidural-injection", "unspecified").replace("absent", "unknown"));

  private static final List<String> BAD =
      List.of(
          CASE.replace("2031-07-19", "2031-05-02-canary-field"),
          CASE.replace("2031-01-30", "2031-07-20"),
          CASE.replace("1931-03-07", "1031-03-07"),
          CASE.replace("axial", "canary-field"),
          CASE.replace("\"level\"", "\"canary-field\""),
          CASE.replace("\"steroid\"", "\"none\""),
          CASE.replace("\"canary-jurisdiction\"", "93"),
          CASE.replace("canary-case", "canary-case".repeat(30)),
          CASE.replace("\"thoracic\",", "\"thoracic\" canary-field"),
          CASE.replace("\"birthDate\"", "\"ageYears\": 93, \"birthDate\""),
          CASE.replace("\"caseId\"", "\"pain\": \"canary-field\", \"caseId\""),
          CASE.substring(0, CASE.indexOf("canary-procedure") + 5),
          CASE + CASE);

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  @BeforeEach
  void listenToEverything() {
    events.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    events.start();
    root.addAppender(events);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void listenToNothing() {
    root.setLevel(Level.OFF);
    root.detachAppender(events);
  }

  @Test
  void noLogEventHoldsAnythingOfACase() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      for (String good : GOOD) {
        engine.assess(CaseDocuments.readJson(good));
        engine.assuming(Assumption.values()).assess(CaseDocuments.readJson(good));
      }
    }
    refusals();
    List<String> logged = events.list.stream().map(PrivacyTest::wholeText).toList();
    assertThat(logged).as("the engine's own events").anyMatch(text -> text.contains("sha256:"));
    assertThat(logged).noneMatch(PrivacyTest::holdsACanary);
  }

  @Test
  void noRefusalOfACaseHoldsAnythingOfItInWhatALoggerWouldPrint() {
    assertThat(refusals())
        .hasSameSizeAs(BAD)
        .extracting(PrivacyTest::printed)
        .noneMatch(PrivacyTest::holdsACanary);
  }

  private static List<InvalidCaseException> refusals() {
    List<InvalidCaseException> refusals = new ArrayList<>();
    for (String bad : BAD) {
      try {
        CaseDocuments.readJson(bad);
      } catch (InvalidCaseException refusal) {
        refusals.add(refusal);
      }
    }
    return refusals;
  }

  /** Digests and lines of stack traces have digits of their own. */
  private static boolean holdsACanary(String text) {
    String said = text.replaceAll("sha256:\\S+|\\(\\w+\\.java:\\d+\\)", "");
    return CANARIES.stream().anyMatch(said::contains) || AGE.matcher(said).find();
  }

  static String wholeText(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return event.getLoggerName()
        + " "
        + event.getFormattedMessage()
        + " "
        + event.getMDCPropertyMap()
        + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
