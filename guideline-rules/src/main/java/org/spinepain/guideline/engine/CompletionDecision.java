package org.spinepain.guideline.engine;

import java.util.List;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.rules.conclusion.Evidence;

/**
 * What the decision rules say of one complete combination of facts. A verdict carries its own:
 * recommendations and evidence when it is against, reasons when it is not.
 *
 * @param verdict the verdict
 * @param rule the rule that made it
 * @param recommendations the recommendations that apply
 * @param reasons the reasons that hold
 * @param evidence the rows behind the recommendations
 */
record CompletionDecision(
    Verdict verdict,
    RuleIndex.Entry rule,
    List<Recommended> recommendations,
    List<Reasoned> reasons,
    List<EvidenceRow> evidence) {

  /** A recommendation, and the rule that made it. */
  record Recommended(String id, Basis basis, RuleIndex.Entry rule) {}

  /** A reason, and the rule that made it. */
  record Reasoned(String code, RuleIndex.Entry rule) {}

  /** A row of evidence, and the rule that made it. */
  record EvidenceRow(Evidence evidence, RuleIndex.Entry rule) {}
}
