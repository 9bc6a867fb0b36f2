package org.spinepain.guideline.model.fact;

import org.spinepain.guideline.model.Coded;

/**
 * The drug given to treat the pain; not procedural anaesthesia, contrast or a test dose. With joint
 * radiofrequency ablation it is joint-targeted, with dorsal root ganglion radiofrequency epidural.
 * Drugs given together with local anaesthetic or steroid do not change it.
 */
public enum Injectate implements Coded {
  /** Local anaesthetic without steroid. */
  LOCAL_ANAESTHETIC,
  /** Steroid without local anaesthetic. */
  STEROID,
  /** Both. */
  LOCAL_ANAESTHETIC_AND_STEROID,
  /** Neither of them, but something: saline, plasma, ozone. */
  OTHER,
  /** Nothing is injected; never with an injection. */
  NONE
}
