package org.spinepain.guideline.review;

import java.util.Comparator;
import java.util.List;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * What the rules make of a request: the labels that hang together, since a technique and a pattern
 * can carry some verdicts and recommendations only. Whatever else a request is counted by is free
 * of it.
 *
 * @param technique its code, or {@link Dimension#NOT_STATED}
 * @param pattern its code, or {@link Dimension#NOT_STATED}
 * @param recommendations the ids of those that it carries, in order
 */
record Kind(Verdict verdict, String technique, String pattern, List<String> recommendations)
    implements Comparable<Kind> {

  private static final Comparator<Kind> ORDER =
      Comparator.comparing(Kind::verdict)
          .thenComparing(Kind::technique)
          .thenComparing(Kind::pattern)
          .thenComparing(kind -> String.join("\t", kind.recommendations()));

  Kind {
    recommendations = recommendations.stream().sorted().toList();
  }

  boolean isAgainst() {
    return verdict == Verdict.RECOMMEND_AGAINST;
  }

  /** Whether a request of this kind can count in this cell. */
  boolean canCountIn(Cell cell) {
    return cell.column().filter(column -> column != verdict).isEmpty()
        && switch (cell.table()) {
          case TECHNIQUE -> cell.labels().contains(technique);
          case PATTERN -> cell.labels().contains(pattern);
          case RECOMMENDATION -> recommendations.contains(cell.labels().get(0));
          case CLINIC_AND_RECOMMENDATION -> recommendations.contains(cell.labels().get(1));
          case TOTAL, LEVEL, REFERRER, CLINIC, MONTH, MONTH_AND_CLINIC -> true;
        };
  }

  @Override
  public int compareTo(Kind other) {
    return ORDER.compare(this, other);
  }
}
