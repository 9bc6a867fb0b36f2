package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.RefusedRecord;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.review.TooManyGroupsException;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.PackSourceException;
import org.spinepain.guideline.tests.review.ComparedSummary;
import org.spinepain.guideline.tests.review.EngineRate;
import org.spinepain.guideline.tests.review.ReferralFileException;
import org.spinepain.guideline.tests.review.ReferralFiles;
import org.spinepain.guideline.tests.review.ReviewRun;
import org.spinepain.guideline.tests.review.SummaryComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code guideline review}: what the guideline says of many referrals, counted. */
@Command(
    name = "review",
    description = {
      "Counts what the guideline says of past or planned referrals: how many it recommends against,"
          + " by recommendation, technique, pattern, level, referrer, clinic and month, what was"
          + " missing where it says nothing, and what those recommended against would cost.",
      "What it writes may be shown, but for --counts: small counts are withheld, and nothing of a"
          + " person is in it. Records that are no referrals are counted by reason; the first are"
          + " told with their line on standard error, and the exit code is 2. A file that cannot be"
          + " read to its end gives no summary."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  guideline review --html review.html --json 2025.json referrals-2025.ndjson.gz",
      "  guideline review --against 2024.json --html review.html referrals-2025.ndjson.gz",
      "  guideline review --mapping mapping.yaml --csv tables export-1.csv export-2.csv",
      "  guideline review --html all.html site-a.counts site-b.counts",
      "  guideline referrals --count 1000 | guideline review -"
    })
final class ReviewCommand implements Callable<Integer> {

  private final Shell shell;
  private final Supplier<GuidelineEngine> engines;

  @Spec private CommandSpec spec;

  @Mixin private AskedRules rules;

  @Mixin private ReviewInput input;

  @Mixin private AssumeOption assumed;

  @Option(
      names = "--threshold",
      paramLabel = "N",
      defaultValue = "" + SharedSummary.DEFAULT_THRESHOLD,
      description =
          "The least count above zero that is shown, from 1 to "
              + SharedSummary.HIGHEST_THRESHOLD
              + "; ${DEFAULT-VALUE} by default.")
  private int threshold = SharedSummary.DEFAULT_THRESHOLD;

  @Option(
      names = "--against",
      paramLabel = "SUMMARY",
      description =
          "Compares with a summary that an earlier review wrote with --json, such as that of the"
              + " year before. What either withholds is not compared.")
  private Optional<Path> against = Optional.empty();

  @Option(
      names = "--against-rules",
      paramLabel = "PATH",
      description =
          "Compares with what other rules, such as those of the edition before, say of the same"
              + " referrals: a folder, a jar, or bundled, as in --rules NEW --against-rules bundled."
              + " A table of which either withholds a number is not compared.")
  private Optional<String> againstRules = Optional.empty();

  @Mixin private ReviewOutputs outputs;

  @Option(
      names = "--rate",
      description =
          "Tells on standard error how many referrals were reviewed a second, and then, with the"
              + " Java machine warm, how long a second review of them takes and how long the engine"
              + " alone.")
  private boolean rate;

  @Option(names = "--threads", paramLabel = "N", hidden = true)
  private int threads = Runtime.getRuntime().availableProcessors();

  /** What a run counted by the rules, and by those with which they are compared. */
  private record Counted(
      ReferralSummary summary, Optional<ReferralSummary> other, Supplier<String> exact) {}

  ReviewCommand(Shell shell, Supplier<GuidelineEngine> engines) {
    this.shell = shell;
    this.engines = engines;
  }

  @Override
  public Integer call() throws IOException {
    checkParameters();
    shell.ifInterrupted().set("there is no summary");
    Counted counted;
    SharedSummary shared;
    Optional<SummaryComparison> comparison;
    try {
      Optional<ComparedSummary> before = readAgainst();
      counted = count();
      shared = SharedSummary.of(counted.summary(), threshold);
      ComparedSummary now = ComparedSummary.of(shared);
      comparison =
          before
              .or(() -> counted(counted.other()))
              .map(compared -> SummaryComparison.of(compared, now));
    } catch (ReferralFileException e) {
      return bad(e.getMessage() + "; there is no summary");
    } catch (TooManyGroupsException e) {
      return bad(e.getMessage() + ": does a column hold something else? There is no summary");
    }
    shell.ifInterrupted().set("each output of the summary is whole or not there");
    // An interrupt waits: what began to be written once it discarded all would be left behind.
    synchronized (shell.out()) {
      try {
        outputs.write(shared, comparison, counted.exact());
      } catch (IOException e) {
        shell.err().println("guideline: the summary cannot be written: " + ReviewInput.why(e));
        return ExitCode.NOT_FINISHED;
      }
      shell.out().write(ReviewText.of(shared, comparison, shell.width(), shell.styled()));
      shell.out().flush();
      return tellRefused(counted.summary());
    }
  }

