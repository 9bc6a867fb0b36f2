package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.tests.approved.ApprovedTexts;
import org.spinepain.guideline.tests.mutation.MutationRun;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.vignette.Vignette;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which approved texts a mutation run holds rules to, and where its results are kept. */
final class MutationOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--approved",
      paramLabel = "FILE",
      description = "The approved sheet of texts; that of the guideline by default.")
  private Optional<Path> approved;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      defaultValue = "target/mutation.ndjson",
      description =
          "Where results are kept, so that a run that was interrupted goes on."
              + " ${DEFAULT-VALUE} by default.")
  private Path results;

  /** A mutation run of these rules, held to these vignettes. */
  MutationRun run(PackSource pack, List<Vignette> vignettes) {
    return new MutationRun(pack, vignettes, approvedSheet());
  }

  /** Where results are kept. */
  Path results() {
    return results;
  }

  private String approvedSheet() {
    try {
      return approved.isEmpty() ? ApprovedTexts.bundled() : Files.readString(approved.get());
    } catch (IOException e) {
      throw usage(approved.get() + " cannot be read: " + e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
