package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.SharedCounts;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.review.UnmappedCode;

class SharedSummaryTest {

  private static final ProcedureRequest AGAINST =
      ProcedureRequest.epidural("p1").injecting(Injectate.STEROID);
  private static final ProcedureRequest NOT_ADDRESSED =
      ProcedureRequest.dorsalRootGanglionRadiofrequency("p1");
  private static final ProcedureRequest INJECTATE_UNKNOWN = ProcedureRequest.jointTargeted("p1");

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void noNumberThatIsWithheldCanBeComputedBack(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertNothingCanBeComputedBack(seed);
  }

  @Property(tries = 4_000, shrinking = ShrinkingMode.OFF)
  @Tag("thorough")
  void noNumberThatIsWithheldCanBeComputedBackInManyPractices(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertNothingCanBeComputedBack(seed);
  }

  private static void assertNothingCanBeComputedBack(long seed) {
    ReferralSummary summary = Engines.summaryOf(Referrals.smallPractice(seed));
    Map<String, Long> truth = new HashMap<>(PublishedNumbers.exact(summary));
    Map<String, OptionalLong> shown = PublishedNumbers.shown(SharedSummary.of(summary, 5));
    shown.keySet().forEach(name -> truth.putIfAbsent(name, 0L));

    Attacker attacker = PublishedNumbers.attacker(summary, shown);

    assertThat(shown)
        .allSatisfy(
            (name, number) ->
                assertThat(number)
                    .as(name)
                    .matches(n -> n.isEmpty() || n.getAsLong() == truth.get(name))
                    .matches(n -> n.isEmpty() || n.getAsLong() == 0 || n.getAsLong() >= 5));
    assertThat(attacker.unknown())
        .allMatch(name -> attacker.canBeAnother(name, truth), "could be another number");
  }

  @Test
  void ifOnlySmallNumbersWereWithheldTheyCouldBeComputedBack() {
    int computedBack = 0;
    for (long seed = 0; seed < 20; seed++) {
      ReferralSummary summary = Engines.summaryOf(Referrals.smallPractice(seed));
      Attacker attacker =
          PublishedNumbers.attacker(summary, PublishedNumbers.smallOnesWithheld(summary, 5));
      Map<String, Long> truth = PublishedNumbers.exact(summary);
      if (!attacker.unknown().stream().allMatch(name -> attacker.canBeAnother(name, truth))) {
        computedBack++;
      }
    }
    assertThat(computedBack).isGreaterThan(10);
  }

  @Test
  void aSmallNumberIsWithheldWithOthersOfItsRowAndColumn() {
    // Against and not addressed: 10 and 20 at A, 8 and 2 at B.
    SharedSummary shared =
        shared(
            requests("A", 10, AGAINST),
            requests("A", 20, NOT_ADDRESSED),
            requests("B", 8, AGAINST),
            requests("B", 2, NOT_ADDRESSED));

    SharedCounts small = shared.rows(Breakdown.CLINIC).get(List.of("B"));
    SharedCounts other = shared.rows(Breakdown.CLINIC).get(List.of("A"));
    assertThat(small.noRecommendation()).isEmpty();
    assertThat(other.noRecommendation()).isEmpty();
    assertThat(List.of(small.against(), small.total())).contains(OptionalLong.empty());
    assertThat(shared.requests().against()).hasValue(18);
    assertThat(shared.requests().noRecommendation()).hasValue(22);
    assertThat(shared.cases()).hasValue(40);
  }

  @Test
  void nothingIsWithheldWhereNothingIsSmall() {
    SharedSummary shared = shared(requests("A", 10, AGAINST), requests("B", 5, AGAINST));

    assertThat(PublishedNumbers.shown(shared)).allSatisfy((name, n) -> assertThat(n).isPresent());
    assertThat(shared.against(Breakdown.CLINIC_AND_RECOMMENDATION))
        .containsExactly(
            Map.entry(List.of("A", "axial-epidural"), OptionalLong.of(10)),
            Map.entry(List.of("B", "axial-epidural"), OptionalLong.of(5)));
  }

  @Test
  void aThresholdOfOneWithholdsNothing() {
    ReferralSummary summary = Engines.summaryOf(Referrals.smallPractice(3));

    assertThat(PublishedNumbers.shown(SharedSummary.of(summary, 1)))
        .allSatisfy(
            (name, number) ->
                assertThat(number).hasValue(PublishedNumbers.exact(summary).get(name)));
  }

  @Test
  void theCostIsThatOfWhatIsRecommendedAgainst() {
    SharedSummary shared = shared(requests("A", 12, AGAINST), requests("A", 7, NOT_ADDRESSED));

    assertThat(shared.lowCost()).hasValue(12_000);
    assertThat(shared.highCost()).hasValue(60_000);
  }

  @Test
  void theCostIsWithheldWithTheNumberThatItMultiplies() {
    SharedSummary shared = shared(requests("A", 4, AGAINST), requests("A", 7, NOT_ADDRESSED));

    assertThat(shared.requests().against()).isEmpty();
    assertThat(shared.lowCost()).isEmpty();
    assertThat(shared.highCost()).isEmpty();
  }

