package org.spinepain.guideline.tests.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.tests.vignette.InvalidVignetteException;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which vignettes a command of rule authors asks. */
final class VignettesOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--vignettes",
      paramLabel = "FOLDER",
      description = "The vignettes; those of the guideline by default.")
  private Optional<Path> folder;

  /**
   * The vignettes.
   *
   * @throws ParameterException when they cannot be read, or one of the files holds none
   */
  List<Vignette> all() {
    try {
      return folder.map(Vignettes::in).orElseGet(Vignettes::bundled).all();
    } catch (UncheckedIOException e) {
      throw usage(folder.map(Path::toString).orElse("") + " cannot be read: " + e.getMessage());
    } catch (InvalidVignetteException e) {
      throw usage(e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
