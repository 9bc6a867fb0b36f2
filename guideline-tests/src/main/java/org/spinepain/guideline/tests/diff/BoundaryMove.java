package org.spinepain.guideline.tests.diff;

import java.time.LocalDate;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.tests.space.Combination;

/**
 * A boundary that lies elsewhere in the new pack: who is between its two places changes sides.
 *
 * @param boundary the boundary
 * @param from where it was
 * @param to where it is
 */
record BoundaryMove(Boundary boundary, int from, int to) {

  /** On which side of it, reached or not, they were who change sides. */
  boolean sideBefore() {
    return to > from;
  }

  /** The combination on the other side. */
  Combination after(Combination before) {
    return before.with(boundary.dimension(), !sideBefore());
  }

  /** The case of someone who lies between its two places, and is otherwise as in this case. */
  ClinicalCase between(ClinicalCase other) {
    int reached = Math.min(from, to);
    boolean isOfAge = boundary == Boundary.ADULT;
    return new ClinicalCase(
        other.caseId(),
        other.assessedOn(),
        isOfAge ? PatientRecord.aged(reached) : other.patient(),
        isOfAge
            ? other.pain()
            : other.pain().since(shortOf(Math.max(from, to), other.assessedOn())),
        other.procedures(),
        other.practice());
  }

  /** The first onset that is not yet these months ago; months end on different days. */
  private static LocalDate shortOf(int months, LocalDate on) {
    LocalDate onset = on.minusMonths(months);
    while (!onset.plusMonths(months).isAfter(on)) {
      onset = onset.plusDays(1);
    }
    return onset;
  }

  String words() {
    return boundary.between(from, to) + " (the boundary was " + from + " and becomes " + to + ")";
  }
}
