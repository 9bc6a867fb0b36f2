package org.spinepain.guideline.model;

/** A cause of spine pain that the trials behind the guideline left out. */
public enum OtherCause implements Coded {
  /** Spinal infection. */
  INFECTION,
  /** Vertebral fracture. */
  FRACTURE
}
