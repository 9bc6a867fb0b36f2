package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * What stands behind a clinical fact.
 *
 * @param source where it stands
 * @param status how far it has been checked
 * @param reading whether the source says it or we read it so
 */
public record Provenance(Source source, Status status, Reading reading) {

  /** Refuses null with a {@link NullPointerException}. */
  public Provenance {
    requireNonNull(source, "source");
    requireNonNull(status, "status");
    requireNonNull(reading, "reading");
  }
}
