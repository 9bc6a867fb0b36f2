package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.RefusedRecord;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.review.TooManyGroupsException;
import org.spinepain.guideline.tests.review.PendingOutput;
import org.spinepain.guideline.tests.review.ReferralFileException;
import org.spinepain.guideline.tests.review.ReferralFiles;
import org.spinepain.guideline.tests.review.ReferralMapping;
import org.spinepain.guideline.tests.review.ReviewRun;
import org.spinepain.guideline.tests.review.SummaryFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guideline review}: what the guideline says of many referrals, counted. */
@Command(
    name = "review",
    description = {
      "Counts what the guideline says of past or planned referrals: how many it recommends against,"
          + " by recommendation, technique, pattern, level, referrer, clinic and month, what was"
          + " missing where it says nothing, and what those recommended against would cost.",
      "What it writes may be shown: small counts are withheld, and nothing of a person is in it."
          + " Records that are no referrals are counted by reason; the first are told with their"
          + " line on standard error, and the exit code is 2. A file that cannot be read to its end"
          + " gives no summary."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline review --html review.html --json summary.json referrals-2025.ndjson.gz",
      "  guideline review --mapping mapping.yaml --csv tables export-1.csv export-2.csv",
      "  guideline referrals --count 1000 | guideline review -"
    })
final class ReviewCommand implements Callable<Integer> {

  private final Shell shell;
  private final Supplier<GuidelineEngine> engines;

  @Spec private CommandSpec spec;

