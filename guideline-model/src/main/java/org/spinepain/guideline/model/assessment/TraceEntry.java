package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

/**
 * A rule that made a part of a determination.
 *
 * @param rule the rule's name, a clinical sentence
 * @param id the rule's stable id
 * @param file the DRL file in which it stands, relative to the rules' folder
 */
public record TraceEntry(String rule, String id, String file) {

  /** Refuses null with a {@link NullPointerException}. */
  public TraceEntry {
    requireNonNull(rule, "rule");
    requireNonNull(id, "id");
    requireNonNull(file, "file");
  }
}
