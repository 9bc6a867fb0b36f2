package org.spinepain.guideline.tests.table;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * What the tables say of one procedure when every fact is known. Everything is in the order of the
 * tables.
 *
 * @param verdict the verdict
 * @param recommendations the ids of the recommendations that are carried, with their basis
 * @param reasons the codes of the reasons that hold
 * @param evidence the rows behind the recommendations
 */
public record TableAnswer(
    Verdict verdict,
    Map<String, Basis> recommendations,
    List<String> reasons,
    List<EvidenceRow> evidence) {

  /** Refuses null with a {@link NullPointerException}; keeps copies, in the order given. */
  public TableAnswer {
    requireNonNull(verdict, "verdict");
    recommendations = Collections.unmodifiableMap(new LinkedHashMap<>(recommendations));
    reasons = List.copyOf(reasons);
    evidence = List.copyOf(evidence);
  }
}
