package org.spinepain.guideline.tests.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.tests.review.SummarySchema.Refusal;
import org.spinepain.guideline.tests.review.SummaryTables.Row;
import org.spinepain.guideline.tests.review.SummaryTables.Table;

/**
 * Whether the numbers that a summary shows can be those of a review: none is small, and as far as
 * they are not withheld they add up.
 */
final class SummaryCheck {

  private static final int TOTAL = SummaryTables.VERDICTS.size() - 1;

  private static final String CASES = "cases";
  private static final Sum NONE = new Sum(0, false);

  private final Map<String, Table> tables;
  private final int threshold;
  private final Refusal refusal;

  private SummaryCheck(Map<String, Table> tables, int threshold, Refusal refusal) {
    this.tables = tables;
    this.threshold = threshold;
    this.refusal = refusal;
  }

  /**
   * Refuses tables that cannot be of one summary.
   *
   * @param tables those that are compared, by their name
   * @param threshold the least count above zero that is shown
   * @param refusal of the first row or number that cannot be
   */
  static void check(Map<String, Table> tables, int threshold, Refusal refusal) {
    SummaryCheck check = new SummaryCheck(tables, threshold, refusal);
    tables.forEach(check::checkRows);
    for (Breakdown table : SummaryTables.EVERY_VERDICT) {
      check.checkSums(table.code(), ComparedSummary.REQUESTS);
    }
    check.checkSums(Breakdown.MONTH_AND_CLINIC.code(), Breakdown.MONTH.code());
    check.checkSums(Breakdown.MONTH_AND_CLINIC.code(), Breakdown.CLINIC.code());
    check.checkSums(Breakdown.CLINIC_AND_RECOMMENDATION.code(), Breakdown.RECOMMENDATION.code());
    check.checkParts(Breakdown.RECOMMENDATION.code(), ComparedSummary.REQUESTS, 0);
    check.checkParts(Breakdown.CLINIC_AND_RECOMMENDATION.code(), Breakdown.CLINIC.code(), 0);
    check.checkParts(
        SummaryTables.MISSING,
        ComparedSummary.REQUESTS,
        SummaryTables.VERDICTS.indexOf(Verdict.INSUFFICIENT_INFORMATION.code()));
    check.checkSettled(tables.get(SummaryTables.MISSING));
  }

  private void checkSettled(Table missing) {
    for (int i = 0; i < missing.rows().size(); i++) {
      OptionalLong requests = missing.rows().get(i).numbers().get(0);
      long settled = missing.rows().get(i).numbers().get(1).orElse(0);
      if (requests.isPresent() && settled > requests.getAsLong()) {
        throw refusal.of(
            place(SummaryTables.MISSING, i) + "." + missing.numbers().get(1),
            Long.toString(settled),
            "at most " + requests.getAsLong() + ", its " + missing.numbers().get(0));
      }
    }
  }

  /** Refuses a number of cases that is small, or more than all requests. */
  static void checkCases(OptionalLong cases, Row requests, int threshold, Refusal refusal) {
    checkNumber(CASES, cases, threshold, refusal);
    OptionalLong most = requests.numbers().get(TOTAL);
    if (cases.isPresent() && most.isPresent() && cases.getAsLong() > most.getAsLong()) {
      throw refusal.of(
          CASES,
          Long.toString(cases.getAsLong()),
          "at most " + most.getAsLong() + ", the number of requests");
    }
  }

