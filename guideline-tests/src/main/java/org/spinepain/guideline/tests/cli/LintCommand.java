package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.tests.lint.Finding;
import org.spinepain.guideline.tests.lint.FindingsJson;
import org.spinepain.guideline.tests.lint.FindingsText;
import org.spinepain.guideline.tests.lint.Lint;
import org.spinepain.guideline.tests.lint.OverlayLint;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.PackSourceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code guideline lint}: mistakes in rules that Drools reports badly or not at all. */
@Command(
    name = "lint",
    description = {
      "Explains the mistakes in rules, with file, line, rule and what to write instead.",
      "Compiles the rules and fires them over the whole case space; needs no Maven run."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline lint --rules guideline-rules/src/main/resources",
      "  guideline lint --rules guideline-rules/src/main/resources --previous HEAD --format sarif",
      "  guideline lint --overlay site.properties"
    })
final class LintCommand implements Callable<Integer> {

  private static final String BUNDLED = "bundled";

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      defaultValue = BUNDLED,
      description =
          "The rules: a folder of them, a folder of resources above it, or a jar."
              + " ${DEFAULT-VALUE} by default.")
  private String rules;

  @Option(
      names = "--previous",
      paramLabel = "PATH|REVISION",
      description =
          "The last release, whose ids have to be there still: a jar, a folder, bundled, or a git"
              + " revision of the folder of --rules.")
  private Optional<String> previous;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = CodeConverter.OfFindingsFormat.class,
      description =
          "text (the default) is for a person, json an array of findings, sarif a log that editors"
              + " and code hosts show.")
  private FindingsFormat format = FindingsFormat.TEXT;

  @Mixin private OverlayOption overlays;

  LintCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    PackSource pack = pack(rules);
    List<Finding> findings = new ArrayList<>();
    if (!rules.equals(BUNDLED)) {
      findings.addAll(Lint.notInThePack(Path.of(rules)));
    }
    findings.addAll(previous.isEmpty() ? Lint.of(pack) : Lint.of(pack, release(previous.get())));
    overlays.files().stream()
        .filter(file -> !Files.isRegularFile(file))
        .forEach(
            file -> {
              throw usage("--overlay: there is no file " + file);
            });
    findings.addAll(OverlayLint.of(pack, overlays.files()));
    String written =
        switch (format) {
          case TEXT -> FindingsText.of(findings);
          case JSON -> FindingsJson.of(findings);
          case SARIF -> FindingsJson.sarif(findings, folder());
        };
    shell.out().write(written);
    shell.out().flush();
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private PackSource pack(String path) {
    try {
      return path.equals(BUNDLED) ? PackSource.bundled() : PackSource.in(Path.of(path));
    } catch (PackSourceException e) {
      throw usage(e.getMessage());
    }
  }

  private PackSource release(String pathOrRevision) {
    if (pathOrRevision.equals(BUNDLED) || Files.exists(Path.of(pathOrRevision))) {
      return pack(pathOrRevision);
    }
    if (rules.equals(BUNDLED) || !Files.isDirectory(Path.of(rules))) {
      throw usage(
          "--previous: there is no "
              + pathOrRevision
              + "; a git revision goes with --rules FOLDER, a folder in a work tree of git");
    }
    try {
      return PackSource.at(pathOrRevision, Path.of(rules));
    } catch (PackSourceException e) {
      throw usage("--previous: " + e.getMessage());
    }
  }

  /** Where the files are, for tools that open them. */
  private String folder() {
    if (rules.equals(BUNDLED) || !Files.isDirectory(Path.of(rules))) {
      return PackFiles.FOLDER + "/";
    }
    Path below = Path.of(rules).resolve(PackFiles.FOLDER);
    Path folder = Files.isDirectory(below) ? below : Path.of(rules);
    return folder.isAbsolute() ? folder.toUri().toString() : FindingsJson.uri(folder) + "/";
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
