package org.spinepain.guideline.model;

/**
 * The level of the spine. It changes no verdict; the guideline's infographic does not picture
 * thoracic pain.
 */
public enum SpinalLevel implements Coded {
  /** The neck. */
  CERVICAL,
  /** The upper back. */
  THORACIC,
  /** The lower back. */
  LUMBAR,
  /** The sacroiliac joints. */
  SACROILIAC
}
