package org.spinepain.guideline.tests.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.rules.conclusion.Evidence;
import org.spinepain.guideline.rules.merged.CarriedEvidence;
import org.spinepain.guideline.rules.merged.CarriedReason;
import org.spinepain.guideline.rules.merged.CarriedRecommendation;
import org.spinepain.guideline.rules.merged.ComputedOnset;
import org.spinepain.guideline.rules.merged.Determined;
import org.spinepain.guideline.rules.merged.Edition;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;

/** The facts that guidance rules see of a merged decision. */
final class GuidanceFacts {

  private static final LocalDate ONSET = LocalDate.of(2025, 3, 30);

  private GuidanceFacts() {}

  /**
   * The facts in every context and state of the edition, with an onset and with a duration.
   *
   * @param by a rule that evidence can be said to come from
   */
  static List<List<Object>> of(Combination combination, Determination merged, Rule by) {
    List<List<Object>> all = new ArrayList<>();
    for (Combination inContext : CaseSpace.contexts(combination).toList()) {
      for (EditionState state : EditionState.values()) {
        List<Object> facts = of(merged, by);
        facts.add(new Edition(state));
        facts.add(inContext.presentation());
        facts.add(inContext.practice());
        List<Object> ofDuration = new ArrayList<>(facts);
        ofDuration.add(new ComputedOnset(ONSET));
        all.add(ofDuration);
        if (!inContext.presentation().nearDurationBoundary()) {
          all.add(facts);
        }
      }
    }
    return all;
  }

  private static List<Object> of(Determination merged, Rule by) {
    List<Object> facts = new ArrayList<>();
    facts.add(new Determined(merged.verdict()));
    merged.recommendations().forEach(r -> facts.add(new CarriedRecommendation(r.id(), r.basis())));
    merged.reasons().forEach(reason -> facts.add(new CarriedReason(reason.code())));
    facts.add(
        new CarriedEvidence(
            merged.evidence().stream()
                .map(
                    row ->
                        new Evidence(
                            row.recommendation(),
                            row.pattern(),
                            row.technique(),
                            row.injectate(),
                            row.estimate(),
                            row.certainty(),
                            row.plain(),
                            row.provenance().status(),
                            by))
                .toList()));
    return facts;
  }
}
