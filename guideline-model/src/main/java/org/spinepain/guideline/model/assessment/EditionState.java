package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** The standing of an edition of the guideline. */
public enum EditionState implements Coded {
  /** Published and in force. */
  CURRENT,
  /** Published and in force, and publicly disputed. */
  CONTESTED,
  /** Replaced by a later edition. */
  SUPERSEDED,
  /** Withdrawn by its publisher; used for audit only. */
  WITHDRAWN
}