  @Test
  void ofWhatIsMissingAlsoTheSmallRestIsProtected() {
    // The injectate of 30 is missing; of 3 of them the pattern is too, so that one answer settles
    // none.
    List<Referral> patternToo =
        Collections.nCopies(
            3,
            new Referral(
                ClinicalCase.of("c", Referrals.JUNE).procedure(INJECTATE_UNKNOWN).build(),
                Optional.of("A"),
                Optional.empty(),
                Optional.empty()));
    SharedSummary shared = shared(requests("A", 27, INJECTATE_UNKNOWN), patternToo);

    assertThat(shared.missing()).containsEntry(CaseFact.PROCEDURE_INJECTATE, OptionalLong.of(30));
    assertThat(shared.settled()).containsEntry(CaseFact.PROCEDURE_INJECTATE, OptionalLong.empty());
    assertThat(shared.missing()).containsEntry(CaseFact.PAIN_PATTERN, OptionalLong.empty());
  }

  @Test
  void whatIsMissingIsWithheldWhereItTellsANumberThatIs() {
    // 3 are small, and 7 withheld with them; the injectate is missing in all 7.
    SharedSummary shared =
        shared(
            requests("A", 30, AGAINST),
            requests("A", 3, NOT_ADDRESSED),
            requests("A", 7, INJECTATE_UNKNOWN));

    assertThat(shared.requests().noRecommendation()).isEmpty();
    assertThat(shared.requests().insufficient()).isEmpty();
    assertThat(shared.missing().values()).containsOnly(OptionalLong.empty());
    assertThat(shared.settled().values()).containsOnly(OptionalLong.empty());
  }

  @Test
  void assumptionsAreWithheldWhereTheNumberOfRequestsIs() {
    SharedSummary shared = shared(requests("A", 3, AGAINST));

    assertThat(shared.requests().total()).isEmpty();
    assertThat(shared.assumptions().values())
        .isNotEmpty()
        .allSatisfy(count -> assertThat(count).isEmpty());
  }

  @Test
  void rareLocalCodesAreCountedTogether() {
    ReferralCounts counts = Engines.REVIEW.counts();
    requests("A", 40, AGAINST).forEach(counts::add);
    for (int i = 0; i < 5; i++) {
      counts.addUnmapped("DX", "often");
      counts.addUnmapped("DX", "once " + i);
      counts.addUnmapped("TX", "rare " + i % 2);
    }
    counts.addUnmapped("LV", "alone");

    assertThat(SharedSummary.of(counts.summary(), 5).unmapped())
        .containsExactly(
            Map.entry(new UnmappedCode("DX", ""), OptionalLong.of(5)),
            Map.entry(new UnmappedCode("DX", "often"), OptionalLong.of(5)),
            Map.entry(new UnmappedCode("LV", ""), OptionalLong.empty()),
            Map.entry(new UnmappedCode("TX", ""), OptionalLong.of(5)));
  }

  @Test
  void theRareCodesOfAColumnAreCountedWithTheNextWhereTheyAreFew() {
    ReferralCounts counts = Engines.REVIEW.counts();
    requests("A", 40, AGAINST).forEach(counts::add);
    for (int i = 0; i < 33; i++) {
      counts.addUnmapped("TX", i < 3 ? "rare" : i < 13 ? "ten" : "twenty");
    }

    assertThat(SharedSummary.of(counts.summary(), 5).unmapped())
        .containsExactly(
            Map.entry(new UnmappedCode("TX", ""), OptionalLong.of(13)),
            Map.entry(new UnmappedCode("TX", "twenty"), OptionalLong.of(20)));
  }

  @Test
  void personsAreWithheldWhereTheyTellThatFewAreRepeated() {
    SharedSummary shared = shared(ofPersons(100, 99));

    assertThat(shared.requests().total()).hasValue(100);
    assertThat(shared.persons()).isEmpty();
    assertThat(shared.repeatedPersons()).isEmpty();
    assertThat(shared.repeatedRequests()).isEmpty();
  }

  @Test
  void personsAndRepeatsAreShownWhereNoneIsFew() {
    SharedSummary shared = shared(ofPersons(100, 80));

    assertThat(shared.persons()).hasValue(80);
    assertThat(shared.repeatedPersons()).hasValue(20);
    assertThat(shared.repeatedRequests()).hasValue(40);
  }

  @Test
  void requestsOfRepeatsAreWithheldWhereTheyTellThatFewAreRepeatedTwice() {
    SharedSummary shared = shared(ofPersons(100, 80), ofPersons(1, 1));

    assertThat(shared.repeatedPersons()).hasValue(20);
    assertThat(shared.repeatedRequests()).isEmpty();
  }

