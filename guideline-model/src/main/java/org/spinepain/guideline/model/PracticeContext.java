package org.spinepain.guideline.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.spinepain.guideline.model.fact.PracticeUse;

/**
 * What is known of the practice that asks. It changes guidance, never a verdict.
 *
 * @param jurisdiction where the practice is, as the host names it; 1 to 200 characters, not blank.
 *     No rule reads it
 * @param proceduresRemainCommon whether the procedures remain common in that jurisdiction
 * @param use what the question is about; one person's care unless stated
 */
public record PracticeContext(
    Optional<String> jurisdiction,
    Optional<Boolean> proceduresRemainCommon,
    Optional<PracticeUse> use) {

  /** Refuses null with a {@link NullPointerException}. */
  public PracticeContext {
    requireNonNull(jurisdiction, "practice.jurisdiction");
    requireNonNull(proceduresRemainCommon, "practice.proceduresRemainCommon");
    requireNonNull(use, "practice.use");
  }

  /** A practice of which nothing is stated. */
  public static PracticeContext unstated() {
    return new PracticeContext(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** In this jurisdiction. */
  public PracticeContext in(String newJurisdiction) {
    return new PracticeContext(Optional.of(newJurisdiction), proceduresRemainCommon, use);
  }

  /** With the procedures still common, or not. */
  public PracticeContext proceduresRemainCommon(boolean common) {
    return new PracticeContext(jurisdiction, Optional.of(common), use);
  }

  /** Asking about this. */
  public PracticeContext askingAbout(PracticeUse newUse) {
    return new PracticeContext(jurisdiction, proceduresRemainCommon, Optional.of(newUse));
  }
}
