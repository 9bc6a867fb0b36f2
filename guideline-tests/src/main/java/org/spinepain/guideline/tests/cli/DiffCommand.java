package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.tests.diff.AskedCase;
import org.spinepain.guideline.tests.diff.DiffDocument;
import org.spinepain.guideline.tests.diff.DiffReport;
import org.spinepain.guideline.tests.diff.PackAddress;
import org.spinepain.guideline.tests.diff.PackDiff;
import org.spinepain.guideline.tests.diff.SignOff;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.space.BoundariesException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guideline diff}: which determinations an edit of the rules changes. */
@Command(
    name = "diff",
    description = {
      "Tells which determinations change from one rule pack to another, a sentence a cause.",
      "With overlays it is NEW that they adapt: diff bundled bundled --overlay FILE tells what an"
          + " overlay changes.",
      "Both are asked about every combination of facts, complete and incomplete, about cases near"
          + " the boundaries, about vignettes and, if given, about your own cases. An incomplete"
          + " combination is counted once, with the first sentence that one of its completions"
          + " belongs to.",
      "With changes that no sign-off names, the exit code is 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline diff bundled guideline-rules/src/main/resources",
      "  guideline diff HEAD guideline-rules/src/main/resources",
      "  guideline diff v1 v2 --rules guideline-rules/src/main/resources --sign-off v2.yaml"
    })
final class DiffCommand implements Callable<Integer> {

  private static final String PACK =
      "bundled, a folder of rules or of resources above it, a jar, REVISION:FOLDER for a folder at"
          + " a git revision, or REVISION alone for the folder of --rules, or the other one.";

  /** How a report is written. */
  enum Format implements Coded {
    /** For a person. */
    TEXT,
    /** As one object. */
    JSON
  }

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The pack before: " + PACK)
  private String old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The pack after, named likewise.")
  private String young;

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      description = "The folder, in a work tree of git, of which a REVISION alone is meant.")
  private Optional<Path> rules;

  @Mixin private OverlayOption overlays;

  @Mixin private VignettesOption vignettes;

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Cases of your own, as for assess: .json, .yaml, .yml, .ndjson or -.")
  private List<String> cases = new ArrayList<>();

  @Mixin private AssumeOption assumed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (the default) or json.")
  private String format;

  @Option(
      names = "--sign-off",
      paramLabel = "FILE",
      description =
          "Who signed off which changes, in YAML or JSON. Where it is of these two packs and names"
              + " exactly these changes, the exit code is 0.")
  private Optional<Path> signOff;

  @Option(
      names = "--write-sign-off",
      paramLabel = "FILE",
      description = "Writes a new file, in YAML, to sign off the changes in.")
  private Optional<Path> newSignOff;

  DiffCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Format writtenAs =
        Coded.of(Format.class, format)
            .orElseThrow(
                () ->
                    usage(
                        "Invalid value for option '--format' (FORMAT): found \""
                            + format
                            + "\", allowed is "
                            + String.join(", ", Coded.codes(Format.class))));
    Optional<SignOff> signed = readSignOff();
    if (newSignOff.filter(Files::exists).isPresent()) {
      throw usage(newSignOff.get() + " is there already: --write-sign-off writes a new file");
    }
    List<AskedCase> asked = asked();
    DiffReport report = compare(open("OLD", old, young), adapted(open("NEW", young, old)), asked);
    shell
        .out()
        .write(
            writtenAs == Format.JSON
                ? DiffDocument.of(report)
                : DiffText.of(report, shell.width(), shell.styled()));
    shell.out().flush();
    write(report);
    return exitCode(report, signed);
  }

  private DiffReport compare(BuiltPack before, BuiltPack after, List<AskedCase> asked) {
    try {
      return PackDiff.between(before, after, asked);
    } catch (BoundariesException e) {
      throw usage("OLD: " + e.getMessage());
    }
  }

  private BuiltPack open(String which, String name, String other) {
    try {
      return PackAddress.open(name, rules, other);
    } catch (IllegalArgumentException e) {
      throw usage(which + ": " + e.getMessage());
    }
  }

  private BuiltPack adapted(BuiltPack pack) {
    try {
      BuiltPack adapted = pack.adaptedBy(overlays.read());
      adapted.load();
      return adapted;
    } catch (RulePackException e) {
      throw usage("NEW: " + e.getMessage());
    }
  }

  private List<AskedCase> asked() {
    List<AskedCase> asked = new ArrayList<>();
    vignettes.all().stream().map(AskedCase::of).forEach(asked::add);
    try (CaseFiles records = new CaseFiles(cases, shell.in())) {
      while (records.hasNext()) {
        CaseRecord record = records.next();
        if (record instanceof CaseRecord.Good good) {
          asked.add(AskedCase.of(good.place(), good.clinicalCase(), assumed.assumptions()));
        } else if (record instanceof CaseRecord.Bad bad) {
          throw usage(bad.message());
        }
      }
    }
    return asked;
  }

  private Optional<SignOff> readSignOff() {
    if (signOff.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SignOff.read(signOff.get()));
    } catch (NoSuchFileException e) {
      throw usage(signOff.get() + ": there is no such file");
    } catch (IOException e) {
      throw usage(signOff.get() + " cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private void write(DiffReport report) {
    if (newSignOff.isPresent()) {
      try {
        Files.writeString(newSignOff.get(), SignOff.skeleton(report));
      } catch (IOException e) {
        throw usage(newSignOff.get() + " cannot be written: " + e.getMessage());
      }
    }
  }

  private int exitCode(DiffReport report, Optional<SignOff> signed) {
    if (signed.isEmpty()) {
      return report.changes().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
    }
    SignOff.Result result = signed.get().of(report);
    result.otherPacks().forEach(this::tell);
    result
        .unsigned()
        .forEach(change -> tell("not signed off: " + change.id() + " " + change.sentence()));
    result.gone().forEach(sentence -> tell("signed off, but no longer occurs: " + sentence));
    return result.isExact() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private void tell(String line) {
    shell.err().println(Printable.of(line));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
