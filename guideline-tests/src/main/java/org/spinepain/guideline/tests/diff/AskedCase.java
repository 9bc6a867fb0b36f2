package org.spinepain.guideline.tests.diff;

import java.util.Set;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.tests.vignette.Vignette;

/**
 * A case that both packs are asked besides the case space.
 *
 * @param name what it is told as: the id of a vignette, or the place of a host's case
 * @param clinicalCase the case
 * @param assumptions what the host assumes when it asks
 * @param isVignette whether it is a vignette's
 */
public record AskedCase(
    String name, ClinicalCase clinicalCase, Set<Assumption> assumptions, boolean isVignette) {

  /** Keeps a copy of the set. */
  public AskedCase {
    assumptions = Set.copyOf(assumptions);
  }

  /** The case of a vignette. */
  public static AskedCase of(Vignette vignette) {
    return new AskedCase(vignette.id(), vignette.clinicalCase(), vignette.assume(), true);
  }

  /** A case of the host. */
  public static AskedCase of(String place, ClinicalCase clinicalCase, Set<Assumption> assumptions) {
    return new AskedCase(place, clinicalCase, assumptions, false);
  }
}
