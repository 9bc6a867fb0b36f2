package org.spinepain.guideline.model.fact;

import org.spinepain.guideline.model.Coded;

/** What a procedure is done for. */
public enum Intent implements Coded {
  /** To treat the pain. */
  TREATMENT,
  /** As a diagnostic block. */
  DIAGNOSIS
}
