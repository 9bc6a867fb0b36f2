package org.spinepain.guideline.rules.merged;

import java.util.List;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.rules.conclusion.Evidence;

/**
 * The evidence that the merged determination carries; exactly one, without rows when there is none.
 *
 * @param rows the rows, in the order of the evidence table
 */
public record CarriedEvidence(List<Evidence> rows) {

  /** Refuses null with a {@link NullPointerException}; keeps a copy of the list. */
  public CarriedEvidence {
    rows = List.copyOf(rows);
  }

  /** Whether a row is carried that awaits its check. */
  public boolean isPending() {
    return rows.stream().anyMatch(row -> row.status() == Status.PENDING);
  }

  /** The type only, no values: Drools logs facts at its finest level. */
  @Override
  public String toString() {
    return "CarriedEvidence";
  }
}
