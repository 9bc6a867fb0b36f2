package org.spinepain.guideline.tests.mutation;

import org.spinepain.guideline.model.Coded;

/** What became of a mutant. */
public enum Outcome implements Coded {
  /** At least one vignette expects another answer. */
  KILLED_BY_VIGNETTES,
  /** No vignette expects another answer, but the approved sheet of texts has other texts. */
  KILLED_BY_APPROVED_TEXTS,
  /** The engine refuses the pack when it is loaded. */
  REFUSED,
  /** It does not compile, so nobody can ship it. */
  NOT_COMPILED,
  /** It gives the same answers as the pack over the whole case space. */
  EQUIVALENT,
  /** A case exists that it answers otherwise, and nothing noticed. */
  SURVIVED;

  /** Whether the mutant was noticed. */
  public boolean isKilled() {
    return this == KILLED_BY_VIGNETTES || this == KILLED_BY_APPROVED_TEXTS || this == REFUSED;
  }
}
