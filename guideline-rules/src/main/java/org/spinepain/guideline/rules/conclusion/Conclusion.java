package org.spinepain.guideline.rules.conclusion;

import org.kie.api.definition.rule.Rule;

/** What a rule concluded. */
public sealed interface Conclusion
    permits Caveat,
        Decided,
        Evidence,
        Guidance,
        Reason,
        ReasonText,
        Recommendation,
        RecommendationText {

  /** The rule that concluded it. */
  Rule rule();
}
