package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guideline assess}: what the guideline says of the cases in files. */
@Command(
    name = "assess",
    description = "Tells what the guideline says of each procedure of each case.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline assess case.yaml",
      "  guideline assess --format ndjson --assume cancer-absent referrals.ndjson",
      "  export-cases | guideline assess --format ndjson -",
      "  guideline assess --rules guideline-rules/src/main/resources case.yaml"
    })
final class AssessCommand implements Callable<Integer> {

  private final Shell shell;
  private final Supplier<GuidelineEngine> engines;

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "A file that ends in .json, .yaml or .yml holds one case. A file that ends in .ndjson"
              + " holds a case a line, as JSON, and so does - (standard input).")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = CodeConverter.OfOutputFormat.class,
      description =
          "text (the default) is for a person. json is an object for one case and an array for"
              + " several; cases that are refused are left out. ndjson is a line of JSON a case; in"
              + " place of a case that is refused stands what is wrong with it.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--assume",
      paramLabel = "CODE",
      converter = CodeConverter.OfAssumption.class,
      completionCandidates = CodeConverter.AssumptionCodes.class,
      description =
          "What to assume where a case leaves it unknown; may be given several times. One of"
              + " ${COMPLETION-CANDIDATES}.")
  private List<Assumption> assumptions = new ArrayList<>();

  @Option(names = "--width", paramLabel = "N", hidden = true)
  private Optional<Integer> width = Optional.empty();

  private GuidelineEngine engine;
  private boolean anyBad;

  AssessCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    this.shell = shell;
    this.engines = engines;
  }

  @Override
  public Integer call() throws IOException {
    checkParameters();
    try (GuidelineEngine opened = rules.engine(engines);
        CaseFiles records = new CaseFiles(files, shell.in())) {
      engine = opened.assuming(assumptions.toArray(Assumption[]::new));
      switch (format) {
        case TEXT -> writeText(records);
        case JSON -> writeJson(records);
        case NDJSON -> writeLines(records);
      }
      shell.out().flush();
    } catch (IOException e) {
      if (!Shell.isClosed(e)) {
        throw e;
      }
    }
    return anyBad ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }

  private void checkParameters() {
    if (width.filter(given -> given < Shell.LEAST_WIDTH).isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--width' (N): found "
              + width.get()
              + ", allowed is a whole number from "
              + Shell.LEAST_WIDTH);
    }
    if (Collections.frequency(files, CaseFiles.STANDARD_INPUT) > 1) {
      throw new ParameterException(
          spec.commandLine(), "Standard input (-) is named twice, and can be read once");
    }
  }

  /** The text of each case, with a rule between two. */
  private void writeText(CaseFiles records) throws IOException {
    int columns = width.orElse(shell.width());
    String rule = "";
    while (records.hasNext()) {
      CaseRecord record = records.next();
      if (record instanceof CaseRecord.Good good) {
        Assessment assessment = assess(good);
        write(rule + AssessmentText.of(good.clinicalCase(), assessment, columns, shell.styled()));
        rule = "\n" + "-".repeat(columns) + "\n\n";
      } else if (record instanceof CaseRecord.Bad bad) {
        tell(bad);
      }
    }
  }

  /** An object when there is one case, an array otherwise; one document, however many fail. */
  private void writeJson(CaseFiles records) throws IOException {
    Optional<CaseRecord> first = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    if (first.isPresent() && first.get() instanceof CaseRecord.Good only && !records.hasNext()) {
      shell.out().write(AssessmentDocuments.toJson(assess(only)));
    } else {
      AssessmentDocuments.writeJsonArray(() -> assessments(first, records), shell.out());
    }
    shell.out().write("\n");
  }

  /** The assessments of these records; those that are refused are told when their turn comes. */
  private Iterator<Assessment> assessments(Optional<CaseRecord> first, CaseFiles rest) {
    Spliterator<CaseRecord> others =
        Spliterators.spliteratorUnknownSize(rest, Spliterator.ORDERED | Spliterator.NONNULL);
    return Stream.concat(first.stream(), StreamSupport.stream(others, false))
        .map(this::assessOrTell)
        .flatMap(Optional::stream)
        .iterator();
  }

  private Optional<Assessment> assessOrTell(CaseRecord record) {
    if (record instanceof CaseRecord.Good good) {
      return Optional.of(assess(good));
    }
    if (record instanceof CaseRecord.Bad bad) {
      tell(bad);
    }
    return Optional.empty();
  }

  /** One line a case; what is refused stands in its place. */
  private void writeLines(CaseFiles records) throws IOException {
    while (records.hasNext()) {
      CaseRecord record = records.next();
      if (record instanceof CaseRecord.Good good) {
        write(AssessmentDocuments.toCompactJson(assess(good)) + "\n");
      } else if (record instanceof CaseRecord.Bad bad) {
        if (bad instanceof CaseRecord.Refused refused) {
          write(RefusalLine.of(refused, files.size() > 1 || !refused.ofLines()) + "\n");
        }
        tell(bad);
      }
    }
  }

  /** Writes what answers one case, so that it can be read before the next one is. */
  private void write(String answer) throws IOException {
    synchronized (shell.out()) {
      shell.out().write(answer);
      shell.out().flush();
    }
  }

  private Assessment assess(CaseRecord.Good good) {
    try {
      return engine.assess(good.clinicalCase());
    } catch (RuntimeException e) {
      throw new NotFinishedException(good.place(), e);
    }
  }

  private void tell(CaseRecord.Bad bad) {
    anyBad = true;
    shell.err().println(bad.message());
  }
}
