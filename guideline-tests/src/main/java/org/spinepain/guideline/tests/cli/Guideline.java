package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.tests.review.PendingOutput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line {@code guideline}: {@code java -jar guideline.jar COMMAND}. Exit codes: 0 done,
 * whatever the verdicts; 1 done, and what was checked does not hold: a vignette, a mutant that
 * survived, a row that no vignette touches; 2 bad usage or input; 3 not finished, for an internal
 * error, because what was asked for cannot be written, or interrupted, which ends it between two
 * answers. Where standard output is closed early, as by {@code head}, it stops and says nothing.
 */
@Command(
    name = "guideline",
    description =
        "Asks the BMJ 2025 guideline on interventional procedures for chronic, non-cancer spine"
            + " pain.",
    synopsisSubcommandLabel = "COMMAND")
public final class Guideline {

  /** picocli lays out help for no less. */
  private static final int LEAST_HELP_WIDTH = 55;

  private Guideline() {}

  /** Runs a command on the streams of this process, and ends it with the command's exit code. */
  public static void main(String[] args) {
    Shell shell = Shell.ofProcess();
    Thread interrupted = new Thread(() -> stopBetweenAnswers(shell), "interrupted");
    Runtime.getRuntime().addShutdownHook(interrupted);
    int exitCode = run(shell, GuidelineEngine::bundled, args);
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException beingInterrupted) {
      return;
    }
    System.exit(exitCode);
  }

  /** Waits until the answer that is being written stands whole, tells, and ends the process. */
  private static void stopBetweenAnswers(Shell shell) {
    synchronized (shell.out()) {
      shell
          .err()
          .println(
              ReviewProgress.erasing() + "guideline: interrupted; " + shell.ifInterrupted().get());
      PendingOutput.discardAll();
      Runtime.getRuntime().halt(ExitCode.NOT_FINISHED);
    }
  }

  /**
   * Runs a command on these streams, as if they were no terminal.
   *
   * @param in standard input; stays open
   * @param out standard output, written in UTF-8; stays open
   * @param err standard error, written in UTF-8; stays open
   * @param args the command and its arguments
   * @return the exit code
   */
  public static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
    return run(Shell.of(in, out, err), GuidelineEngine::bundled, args);
  }

  static int run(Shell shell, Supplier<GuidelineEngine> engines, String... args) {
    try {
      return commandLine(shell, engines).execute(args);
    } catch (RuntimeException | Error e) {
      return notFinished(shell, e);
    }
  }

  private static CommandLine commandLine(Shell shell, Supplier<GuidelineEngine> engines) {
    CommandLine guideline =
        new CommandLine(new Guideline())
            .addSubcommand(new AssessCommand(shell, engines))
            .addSubcommand(new ExplainCommand(shell, engines))
            .addSubcommand(new VignettesCommand(shell, engines))
            .addSubcommand(new MutateCommand(shell))
            .addSubcommand(new CoverageCommand(shell))
            .addSubcommand(new TextsCommand(shell))
            .addSubcommand(new LintCommand(shell))
            .addSubcommand(new DiffCommand(shell))
            .addSubcommand(new ReviewCommand(shell, engines))
            .addSubcommand(new ReviewProtocolCommand(shell, engines))
            .addSubcommand(new ReferralsCommand(shell));
    List<CommandLine> commands = new ArrayList<>(guideline.getSubcommands().values());
    commands.add(guideline);
    commands.forEach(command -> standardOptions(command.getCommandSpec(), engines));
    return guideline
        .setOut(new PrintWriter(shell.out(), true))
        .setErr(shell.err())
        .setColorScheme(Help.defaultColorScheme(shell.styled() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.max(LEAST_HELP_WIDTH, shell.width()))
        .setParameterExceptionHandler((e, arguments) -> badUsage(shell, e))
        .setExecutionExceptionHandler(
            (e, command, result) ->
                // Of rules that --version is asked of.
                e instanceof ParameterException usage
                    ? badUsage(shell, usage)
                    : notFinished(shell, e));
  }

  private static void standardOptions(CommandSpec command, Supplier<GuidelineEngine> engines) {
    Supplier<GuidelineEngine> asked =
        command.userObject() instanceof AskedRules.Asking asking ? asking::engine : engines;
    command.mixinStandardHelpOptions(true).versionProvider(versionOf(asked));
    command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes());
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put(Integer.toString(ExitCode.DONE), "done, whatever the verdicts");
    codes.put(Integer.toString(ExitCode.DIFFERS), "done, and what was checked does not hold");
    codes.put(
        Integer.toString(ExitCode.BAD_INPUT), "bad usage or input; what could be answered was");
    codes.put(
        Integer.toString(ExitCode.NOT_FINISHED),
        "not finished: internal error, interrupted, or what was asked for cannot be written");
    return codes;
  }

  private static IVersionProvider versionOf(Supplier<GuidelineEngine> engines) {
    return () -> {
      try (GuidelineEngine engine = engines.get()) {
        RulePackReference rules = engine.rules();
        GuidelineReference guideline = engine.guideline();
        List<String> lines = new ArrayList<>();
        lines.add("rules " + rules.coordinates());
        lines.add(rules.digest());
        rules.jar().ifPresent(jar -> lines.add("jar " + jar));
        lines.add(
            "guideline "
                + guideline.id()
                + ", edition "
                + guideline.edition()
                + ", doi "
                + guideline.doi());
        engine.overlays().forEach(overlay -> lines.add(SiteText.words(overlay)));
        return lines.toArray(String[]::new);
      }
    };
  }

  private static int badUsage(Shell shell, ParameterException e) {
    shell.err().println("guideline: " + Printable.of(e.getMessage()));
    UnmatchedArgumentException.printSuggestions(e, shell.err());
    shell.err().println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_INPUT;
  }

  private static int notFinished(Shell shell, Throwable e) {
    if (e instanceof IOException failed) {
      if (Shell.isClosed(failed)) {
        return ExitCode.DONE;
      }
      shell
          .err()
          .println(
              "guideline: standard output cannot be written: "
                  + Printable.of(String.valueOf(failed.getMessage())));
    } else {
      shell.err().println("guideline: internal error: " + NotFinishedException.describe(e));
    }
    return ExitCode.NOT_FINISHED;
  }
}
