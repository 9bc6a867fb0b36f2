package org.spinepain.guideline.tests.table;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/**
 * A row of the table of evidence.
 *
 * @param recommendation the id of the recommendation that it stands behind
 * @param pattern the pain pattern of the row
 * @param technique the technique of the row
 * @param injectate the injectate of the row
 * @param estimate the effect in cm with its 95% confidence interval, decimals as the table prints
 *     them; empty when no figure is held
 * @param certainty the certainty of the evidence; empty when it is not held
 * @param plain what the row says in plain words
 * @param status how far it has been checked
 */
public record EvidenceRow(
    String recommendation,
    PainPattern pattern,
    Technique technique,
    Injectate injectate,
    Optional<Estimate> estimate,
    Optional<Certainty> certainty,
    String plain,
    Status status) {

  /** Refuses null with a {@link NullPointerException}. */
  public EvidenceRow {
    requireNonNull(recommendation, "recommendation");
    requireNonNull(pattern, "pattern");
    requireNonNull(technique, "technique");
    requireNonNull(injectate, "injectate");
    requireNonNull(estimate, "estimate");
    requireNonNull(certainty, "certainty");
    requireNonNull(plain, "plain");
    requireNonNull(status, "status");
  }
}
