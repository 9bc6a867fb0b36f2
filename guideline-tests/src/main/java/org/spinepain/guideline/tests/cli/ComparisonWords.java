package org.spinepain.guideline.tests.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.tests.review.SummaryComparison;
import org.spinepain.guideline.tests.review.SummaryComparison.ComparedTable;
import org.spinepain.guideline.tests.review.SummaryComparison.Numbers;
import org.spinepain.guideline.tests.review.SummaryFiles;

/** What differs between two summaries, in words and rows for a person. */
final class ComparisonWords {

  /** The tables that are shown to a person, by their name. */
  static final List<String> TABLES =
      Stream.concat(
              Stream.of("requests"),
              Stream.of(
                      Breakdown.RECOMMENDATION,
                      Breakdown.TECHNIQUE,
                      Breakdown.PATTERN,
                      Breakdown.CLINIC)
                  .map(Coded::code))
          .toList();

  /** The columns of each. */
  static final List<String> COLUMNS = List.of("was", "is", "change");

  private static final String AGAINST = Verdict.RECOMMEND_AGAINST.code();

  /**
   * A row of a table.
   *
   * @param label what it is about
   * @param numbers its numbers
   */
  record Row(String label, Numbers numbers) {

    /** The numbers as text, in the order of the columns. */
    Stream<String> texts() {
      OptionalLong change = numbers.change();
      return Stream.of(
          SummaryWords.number(numbers.was()),
          SummaryWords.number(numbers.is()),
          change.isPresent()
              ? String.format(
                  Locale.ROOT, change.getAsLong() == 0 ? "%,d" : "%+,d", change.getAsLong())
              : SummaryFiles.WITHHELD);
    }

    /** By how much it changed, whether more or less; below zero where that is withheld. */
    long size() {
      return Math.abs(numbers.change().orElse(0)) - (numbers.change().isPresent() ? 0 : 1);
    }
  }

  private ComparisonWords() {}

  /** With what is compared, and what is not. */
  static String of(SummaryComparison comparison) {
    String with =
        "Compared with "
            + comparison.was().period().orElse("no referrals")
            + ", answered by "
            + comparison.was().rules()
            + ", edition "
            + comparison.was().edition()
            + (comparison.was().madeUp()
                ? ". Made up: the referrals with which it is compared were made up by a program,"
                    + " and are no data"
                : "")
            + ". A number that either withholds has no difference.";
    return with
        + different(
            " What was assumed differs", comparison.was().assumed(), comparison.is().assumed())
        + different(
            " The overlays that adapt the rules differ",
            comparison.was().overlays(),
            comparison.is().overlays())
        + notCompared(
            " They share months, so that what one withholds might be computed from the other; not"
                + " compared, since a number in them is withheld: ",
            comparison.withheld())
        + notCompared(
            " They share months, so that what differs may be a count of few referrals; not"
                + " compared, since such a count could be told from them: ",
            comparison.small())
        + (comparison.sharesSomeMonthsOnly()
            ? " Not all of their months are the same, so that nothing is compared by month."
            : "");
  }

  private static String different(String what, List<String> there, List<String> here) {
    return there.equals(here)
        ? ""
        : what + ": there " + words(there) + ", here " + words(here) + ".";
  }

  private static String words(List<String> codes) {
    return codes.isEmpty() ? "none" : String.join(", ", codes);
  }

  private static String notCompared(String why, Set<String> tables) {
    return tables.isEmpty()
        ? ""
        : why + String.join(", ", tables.stream().map(Words::ofCode).toList()) + ".";
  }

  /** What a table is about. */
  static String title(String table) {
    return table.equals("requests")
        ? "Requests, compared"
        : "Recommended against by " + table + ", compared";
  }

  /**
   * The rows of a table: of all requests one for each verdict, else those recommended against of
   * each group, the largest changes first, and last those that are withheld.
   *
   * @param most how many groups
   */
  static List<Row> rows(ComparedTable table, int most) {
    if (table.labels().isEmpty()) {
      return table.numbers().stream()
          .map(
              name ->
                  new Row(
                      Coded.of(Verdict.class, name).map(ReviewPageTables::words).orElse("All"),
                      table.in(table.rows().get(0), name)))
          .toList();
    }
    boolean coded = !table.labels().equals(List.of(Breakdown.CLINIC.code()));
    return table.rows().stream()
        .map(
            row ->
                new Row(
                    coded ? Words.ofCode(row.labels().get(0)) : row.labels().get(0),
                    table.in(row, AGAINST)))
        .sorted(Comparator.comparing(Row::size).reversed())
        .limit(most)
        .toList();
  }
}
