package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/**
 * The strength of a recommendation, in GRADE's sense. Every recommendation of this guideline is
 * strong.
 */
public enum Strength implements Coded {
  /** All or nearly all well-informed people would likely want what it says. */
  STRONG
}
