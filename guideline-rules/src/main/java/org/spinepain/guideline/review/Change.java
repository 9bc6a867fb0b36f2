package org.spinepain.guideline.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * A change of requests that were counted: some taken away, others put in their place. Where the
 * changed requests give the same numbers as the true ones, nobody can tell from those numbers which
 * are true.
 */
final class Change {

  private static final List<Breakdown> BY_ONE =
      List.of(Breakdown.LEVEL, Breakdown.REFERRER, Breakdown.CLINIC, Breakdown.MONTH);

  private final Map<Cell, Integer> numbers = new HashMap<>();

  /**
   * Puts in a request of this kind. What is not among the other labels must be the same for a
   * request that this change takes away with the same verdict; the clinic must be among them unless
   * the recommendations are the same.
   */
  Change plus(Kind kind, Map<Dimension, String> labels) {
    count(1, kind, labels);
    return this;
  }

  /** Takes away such a request. */
  Change minus(Kind kind, Map<Dimension, String> labels) {
    count(-1, kind, labels);
    return this;
  }

  /** The same change the other way round. */
  Change reversed() {
    Change reversed = new Change();
    numbers.forEach((cell, by) -> reversed.numbers.put(cell, -by));
    return reversed;
  }

  /** By how much which numbers change; never by nothing. */
  Map<Cell, Integer> numbers() {
    return numbers;
  }

  private void count(int by, Kind kind, Map<Dimension, String> labels) {
    Verdict verdict = kind.verdict();
    add(by, Cell.of(Breakdown.TOTAL, verdict));
    add(by, Cell.total(Breakdown.TOTAL));
    add(by, Cell.of(Breakdown.TECHNIQUE, verdict, kind.technique()));
    add(by, Cell.total(Breakdown.TECHNIQUE, kind.technique()));
    add(by, Cell.of(Breakdown.PATTERN, verdict, kind.pattern()));
    add(by, Cell.total(Breakdown.PATTERN, kind.pattern()));
    for (Breakdown breakdown : BY_ONE) {
      String label = labels.get(breakdown.dimensions().get(0));
      if (label != null) {
        add(by, Cell.of(breakdown, verdict, label));
        add(by, Cell.total(breakdown, label));
      }
    }
    if (kind.isAgainst()) {
      String clinic = labels.get(Dimension.CLINIC);
      addIfKnown(by, Breakdown.MONTH_AND_CLINIC, labels.get(Dimension.MONTH), clinic);
      for (String recommendation : kind.recommendations()) {
        addIfKnown(by, Breakdown.RECOMMENDATION, recommendation);
        addIfKnown(by, Breakdown.CLINIC_AND_RECOMMENDATION, clinic, recommendation);
      }
    }
  }

  private void addIfKnown(int by, Breakdown table, String... labels) {
    for (String label : labels) {
      if (label == null) {
        return;
      }
    }
    add(by, Cell.of(table, Verdict.RECOMMEND_AGAINST, labels));
  }

  private void add(int by, Cell cell) {
    numbers.merge(cell, by, (old, more) -> old + more == 0 ? null : Integer.valueOf(old + more));
  }

  /** These labels and one more. */
  static Map<Dimension, String> and(Map<Dimension, String> labels, Dimension name, String label) {
    Map<Dimension, String> more = new EnumMap<>(Dimension.class);
    more.putAll(labels);
    more.put(name, label);
    return more;
  }

  /** Every way to add one of these labels. */
  static List<Map<Dimension, String>> each(
      List<Map<Dimension, String>> labels, Dimension name, List<String> of) {
    List<Map<Dimension, String>> each = new ArrayList<>();
    labels.forEach(known -> of.forEach(label -> each.add(and(known, name, label))));
    return each;
  }
}
