package org.spinepain.guideline.tests.diff;

import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;

/**
 * A change of determinations that has one cause.
 *
 * @param id what it is signed off by: a digest of the change and of every complete combination that
 *     it touches
 * @param sentence the change, and where it happens
 * @param counts how many determinations change by it
 * @param example the smallest case that shows it
 * @param exampleAfter another case with the same facts, where a moved boundary gives the example
 *     other facts
 * @param assume what the host assumes when it asks about the example
 * @param before what was said of the example
 * @param after what is said now, of the other case if there is one
 * @param rulesBefore the rules behind the old answer that are not, or not so, behind the new one
 * @param rulesAfter the rules behind the new answer that are not, or not so, behind the old one
 * @param itemsBefore what the old pack says with these decisions and the new one nowhere: texts and
 *     rows of evidence, each with its words and figures, told with the first change that has it
 * @param itemsAfter what the new pack says with them and the old one nowhere
 */
public record ToldChange(
    String id,
    String sentence,
    Counts counts,
    Optional<ClinicalCase> example,
    Optional<ClinicalCase> exampleAfter,
    List<Assumption> assume,
    String before,
    String after,
    List<String> rulesBefore,
    List<String> rulesAfter,
    List<String> itemsBefore,
    List<String> itemsAfter) {

  /** Keeps copies of the lists. */
  public ToldChange {
    assume = List.copyOf(assume);
    rulesBefore = List.copyOf(rulesBefore);
    rulesAfter = List.copyOf(rulesAfter);
    itemsBefore = List.copyOf(itemsBefore);
    itemsAfter = List.copyOf(itemsAfter);
  }

  /**
   * How many determinations change.
   *
   * @param complete complete combinations of the facts that decide
   * @param incomplete incomplete combinations, each counted with the first change that one of its
   *     completions has
   * @param incompleteVerdicts those of the incomplete ones whose verdict changes
   * @param assuming incomplete combinations under assumptions of the host that leave more than one
   *     answer, once for each set of these, counted likewise
   * @param boundaryCases cases near the boundaries
   * @param vignettes the ids of vignettes whose case is answered otherwise
   * @param cases the places of the host's cases that are answered otherwise
   */
  public record Counts(
      int complete,
      long incomplete,
      long incompleteVerdicts,
      long assuming,
      int boundaryCases,
      List<String> vignettes,
      List<String> cases) {

    /** Keeps copies of the lists. */
    public Counts {
      vignettes = List.copyOf(vignettes);
      cases = List.copyOf(cases);
    }
  }
}
