package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.SharedSummary;

/** What is withheld is withheld from those, too, who know which procedures carry what. */
class KnownGuidelineTest {

  private static final ProcedureRequest EPIDURAL =
      ProcedureRequest.epidural("p1").injecting(Injectate.STEROID);

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void noSmallNumberCanBeComputedByWhoKnowsTheGuideline(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertNothingSmallIsToldToWhoKnowsTheGuideline(Referrals.smallPractice(seed));
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  @Tag("thorough")
  void noSmallNumberCanBeComputedByWhoKnowsTheGuidelineInManyPractices(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertNothingSmallIsToldToWhoKnowsTheGuideline(Referrals.smallPractice(seed));
  }

  @Test
  void aSmallNumberIsNotWhatTheOthersOfItsPatternAndTechniqueLeave() {
    // By the sums of the tables 3 could be more or fewer. But what carries a recommendation for
    // axial pain is of axial pain, and what carries that on intramuscular injections is one.
    assertNothingSmallIsToldToWhoKnowsTheGuideline(
        Stream.of(
                requests(PainHistory.axial(), 50, EPIDURAL),
                requests(
                    PainHistory.axial(),
                    3,
                    ProcedureRequest.intramuscular("p1").injecting(Injectate.LOCAL_ANAESTHETIC)),
                requests(
                    PainHistory.axial(), 30, ProcedureRequest.jointRadiofrequencyAblation("p1")),
                requests(
                    PainHistory.axial(),
                    25,
                    ProcedureRequest.jointTargeted("p1").injecting(Injectate.STEROID)),
                requests(PainHistory.axial(), 12, ProcedureRequest.of("p1", Technique.OTHER)),
                requests(
                    PainHistory.radicular(),
                    20,
                    ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")))
            .flatMap(List::stream)
            .toList());
  }

  private static void assertNothingSmallIsToldToWhoKnowsTheGuideline(List<Referral> referrals) {
    ReferralSummary summary = Engines.summaryOf(referrals);
    Map<String, Long> truth = new HashMap<>(PublishedNumbers.exact(summary));
    Map<String, OptionalLong> shown = PublishedNumbers.shown(SharedSummary.of(summary, 5));
    shown.keySet().forEach(name -> truth.putIfAbsent(name, 0L));
    Map<String, OptionalLong> known = new HashMap<>(shown);
    known.putAll(CarriedRecommendations.withheld());
    truth.putAll(CarriedRecommendations.exact(referrals));
    Attacker attacker = PublishedNumbers.attacker(summary, known);
    CarriedRecommendations.tell(attacker);

    assertThat(attacker.unknown())
        .filteredOn(name -> shown.containsKey(name) && truth.get(name) > 0 && truth.get(name) < 5)
        .allMatch(name -> attacker.canBeAnother(name, truth), "could be another number");
  }

  private static List<Referral> requests(PainHistory pain, int count, ProcedureRequest procedure) {
    return Collections.nCopies(
        count,
        new Referral(
            Referrals.clinicalCase(Referrals.JUNE, pain, procedure),
            Optional.of("A"),
            Optional.empty(),
            Optional.empty()));
  }
}
