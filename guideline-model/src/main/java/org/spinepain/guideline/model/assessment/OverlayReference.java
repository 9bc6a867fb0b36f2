package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An overlay by which a site has adapted the rule pack.
 *
 * @param id its id
 * @param owner who answers for it
 * @param digest {@code sha256:} and the SHA-256 of its file
 * @param locale the language tag of the texts that it translates; empty when it is no translation
 */
public record OverlayReference(String id, String owner, String digest, Optional<String> locale) {

  /** Refuses null with a {@link NullPointerException}. */
  public OverlayReference {
    requireNonNull(id, "id");
    requireNonNull(owner, "owner");
    requireNonNull(digest, "digest");
    requireNonNull(locale, "locale");
  }
}
