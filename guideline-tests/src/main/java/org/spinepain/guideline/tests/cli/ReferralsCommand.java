package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.spinepain.guideline.tests.review.MadeUpFile;
import org.spinepain.guideline.tests.review.MadeUpReferrals;
import org.spinepain.guideline.tests.review.PendingOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code guideline referrals}: referrals to try {@code review} on. */
@Command(
    name = "referrals",
    description =
        "Writes made-up referrals, to try a review and to load it. They are no data, and nothing in"
            + " them was observed: never present them, or a summary of them, as real.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline referrals --count 1000 | guideline review -",
      "  guideline referrals --count 1000000 --plant --out made-up.ndjson.gz",
      "  guideline referrals --format csv --out made-up.csv"
    })
final class ReferralsCommand implements Callable<Integer> {

  private static final int LONGEST = 1_200;

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many; ${DEFAULT-VALUE} by default.")
  private long count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same referrals; ${DEFAULT-VALUE} by default.")
  private long seed;

  @Option(
      names = "--from",
      paramLabel = "MONTH",
      defaultValue = "2025-01",
      description = "The first month; ${DEFAULT-VALUE} by default.")
  private String from;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "12",
      description = "Over how many months; ${DEFAULT-VALUE} by default.")
  private int months;

  @Option(
      names = "--plant",
      description =
          "Plants a pattern to be found: a third of the referrals of the eighth month are epidural"
              + " injections for axial pain at clinic C.")
  private boolean plant;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "ndjson",
      converter = CodeConverter.OfReferralsFormat.class,
      description = "ndjson (the default) or csv, with local codes.")
  private ReferralsFormat format = ReferralsFormat.NDJSON;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Writes them there, packed when the name ends in .gz; to standard output by default.")
  private Optional<Path> file = Optional.empty();

  ReferralsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    MadeUpFile referrals = new MadeUpFile(referrals());
    if (file.isEmpty()) {
      shell.ifInterrupted().set("the last line that was written may be cut off");
      write(referrals, shell.out());
      shell.out().flush();
    } else {
      shell.ifInterrupted().set(Printable.of(file.get() + " is whole or not there"));
      try (PendingOutput output = PendingOutput.file(file.get())) {
        try (Writer out = writer(output.path(), isPacked(file.get()))) {
          write(referrals, out);
        }
        output.commit();
      } catch (IOException e) {
        shell
            .err()
            .println(
                "guideline: "
                    + file.get()
                    + " cannot be written: "
                    + Printable.of(String.valueOf(e.getMessage())));
        return ExitCode.NOT_FINISHED;
      }
    }
    shell.err().println(count + " made-up referrals: no data, nothing in them was observed");
    return ExitCode.DONE;
  }

  private MadeUpReferrals referrals() {
    if (count < 0) {
      throw usage("--count", Long.toString(count), "0 or more");
    }
    if (months < 1 || months > LONGEST) {
      throw usage("--months", Integer.toString(months), "a whole number from 1 to " + LONGEST);
    }
    if (plant && months <= MadeUpReferrals.PLANTED_MONTH) {
      throw usage(
          "--months",
          Integer.toString(months),
          "with --plant "
              + (MadeUpReferrals.PLANTED_MONTH + 1)
              + " or more: the pattern is planted in that month");
    }
    try {
      YearMonth first = YearMonth.parse(from);
      if (first.getYear() >= 1950 && first.getYear() < 2900) {
        return new MadeUpReferrals(seed, count, first, months, plant);
      }
    } catch (DateTimeException noMonth) {
      // Told below.
    }
    throw usage("--from", Printable.of(from), "a month such as 2025-01, from 1950 to 2899");
  }

  private void write(MadeUpFile referrals, Writer out) throws IOException {
    switch (format) {
      case NDJSON -> referrals.writeLines(out);
      case CSV -> referrals.writeTable(out);
    }
  }

  private static Writer writer(Path path, boolean packed) throws IOException {
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(path));
    return new BufferedWriter(
        new OutputStreamWriter(packed ? new GZIPOutputStream(bytes) : bytes, UTF_8));
  }

  private static boolean isPacked(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  private ParameterException usage(String option, String found, String allowed) {
    return new ParameterException(
        spec.commandLine(), option + ": found " + found + ", allowed is " + allowed);
  }
}
