package org.spinepain.guideline.tests.vignette;

import org.spinepain.guideline.model.Coded;

/** What a vignette shows. */
public enum VignetteKind implements Coded {
  /** What the guideline is asked every day. */
  TYPICAL,
  /** One side of a boundary; its pair is the other side. */
  BOUNDARY,
  /** Who or what the guideline is not about. */
  EXCLUSION,
  /** A case of which something is not known. */
  UNKNOWN,
  /** A combination of technique and injectate, or of patterns. */
  COMBINATION,
  /** A procedure that the guideline does not address. */
  NOT_ADDRESSED,
  /** A default, or an assumption of the host. */
  ASSUMPTION,
  /** A case that is unusual and still to be answered. */
  ROBUSTNESS
}
