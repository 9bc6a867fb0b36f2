package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.tests.diff.ConsequenceCauses.Found;
import org.spinepain.guideline.tests.space.AskedCombination;
import org.spinepain.guideline.tests.space.Boundaries;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;

class ConsequenceCausesTest {

  private static final Boundaries THREE_MONTHS = new Boundaries(18, 3, 7);

  private static Found found(Predicate<Combination> which) {
    AskedCombination plainest =
        CaseSpace.completeInOneContext()
            .flatMap(CaseSpace::contexts)
            .filter(THREE_MONTHS::allow)
            .filter(which)
            .map(AskedCombination::new)
            .findFirst()
            .orElseThrow();
    ClinicalCase example = plainest.cases(THREE_MONTHS).findFirst().orElseThrow();
    return new Found(null, null, plainest, example);
  }

  private static boolean isAcuteAndNear(Combination combination) {
    return !new Boundaries(18, 3, 0).allow(combination);
  }

  @Test
  void theSameFactsUnderAMovedBoundaryAreThoseOfACaseThatLiesThere() {
    Found acute = found(ConsequenceCausesTest::isAcuteAndNear);
    Boundaries sixMonths = new Boundaries(18, 6, 7);

    assertThat(acute.exampleUnder(THREE_MONTHS, sixMonths))
        .hasValueSatisfying(
            moved ->
                assertThat(moved)
                    .isNotEqualTo(acute.example())
                    .isEqualTo(acute.plainest().combination().toCase(sixMonths)));
  }

  @Test
  void whereNoCaseHasTheFactsAnyMoreThereIsNone() {
    Found acute = found(ConsequenceCausesTest::isAcuteAndNear);

    assertThat(acute.exampleUnder(THREE_MONTHS, new Boundaries(18, 3, 0))).isEmpty();
  }

  @Test
  void whereTheBoundariesLeaveNoCaseOnASideThereIsNone() {
    assertThat(found(c -> true).exampleUnder(THREE_MONTHS, new Boundaries(0, 3, 7))).isEmpty();
  }
}
