package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/**
 * A row of the evidence table behind a recommendation.
 *
 * @param recommendation the id of the recommendation that it stands behind
 * @param pattern the pain pattern of the row: axial or radicular
 * @param technique the technique of the row
 * @param injectate the injectate of the row
 * @param outcome what was measured
 * @param estimate the effect against the comparator, negative meaning less of the outcome; absent
 *     when no figure is held. A figure whose status is pending is shown to no person
 * @param unit the unit of the estimate
 * @param smallestImportantDifference the smallest difference that matters to patients, in the same
 *     unit
 * @param comparator what it was compared with
 * @param certainty the certainty of the evidence; absent when it is not held
 * @param plain what the row says in plain words
 * @param dependingOn the unknown facts on which it depends whether the row belongs here; empty when
 *     it does in any case
 * @param provenance what stands behind it
 */
public record Evidence(
    String recommendation,
    PainPattern pattern,
    Technique technique,
    Injectate injectate,
    String outcome,
    Optional<Estimate> estimate,
    String unit,
    BigDecimal smallestImportantDifference,
    String comparator,
    Optional<Certainty> certainty,
    String plain,
    List<CaseFact> dependingOn,
    Provenance provenance) {

  /** Refuses null with a {@link NullPointerException}; keeps a copy of the list. */
  public Evidence {
    requireNonNull(recommendation, "recommendation");
    requireNonNull(pattern, "pattern");
    requireNonNull(technique, "technique");
    requireNonNull(injectate, "injectate");
    requireNonNull(outcome, "outcome");
    requireNonNull(estimate, "estimate");
    requireNonNull(unit, "unit");
    requireNonNull(smallestImportantDifference, "smallestImportantDifference");
    requireNonNull(comparator, "comparator");
    requireNonNull(certainty, "certainty");
    requireNonNull(plain, "plain");
    dependingOn = List.copyOf(dependingOn);
    requireNonNull(provenance, "provenance");
  }
}
