package org.spinepain.guideline.model.assessment;

import org.spinepain.guideline.model.Coded;

/** The defaults. There are no others. Each one used is listed in the determination. */
public enum DefaultAssumption implements Coded {
  /** No intent was stated: treatment. */
  TREATMENT_INTENT,
  /** No setting was stated: routine care. */
  ROUTINE_CARE,
  /** No other cause was listed: neither infection nor fracture. */
  NO_INFECTION_OR_FRACTURE,
  /** No injectate was stated, and the technique is known and no injection: none. */
  NO_INJECTATE
}
