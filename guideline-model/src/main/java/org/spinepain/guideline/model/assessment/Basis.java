package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** How a recommendation comes to apply to a procedure. */
public enum Basis implements Coded {
  /** The guideline names this very procedure. */
  DIRECT,
  /**
   * The guideline names a part of this combination of technique and injectate; reading it so is our
   * interpretation.
   */
  BY_COMPONENT
}
