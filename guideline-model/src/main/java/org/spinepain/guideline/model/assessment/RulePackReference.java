package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * The rule pack that answered.
 *
 * @param coordinates its Maven coordinates: group, artifact, version
 * @param digest {@code sha256:} and the SHA-256 of its DRL and descriptor, the same however it was
 *     compiled
 */
public record RulePackReference(String coordinates, String digest) {

  /** Refuses null with a {@link NullPointerException}. */
  public RulePackReference {
    requireNonNull(coordinates, "coordinates");
    requireNonNull(digest, "digest");
  }
}
