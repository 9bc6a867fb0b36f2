package org.spinepain.guideline.tests.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.SharedSummary;

/** The numbers of a summary by name, exact or as they are shown, and how they hang together. */
final class PublishedNumbers {

  private static final List<Breakdown> EVERY_VERDICT =
      List.of(
          Breakdown.TOTAL,
          Breakdown.TECHNIQUE,
          Breakdown.PATTERN,
          Breakdown.LEVEL,
          Breakdown.REFERRER,
          Breakdown.CLINIC,
          Breakdown.MONTH);

  private static final List<Breakdown> AGAINST =
      List.of(
          Breakdown.RECOMMENDATION,
          Breakdown.MONTH_AND_CLINIC,
          Breakdown.CLINIC_AND_RECOMMENDATION);

  static final String ALL = "all";

  static final String CASES = "cases";
  private static final String PERSONS = "persons";
  private static final String REPEATED_PERSONS = "repeated persons";
  private static final String REPEATED_REQUESTS = "repeated requests";
  static final String ONE = "one";

  private PublishedNumbers() {}

  static Map<String, Long> exact(ReferralSummary summary) {
    Map<String, Long> numbers = new HashMap<>();
    numbers.put(CASES, summary.cases());
    numbers.put(PERSONS, summary.repeats().persons());
    numbers.put(REPEATED_PERSONS, summary.repeats().repeatedPersons());
    numbers.put(REPEATED_REQUESTS, summary.repeats().requests());
    for (Breakdown table : Breakdown.values()) {
      summary
          .rows(table)
          .forEach(
              (row, counts) -> {
                if (EVERY_VERDICT.contains(table)) {
                  for (Verdict verdict : Verdict.values()) {
                    numbers.put(name(table, row, verdict.name()), counts.of(verdict));
                  }
                  numbers.put(name(table, row, ALL), counts.total());
                } else {
                  numbers.put(against(table, row), counts.against());
                }
              });
    }
    return numbers;
  }

  static Map<String, OptionalLong> shown(SharedSummary summary) {
    Map<String, OptionalLong> numbers = new TreeMap<>();
    numbers.put(CASES, summary.cases());
    numbers.put(PERSONS, summary.persons());
    numbers.put(REPEATED_PERSONS, summary.repeatedPersons());
    numbers.put(REPEATED_REQUESTS, summary.repeatedRequests());
    for (Breakdown table : EVERY_VERDICT) {
      summary
          .rows(table)
          .forEach(
              (row, counts) -> {
                for (Verdict verdict : Verdict.values()) {
                  numbers.put(name(table, row, verdict.name()), counts.of(verdict));
                }
                numbers.put(name(table, row, ALL), counts.total());
              });
    }
    for (Breakdown table : AGAINST) {
      summary.against(table).forEach((row, count) -> numbers.put(against(table, row), count));
    }
    return numbers;
  }

  /** As if nothing but the small numbers were withheld. */
  static Map<String, OptionalLong> smallOnesWithheld(ReferralSummary summary, int threshold) {
    Map<String, OptionalLong> numbers = new TreeMap<>();
    exact(summary)
        .forEach(
            (name, number) ->
                numbers.put(
                    name,
                    number > 0 && number < threshold
                        ? OptionalLong.empty()
                        : OptionalLong.of(number)));
    return numbers;
  }

  static Attacker attacker(ReferralSummary summary, Map<String, OptionalLong> published) {
    Map<String, OptionalLong> known = new TreeMap<>(published);
    known.put(ONE, OptionalLong.of(1));
    Attacker attacker = new Attacker(known, summary.requests().total() + 3);
    addRepeats(attacker, known);
    for (Breakdown table : EVERY_VERDICT) {
      Set<List<String>> rows = summary.rows(table).keySet();
      for (List<String> row : rows) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
          parts.add(name(table, row, verdict.name()));
        }
        attacker.sum(parts, name(table, row, ALL));
        // A group without request is left out.
        attacker.atLeast(List.of(name(table, row, ALL)), List.of(ONE));
      }
      for (String column : columns()) {
        attacker.sum(
            rows.stream().map(row -> name(table, row, column)).toList(),
            name(Breakdown.TOTAL, List.of(), column));
      }
    }
    List<String> months = labels(Breakdown.MONTH, summary);
    List<String> clinics = labels(Breakdown.CLINIC, summary);
    List<String> recommendations = labels(Breakdown.RECOMMENDATION, summary);
    for (String month : months) {
      attacker.sum(
          clinics.stream()
              .map(c -> against(Breakdown.MONTH_AND_CLINIC, List.of(month, c)))
              .toList(),
          against(Breakdown.MONTH, List.of(month)));
    }
    for (String recommendation : recommendations) {
      String whole = against(Breakdown.RECOMMENDATION, List.of(recommendation));
      attacker.sum(
          clinics.stream()
              .map(c -> against(Breakdown.CLINIC_AND_RECOMMENDATION, List.of(c, recommendation)))
              .toList(),
          whole);
      attacker.atLeast(List.of(against(Breakdown.TOTAL, List.of())), List.of(whole));
      attacker.atLeast(List.of(whole), List.of(ONE));
    }
    attacker.atLeast(
        recommendations.stream().map(r -> against(Breakdown.RECOMMENDATION, List.of(r))).toList(),
        List.of(against(Breakdown.TOTAL, List.of())));
    for (String clinic : clinics) {
      String whole = against(Breakdown.CLINIC, List.of(clinic));
      attacker.sum(
          months.stream()
              .map(m -> against(Breakdown.MONTH_AND_CLINIC, List.of(m, clinic)))
              .toList(),
          whole);
      List<String> carried =
          recommendations.stream()
              .map(r -> against(Breakdown.CLINIC_AND_RECOMMENDATION, List.of(clinic, r)))
              .toList();
      attacker.atLeast(carried, List.of(whole));
      carried.forEach(part -> attacker.atLeast(List.of(whole), List.of(part)));
    }
    return attacker;
  }

  /** A repeated person has two requests of a kind in two cases; one that is withheld is there. */
  private static void addRepeats(Attacker attacker, Map<String, OptionalLong> known) {
    String requests = name(Breakdown.TOTAL, List.of(), ALL);
    attacker.atLeast(List.of(requests), List.of(CASES));
    for (String all : List.of(requests, CASES)) {
      attacker.atLeast(List.of(all), List.of(PERSONS, REPEATED_PERSONS));
      attacker.atLeast(
          List.of(all, REPEATED_PERSONS),
          all.equals(CASES) ? List.of(PERSONS) : List.of(PERSONS, REPEATED_REQUESTS));
    }
    attacker.atLeast(List.of(PERSONS), List.of(REPEATED_PERSONS));
    attacker.atLeast(List.of(REPEATED_REQUESTS), List.of(REPEATED_PERSONS, REPEATED_PERSONS));
    if (known.get(REPEATED_PERSONS).isEmpty()) {
      attacker.atLeast(List.of(REPEATED_PERSONS), List.of(ONE));
    }
  }

  private static List<String> labels(Breakdown table, ReferralSummary summary) {
    return summary.rows(table).keySet().stream().map(row -> row.get(0)).sorted().toList();
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(ALL));
    for (Verdict verdict : Verdict.values()) {
      columns.add(verdict.name());
    }
    return columns;
  }

  private static String against(Breakdown table, List<String> row) {
    return name(table, row, Verdict.RECOMMEND_AGAINST.name());
  }

  static String name(Breakdown table, List<String> row, String column) {
    return table + row.toString() + column;
  }
}
