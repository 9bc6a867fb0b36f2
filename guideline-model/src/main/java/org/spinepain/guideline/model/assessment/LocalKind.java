package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** What a site adds to a determination. */
public enum LocalKind implements Coded {
  /** What follows for the people involved. */
  GUIDANCE,
  /** What limits how far the determination can be relied on. */
  CAVEAT,
  /** What the site asks to be documented. */
  DUTY
}
