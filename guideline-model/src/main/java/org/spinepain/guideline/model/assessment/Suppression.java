package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * That a site has decided, for a time, not to act on a recommendation. The recommendation applies
 * all the same, and the verdict stays.
 *
 * @param by who decided it
 * @param reason why
 * @param until the last date of assessment for which it holds
 */
public record Suppression(String by, String reason, LocalDate until) {

  /** Refuses null with a {@link NullPointerException}. */
  public Suppression {
    requireNonNull(by, "by");
    requireNonNull(reason, "reason");
    requireNonNull(until, "until");
  }
}
