package org.spinepain.guideline.review;

import org.spinepain.guideline.model.Coded;

/** What a step that is recommended against could become. */
public enum StepOption implements Coded {
  /** The same, offered within a clinical trial only, where it is not recommended against. */
  WITHIN_TRIAL_ONLY,
  /** No step of the protocol any more. */
  REMOVED
}
