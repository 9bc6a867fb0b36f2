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
 * @param local what the site adds
 * @param replaced the texts of the rule pack that the site has put into other words
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
    List<TraceEntry> trace,
    List<LocalItem> local,
    List<ReplacedText> replaced) {

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
    local = List.copyOf(local);
    replaced = List.copyOf(replaced);
  }

  /** What the guideline says, without anything of a site. */
  public Determination(
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
    this(
        procedureId,
        verdict,
        recommendations,
        reasons,
        missing,
        evidence,
        guidance,
        caveats,
        assumptions,
        trace,
        List.of(),
        List.of());
  }
}