  private Optional<ComparedSummary> counted(Optional<ReferralSummary> other) {
    return other.map(summary -> ComparedSummary.of(SharedSummary.of(summary, threshold)));
  }

  private Optional<ComparedSummary> readAgainst() throws IOException {
    if (against.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ComparedSummary.read(against.get(), threshold));
    } catch (IOException e) {
      throw usage(against.get() + " cannot be read: " + ReviewInput.why(e));
    }
  }

  private Counted count() {
    long start = System.nanoTime();
    try (GuidelineEngine engine = rules.engine(engines)) {
      ReferralReview review = input.review(assumed.in(engine));
      List<ReferralReview> reviews = new ArrayList<>(List.of(review));
      if (againstRules.isPresent()) {
        try (GuidelineEngine other = otherEngine(againstRules.get())) {
          reviews.add(input.review(assumed.in(other)));
          List<ReferralSummary> both = run(reviews);
          return new Counted(
              both.get(0), Optional.of(both.get(1)), () -> review.write(both.get(0)));
        }
      }
      // Read before what takes long.
      ReferralSummary others = input.counts(review);
      ReferralSummary counted = run(reviews).get(0);
      if (rate) {
        tellRate(System.nanoTime() - start, review, assumed.in(engine));
      }
      ReferralSummary all = input.merged(counted, others);
      return new Counted(all, Optional.empty(), () -> review.write(all));
    }
  }

  private List<ReferralSummary> run(List<ReferralReview> reviews) {
    try (ReferralFiles referrals = input.referrals(shell.in());
        ReviewProgress progress = new ReviewProgress(shell, referrals.size())) {
      return new ReviewRun(reviews, threads, progress).of(referrals);
    }
  }

  private GuidelineEngine otherEngine(String path) {
    if (RulesOption.isBundled(path)) {
      return GuidelineEngine.bundled();
    }
    try {
      return GuidelineEngine.on(PackSource.in(Path.of(path)).load(), EngineOptions.defaults());
    } catch (PackSourceException | CompilationException | RulePackException e) {
      throw usage(e.getMessage());
    }
  }

  private void tellRate(long first, ReferralReview review, GuidelineEngine engine) {
    long start = System.nanoTime();
    long cases = run(List.of(review)).get(0).cases();
    if (cases == 0) {
      shell.err().println("0 cases reviewed, so there is no rate");
      return;
    }
    long second = System.nanoTime() - start;
    EngineRate alone;
    try (ReferralFiles again = input.referrals(shell.in())) {
      alone = EngineRate.of(again, engine, threads);
    }
    shell
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "%,d cases reviewed in %s, the start included; once more, warm, in %s; the engine"
                    + " alone answers them, read before, in %s: the review takes %.2f times as"
                    + " long",
                cases,
                rate(cases, first),
                rate(cases, second),
                rate(alone.cases(), alone.nanos()),
                (double) second / alone.nanos()));
  }

  private static String rate(long cases, long nanos) {
    double seconds = nanos / 1e9;
    return String.format(Locale.ROOT, "%,.1f s (%,.0f/s)", seconds, cases / seconds);
  }

  private void checkParameters() {
    if (threshold < 1 || threshold > SharedSummary.HIGHEST_THRESHOLD) {
      throw usage(
          "Invalid value for option '--threshold' (N): found "
              + threshold
              + ", allowed is a whole number from 1 to "
              + SharedSummary.HIGHEST_THRESHOLD);
    }
    if (against.isPresent() && againstRules.isPresent()) {
      throw usage("--against and --against-rules: allowed is one of them");
    }
    if (againstRules.isPresent() && input.hasCounts()) {
      throw usage("--against-rules goes with referrals; counts have been answered already");
    }
    if (rate && (input.isStandardInput() || input.hasCounts() || againstRules.isPresent())) {
      throw usage("--rate goes with files of referrals, which are read again, and one edition");
    }
    input.check();
    NamedFiles named = new NamedFiles(spec);
    rules.name(named);
    input.name(named);
    against.ifPresent(file -> named.read("--against", file));
    againstRules
        .filter(path -> !RulesOption.isBundled(path))
        .ifPresent(path -> named.read("--against-rules", Path.of(path)));
    outputs.check(named);
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

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
