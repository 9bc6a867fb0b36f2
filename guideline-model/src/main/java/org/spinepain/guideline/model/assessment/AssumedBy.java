package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** Whose assumption it is. */
public enum AssumedBy implements Coded {
  /** A documented default for what a case document leaves out. */
  DEFAULT,
  /** The host's, which it stated when it asked. */
  HOST
}
