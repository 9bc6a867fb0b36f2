package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** What a text of the rule pack belongs to. */
public enum TextKind implements Coded {
  /** A {@link Recommendation}. */
  RECOMMENDATION,
  /** A {@link Reason}. */
  REASON,
  /** A {@link Guidance}. */
  GUIDANCE,
  /** A {@link Caveat}. */
  CAVEAT
}
