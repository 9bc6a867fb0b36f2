package org.spinepain.guideline.tests.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.tests.review.SummaryTables.Row;
import org.spinepain.guideline.tests.review.SummaryTables.Table;

/** What of a summary is compared with another: what may be shown of it. */
public final class ComparedSummary {

  /** The name of the table of all requests, which has one row. */
  static final String REQUESTS = "requests";

  private final String edition;
  private final String rules;
  private final String digest;
  private final List<String> assumed;
  private final List<String> overlays;
  private final int threshold;
  private final Map<String, Table> tables;
  private final boolean madeUp;

  ComparedSummary(
      String edition,
      String rules,
      String digest,
      List<String> assumed,
      List<String> overlays,
      int threshold,
      Map<String, Table> tables,
      boolean madeUp) {
    this.edition = edition;
    this.rules = rules;
    this.digest = digest;
    this.assumed = assumed;
    this.overlays = overlays;
    this.threshold = threshold;
    this.tables = tables;
    this.madeUp = madeUp;
  }

  /** What may be shown of a review. */
  public static ComparedSummary of(SharedSummary summary) {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put(
        REQUESTS,
        new Table(
            List.of(),
            SummaryTables.VERDICTS,
            List.of(new Row(List.of(), SummaryTables.numbers(summary.requests())))));
    Map<String, Table> all = SummaryTables.of(summary);
    SummaryTables.COMPARED.keySet().forEach(name -> tables.put(name, all.get(name)));
    return new ComparedSummary(
        summary.edition().guideline().edition(),
        summary.edition().rules().coordinates(),
        summary.edition().rules().digest(),
        summary.edition().assumptions().stream().map(Coded::code).toList(),
        summary.edition().overlays().stream().map(OverlayReference::digest).toList(),
        summary.threshold(),
        tables,
        summary.madeUp());
  }

  /**
   * The summary that a review wrote as JSON.
   *
   * @param threshold the least count above zero that may be shown of it
   * @throws ReferralFileException when the file holds none, with the place in it, or shows smaller
   *     counts
   * @throws IOException when it cannot be read
   */
  public static ComparedSummary read(Path file, int threshold) throws IOException {
    return SummaryReader.read(file, threshold);
  }

  /** The edition of the guideline. */
  public String edition() {
    return edition;
  }

  /** The rule pack. */
  public String rules() {
    return rules;
  }

  /** The digest of the rule pack. */
  public String digest() {
    return digest;
  }

  /** What was assumed where facts are unknown, by code. */
  public List<String> assumed() {
    return assumed;
  }

  /** The digests of the overlays by which the rules were adapted. */
  public List<String> overlays() {
    return overlays;
  }

  /** The least count above zero that it shows. */
  int threshold() {
    return threshold;
  }

  /** Whether there are made-up referrals among them: then it is no data. */
  public boolean madeUp() {
    return madeUp;
  }

  /** The months of its referrals, in order. */
  public List<String> months() {
    return tables.get(Breakdown.MONTH.code()).rows().stream()
        .map(row -> row.labels().get(0))
        .toList();
  }

  /** The first and the last of them; empty when there are none. */
  public Optional<String> period() {
    return SummaryFiles.period(months());
  }

  /** Its tables by their name, that of all requests among them. */
  Map<String, Table> tables() {
    return tables;
  }
}
