package org.spinepain.guideline.review;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/**
 * Whether the numbers of a summary hold together, as those of each that was counted do, and of each
 * that was merged of these.
 */
final class SummaryConsistency {

  private final ReferralSummary summary;

  private SummaryConsistency(ReferralSummary summary) {
    this.summary = summary;
  }

  /**
   * Refuses a summary that does not hold together.
   *
   * @throws IllegalArgumentException with the table and the row, what was found and what is
   *     allowed; nothing of persons
   */
  static void check(ReferralSummary summary) {
    new SummaryConsistency(summary).check();
  }

  private void check() {
    for (Breakdown table : Breakdown.values()) {
      summary.rows(table).forEach((labels, counts) -> checkRow(table, labels, counts));
      if (table.dimensions().size() == 1 && table != Breakdown.RECOMMENDATION) {
        checkSums(table, Breakdown.TOTAL);
      }
    }
    checkSums(Breakdown.MONTH_AND_CLINIC, Breakdown.MONTH);
    checkSums(Breakdown.MONTH_AND_CLINIC, Breakdown.CLINIC);
    checkSums(Breakdown.CLINIC_AND_RECOMMENDATION, Breakdown.RECOMMENDATION);
    checkAgainst(Breakdown.RECOMMENDATION, Breakdown.TOTAL);
    checkAgainst(Breakdown.CLINIC_AND_RECOMMENDATION, Breakdown.CLINIC);
    checkRecommendations();
    long requests = summary.requests().total();
    require(
        Math.min(1, requests),
        summary.cases(),
        requests,
        "cases",
        "the number of requests is " + requests);
    long insufficient = summary.requests().insufficient();
    summary
        .missing()
        .forEach(
            (fact, count) ->
                require(
                    1,
                    count.requests(),
                    insufficient,
                    "missing " + quoted(fact.code()),
                    insufficient + " requests are without enough information"));
    summary
        .assumptions()
        .forEach(
            (code, count) ->
                require(
                    1,
                    count,
                    requests,
                    "assumption " + quoted(code),
                    "the number of requests is " + requests));
    checkPersons(requests);
    checkKinds();
  }

  private void checkKinds() {
    for (Breakdown table :
        List.of(
            Breakdown.TOTAL, Breakdown.TECHNIQUE, Breakdown.PATTERN, Breakdown.RECOMMENDATION)) {
      summary
          .rows(table)
          .forEach(
              (labels, counts) -> {
                if (!Cell.ofRow(table, labels).stream()
                    .filter(cell -> cell.in(counts) > 0)
                    .allMatch(
                        cell -> summary.kinds().stream().anyMatch(kind -> kind.canCountIn(cell)))) {
                  throw refused(
                      place(table, labels),
                      "requests without their kind",
                      "an undamaged summary, with the kinds of all requests");
                }
              });
    }
  }

  private void checkRow(Breakdown table, List<String> labels, VerdictCounts counts) {
    if (counts.total() == 0) {
      throw refused(
          place(table, labels), "no request", "at least 1: groups without request are left out");
    }
    // Those of a row by two dimensions have rows in the tables to which it adds up.
    if (labels.size() == 1) {
      Dimension dimension = table.dimensions().get(0);
      if (!isLabel(dimension, labels.get(0))) {
        throw refused(
            place(table, labels), "another " + dimension.code(), labelsAllowed(dimension));
      }
    }
  }

  private static boolean isLabel(Dimension dimension, String label) {
    return switch (dimension) {
      case TECHNIQUE, PATTERN, LEVEL ->
          label.equals(Dimension.NOT_STATED) || codes(dimension).contains(label);
      case REFERRER, CLINIC -> Referral.isCode(label);
      case MONTH -> isMonth(label);
      case RECOMMENDATION -> true;
    };
  }

  private static String labelsAllowed(Dimension dimension) {
    return switch (dimension) {
      case MONTH -> "a month of the years 1900 to 9999, as 2025-06";
      case REFERRER, CLINIC -> "a text of 1 to 200 characters that is not blank";
      default ->
          "one of " + String.join(", ", codes(dimension)) + " or \"" + Dimension.NOT_STATED + "\"";
    };
  }

  private static List<String> codes(Dimension dimension) {
    return switch (dimension) {
      case TECHNIQUE -> Coded.codes(Technique.class);
      case PATTERN -> Coded.codes(PainPattern.class);
      default -> Coded.codes(SpinalLevel.class);
    };
  }

