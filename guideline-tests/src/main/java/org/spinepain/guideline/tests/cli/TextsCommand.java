package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.tests.approved.ApprovedTexts;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.vignette.Vignettes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code guideline texts}: the sheet of all texts, to be read and approved. */
@Command(
    name = "texts",
    description = {
      "Writes the sheet of all texts and figures that the rules bring about with the vignettes.",
      "What is meant to change in it is read, and approved by putting it in place of the old one."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  guideline texts --rules guideline-rules/src/main/resources > texts.md"})
final class TextsCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private RulesOption rules;

  @Mixin private VignettesOption vignettes;

  TextsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    BuiltPack pack = rules.pack().build();
    try (GuidelineEngine engine = pack.open()) {
      List<Assessment> assessments =
          vignettes.all().stream()
              .map(v -> Vignettes.asking(engine).apply(v.clinicalCase(), v.assume()))
              .toList();
      shell.out().write(ApprovedTexts.sheet(pack, assessments));
    }
    shell.out().flush();
    return ExitCode.DONE;
  }
}
