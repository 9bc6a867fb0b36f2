package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** How far a clinical fact has been checked against its source. */
public enum Status implements Coded {
  /** Read in the guideline's abstract or infographic, or in the abstract of its meta-analysis. */
  CHECKED,
  /** Read in the practitioner digest of the guideline and in no other source. */
  DIGEST_ONLY,
  /** Recalled, and read in no source yet. Whatever a person reads shows no number for it. */
  PENDING
}
