package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.tests.pack.PackSource;

class TallyTest {

  private static final Answer NONE = answer("none");
  private static final Answer ONE = answer("one");
  private static final Answer OTHER = answer("other");

  private static Answer answer(String failure) {
    return new Answer(Optional.empty(), failure);
  }

  /** The id of a change that only cases show, whose answers become these in this order. */
  private static String id(Answer... answers) {
    List<Change> changes = Change.between(NONE, answers[0]);
    Tally tally =
        new Tally(
            new Cause(changes, "", "", new BitSet(), 0, null),
            "In cases only: it changes.",
            List.of());
    for (Answer answer : answers) {
      tally.onlyShown(NONE, answer);
    }
    RuleTexts rules = RuleTexts.of(PackSource.bundled());
    return tally.answers(NONE, answers[0]).tell(rules, rules, List.of()).id();
  }

  @Test
  void whatOnlyCasesShowIsIdentifiedByAllOfThem() {
    assertThat(id(ONE, OTHER)).isNotEqualTo(id(ONE)).isNotEqualTo(id(OTHER));
  }

  @Test
  void neitherTheOrderOfCasesNorTheirNumberMatters() {
    assertThat(id(ONE, OTHER)).isEqualTo(id(OTHER, ONE)).isEqualTo(id(ONE, OTHER, ONE));
  }
}
