package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.tests.review.PendingOutput;
import org.spinepain.guideline.tests.review.SummaryComparison;
import org.spinepain.guideline.tests.review.SummaryFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The files that a review writes. */
final class ReviewOutputs {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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

  @Option(
      names = "--counts",
      paramLabel = "FILE",
      description =
          "Writes the exact counts, to be merged with those of other sites: name the file X"
              + ReviewInput.COUNTS
              + ". Small counts are in it, and with --person-key tokens of persons: keep it as you"
              + " keep the referrals. Its owner alone may read it, where the file system can say so.")
  private Optional<Path> counts = Optional.empty();

  /**
   * Checks what can be checked before a run.
   *
   * @param named all files that are read
   * @throws ParameterException when an output cannot be written so
   */
  void check(NamedFiles named) {
    csv.ifPresent(folder -> named.writtenFolder("--csv", folder));
    json.ifPresent(file -> named.written("--json", file));
    html.ifPresent(file -> named.written("--html", file));
    counts.ifPresent(file -> named.written("--counts", file));
    counts
        .filter(file -> !file.toString().endsWith(ReviewInput.COUNTS))
        .ifPresent(
            file -> {
              throw usage(
                  "--counts: found "
                      + file
                      + ", allowed is a file that ends in "
                      + ReviewInput.COUNTS);
            });
    csv.filter(folder -> Files.exists(folder) && !isEmptyFolder(folder))
        .ifPresent(
            folder -> {
              throw usage(
                  "--csv: found something at " + folder + ", allowed is a new or an empty folder");
            });
  }

  private static boolean isEmptyFolder(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException noFolder) {
      return false;
    }
  }

  /**
   * Writes all files, then gives all their names; no half-written one ever has its name.
   *
   * @param exact gives the counts as text, to be merged; asked only where they are written
   * @throws IOException when one cannot be written; then none has its name. Or when one cannot be
   *     named so; then those before it have theirs
   */
  void write(SharedSummary shared, Optional<SummaryComparison> comparison, Supplier<String> exact)
      throws IOException {
    SummaryFiles files = new SummaryFiles(shared, comparison);
    List<PendingOutput> outputs = new ArrayList<>();
    try {
      if (json.isPresent()) {
        named("--json", json.get(), () -> files.writeJson(file(json.get(), outputs)));
      }
      if (csv.isPresent()) {
        named("--csv", csv.get(), () -> files.writeCsv(folder(csv.get(), outputs)));
      }
      if (html.isPresent()) {
        named(
            "--html",
            html.get(),
            () -> ReviewPage.write(shared, comparison, file(html.get(), outputs)));
      }
      if (counts.isPresent()) {
        named(
            "--counts",
            counts.get(),
            () -> Files.writeString(ownersFile(counts.get(), outputs), exact.get()));
      }
      PendingOutput.commitAll(outputs);
    } finally {
      outputs.forEach(PendingOutput::close);
    }
  }

  /** Writes an output. */
  interface Writing {

    void write() throws IOException;
  }

  /**
   * Writes an output.
   *
   * @throws IOException when it cannot be written, with its option, name and why
   */
  static void named(String option, Path target, Writing writing) throws IOException {
    try {
      writing.write();
    } catch (IOException e) {
      throw new IOException(option + " " + target + ": " + ReviewInput.why(e), e);
    }
  }

  private static Path folder(Path target, List<PendingOutput> outputs) throws IOException {
    PendingOutput folder = PendingOutput.folder(target);
    outputs.add(folder);
    return folder.path();
  }

  private static Path ownersFile(Path target, List<PendingOutput> outputs) throws IOException {
    PendingOutput file = PendingOutput.ownersFile(target);
    outputs.add(file);
    return file.path();
  }

  private static Path file(Path target, List<PendingOutput> outputs) throws IOException {
    PendingOutput file = PendingOutput.file(target);
    outputs.add(file);
    return file.path();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