  @Mixin private AskedRules rules;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "A file that ends in .ndjson holds a referral a line, as JSON: a case document, or"
              + " {\"referral\": {\"clinic\": \"…\", \"referrer\": \"…\", \"person\": \"…\"},"
              + " \"case\": {…}}; so does - (standard input). One that ends in .csv holds a referral"
              + " a row. Both may be packed: .ndjson.gz, .csv.gz.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns and codes of CSV files mean, as YAML.")
  private Optional<Path> mapping = Optional.empty();

  @Option(
      names = "--assume",
      paramLabel = "CODE",
      converter = CodeConverter.OfAssumption.class,
      completionCandidates = CodeConverter.AssumptionCodes.class,
      description =
          "What to assume where a case leaves it unknown; may be given several times. One of"
              + " ${COMPLETION-CANDIDATES}.")
  private List<Assumption> assumptions = new ArrayList<>();

  @Option(
      names = "--threshold",
      paramLabel = "N",
      defaultValue = "" + SharedSummary.DEFAULT_THRESHOLD,
      description =
          "The least count above zero that is shown, from 1 to "
              + SharedSummary.HIGHEST_THRESHOLD
              + "; ${DEFAULT-VALUE} by default.")
  private int threshold = SharedSummary.DEFAULT_THRESHOLD;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the summary as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "FOLDER",
      description = "Writes the tables as CSV into a new or empty folder.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Writes the summary as a page with charts, for a browser or to be printed. It needs no"
              + " other file and no network.")
  private Optional<Path> html = Optional.empty();

  @Option(names = "--threads", paramLabel = "N", hidden = true)
  private int threads = Runtime.getRuntime().availableProcessors();

  ReviewCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    this.shell = shell;
    this.engines = engines;
  }

  @Override
  public Integer call() throws IOException {
    checkParameters();
    ReferralSummary summary;
    try (GuidelineEngine engine = rules.engine(engines);
        ReferralFiles referrals = new ReferralFiles(files, readMapping(), shell.in());
        ReviewProgress progress = new ReviewProgress(shell, referrals.size())) {
      GuidelineEngine assuming = engine.assuming(assumptions.toArray(Assumption[]::new));
      summary = new ReviewRun(ReferralReview.of(assuming), threads, progress).of(referrals);
    } catch (ReferralFileException e) {
      return bad(e.getMessage() + "; there is no summary");
    } catch (TooManyGroupsException e) {
      return bad(e.getMessage() + ": does a column hold something else? There is no summary");
    }
    SharedSummary shared = SharedSummary.of(summary, threshold);
    try {
      write(shared);
    } catch (IOException e) {
      shell.err().println("guideline: the summary cannot be written: " + why(e));
      return ExitCode.NOT_FINISHED;
    }
    synchronized (shell.out()) {
      shell.out().write(ReviewText.of(shared, shell.width(), shell.styled()));
      shell.out().flush();
    }
    return tellRefused(summary);
  }

  private void checkParameters() {
    if (threshold < 1 || threshold > SharedSummary.HIGHEST_THRESHOLD) {
      throw usage(
          "Invalid value for option '--threshold' (N): found "
              + threshold
              + ", allowed is a whole number from 1 to "
              + SharedSummary.HIGHEST_THRESHOLD);
    }
    if (Collections.frequency(files, ReferralFiles.STANDARD_INPUT) > 1) {
      throw usage("Standard input (-) is named twice, and can be read once");
    }
    checkFile("--json", json);
    checkFile("--html", html);
    csv.filter(folder -> Files.exists(folder) && !isEmptyFolder(folder))
        .ifPresent(
            folder -> {
              throw usage(
                  "--csv: found something at " + folder + ", allowed is a new or an empty folder");
            });
  }

  private void checkFile(String option, Optional<Path> output) {
    output
        .filter(Files::isDirectory)
        .ifPresent(
            file -> {
              throw usage(option + ": found a folder at " + file + ", allowed is a file");
            });
  }

  private static boolean isEmptyFolder(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException noFolder) {
      return false;
    }
  }

  private Optional<ReferralMapping> readMapping() {
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(mapping.get())) {
      return Optional.of(ReferralMapping.read(in));
    } catch (InvalidDocumentException e) {
      throw usage(
          mapping.get()
              + ":"
              + e.line()
              + ": "
              + e.path()
              + ": found "
              + e.found()
              + ", allowed is "
              + e.allowed());
    } catch (IOException e) {
      throw usage(mapping.get() + " cannot be read: " + why(e));
    }
  }

  /** Writes all files, then gives all their names. */
  private void write(SharedSummary shared) throws IOException {
    SummaryFiles summaryFiles = new SummaryFiles(shared);
    List<PendingOutput> outputs = new ArrayList<>();
    try {
      if (json.isPresent()) {
        PendingOutput file = PendingOutput.file(json.get());
        outputs.add(file);
        summaryFiles.writeJson(file.path());
      }
      if (csv.isPresent()) {
        PendingOutput folder = PendingOutput.folder(csv.get());
        outputs.add(folder);
        summaryFiles.writeCsv(folder.path());
      }
      if (html.isPresent()) {
        PendingOutput file = PendingOutput.file(html.get());
        outputs.add(file);
        ReviewPage.write(shared, file.path());
      }
      for (PendingOutput output : outputs) {
        output.commit();
      }
    } finally {
      outputs.forEach(PendingOutput::close);
    }
  }

  private int tellRefused(ReferralSummary summary) {
    if (summary.refused().isEmpty()) {
      return ExitCode.DONE;
    }
    long all = summary.refused().values().stream().mapToLong(Long::longValue).sum();
    for (RefusedRecord refused : summary.refusedRecords()) {
      shell
          .err()
          .println(Printable.of(refused.file()) + ":" + refused.line() + ": " + refused.reason());
    }
    if (all > summary.refusedRecords().size()) {
      shell
          .err()
          .println((all - summary.refusedRecords().size()) + " more records are no referrals");
    }
    return ExitCode.BAD_INPUT;
  }

  private int bad(String message) {
    shell.err().println("guideline: " + Printable.of(message));
    return ExitCode.BAD_INPUT;
  }

  private static String why(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file or folder: " + Printable.of(e.getMessage())
        : Printable.of(String.valueOf(e.getMessage()));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
