package org.spinepain.guideline.engine.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.Verdict;

/**
 * What would change what the guideline says of one procedure.
 *
 * @param procedureId the id of the procedure
 * @param verdict the verdict as the facts are
 * @param reasons the reasons of a verdict of no recommendation, as in the assessment; empty with
 *     any other
 * @param recommendations each of the pack's recommendations, in the order of the pack
 * @param smallestChanges all smallest changes after which the verdict is another: first those of
 *     fewer facts, then by the order of facts and answers. The other verdict may be that the
 *     information is insufficient, where a change makes an unknown fact matter
 * @param questions the facts that are missing, the one first whose answer leaves the fewest
 *     completions undecided; among equals by the order of the facts. Empty when the verdict is
 *     known
 * @param assumptions what is taken for known without being stated
 * @param replaced the rules' own words of the recommendations and reasons above for which overlays
 *     have others
 */
public record ProcedureExplanation(
    String procedureId,
    Verdict verdict,
    List<Reason> reasons,
    List<RecommendationExplanation> recommendations,
    List<SmallestChange> smallestChanges,
    List<Question> questions,
    List<AppliedAssumption> assumptions,
    List<ReplacedText> replaced) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public ProcedureExplanation {
    requireNonNull(procedureId, "procedureId");
    requireNonNull(verdict, "verdict");
    reasons = List.copyOf(reasons);
    recommendations = List.copyOf(recommendations);
    smallestChanges = List.copyOf(smallestChanges);
    questions = List.copyOf(questions);
    assumptions = List.copyOf(assumptions);
    replaced = List.copyOf(replaced);
  }

  /** The question whose single answer settles most; empty when the verdict is known. */
  public Optional<Question> settlesMost() {
    return questions.stream().findFirst();
  }
}
