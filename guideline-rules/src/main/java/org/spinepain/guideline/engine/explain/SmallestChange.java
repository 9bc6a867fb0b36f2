package org.spinepain.guideline.engine.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * Changes of facts that together come to something that no part of them comes to. All other facts
 * stay as they are, unknown if they are unknown. It tells how the rules answer another case; it is
 * no advice to state this one otherwise than it is.
 *
 * @param changes the changes, in the order of the facts
 * @param verdict the verdict after all of them
 * @param recommendations what a verdict against then carries
 */
public record SmallestChange(
    List<FactChange> changes, Verdict verdict, List<Carried> recommendations) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public SmallestChange {
    changes = List.copyOf(changes);
    requireNonNull(verdict, "verdict");
    recommendations = List.copyOf(recommendations);
  }

  /**
   * A recommendation that the verdict after the changes carries.
   *
   * @param id the id of the recommendation
   * @param basis how it comes to address the procedure; {@link Basis#BY_COMPONENT} is our reading
   */
  public record Carried(String id, Basis basis) {

    /** Refuses null with a {@link NullPointerException}. */
    public Carried {
      requireNonNull(id, "id");
      requireNonNull(basis, "basis");
    }
  }
}
