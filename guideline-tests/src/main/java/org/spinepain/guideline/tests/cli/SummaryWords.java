package org.spinepain.guideline.tests.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.ReviewedEdition;
import org.spinepain.guideline.review.ReviewedRecommendation;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.review.UnmappedCode;
import org.spinepain.guideline.tests.review.SummaryFiles;

/** Words for what a summary has as numbers, the same on the page and in the text. */
final class SummaryWords {

  /** What is said in place of local codes, where it is withheld whether there are any. */
  static final String WHETHER_UNMAPPED =
      "Whether there are any is withheld, since it could tell a count that is withheld above.";

  private SummaryWords() {}

  /** A count, or that it is withheld. */
  static String number(OptionalLong number) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%,d", number.getAsLong())
        : SummaryFiles.WITHHELD;
  }

  /** What all requests recommended against would have cost. */
  static String cost(SharedSummary summary, CostRange each) {
    return summary.lowCost().isPresent()
        ? number(summary.lowCost()) + " to " + number(summary.highCost()) + " " + each.currency()
        : SummaryFiles.WITHHELD;
  }

  /** What a procedure costs, with status and source. */
  static String eachCost(CostRange each) {
    return String.format(
        Locale.ROOT,
        "at about %,d to %,d %s a procedure (%s)",
        each.low(),
        each.high(),
        each.currency(),
        Words.of(each.status(), each.source()));
  }

  /**
   * What was taken for known where a referral does not say, and in how many requests: first what
   * the rules take by default, then what the review was asked to assume.
   */
  static Map<String, OptionalLong> assumptions(SharedSummary summary) {
    Map<String, OptionalLong> byDefault = new LinkedHashMap<>();
    Map<String, OptionalLong> asked = new LinkedHashMap<>();
    summary
        .assumptions()
        .forEach(
            (code, requests) ->
                Coded.of(DefaultAssumption.class, code)
                    .ifPresentOrElse(
                        known -> byDefault.put("by default: " + Words.of(known), requests),
                        () -> asked.put("as asked: " + Words.ofCode(code), requests)));
    byDefault.putAll(asked);
    return byDefault;
  }

  /** Whether all that a summary tells of local codes is that it withholds whether there are any. */
  static boolean withholdsWhetherUnmapped(SharedSummary summary) {
    return summary.unmapped().keySet().stream().anyMatch(UnmappedCode::isWhetherAny);
  }

  /** What was requested again for the same persons. */
  static String repeats(SharedSummary summary) {
    return "Of "
        + number(summary.persons())
        + " persons, "
        + number(summary.repeatedPersons())
        + " had the same technique requested more than once for the same pattern of pain: "
        + number(summary.repeatedRequests())
        + " requests, first ones included.";
  }

  /** Which guideline answered, as one cites it, or by its id. */
  static String guideline(ReviewedEdition edition) {
    return edition.citation().orElse(edition.guideline().id())
        + ", doi "
        + edition.guideline().doi()
        + ", edition "
        + edition.guideline().edition();
  }

  /** A recommendation as the text of an assessment has it, but for what depends on one case. */
  static String recommendation(
      ReviewedRecommendation recommendation, ReviewedEdition edition, Origins origins) {
    return Words.of(recommendation.strength(), recommendation.direction())
        + ": "
        + Printable.of(recommendation.text())
        + origins.mark(recommendation.provenance())
        + SiteText.suppressed(Optional.ofNullable(edition.suppressions().get(recommendation.id())));
  }

  /** The groups of a table, those with most recommended against first. */
  static List<List<String>> byAgainst(SharedSummary summary, Breakdown breakdown) {
    return summary.against(breakdown).entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                (Map.Entry<List<String>, OptionalLong> row) -> -row.getValue().orElse(0)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
