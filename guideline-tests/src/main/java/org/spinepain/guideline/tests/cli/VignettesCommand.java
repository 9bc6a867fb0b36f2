package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.tests.failure.KnownRules;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.IncrementalBuild;
import org.spinepain.guideline.tests.pack.PackSourceException;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.VignetteResult;
import org.spinepain.guideline.tests.vignette.Vignettes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guideline vignettes}: whether the guideline's answers are those that vignettes expect. */
@Command(
    name = "vignettes",
    description = {
      "Runs vignettes, and tells how many await clinical review.",
      "Of one that differs it tells the rules that made the answer, those that would have made the"
          + " expected one, and the criterion that decided, each with file and line."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline vignettes",
      "  guideline vignettes unknown worked-cases-007",
      "  guideline vignettes src/test/vignettes",
      "  guideline vignettes --watch --rules guideline-rules/src/main/resources"
    })
final class VignettesCommand implements Callable<Integer>, AskedRules.Asking {

  private final Shell shell;
  private final Supplier<GuidelineEngine> engines;

  @Spec private CommandSpec spec;

  @Mixin private AskedRules rules;

  @Parameters(
      paramLabel = "WHICH",
      arity = "0..*",
      description =
          "A folder or file of your own; else, of the guideline's own vignettes, a folder or an id."
              + " All of the guideline's own when nothing is named.")
  private List<String> which = new ArrayList<>();

  @Option(
      names = "--watch",
      description = "Runs them again after each save of a rule or vignette, until interrupted.")
  private boolean watch;

  private final KnownRules known = new KnownRules();

  VignettesCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    this.shell = shell;
    this.engines = engines;
  }

  @Override
  public GuidelineEngine engine() {
    return rules.engine(engines);
  }

  @Override
  public Integer call() throws IOException {
    return watch ? watch() : once();
  }

  private int once() throws IOException {
    List<Vignettes> chosen = chosen();
    try (GuidelineEngine engine = engine()) {
      List<VignetteResult> results = results(chosen, engine);
      write(report(results, () -> rules.pack().build()) + summary(results) + "\n");
      return exitCode(results);
    } catch (RuleExecutionException noAnswer) {
      throw rules.usage(noAnswer.getMessage());
    }
  }

  /** Runs them after each save, until it is interrupted. */
  private int watch() throws IOException {
    which.stream().filter(name -> existing(name).isEmpty()).forEach(this::vignettes);
    List<Path> roots = new ArrayList<>(which.stream().flatMap(n -> existing(n).stream()).toList());
    if (rules.isJar()) {
      throw rules.usage(
          "--watch does not go with a jar: whatever changes it, its pin is of what it was");
    }
    if (!rules.isBundled()) {
      if (!Files.exists(rules.path())) {
        throw rules.usage("there are no rules to watch at " + rules.path());
      }
      roots.add(rules.path());
    }
    roots.addAll(rules.overlays());
    if (roots.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--watch goes with --rules FOLDER, with --overlay, or with vignettes of your own");
    }
    FolderWatch folders = new FolderWatch(roots);
    IncrementalBuild build = new IncrementalBuild();
    try {
      for (long saved = System.nanoTime(); ; saved = folders.awaitChange()) {
        String told = afterSave(build);
        write(told + String.format(Locale.ROOT, " %.1f s.%n", (System.nanoTime() - saved) / 1e9));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.BAD_INPUT;
    }
  }

  /** What is told after a save; what cannot be used yet is told too. */
  private String afterSave(IncrementalBuild build) {
    try {
      BuiltPack pack = build.build(rules.source());
      try (GuidelineEngine engine =
          GuidelineEngine.on(rules.adapted(pack.load()), EngineOptions.defaults())) {
        List<VignetteResult> results = results(chosen(), engine);
        return "\n" + report(results, () -> pack) + summary(results);
      }
    } catch (PackSourceException
        | CompilationException
        | RulePackException
        | RuleExecutionException
        | ParameterException e) {
      return "\n" + Printable.of(e.getMessage()) + ".";
    }
  }

  private void write(String text) throws IOException {
    synchronized (shell.out()) {
      shell.out().write(text);
      shell.out().flush();
    }
  }

  private String report(List<VignetteResult> results, Supplier<BuiltPack> pack) {
    return results.stream().allMatch(VignetteResult::agrees)
        ? ""
        : FailureReport.of(results, pack.get(), known);
  }

  private List<Vignettes> chosen() {
    return which.isEmpty()
        ? List.of(Vignettes.bundled())
        : which.stream().map(this::vignettes).toList();
  }

  private static List<VignetteResult> results(List<Vignettes> chosen, GuidelineEngine engine) {
    return chosen.stream()
        .flatMap(vignettes -> vignettes.run(Vignettes.asking(engine)))
        .distinct()
        .toList();
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
