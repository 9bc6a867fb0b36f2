package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;

class GuidelineTest {

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "assess --help", "assess -h"})
  void helpIsPrintedOnStandardOutput(String args) {
    CommandRun run = CommandRun.of(args.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: guideline");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "assess --help"})
  void helpTellsWhatTheExitCodesMean(String args) {
    assertThat(CommandRun.of(args.split(" ")).out())
        .containsSubsequence("Exit codes:", "  0   done", "  2   bad", "  3   not finished");
  }

  @Test
  void helpOfTheCommandNamesEveryAssumption() {
    assertThat(CommandRun.of("assess", "--help").out())
        .contains(
            "cancer-absent",
            "inflammatory-arthropathy-absent",
            "pattern-axial-or-radicular",
            "injectate-local-anaesthetic-or-steroid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "assess --version", "assess -V"})
  void theVersionIsThatOfTheRulesAndTheGuideline(String args) {
    CommandRun run = CommandRun.of(args.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "rules " + CommandRun.engine().rules().coordinates(),
            CommandRun.engine().rules().digest(),
            "guideline bmj-2025-e079970, edition 2025, doi 10.1136/bmj-2024-079970");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void withoutACommandItSaysThatOneIsMissing() {
    CommandRun run = CommandRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly("guideline: Missing required subcommand", "Try: guideline --help");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheNearestOne() {
    CommandRun run = CommandRun.of("asses");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .first()
        .isEqualTo("guideline: Unmatched argument at index 0: 'asses'");
    assertThat(run.err()).contains("Did you mean: guideline assess");
  }

  @Test
  void anUnknownOptionIsNamed() {
    CommandRun run = CommandRun.of("assess", "case.json", "--loud");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly("guideline: Unknown option: '--loud'", "Try: guideline assess --help");
  }

  @Test
  void aControlCharacterInAnArgumentDoesNotReachTheTerminal() {
    CommandRun run = CommandRun.of("assess", "case.json", "--verbose\u001B[31m");

    assertThat(run.err()).contains("--verbose\\u001b[31m").doesNotContain("\u001B");
  }

  @Test
  void itRunsOnTheStreamsThatItIsGiven() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(Cases.line("é").getBytes(UTF_8));

    int exitCode = Guideline.run(in, new PrintStream(out), new PrintStream(err), "assess", "-");

    assertThat(exitCode).isZero();
    assertThat(out.toString(UTF_8)).startsWith("Case é, assessed on 2025-06-30\n");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void rulesThatDoNotComeToAnAnswerAreOneLineThatNamesTheCase() {
    Supplier<GuidelineEngine> failing =
        () -> GuidelineEngine.on(RulePack.bundled(), EngineOptions.defaults().withFiringLimit(1));

    Failure failure = Failure.of(failing, "\n" + Cases.line("c"), "assess", "-");

    assertThat(failure.exitCode).isEqualTo(3);
    assertThat(failure.err)
        .startsWith("guideline: internal error: -:2: RuleExecutionException: ")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "assess -"})
  void aRulePackThatCannotBeUsedIsOneLine(String args) {
    Supplier<GuidelineEngine> failing =
        () -> {
          throw new RulePackException("first line\nsecond line");
        };

    Failure failure = Failure.of(failing, "", args.split(" "));

    assertThat(failure.exitCode).isEqualTo(3);
    assertThat(failure.err)
        .isEqualTo("guideline: internal error: RulePackException: first line\\u000asecond line\n");
  }

  @Test
  void anErrorOfTheVirtualMachineIsOneLine() {
    Supplier<GuidelineEngine> failing =
        () -> {
          throw new StackOverflowError();
        };

    Failure failure = Failure.of(failing, "", "assess", "-");

    assertThat(failure.exitCode).isEqualTo(3);
    assertThat(failure.err).isEqualTo("guideline: internal error: StackOverflowError: null\n");
  }

  @Test
  void aFullDiskIsToldAndIsNoSuccess() {
    StringWriter err = new StringWriter();
    Shell shell =
        new Shell(
            new ByteArrayInputStream(Cases.line("c").getBytes(UTF_8)),
            new FullDisk(),
            new PrintWriter(err, true),
            80,
            false,
            OptionalInt::empty);

    int exitCode = Guideline.run(shell, CommandRun::engine, "assess", "-");

    assertThat(exitCode).isEqualTo(3);
    assertThat(err.toString())
        .isEqualTo("guideline: standard output cannot be written: No space left on device\n");
  }

  @Test
  void theWidthOfATerminalIsWhatTheShellExports() {
    assertThat(Shell.terminalWidth("132")).isEqualTo(132);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wide", "99999999999"})
  void aTerminalThatDoesNotTellItsWidthHasTheUsualOne(String columns) {
    assertThat(Shell.terminalWidth(columns)).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "7"})
  void aTerminalIsNotTakenForNarrowerThanAWordNeeds(String columns) {
    assertThat(Shell.terminalWidth(columns)).isEqualTo(20);
  }

  /** A command that failed. */
  private record Failure(int exitCode, String err) {

    static Failure of(Supplier<GuidelineEngine> engines, String in, String... args) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Shell shell =
          Shell.of(
              new ByteArrayInputStream(in.getBytes(UTF_8)),
              new PrintStream(new ByteArrayOutputStream()),
              new PrintStream(err));
      int exitCode = Guideline.run(shell, engines, args);
      return new Failure(exitCode, err.toString(UTF_8));
    }
  }

  private static final class FullDisk extends Writer {

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
