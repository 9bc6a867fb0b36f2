package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.VignetteResult;
import org.spinepain.guideline.tests.vignette.Vignettes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guideline vignettes}: whether the guideline's answers are those that vignettes expect. */
@Command(
    name = "vignettes",
    description = "Runs vignettes, and tells how many await clinical review.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline vignettes",
      "  guideline vignettes unknown worked-cases-007",
      "  guideline vignettes src/test/vignettes"
    })
final class VignettesCommand implements Callable<Integer> {

  private final Shell shell;
  private final Supplier<GuidelineEngine> engines;

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Parameters(
      paramLabel = "WHICH",
      arity = "0..*",
      description =
          "A folder or file of your own; else, of the guideline's own vignettes, a folder or an id."
              + " All of the guideline's own when nothing is named.")
  private List<String> which = new ArrayList<>();

  VignettesCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    this.shell = shell;
    this.engines = engines;
  }

  @Override
  public Integer call() throws IOException {
    List<Vignettes> chosen =
        which.isEmpty()
            ? List.of(Vignettes.bundled())
            : which.stream().map(this::vignettes).toList();
    List<VignetteResult> results;
    try (GuidelineEngine engine = rules.engine(engines)) {
      results =
          chosen.stream()
              .flatMap(vignettes -> vignettes.run(Vignettes.asking(engine)))
              .distinct()
              .toList();
    }
    for (VignetteResult result : results) {
      if (!result.agrees()) {
        shell.out().write(result.report() + "\n\n");
      }
    }
    shell.out().write(summary(results) + "\n");
    shell.out().flush();
    return exitCode(results);
  }

  private Vignettes vignettes(String name) {
    Optional<Path> path = existing(name);
    if (path.isPresent()) {
      return refuseNone(read(path.get(), name), name, "a folder or file of vignettes (.yaml)");
    }
    return refuseNone(
        Vignettes.bundled().only(name),
        name,
        "a folder or file that exists, or a folder or id of the guideline's own vignettes");
  }

  private Vignettes read(Path path, String name) {
    try {
      return Vignettes.in(path);
    } catch (UncheckedIOException e) {
      throw new ParameterException(
          spec.commandLine(),
          name + " cannot be read: " + Printable.of(String.valueOf(e.getCause().getMessage())));
    }
  }

  private static Optional<Path> existing(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::exists);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private Vignettes refuseNone(Vignettes vignettes, String name, String allowed) {
    if (vignettes.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "found no vignettes at " + name + ", allowed is " + allowed);
    }
    return vignettes;
  }

  private static String summary(List<VignetteResult> results) {
    List<Vignette> vignettes =
        results.stream().map(VignetteResult::vignette).flatMap(Optional::stream).toList();
    return vignettes.size()
        + " vignettes: "
        + results.stream().filter(VignetteResult::agrees).count()
        + " agree, "
        + differing(results)
        + " differ. "
        + vignettes.stream().filter(vignette -> vignette.reviewedBy().isEmpty()).count()
        + " await clinical review."
        + (unread(results) == 0 ? "" : " " + unread(results) + " files hold no vignette.");
  }

  private static long differing(List<VignetteResult> results) {
    return results.stream().filter(r -> r.vignette().isPresent() && !r.agrees()).count();
  }

  private static long unread(List<VignetteResult> results) {
    return results.stream().filter(result -> result.vignette().isEmpty()).count();
  }

  private static int exitCode(List<VignetteResult> results) {
    if (unread(results) > 0) {
      return ExitCode.BAD_INPUT;
    }
    return differing(results) > 0 ? ExitCode.DIFFERS : ExitCode.DONE;
  }
}
