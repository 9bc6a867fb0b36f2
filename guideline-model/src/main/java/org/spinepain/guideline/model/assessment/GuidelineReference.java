package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * The guideline that was asked.
 *
 * @param id its id
 * @param edition its edition, a year
 * @param doi its digital object identifier
 */
public record GuidelineReference(String id, String edition, String doi) {

  /** Refuses null with a {@link NullPointerException}. */
  public GuidelineReference {
    requireNonNull(id, "id");
    requireNonNull(edition, "edition");
    requireNonNull(doi, "doi");
  }
}
