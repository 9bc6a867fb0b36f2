package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.spinepain.guideline.tests.coverage.CoverageReport;
import org.spinepain.guideline.tests.mutation.Mutants;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.table.DecisionTable;
import org.spinepain.guideline.tests.vignette.Vignette;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code guideline coverage}: what the vignettes reach. */
@Command(
    name = "coverage",
    description = {
      "Tells, in Markdown, how many vignettes of each kind carry each recommendation, which rows of"
          + " the decision table none touches, and which vignettes need each rule and constraint.",
      "What vignettes need comes from a mutation run: its results are used, and what is missing in"
          + " them is judged first."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  guideline coverage > coverage.md"})
final class CoverageCommand implements Callable<Integer> {

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Mixin private VignettesOption vignettes;

  @Mixin private MutationOptions options;

  CoverageCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    PackSource pack = rules.pack();
    List<Vignette> asked = vignettes.all();
    DecisionTable table = DecisionTable.bundled();
    List<Judged> judged =
        MutateCommand.judge(
            options.run(pack, asked), Mutants.of(pack), options.results(), shell, spec);
    shell.out().write(CoverageReport.of(judged, asked, table));
    shell.out().flush();
    return CoverageReport.untouched(asked, table).isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }
}
