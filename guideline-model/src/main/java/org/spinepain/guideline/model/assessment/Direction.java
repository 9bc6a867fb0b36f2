package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/**
 * The direction of a recommendation, in GRADE's sense. Every recommendation of this guideline is
 * against.
 */
public enum Direction implements Coded {
  /** Against offering the procedure outside a clinical trial. */
  AGAINST
}
