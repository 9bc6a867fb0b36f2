package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** The certainty of evidence of one row of the evidence table, in GRADE's sense. */
public enum Certainty implements Coded {
  /** High. */
  HIGH,
  /** Moderate. */
  MODERATE,
  /** Low. */
  LOW,
  /** Very low. */
  VERY_LOW
}
