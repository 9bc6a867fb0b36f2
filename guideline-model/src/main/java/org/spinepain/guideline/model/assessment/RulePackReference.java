package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The rule pack that answered.
 *
 * @param coordinates its Maven coordinates: group, artifact, version
 * @param digest {@code sha256:} and the SHA-256 of its DRL and descriptor, the same however it was
 *     compiled
 * @param jar {@code sha256:} and the SHA-256 of the jar that it was loaded from; empty when it was
 *     on the classpath or compiled in place
 */
public record RulePackReference(String coordinates, String digest, Optional<String> jar) {

  /** Refuses null with a {@link NullPointerException}. */
  public RulePackReference {
    requireNonNull(coordinates, "coordinates");
    requireNonNull(digest, "digest");
    requireNonNull(jar, "jar");
  }

  /** A pack that was on the classpath, or compiled in place. */
  public RulePackReference(String coordinates, String digest) {
    this(coordinates, digest, Optional.empty());
  }
}
