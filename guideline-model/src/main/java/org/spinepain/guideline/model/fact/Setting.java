package org.spinepain.guideline.model.fact;

import org.spinepain.guideline.model.Coded;

/** Where a procedure is offered. */
public enum Setting implements Coded {
  /** Outside a clinical trial. */
  ROUTINE_CARE,
  /** Within a clinical trial. */
  CLINICAL_TRIAL
}
