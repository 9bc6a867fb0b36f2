package org.spinepain.guideline.engine.explain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Standing;

/**
 * What would change what the guideline says of a case: one explanation for each of its procedures,
 * in the order of the case, each independent of the others.
 *
 * @param caseId the id of the case
 * @param assessedOn the date for which the guideline was asked
 * @param guideline the guideline
 * @param rules the rule pack
 * @param standing the standing of the guideline; show it with every explanation
 * @param procedures what would change what it says of each procedure
 * @param overlays the overlays that adapt the rule pack, in their order; what it decides, and so
 *     what would change that, is the same with and without them
 */
public record CaseExplanation(
    String caseId,
    LocalDate assessedOn,
    GuidelineReference guideline,
    RulePackReference rules,
    Standing standing,
    List<ProcedureExplanation> procedures,
    List<OverlayReference> overlays) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public CaseExplanation {
    requireNonNull(caseId, "caseId");
    requireNonNull(assessedOn, "assessedOn");
    requireNonNull(guideline, "guideline");
    requireNonNull(rules, "rules");
    requireNonNull(standing, "standing");
    procedures = List.copyOf(procedures);
    overlays = List.copyOf(overlays);
  }

  /**
   * The explanation of one procedure.
   *
   * @throws NoSuchElementException when the case has no procedure with this id
   */
  public ProcedureExplanation procedure(String procedureId) {
    return procedures.stream()
        .filter(procedure -> procedure.procedureId().equals(procedureId))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("the case has no procedure with this id"));
  }
}
