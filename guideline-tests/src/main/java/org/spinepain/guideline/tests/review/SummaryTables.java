package org.spinepain.guideline.tests.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.SharedCounts;
import org.spinepain.guideline.review.SharedSummary;

/** The tables of a summary by the name of what they break down by, for files. */
final class SummaryTables {

  /** Of these all verdicts are shown. */
  static final List<Breakdown> EVERY_VERDICT =
      List.of(
          Breakdown.TECHNIQUE,
          Breakdown.PATTERN,
          Breakdown.LEVEL,
          Breakdown.REFERRER,
          Breakdown.CLINIC,
          Breakdown.MONTH);

  /** Of these the requests that are recommended against are shown. */
  static final List<Breakdown> AGAINST =
      List.of(
          Breakdown.RECOMMENDATION,
          Breakdown.MONTH_AND_CLINIC,
          Breakdown.CLINIC_AND_RECOMMENDATION);

  /** The name of the table of the facts that were missing. */
  static final String MISSING = "missing";

  private static final List<String> MISSING_NUMBERS =
      List.of("requests", "settled-by-this-answer-alone");

  /** The names of the columns of a table of which all verdicts are shown. */
  static final List<String> VERDICTS =
      Stream.concat(Coded.codes(Verdict.class).stream(), Stream.of("total")).toList();

  /** The tables that are compared with those of another summary, empty, by their name. */
  static final Map<String, Table> COMPARED = compared();

  /**
   * A table.
   *
   * @param labels what its first columns are
   * @param numbers what its other columns are
   * @param rows its rows
   */
  record Table(List<String> labels, List<String> numbers, List<Row> rows) {}

  /**
   * A row of a table.
   *
   * @param labels its labels; an empty one has none
   * @param numbers its numbers; empty where they are withheld
   */
  record Row(List<String> labels, List<OptionalLong> numbers) {}

  private SummaryTables() {}

  static Map<String, Table> of(SharedSummary summary) {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Breakdown table : EVERY_VERDICT) {
      List<Row> rows = new ArrayList<>();
      summary.rows(table).forEach((labels, counts) -> rows.add(new Row(labels, numbers(counts))));
      tables.put(table.code(), new Table(labels(table), VERDICTS, rows));
    }
    for (Breakdown table : AGAINST) {
      List<Row> rows = new ArrayList<>();
      summary
          .against(table)
          .forEach((labels, against) -> rows.add(new Row(labels, List.of(against))));
      tables.put(table.code(), new Table(labels(table), VERDICTS.subList(0, 1), rows));
    }
    tables.put(MISSING, new Table(List.of("fact"), MISSING_NUMBERS, missing(summary)));
    List<Row> assumptions = new ArrayList<>();
    summary
        .assumptions()
        .forEach((code, count) -> assumptions.add(new Row(List.of(code), List.of(count))));
    tables.put("assumptions", new Table(List.of("assumption"), List.of("requests"), assumptions));
    List<Row> refused = new ArrayList<>();
    summary
        .refused()
        .forEach((reason, count) -> refused.add(new Row(List.of(reason), List.of(count))));
    tables.put("refused-records", new Table(List.of("reason"), List.of("records"), refused));
    List<Row> unmapped = new ArrayList<>();
    summary
        .unmapped()
        .forEach(
            (code, count) ->
                unmapped.add(new Row(List.of(code.column(), code.code()), List.of(count))));
    tables.put("unmapped-codes", new Table(List.of("column", "code"), List.of("cells"), unmapped));
    return tables;
  }

  static List<OptionalLong> numbers(SharedCounts counts) {
    List<OptionalLong> numbers = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      numbers.add(counts.of(verdict));
    }
    numbers.add(counts.total());
    return numbers;
  }

  private static List<String> labels(Breakdown table) {
    return table.dimensions().stream().map(Coded::code).toList();
  }

  private static Map<String, Table> compared() {
    Map<String, Table> tables = new LinkedHashMap<>();
    EVERY_VERDICT.forEach(
        table -> tables.put(table.code(), new Table(labels(table), VERDICTS, List.of())));
    AGAINST.forEach(
        table ->
            tables.put(table.code(), new Table(labels(table), VERDICTS.subList(0, 1), List.of())));
    tables.put(MISSING, new Table(List.of("fact"), MISSING_NUMBERS, List.of()));
    return Collections.unmodifiableMap(tables);
  }

  private static List<Row> missing(SharedSummary summary) {
    List<Row> rows = new ArrayList<>();
    summary
        .missing()
        .forEach(
            (fact, requests) ->
                rows.add(
                    new Row(List.of(fact.code()), List.of(requests, summary.settled().get(fact)))));
    return rows;
  }
}
