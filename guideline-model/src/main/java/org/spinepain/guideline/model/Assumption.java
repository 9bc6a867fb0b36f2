package org.spinepain.guideline.model;

/**
 * What a host may assume about facts that are unknown, saying so when it asks. Each one that took a
 * possible answer away is listed in the determination. Age, duration and technique are never
 * assumed.
 */
public enum Assumption implements Coded {
  /** Where it is unknown, the pain is taken not to be cancer-related. */
  CANCER_ABSENT,
  /** Where it is unknown, the pain is taken not to be due to inflammatory arthropathy. */
  INFLAMMATORY_ARTHROPATHY_ABSENT,
  /** Where it is unknown, the pain pattern is taken to be axial, radicular or both. */
  PATTERN_AXIAL_OR_RADICULAR,
  /**
   * Where it is unknown, the injectate is taken to be none or local anaesthetic, steroid or both,
   * nothing else.
   */
  INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID
}
