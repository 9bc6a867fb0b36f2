package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.space.AskedCombination;
import org.spinepain.guideline.tests.space.CaseSpace;

@Tag("thorough")
class PackAnswersTest {

  private static final int ASKED = 5_000;
  private static final int ODD = 4;

  @Test
  void anIncompleteCombinationIsAnsweredAsIfItWereAskedItself() {
    Random random = new Random(20_250_630);
    List<AskedCombination> all = CaseSpace.all().flatMap(AskedCombination::of).toList();
    try (PackAnswers answers = new PackAnswers(PackSource.bundled().build()).askComplete()) {
      for (int i = 0; i < ASKED; i++) {
        AskedCombination asked = all.get(random.nextInt(all.size()));
        assertThat(answers.on(asked))
            .as("%s", asked)
            .isEqualTo(answers.ask(asked.combination().toCase(), asked.assume()));
      }
    }
  }

  /** Of all that can turn out to have the same answers, the first is asked; of odd ones few are. */
  @Test
  void whatGuidanceRulesSeeOfAnIncompleteCombinationIsWhatTheySeeWhenItIsAskedItself() {
    List<AskedCombination> all = CaseSpace.all().flatMap(AskedCombination::of).toList();
    try (PackAnswers answers = new PackAnswers(PackSource.bundled().build()).askComplete()) {
      all.forEach(answers::seenAsOn);
      List<AskedCombination> few = all.stream().filter(asked -> asked.oddness() <= ODD).toList();
      assertThat(few.size()).isGreaterThan(ASKED);
      assertThat(few.stream().filter(asked -> !isSeenAsItself(asked, answers)).limit(3)).isEmpty();
    }
  }

  private static boolean isSeenAsItself(AskedCombination asked, PackAnswers answers) {
    return ConsequenceCauses.seen(answers.seenAsOn(asked))
        .equals(ConsequenceCauses.seen(answers.ask(asked.combination().toCase(), asked.assume())));
  }

  @Test
  void theSameRulesDecideAlikeOnTheSameFactsWhereverTheirBoundariesLie() {
    PackSource moved =
        TinyPack.source()
            .describedWith("adultYears = 18", "adultYears = 60")
            .describedWith("chronicMonths = 3", "chronicMonths = 30");
    try (PackAnswers here = new PackAnswers(TinyPack.source().build()).askComplete();
        PackAnswers there = new PackAnswers(moved.build()).askComplete()) {
      assertThat(IntStream.range(0, CompleteSpace.ALL.size()))
          .allSatisfy(n -> assertThat(there.on(n).verdict()).isEqualTo(here.on(n).verdict()));
    }
  }
}
