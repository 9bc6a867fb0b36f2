package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spinepain.guideline.tests.mutation.Mutant;
import org.spinepain.guideline.tests.mutation.Mutants;
import org.spinepain.guideline.tests.mutation.MutationReport;
import org.spinepain.guideline.tests.mutation.MutationRun;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.PackSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code guideline mutate}: whether vignettes notice every change of the rules. */
@Command(
    name = "mutate",
    description = {
      "Changes one thing of the rules at a time, and tells which changes no vignette notices.",
      "Texts are held to the approved sheet. What nothing notices is compared over the whole case"
          + " space: it is equivalent, or a case that would show it is told."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline mutate",
      "  guideline mutate --rules guideline-rules/src/main/resources --changed-since HEAD"
    })
final class MutateCommand implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Mixin private VignettesOption vignettes;

  @Mixin private MutationOptions options;

  @Option(
      names = "--changed-since",
      paramLabel = "REVISION",
      description = "Only what differs from this git revision.")
  private Optional<String> changedSince;

  MutateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    PackSource pack = rules.pack();
    List<Mutant> mutants = mutants(pack);
    List<Judged> judged =
        judge(options.run(pack, vignettes.all()), mutants, options.results(), shell, spec);
    shell.out().write(MutationReport.of(judged));
    shell.out().flush();
    return MutationReport.holds(judged) ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private List<Mutant> mutants(PackSource pack) {
    try {
      return changedSince
          .map(revision -> Mutants.ofWhatChanged(rules.at(revision), pack))
          .orElseGet(() -> Mutants.of(pack));
    } catch (CompilationException e) {
      throw rules.usage(e.getMessage());
    }
  }

  /** Judges mutants, and tells how far it has come. */
  static List<Judged> judge(
      MutationRun run, List<Mutant> mutants, Path results, Shell shell, CommandSpec spec)
      throws IOException {
    int before = run.alreadyJudged(mutants, results);
    if (before > 0) {
      shell.err().println(before + " of " + mutants.size() + " mutants were judged before");
    }
    try {
      return run.judge(
          mutants, results, new MutationProgress(shell.err(), mutants.size() - before));
    } catch (IllegalStateException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
