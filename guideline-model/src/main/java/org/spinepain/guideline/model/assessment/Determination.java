package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the guideline says of one procedure.
 *
 * @param procedureId the id of the procedure in its case
 * @param verdict what it says
 * @param recommendations the recommendations that apply, with {@link Verdict#RECOMMEND_AGAINST}
 * @param reasons why it says nothing, with {@link Verdict#NO_RECOMMENDATION}
 * @param missing the unknown facts that could change the verdict, with {@link
 *     Verdict#INSUFFICIENT_INFORMATION}
 * @param evidence the evidence behind the recommendations
 * @param guidance what follows
 * @param caveats what limits it
 * @param assumptions what it rests on beside the case
 * @param trace the rules that made what is said here
 */
public record Determination(
    String procedureId,
    Verdict verdict,
    List<Recommendation> recommendations,
    List<Reason> reasons,
    List<MissingFact> missing,
    List<Evidence> evidence,
    List<Guidance> guidance,
    List<Caveat> caveats,
    List<AppliedAssumption> assumptions,
    List<TraceEntry> trace) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public Determination {
    requireNonNull(procedureId, "procedureId");
    requireNonNull(verdict, "verdict");
    recommendations = List.copyOf(recommendations);
    reasons = List.copyOf(reasons);
    missing = List.copyOf(missing);
    evidence = List.copyOf(evidence);
    guidance = List.copyOf(guidance);
    caveats = List.copyOf(caveats);
    assumptions = List.copyOf(assumptions);
    trace = List.copyOf(trace);
  }
}
