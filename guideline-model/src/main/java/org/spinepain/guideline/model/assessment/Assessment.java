package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What the guideline says of a case: one determination for each of its procedures, in the order of
 * the case, each independent of the others. It is advice: not a coverage rule, a ban, a
 * contraindication or a hard stop.
 *
 * @param caseId the id of the case
 * @param assessedOn the date for which the guideline was asked
 * @param guideline the guideline
 * @param rules the rule pack
 * @param standing the standing of the guideline; show it with every assessment
 * @param determinations what it says of each procedure
 * @param overlays the overlays by which the rule pack was adapted, in their order, also when they
 *     changed nothing here
 */
public record Assessment(
    String caseId,
    LocalDate assessedOn,
    GuidelineReference guideline,
    RulePackReference rules,
    Standing standing,
    List<Determination> determinations,
    List<OverlayReference> overlays) {

  /** Refuses null with a {@link NullPointerException}; keeps a copy of the list. */
  public Assessment {
    requireNonNull(caseId, "caseId");
    requireNonNull(assessedOn, "assessedOn");
    requireNonNull(guideline, "guideline");
    requireNonNull(rules, "rules");
    requireNonNull(standing, "standing");
    determinations = List.copyOf(determinations);
    overlays = List.copyOf(overlays);
  }

  /** An assessment by a rule pack that no overlay adapts. */
  public Assessment(
      String caseId,
      LocalDate assessedOn,
      GuidelineReference guideline,
      RulePackReference rules,
      Standing standing,
      List<Determination> determinations) {
    this(caseId, assessedOn, guideline, rules, standing, determinations, List.of());
  }

  /**
   * The determination of one procedure.
   *
   * @throws NoSuchElementException when the case has no procedure with this id
   */
  public Determination determination(String procedureId) {
    return determinations.stream()
        .filter(determination -> determination.procedureId().equals(procedureId))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("the case has no procedure with this id"));
  }
}
