package org.spinepain.guideline.model.fact;

import org.spinepain.guideline.model.Coded;

/** How a procedure is done. Which procedures count as which technique is this project's reading. */
public enum Technique implements Coded {
  /** Interlaminar, transforaminal or caudal. Not a blood patch, nor for surgery or birth. */
  EPIDURAL_INJECTION,
  /** At a facet or sacroiliac joint, or at the medial or lateral branch nerves that supply it. */
  JOINT_TARGETED_INJECTION,
  /** Paraspinal or at a trigger point, with a drug; dry needling is {@link #OTHER}. */
  INTRAMUSCULAR_INJECTION,
  /** Thermal or cooled denervation of a facet or sacroiliac joint; pulsed is {@link #OTHER}. */
  JOINT_RADIOFREQUENCY_ABLATION,
  /** Thermal or pulsed radiofrequency at the dorsal root ganglion. */
  DORSAL_ROOT_GANGLION_RADIOFREQUENCY,
  /**
   * Anything else, such as spinal cord stimulation, surgery, vertebroplasty or an intradiscal
   * procedure.
   */
  OTHER;

  @Override
  public String words() {
    return this == JOINT_TARGETED_INJECTION ? "joint-targeted injection" : Coded.super.words();
  }

  /**
   * Whether this is an injection, which always has an injectate other than {@link Injectate#NONE}.
   */
  public boolean isInjection() {
    return this == EPIDURAL_INJECTION
        || this == JOINT_TARGETED_INJECTION
        || this == INTRAMUSCULAR_INJECTION;
  }
}
