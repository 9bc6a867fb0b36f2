package org.spinepain.guideline.review;

import java.util.Comparator;
import java.util.List;
import org.spinepain.guideline.model.Coded;

/** The tables of a summary: what the requests are broken down by. */
public enum Breakdown implements Coded {
  /** All requests. */
  TOTAL,
  /**
   * By recommendation. A request that carries several counts for each of them, also where they
   * depend on a fact that is not known; only requests against which the guideline recommends have
   * any.
   */
  RECOMMENDATION(Dimension.RECOMMENDATION),
  /** By technique. */
  TECHNIQUE(Dimension.TECHNIQUE),
  /** By pattern of the pain. */
  PATTERN(Dimension.PATTERN),
  /** By level of the spine. */
  LEVEL(Dimension.LEVEL),
  /** By who referred. */
  REFERRER(Dimension.REFERRER),
  /** By clinic. */
  CLINIC(Dimension.CLINIC),
  /** By month. */
  MONTH(Dimension.MONTH),
  /** By month and clinic. */
  MONTH_AND_CLINIC(Dimension.MONTH, Dimension.CLINIC),
  /** By clinic and recommendation, as {@link #RECOMMENDATION}. */
  CLINIC_AND_RECOMMENDATION(Dimension.CLINIC, Dimension.RECOMMENDATION);

  /** More groups than a practice has; they would come from a column that holds something else. */
  static final int MOST_GROUPS = 10_000;

  private static final int MOST_PAIRS = 20 * MOST_GROUPS;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Dimension> dimensions;

  Breakdown(Dimension... dimensions) {
    this.dimensions = List.of(dimensions);
  }

  /** What its rows are labelled by, in this order. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** Whether all verdicts are meant to be shown; else only those against. */
  boolean showsEveryVerdict() {
    return dimensions.size() < 2 && !dimensions.contains(Dimension.RECOMMENDATION);
  }

  /** How many rows it may have. */
  int most() {
    return dimensions.size() > 1 ? MOST_PAIRS : MOST_GROUPS;
  }

  /** The order of its rows. */
  Comparator<List<String>> order() {
    Comparator<List<String>> order = Comparator.comparing(List::size);
    for (int i = 0; i < dimensions.size(); i++) {
      int at = i;
      order = order.thenComparing(labels -> labels.get(at), dimensions.get(i).order());
    }
    return order;
  }
}
