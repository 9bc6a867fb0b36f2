package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.tests.pack.MadeUpRules;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.privacy.LogEvents;

/** What the commands tell of a host's case, where it was not asked for. */
class CommandPrivacyTest {

  /** An onset computed from a duration, which stands in the words of a caveat. */
  private static final String ONSET = "2031-06-15";

  private static final List<String> IDS = List.of("canary-case", "canary-procedure");
  private static final List<String> OTHERS =
      List.of("canary-jurisdiction", "1931-03-07", "2031-07-19", "P34D", ONSET);

  private static final String CASE =
      """
      {"caseId": "canary-case", "assessedOn": "2031-07-19", "patient": {"birthDate": "1931-03-07"}, \
      "pain": {"pattern": "axial", "duration": "P34D", "cancer": "absent", \
      "inflammatoryArthropathy": "absent"}, \
      "procedures": [{"id": "canary-procedure", "technique": "epidural-injection", \
      "injectate": "steroid"}], "practice": {"jurisdiction": "canary-jurisdiction"}}
      """;

  @TempDir private Path folder;

  private CommandRun run;

  private LogEvents logged(String... args) {
    AtomicReference<CommandRun> ran = new AtomicReference<>();
    List<String> canaries = new ArrayList<>(IDS);
    canaries.addAll(OTHERS);
    LogEvents logged = LogEvents.during(canaries, () -> ran.set(CommandRun.of(args)));
    run = ran.get();
    return logged;
  }

  private String cases() throws IOException {
    return Files.writeString(folder.resolve("cases.ndjson"), CASE).toString();
  }

  /** Who asks what would change for a case is told by its ids which one, and on which day. */
  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson"})
  void explainTellsTheIdsOfACaseAndNothingElseThatIsNoFactAndLogsNothing(String format)
      throws IOException {
    LogEvents logged = logged("explain", cases(), "--format", format);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(IDS)
        .contains("2031-07-19")
        .doesNotContain("canary-jurisdiction", "1931-03-07");
    assertThat(run.err()).isEmpty();
    assertThat(logged.telling()).isEmpty();
  }

  /** A case that the space shows and one change that only the case shows, with a date in it. */
  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void diffTellsAHostsCaseByItsLineOnlyAndLogsNothing(String format) throws IOException {
    PackSource old = TinyPack.source();
    TinyPack.write(old, folder.resolve("old"));
    TinyPack.write(
        MadeUpRules.added(
            old.replacing(TinyPack.GUIDANCE, "The pain is acute.", "The pain is too young."),
            "guidance",
            MadeUpRules.MID_MONTH),
        folder.resolve("new"));
    Path signOff = folder.resolve("sign-off.yaml");
    String cases = cases();

    LogEvents logged =
        logged(
            "diff",
            folder.resolve("old").toString(),
            folder.resolve("new").toString(),
            "--cases",
            cases,
            "--format",
            format,
            "--write-sign-off",
            signOff.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Reason acute-pain: was", "In cases only: caveat mid-month comes or goes.")
        .contains("cases.ndjson:1");
    assertThat(List.of(run.out(), Files.readString(signOff)))
        .noneMatch(text -> IDS.stream().anyMatch(text::contains))
        .noneMatch(text -> OTHERS.stream().anyMatch(text::contains));
    assertThat(logged.count()).isPositive();
    assertThat(logged.telling()).isEmpty();
  }
}