  private void checkRows(String name, Table table) {
    Set<List<String>> labels = new HashSet<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      String where = place(name, i);
      if (!labels.add(row.labels())) {
        throw refusal.of(where, "a second row of " + quoted(row.labels()), "one");
      }
      for (int column = 0; column < row.numbers().size(); column++) {
        checkNumber(
            where + "." + table.numbers().get(column),
            row.numbers().get(column),
            threshold,
            refusal);
      }
      if (table.numbers().equals(SummaryTables.VERDICTS) && row.numbers().get(TOTAL).isPresent()) {
        Sum verdicts = row.numbers().subList(0, TOTAL).stream().reduce(NONE, Sum::plus, Sum::plus);
        long total = row.numbers().get(TOTAL).getAsLong();
        if (!verdicts.canBe(total)) {
          throw refusal.of(
              where + "." + table.numbers().get(TOTAL),
              Long.toString(total),
              (verdicts.withheld() ? "at least " : "")
                  + verdicts.known()
                  + ", the sum of its verdicts");
        }
      }
    }
  }

  /** Refuses a number that would be withheld. */
  private static void checkNumber(
      String where, OptionalLong number, int threshold, Refusal refusal) {
    if (number.isPresent() && number.getAsLong() > 0 && number.getAsLong() < threshold) {
      throw refusal.of(
          where,
          Long.toString(number.getAsLong()),
          "0, or the threshold of " + threshold + " and more; null stands for a smaller count");
    }
  }

  /** The rows of the one add up, column by column, to those of the other. */
  private void checkSums(String name, String of) {
    Table fine = tables.get(name);
    Table coarse = tables.get(of);
    List<Integer> at = coarse.labels().stream().map(fine.labels()::indexOf).toList();
    for (int column = 0; column < fine.numbers().size(); column++) {
      int number = column;
      Map<List<String>, Sum> sums = new HashMap<>();
      fine.rows()
          .forEach(
              row ->
                  sums.merge(
                      at.stream().map(row.labels()::get).toList(),
                      NONE.plus(row.numbers().get(number)),
                      Sum::plus));
      for (Row row : coarse.rows()) {
        Sum sum = Optional.ofNullable(sums.remove(row.labels())).orElse(NONE);
        OptionalLong whole = row.numbers().get(number);
        if (whole.isPresent() && !sum.canBe(whole.getAsLong())) {
          throw refusal.of(
              "tables." + name,
              sum.known() + " " + fine.numbers().get(number) + " in all rows" + of(row.labels()),
              (sum.withheld() ? "at most " : "") + whole.getAsLong() + ", as in " + of);
        }
      }
      sums.keySet().stream()
          .findFirst()
          .ifPresent(
              labels -> {
                throw refusal.of(
                    "tables." + name, "a row of " + quoted(labels), "one of a row of " + of);
              });
    }
  }

  /** No row has more in any column than the other table has in one, of the same labels. */
  private void checkParts(String name, String of, int column) {
    Table part = tables.get(name);
    int labels = tables.get(of).labels().size();
    Map<List<String>, OptionalLong> whole = new HashMap<>();
    tables.get(of).rows().forEach(row -> whole.put(row.labels(), row.numbers().get(column)));
    for (int i = 0; i < part.rows().size(); i++) {
      Row row = part.rows().get(i);
      OptionalLong most = whole.getOrDefault(row.labels().subList(0, labels), OptionalLong.of(0));
      for (int number = 0; number < row.numbers().size(); number++) {
        long count = row.numbers().get(number).orElse(0);
        if (most.isPresent() && count > most.getAsLong()) {
          throw refusal.of(
              place(name, i) + "." + part.numbers().get(number),
              Long.toString(count),
              "at most " + most.getAsLong() + ", as in " + of);
        }
      }
    }
  }

  private static String place(String name, int row) {
    return name.equals(ComparedSummary.REQUESTS) ? name : "tables." + name + "[" + row + "]";
  }

  private static String of(List<String> labels) {
    return labels.isEmpty() ? "" : " of " + quoted(labels);
  }

  private static String quoted(List<String> labels) {
    return labels.stream().map(label -> '"' + label + '"').collect(Collectors.joining(" and "));
  }

  /**
   * A sum of numbers.
   *
   * @param known of those that are shown
   * @param withheld whether there are others
   */
  private record Sum(long known, boolean withheld) {

    Sum plus(OptionalLong number) {
      return plus(new Sum(number.orElse(0), number.isEmpty()));
    }

    Sum plus(Sum other) {
      long sum = known + other.known;
      return new Sum(sum < 0 ? Long.MAX_VALUE : sum, withheld || other.withheld);
    }

    boolean canBe(long whole) {
      return withheld ? known <= whole : known == whole;
    }
  }
}
