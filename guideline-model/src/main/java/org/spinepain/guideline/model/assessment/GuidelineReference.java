package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * The guideline that was asked.
 *
 * @param id its id
 * @param edition its edition, a year
 * @param doi its digital object identifier
 * @param evidenceBase what its evidence as a whole rests on, in our words
 */
public record GuidelineReference(String id, String edition, String doi, String evidenceBase) {

  /** Refuses null with a {@link NullPointerException}. */
  public GuidelineReference {
    requireNonNull(id, "id");
    requireNonNull(edition, "edition");
    requireNonNull(doi, "doi");
    requireNonNull(evidenceBase, "evidenceBase");
  }
}
