package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** Who says what a clinical fact says. */
public enum Reading implements Coded {
  /** The source says it. */
  SOURCE,
  /** It is our interpretation of the source. */
  OURS
}
