package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** What the guideline says of one procedure. */
public enum Verdict implements Coded {
  /** At least one recommendation against the procedure applies. */
  RECOMMEND_AGAINST,
  /** None applies. That is silence, and never an endorsement of the procedure. */
  NO_RECOMMENDATION,
  /** What is unknown of the case decides between the other two. */
  INSUFFICIENT_INFORMATION
}
