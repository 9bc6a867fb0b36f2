package org.spinepain.guideline.engine.explain;

import org.spinepain.guideline.model.Coded;

/** Whether a fact of the case is among the answers with which a recommendation can hold. */
public enum Met implements Coded {
  /** It is, or every answer that it may turn out to have is. */
  MET,
  /** It is unknown, and some of its possible answers are. */
  OPEN,
  /** It is not. */
  NOT_MET
}
