package org.spinepain.guideline.model;

/**
 * Whether the pain is attributed to a cause. A past cancer with unrelated mechanical pain is {@link
 * #ABSENT}.
 */
public enum Presence implements Coded {
  /** The pain is attributed to it. */
  PRESENT,
  /** The pain is not attributed to it. */
  ABSENT
}