  private static boolean isMonth(String label) {
    try {
      int year = YearMonth.parse(label).getYear();
      return year >= 1900 && year <= 9999;
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** The rows of the one add up, by verdict, to those of the other. */
  private void checkSums(Breakdown fine, Breakdown coarse) {
    List<Integer> at = coarse.dimensions().stream().map(fine.dimensions()::indexOf).toList();
    Map<List<String>, VerdictCounts> sums = new HashMap<>();
    summary
        .rows(fine)
        .forEach(
            (labels, counts) ->
                sums.merge(at.stream().map(labels::get).toList(), counts, VerdictCounts::plus));
    Map<List<String>, VerdictCounts> whole = new HashMap<>(summary.rows(coarse));
    if (sums.equals(whole)) {
      return;
    }
    sums.keySet().forEach(labels -> whole.putIfAbsent(labels, VerdictCounts.NONE));
    // The first in the order of the table, so that the same is told each time.
    whole.keySet().stream()
        .sorted(coarse.order())
        .forEach(
            labels -> {
              VerdictCounts sum = sums.getOrDefault(labels, VerdictCounts.NONE);
              VerdictCounts allowed = whole.get(labels);
              for (Verdict verdict : Verdict.values()) {
                if (sum.of(verdict) != allowed.of(verdict)) {
                  throw refused(
                      "table "
                          + fine.code()
                          + (labels.isEmpty() ? "" : ", " + rows(coarse, labels)),
                      requests(sum, verdict) + " in all rows together",
                      allowed.of(verdict) + ", as in table " + coarse.code());
                }
              }
            });
  }

  /** Only requests that are recommended against carry a recommendation. */
  private void checkAgainst(Breakdown table, Breakdown of) {
    Map<List<String>, VerdictCounts> whole = new HashMap<>(summary.rows(of));
    summary
        .rows(table)
        .forEach(
            (labels, counts) -> {
              long against =
                  whole
                      .getOrDefault(labels.subList(0, of.dimensions().size()), VerdictCounts.NONE)
                      .against();
              for (Verdict verdict : Verdict.values()) {
                long most = verdict == Verdict.RECOMMEND_AGAINST ? against : 0;
                if (counts.of(verdict) > most) {
                  throw refused(
                      place(table, labels),
                      requests(counts, verdict),
                      "at most "
                          + most
                          + ": table "
                          + of.code()
                          + " has "
                          + against
                          + " that are recommended against, and no others carry recommendations");
                }
              }
            });
  }

  private void checkRecommendations() {
    Set<String> met = new TreeSet<>();
    summary.rows(Breakdown.RECOMMENDATION).keySet().forEach(labels -> met.add(labels.get(0)));
    Set<String> worded = summary.recommendationsOrVaried().keySet();
    if (!met.equals(worded)) {
      throw refused(
          "table recommendation",
          "rows of " + quoted(met),
          "a row for each recommendation that has words: " + quoted(worded));
    }
  }

  private void checkPersons(long requests) {
    require(
        0,
        summary.repeats().persons(),
        summary.cases(),
        "persons",
        "the number of cases is " + summary.cases());
    long ofPersons = 0;
    for (int count : summary.persons().counts()) {
      ofPersons += count;
    }
    require(0, ofPersons, requests, "requests of persons", "the number of requests is " + requests);
  }

  private static void require(long least, long count, long most, String place, String since) {
    if (count < least || count > most) {
      throw refused(place, Long.toString(count), least + " to " + most + ": " + since);
    }
  }

  private static String requests(VerdictCounts counts, Verdict verdict) {
    return counts.of(verdict) + " requests with " + verdict.code();
  }

  private static String place(Breakdown table, List<String> labels) {
    return "table " + table.code() + (labels.isEmpty() ? "" : ", row " + rows(table, labels));
  }

  private static String rows(Breakdown table, List<String> labels) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      rows.append(i == 0 ? "" : " and ")
          .append(table.dimensions().get(i).code())
          .append(' ')
          .append(quoted(labels.get(i)));
    }
    return rows.toString();
  }

  private static String quoted(Set<String> ids) {
    return ids.isEmpty()
        ? "none"
        : ids.stream().map(SummaryConsistency::quoted).collect(Collectors.joining(", "));
  }

  /** As it stands in the text of the summary. */
  private static String quoted(String label) {
    return '"' + SummaryText.escaped(label) + '"';
  }

  private static IllegalArgumentException refused(String place, String found, String allowed) {
    return new IllegalArgumentException(
        "summary, " + place + ": found " + found + ", allowed is " + allowed);
  }
}
