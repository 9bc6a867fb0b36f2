package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a clinical fact stands.
 *
 * @param id the short name of the publication in the rule pack
 * @param section the part of it
 * @param citation the publication, as one cites it
 * @param doi its digital object identifier, if it has one
 */
public record Source(String id, String section, String citation, Optional<String> doi) {

  /** Refuses null with a {@link NullPointerException}. */
  public Source {
    requireNonNull(id, "id");
    requireNonNull(section, "section");
    requireNonNull(citation, "citation");
    requireNonNull(doi, "doi");
  }
}
