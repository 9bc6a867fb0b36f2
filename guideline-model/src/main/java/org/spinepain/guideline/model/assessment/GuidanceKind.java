package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** What a piece of guidance is for. */
public enum GuidanceKind implements Coded {
  /** What to tell the patient. */
  COMMUNICATION,
  /** What to offer instead. */
  ALTERNATIVE,
  /** What to record. */
  DOCUMENTATION,
  /** What to change in practice. */
  PRACTICE
}
