package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.tests.review.ReferralFiles;
import org.spinepain.guideline.tests.review.ReferralMapping;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is reviewed: files of referrals, and counts that other reviews wrote. */
final class ReviewInput {

  /** How the name of a file of counts ends. */
  static final String COUNTS = ".counts";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "A file that ends in .ndjson holds a referral a line, as JSON: a case document, or"
              + " {\"referral\": {\"clinic\": \"…\", \"referrer\": \"…\", \"person\": \"…\"},"
              + " \"case\": {…}}; so does - (standard input). One that ends in .csv holds a"
              + " referral a row. Both may be packed: .ndjson.gz, .csv.gz. One that ends in "
              + COUNTS
              + " holds what another review counted by the same rules and wrote with --counts. A"
              + " summary in JSON cannot be merged: small counts are withheld in it.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns and codes of CSV files mean, as YAML.")
  private Optional<Path> mapping = Optional.empty();

  @Option(
      names = "--person-key",
      paramLabel = "FILE",
      description =
          "A file of at least 16 secret bytes, the same for all counts that are merged, so that who"
              + " is in several counts once. Without, counts that are merged know of no persons.")
  private Optional<Path> personKey = Optional.empty();

  /** Whether it holds counts of other reviews. */
  boolean hasCounts() {
    return files.stream().anyMatch(ReviewInput::isCounts);
  }

  /** Whether it is read from standard input. */
  boolean isStandardInput() {
    return files.contains(ReferralFiles.STANDARD_INPUT);
  }

  /**
   * Checks what can be checked before a run.
   *
   * @throws ParameterException when the files cannot be used so
   */
  void check() {
    if (Collections.frequency(files, ReferralFiles.STANDARD_INPUT) > 1) {
      throw usage("Standard input (-) is named twice, and can be read once");
    }
    files.stream()
        .filter(file -> file.endsWith(".json"))
        .findFirst()
        .ifPresent(
            file -> {
              throw usage(
                  file
                      + ": a summary in JSON cannot be merged, since small counts are withheld in"
                      + " it; merge what --counts wrote, or compare with --against");
            });
  }

  /**
   * Names all files that are read.
   *
   * @throws ParameterException when the referrals of one would count twice
   */
  void name(NamedFiles named) {
    for (String file : files) {
      try {
        if (!file.equals(ReferralFiles.STANDARD_INPUT)) {
          named.counted("FILE", Path.of(file));
        }
      } catch (InvalidPathException noPath) {
        // Told where it is read.
      }
    }
    mapping.ifPresent(file -> named.read("--mapping", file));
    personKey.ifPresent(file -> named.read("--person-key", file));
  }

  /** The referrals, to be read from their beginning. */
  ReferralFiles referrals(InputStream in) {
    return new ReferralFiles(
        files.stream().filter(file -> !isCounts(file)).toList(), readMapping(), in);
  }

  /**
   * A review that asks an engine, and tells persons apart by the key that was given.
   *
   * @throws ParameterException when the key cannot be used
   */
  ReferralReview review(GuidelineEngine engine) {
    ReferralReview review = ReferralReview.of(engine);
    if (personKey.isEmpty()) {
      return review;
    }
    try {
      return review.withPersonKey(Files.readAllBytes(personKey.get()));
    } catch (IOException e) {
      throw usage(personKey.get() + " cannot be read: " + why(e));
    } catch (IllegalArgumentException e) {
      throw usage(personKey.get() + ": " + e.getMessage());
    }
  }

  /**
   * The counts of other reviews, as one summary.
   *
   * @throws ParameterException when they cannot be merged with what this review counts
   */
  ReferralSummary counts(ReferralReview review) {
    ReferralSummary all = review.counts().summary();
    for (String file : files.stream().filter(ReviewInput::isCounts).toList()) {
      try {
        all = all.merge(review.read(Files.readString(Path.of(file))));
      } catch (IOException e) {
        throw usage(file + " cannot be read: " + why(e));
      } catch (IllegalArgumentException e) {
        throw usage(file + ": " + e.getMessage());
      }
    }
    return all;
  }

  /**
   * What was counted, and in it the counts of other reviews.
   *
   * @throws ParameterException when the referrals know of persons and the counts of none
   */
  ReferralSummary merged(ReferralSummary counted, ReferralSummary others) {
    if (hasCounts() && personKey.isEmpty() && counted.repeats().persons() > 0) {
      throw usage(
          "Counts know of no persons without --person-key, the referrals do: allowed are counts and"
              + " referrals with the key by which the counts were written, or one of the two");
    }
    return counted.merge(others);
  }

  private static boolean isCounts(String file) {
    return file.endsWith(COUNTS);
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

  /** Why a file could not be read or written. */
  static String why(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file or folder: " + Printable.of(e.getMessage())
        : Printable.of(String.valueOf(e.getMessage()));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
