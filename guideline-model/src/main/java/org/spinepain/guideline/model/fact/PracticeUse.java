package org.spinepain.guideline.model.fact;

import org.spinepain.guideline.model.Coded;

/** What the question to the guideline is about. */
public enum PracticeUse implements Coded {
  /** One person's care; also when the host does not say. */
  PATIENT_CARE,
  /** A step of a clinic's protocol. */
  PROTOCOL_STEP
}
