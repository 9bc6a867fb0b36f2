package org.spinepain.guideline.engine.explain;

import org.spinepain.guideline.model.Coded;

/** Whether a recommendation holds: the verdict is against the procedure, and carries it. */
public enum Holding implements Coded {
  /** However the unknown facts turn out. */
  HOLDS,
  /** If the unknown facts turn out one way, and not if they turn out another. */
  DEPENDS_ON_UNKNOWN,
  /** However the unknown facts turn out, it does not. */
  DOES_NOT_HOLD
}
