package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.diff.Regions.Region;
import org.spinepain.guideline.tests.space.Combination;

class RegionsTest {

  private static BitSet where(Predicate<Combination> condition) {
    BitSet set = new BitSet();
    for (int number = 0; number < CompleteSpace.ALL.size(); number++) {
      set.set(number, condition.test(CompleteSpace.ALL.get(number)));
    }
    return set;
  }

  private static List<Region> regions(BitSet set) {
    return Regions.of(set, part -> CompleteSpace.everything());
  }

  private static boolean isEpidural(Combination c) {
    return c.procedure().technique() == Technique.EPIDURAL_INJECTION;
  }

  private static boolean isJoint(Combination c) {
    return c.procedure().technique() == Technique.JOINT_TARGETED_INJECTION;
  }

  @Test
  void aConjunctionIsOneRegionThatNamesTheFactsThatRestrictItAndNoOthers() {
    BitSet set =
        where(
            c ->
                isEpidural(c)
                    && c.pain().pattern() == PainPattern.RADICULAR
                    && c.procedure().injectate() != Injectate.OTHER
                    && !c.patient().adult());

    assertThat(regions(set))
        .containsExactly(
            new Region(
                set,
                "epidural injection with local anaesthetic or with steroid or with local"
                    + " anaesthetic and steroid for radicular pain in a patient who is not an"
                    + " adult",
                3 * 128));
  }

  @Test
  void whatIsNoConjunctionIsSplitByTheProcedureFirst() {
    BitSet set =
        where(
            c ->
                (isEpidural(c) && c.pain().pattern() == PainPattern.AXIAL)
                    || (isJoint(c) && c.pain().cancerRelated()));

    assertThat(regions(set))
        .extracting(Region::words)
        .containsExactly(
            "epidural injection for axial pain", "joint-targeted injection attributed to cancer");
    assertThat(regions(set)).allMatch(Region::isExact);
  }

  @Test
  void aSetOfNoShapeIsToldAsAPartOfTheLeastThatHoldsIt() {
    BitSet set = where(c -> isEpidural(c) && Math.floorMod(c.toString().hashCode(), 3) == 0);

    List<Region> regions = regions(set);

    assertThat(regions).hasSize(1);
    assertThat(regions.get(0).isExact()).isFalse();
    assertThat(regions.get(0).words()).startsWith("epidural injection");
    // 4 patterns, 4 injectates, 256 scopes.
    assertThat(regions.get(0).of()).isEqualTo(4 * 4 * 256);
  }
}
