package org.spinepain.guideline.tests.failure;

import java.util.List;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.rules.conclusion.Conclusion;

/**
 * One firing of a rule set, come to rest.
 *
 * @param set the rule set
 * @param facts what it was given
 * @param conclusions what its rules concluded
 */
record Firing(RuleSet set, List<Object> facts, List<Conclusion> conclusions) {

  /** What it was given and what was concluded. */
  List<Object> atRest() {
    return Stream.concat(facts.stream(), conclusions.stream()).toList();
  }

  /** All of it that is of a type. */
  List<Object> ofType(String simpleName) {
    return atRest().stream()
        .filter(fact -> fact.getClass().getSimpleName().equals(simpleName))
        .toList();
  }
}