  @Test
  void howFewMissTwoFactsCannotBeComputedFromHowManyMissEach() {
    // 57 miss the age only, 40 the duration only, 3 both.
    SharedSummary shared =
        shared(open(57, true, false), open(40, false, true), open(3, true, true));
    assertThat(shared.requests().insufficient()).hasValue(100);
    Map<String, OptionalLong> shown = new HashMap<>();
    shown.put("all", OptionalLong.of(100));
    shown.put("both", OptionalLong.empty());
    for (CaseFact fact : List.of(CaseFact.PATIENT_AGE, CaseFact.PAIN_DURATION)) {
      shown.put("missing " + fact, shared.missing().get(fact));
      shown.put("settled " + fact, shared.settled().get(fact));
    }

    Attacker attacker = new Attacker(shown, 101);
    String age = "settled " + CaseFact.PATIENT_AGE;
    String duration = "settled " + CaseFact.PAIN_DURATION;
    attacker.sum(List.of(age, duration, "both"), "all");
    attacker.sum(List.of(age, "both"), "missing " + CaseFact.PATIENT_AGE);
    attacker.sum(List.of(duration, "both"), "missing " + CaseFact.PAIN_DURATION);

    assertThat(attacker.unknown()).contains(age, duration);
    Map<String, Long> truth =
        Map.of(
            "both",
            3L,
            age,
            57L,
            duration,
            40L,
            "missing " + CaseFact.PATIENT_AGE,
            60L,
            "missing " + CaseFact.PAIN_DURATION,
            43L);
    assertThat(attacker.unknown()).allMatch(name -> attacker.canBeAnother(name, truth));
  }

  @Test
  void whatIsMissingIsShownWhereNoOverlapIsFew() {
    SharedSummary shared =
        shared(open(57, true, false), open(40, false, true), open(10, true, true));

    assertThat(shared.missing())
        .containsEntry(CaseFact.PATIENT_AGE, OptionalLong.of(67))
        .containsEntry(CaseFact.PAIN_DURATION, OptionalLong.of(50));
    assertThat(shared.settled())
        .containsEntry(CaseFact.PATIENT_AGE, OptionalLong.of(57))
        .containsEntry(CaseFact.PAIN_DURATION, OptionalLong.of(40));
  }

  private static List<Referral> open(int count, boolean age, boolean duration) {
    ClinicalCase known =
        Referrals.clinicalCase(Referrals.JUNE, PainPattern.AXIAL, SpinalLevel.LUMBAR, AGAINST);
    PainHistory ofUnknownDuration =
        PainHistory.axial()
            .at(SpinalLevel.LUMBAR)
            .cancer(Presence.ABSENT)
            .inflammatoryArthropathy(Presence.ABSENT);
    return Collections.nCopies(
        count,
        new Referral(
            ClinicalCase.of("c", Referrals.JUNE)
                .patient(age ? PatientRecord.ofUnknownAge() : known.patient())
                .pain(duration ? ofUnknownDuration : known.pain())
                .procedure(AGAINST)
                .build(),
            Optional.of("A"),
            Optional.empty(),
            Optional.empty()));
  }

  /** So many requests; the first persons have two each. */
  private static List<Referral> ofPersons(int requests, int persons) {
    return IntStream.range(0, requests)
        .mapToObj(
            i ->
                new Referral(
                    Referrals.clinicalCase(
                        Referrals.JUNE, PainPattern.AXIAL, SpinalLevel.LUMBAR, AGAINST),
                    Optional.of("A"),
                    Optional.empty(),
                    Optional.of("person " + i % persons)))
        .toList();
  }

  @Test
  void aFewRequestsOfWhichNoneIsRecommendedAgainstAreWithheldToo() {
    SharedSummary shared = shared(requests("A", 3, NOT_ADDRESSED));

    assertThat(shared.requests().noRecommendation()).isEmpty();
    assertThat(shared.against(Breakdown.RECOMMENDATION)).isEmpty();
  }

  @Test
  void anEmptySummaryIsAllZero() {
    SharedSummary shared = shared();

    assertThat(shared.cases()).hasValue(0);
    assertThat(shared.requests().total()).hasValue(0);
    assertThat(shared.lowCost()).hasValue(0);
    assertThat(shared.rows(Breakdown.CLINIC)).isEmpty();
  }

  @Test
  void anImpossibleThresholdIsRefused() {
    ReferralSummary summary = Engines.summaryOf(List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedSummary.of(summary, 0))
        .withMessage("threshold: allowed is a whole number from 1 to 1000");
  }

  @Test
  void aTableOfRecommendationsHasNoOtherVerdicts() {
    SharedSummary shared = shared(requests("A", 10, AGAINST));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> shared.rows(Breakdown.RECOMMENDATION))
        .withMessageContaining("all verdicts");
  }

  private static List<Referral> requests(String clinic, int count, ProcedureRequest procedure) {
    return Collections.nCopies(
        count,
        new Referral(
            Referrals.clinicalCase(
                Referrals.JUNE, PainPattern.AXIAL, SpinalLevel.LUMBAR, procedure),
            Optional.of(clinic),
            Optional.empty(),
            Optional.empty()));
  }

  @SafeVarargs
  private static SharedSummary shared(List<Referral>... referrals) {
    List<Referral> all = new ArrayList<>();
    for (List<Referral> some : referrals) {
      all.addAll(some);
    }
    return SharedSummary.of(Engines.summaryOf(all), 5);
  }
}
