package org.spinepain.guideline.tests.mutation;

import java.util.List;

/**
 * What became of a mutant, and how that is known.
 *
 * @param mutant the id of the mutant
 * @param outcome what became of it
 * @param vignettes the ids of the vignettes that expect another answer
 * @param note why, for a person: what refused it, over what it is the same, or for a survivor the
 *     smallest case that would kill it and what is answered to it
 */
public record MutantResult(String mutant, Outcome outcome, List<String> vignettes, String note) {

  /** Keeps a copy of the list. */
  public MutantResult {
    vignettes = List.copyOf(vignettes);
  }
}
