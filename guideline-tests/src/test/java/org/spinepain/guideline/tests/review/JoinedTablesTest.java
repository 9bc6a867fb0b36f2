package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.review.UnmappedCode;

/** What is withheld of the requests is not told by what was missing, assumed or not mapped. */
class JoinedTablesTest {

  private static final ReferralReview ASSUMING_A_PATTERN =
      ReferralReview.of(Engines.BUNDLED.assuming(Assumption.PATTERN_AXIAL_OR_RADICULAR));

  private static final ProcedureRequest EPIDURAL =
      ProcedureRequest.epidural("p1").injecting(Injectate.STEROID);

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void noNumberThatIsWithheldIsToldByOtherTables(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertNothingIsTold(seed);
  }

  @Property(tries = 4_000, shrinking = ShrinkingMode.OFF)
  @Tag("thorough")
  void noNumberThatIsWithheldIsToldByOtherTablesInManyPractices(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertNothingIsTold(seed);
  }

  private static void assertNothingIsTold(long seed) {
    ReferralSummary summary = vaguePractice(seed);
    SharedSummary shared = SharedSummary.of(summary, 5);
    Map<String, Long> truth = JoinedNumbers.exact(summary);
    Map<String, OptionalLong> shown = JoinedNumbers.shown(shared);
    shown.keySet().forEach(name -> truth.putIfAbsent(name, 0L));
    Map<String, OptionalLong> requests = PublishedNumbers.shown(shared);
    Attacker before = PublishedNumbers.attacker(summary, shown);
    Attacker attacker = PublishedNumbers.attacker(summary, shown);
    JoinedNumbers.tell(attacker, shared);

    assertThat(shown)
        .allSatisfy(
            (name, number) ->
                assertThat(number)
                    .as(name)
                    .matches(n -> n.isEmpty() || n.getAsLong() == truth.get(name)));
    assertThat(attacker.unknown())
        .filteredOn(name -> requests.containsKey(name) || isSmall(name, truth))
        .allMatch(name -> attacker.canBeAnother(name, truth), "could be another number");
    assertThat(attacker.unknown())
        .filteredOn(name -> requests.containsKey(name) && isSmall(name, truth))
        .allMatch(
            name -> attacker.canBeAtLeast(name, 5, truth) || !before.canBeAtLeast(name, 5, truth),
            "is not told to be small");
  }

  /** Zero, or a number that these tables alone have, may follow from those of the requests. */
  private static boolean isSmall(String name, Map<String, Long> truth) {
    return truth.get(name) > 0
        && truth.get(name) < 5
        && !JoinedNumbers.IN_OTHER_TABLES.contains(name);
  }

  /** With some codes that are not mapped, where a fact is unknown; the level is in all cases. */
  private static ReferralSummary vaguePractice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ReferralCounts counts = (random.nextInt(3) == 0 ? ASSUMING_A_PATTERN : Engines.REVIEW).counts();
    boolean exported = random.nextBoolean();
    for (Referral referral : Referrals.vaguePractice(seed)) {
      counts.add(referral);
      ClinicalCase of = referral.clinicalCase();
      String code = exported && random.nextInt(9) > 0 ? "code " + random.nextInt(2) : "";
      if (!code.isEmpty() && of.pain().pattern().isEmpty()) {
        counts.addUnmapped("pattern", code);
      }
      if (!code.isEmpty()) {
        counts.addUnmapped("level", code);
        of.procedures().forEach(procedure -> addUnmapped(counts, procedure, code));
      }
    }
    return counts.summary();
  }

  private static void addUnmapped(ReferralCounts counts, ProcedureRequest procedure, String code) {
    if (procedure.technique().isEmpty()) {
      counts.addUnmapped("technique", code);
    }
    if (procedure.intent() instanceof Stated.Unspecified) {
      counts.addUnmapped("intent", code);
    }
    if (procedure.injectate() instanceof Stated.Unspecified) {
      counts.addUnmapped("injectate", code);
    }
  }

  @Test
  void fewRequestsOfATechniqueAreNotToldByHowManyNeedNoInjectate() {
    // No injectate: 20 of ablation, 50 of other and the 4 that are withheld, 74.
    SharedSummary shared =
        shared(
            Engines.REVIEW,
            axial(40, ProcedureRequest.epidural("p1")),
            axial(20, ProcedureRequest.jointRadiofrequencyAblation("p1")),
            axial(50, ProcedureRequest.of("p1", Technique.OTHER)),
            axial(4, ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")),
            axial(12, ProcedureRequest.intramuscular("p1")));

    assertThat(shared.requests().total()).hasValue(126);
    assertThat(total(shared, Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY)).isEmpty();
    assertThat(shared.assumptions())
        .containsOnlyKeys(
            "treatment-intent", "routine-care", "no-infection-or-fracture", "no-injectate")
        .allSatisfy((code, count) -> assertThat(count).isEmpty());
  }

  @Test
  void fewRequestsOfAPatternAreNotToldByHowManyPatternsWereAssumed() {
    // Other and not stated are 15 together; the pattern of 12 was assumed.
    SharedSummary shared =
        shared(
            ASSUMING_A_PATTERN,
            of(50, PainHistory.axial(), EPIDURAL),
            of(40, PainHistory.radicular(), EPIDURAL),
            of(3, PainHistory.of(PainPattern.OTHER), EPIDURAL),
            of(12, PainHistory.ofUnknownPattern(), EPIDURAL));

    assertThat(shared.rows(Breakdown.PATTERN).get(List.of("other")).total()).isEmpty();
    assertThat(shared.assumptions())
        .containsOnlyKeys(
            "treatment-intent",
            "routine-care",
            "no-infection-or-fracture",
            "no-injectate",
            "pattern-axial-or-radicular")
        .allSatisfy((code, count) -> assertThat(count).isEmpty());
  }

  @Test
  void fewRequestsOfAPatternAreNotToldByCodesThatAreNotMapped() {
    // Other and not stated are 35 together; 32 have a code that is not mapped.
    ReferralCounts counts = fewOfOtherPattern();
    ProcedureRequest inTrial = EPIDURAL.setting(Stated.of(Setting.CLINICAL_TRIAL));
    for (Referral referral : of(20, PainHistory.ofUnknownPattern(), inTrial)) {
      counts.add(referral);
      counts.addUnmapped("DX", "back");
    }
    SharedSummary shared = SharedSummary.of(counts.summary(), 5);

    assertThat(shared.requests().noRecommendation()).hasValue(23);
    assertThat(shared.rows(Breakdown.PATTERN).get(List.of("other")).total()).isEmpty();
    assertThat(shared.unmapped())
        .containsExactly(Map.entry(new UnmappedCode("DX", ""), OptionalLong.empty()));
  }

  @Test
  void whetherACodeIsNotMappedIsWithheldWithTheNumbersOfAllRequests() {
    SharedSummary shared = SharedSummary.of(fewOfOtherPattern().summary(), 5);

    assertThat(shared.requests().noRecommendation()).isEmpty();
    assertThat(shared.unmapped())
        .isEqualTo(shared(Engines.REVIEW, axial(3, EPIDURAL)).unmapped())
        .containsExactly(Map.entry(new UnmappedCode("any column", ""), OptionalLong.empty()));
  }

  private static ReferralCounts fewOfOtherPattern() {
    ReferralCounts counts = Engines.REVIEW.counts();
    axial(50, EPIDURAL).forEach(counts::add);
    of(40, PainHistory.radicular(), EPIDURAL).forEach(counts::add);
    of(3, PainHistory.of(PainPattern.OTHER), EPIDURAL).forEach(counts::add);
    of(12, PainHistory.ofUnknownPattern(), EPIDURAL).forEach(counts::add);
    for (int i = 0; i < 12; i++) {
      counts.addUnmapped("DX", i < 6 ? "back" : "leg");
    }
    return counts;
  }

  @Test
  void thatThereIsNoGuidanceWithoutRecommendationIsNotToldWhereItTellsWhatIsWithheld() {
    SharedSummary shared =
        shared(
            Engines.REVIEW,
            axial(3, EPIDURAL),
            axial(97, ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")));

    assertThat(shared.requests().noRecommendation()).isEmpty();
    assertThat(shared.guidance()).containsKey("harms").doesNotContainKey("not-an-endorsement");
  }

  @Test
  void fewRequestsThatHaveAMappedCodeAreNotToldByThoseThatHaveNone() {
    ReferralCounts counts = Engines.REVIEW.counts();
    axial(100, EPIDURAL).forEach(counts::add);
    for (int i = 0; i < 97; i++) {
      counts.addUnmapped("INTENT", "often");
    }
    for (int i = 0; i < 100; i++) {
      counts.addUnmapped("SETTING", "always");
      counts.addUnmapped("TWO FACTS", "always");
    }
    for (int i = 0; i < 97; i++) {
      counts.addUnmapped("TWO FACTS", "often");
    }

    assertThat(SharedSummary.of(counts.summary(), 5).unmapped())
        .containsExactly(
            Map.entry(new UnmappedCode("INTENT", ""), OptionalLong.empty()),
            Map.entry(new UnmappedCode("SETTING", "always"), OptionalLong.of(100)),
            Map.entry(new UnmappedCode("TWO FACTS", ""), OptionalLong.empty()));
  }

  @Test
  void fewCasesThatHaveAMappedCodeAreNotToldByThoseThatHaveNone() {
    // 42 cases of 66 requests: 20 and 2 of the cases have two and three.
    ReferralCounts counts = Engines.REVIEW.counts();
    axial(20, EPIDURAL).forEach(counts::add);
    ofCases(20, 2).forEach(counts::add);
    ofCases(2, 3).forEach(counts::add);
    for (int i = 0; i < 42; i++) {
      if (i < 40) {
        counts.addUnmapped("CANCER", "often");
        counts.addUnmapped("TWO CODES", "often");
      }
      if (i < 20) {
        counts.addUnmapped("TWO CODES", "seldom");
      }
      if (i < 37) {
        counts.addUnmapped("LEVEL", "often");
      }
      counts.addUnmapped("ONSET", "always");
    }

    SharedSummary shared = SharedSummary.of(counts.summary(), 5);
    assertThat(shared.cases()).hasValue(42);
    assertThat(shared.requests().total()).hasValue(66);
    assertThat(shared.unmapped())
        .containsExactly(
            Map.entry(new UnmappedCode("CANCER", ""), OptionalLong.empty()),
            Map.entry(new UnmappedCode("LEVEL", "often"), OptionalLong.of(37)),
            Map.entry(new UnmappedCode("ONSET", "always"), OptionalLong.of(42)),
            Map.entry(new UnmappedCode("TWO CODES", ""), OptionalLong.empty()));
  }

  private static List<Referral> ofCases(int count, int requests) {
    ProcedureRequest[] procedures =
        IntStream.rangeClosed(1, requests)
            .mapToObj(n -> ProcedureRequest.epidural("p" + n).injecting(Injectate.STEROID))
            .toArray(ProcedureRequest[]::new);
    return of(count, PainHistory.axial(), procedures);
  }

  @Test
  void assumptionsAreShownWhereNothingIsWithheldThatTheyCanBeJoinedWith() {
    SharedSummary shared =
        shared(
            Engines.REVIEW,
            axial(30, EPIDURAL),
            axial(20, ProcedureRequest.jointRadiofrequencyAblation("p1")));

    assertThat(shared.assumptions())
        .containsExactly(
            Map.entry("no-infection-or-fracture", OptionalLong.of(50)),
            Map.entry("no-injectate", OptionalLong.of(20)),
            Map.entry("routine-care", OptionalLong.of(50)),
            Map.entry("treatment-intent", OptionalLong.of(50)));
  }

  @Test
  void assumptionsAreWithheldWhereAFewRequestsNeedNone() {
    // Of 20 ablations 3 say with what.
    SharedSummary shared =
        shared(
            Engines.REVIEW,
            axial(30, EPIDURAL),
            axial(17, ProcedureRequest.jointRadiofrequencyAblation("p1")),
            axial(
                3,
                ProcedureRequest.jointRadiofrequencyAblation("p1")
                    .injecting(Injectate.LOCAL_ANAESTHETIC_AND_STEROID)));

    assertThat(total(shared, Technique.JOINT_RADIOFREQUENCY_ABLATION)).hasValue(20);
    assertThat(shared.assumptions().values()).containsOnly(OptionalLong.empty());
  }

  @Test
  void whatIsMissingIsNotToldWhereItTellsWhatIsWithheld() {
    // The injectate is missing in all that lack information: if that were told, it would be 97 + 3.
    SharedSummary shared =
        shared(Engines.REVIEW, axial(3, EPIDURAL), axial(97, ProcedureRequest.epidural("p1")));

    assertThat(shared.requests().against()).isEmpty();
    assertThat(shared.requests().insufficient()).isEmpty();
    assertThat(shared.missing()).containsOnlyKeys(CaseFact.values());
    assertThat(shared.missing().values()).containsOnly(OptionalLong.empty());
    assertThat(shared.settled()).containsOnlyKeys(CaseFact.values());
    assertThat(shared.settled().values()).containsOnly(OptionalLong.empty());
  }

  private static OptionalLong total(SharedSummary shared, Technique technique) {
    return shared.rows(Breakdown.TECHNIQUE).get(List.of(technique.code())).total();
  }

  private static List<Referral> axial(int count, ProcedureRequest procedure) {
    return of(count, PainHistory.axial(), procedure);
  }

  private static List<Referral> of(int count, PainHistory pain, ProcedureRequest... procedures) {
    return Collections.nCopies(
        count,
        new Referral(
            Referrals.clinicalCase(Referrals.JUNE, pain, procedures),
            Optional.of("A"),
            Optional.empty(),
            Optional.empty()));
  }

  @SafeVarargs
  private static SharedSummary shared(ReferralReview review, List<Referral>... referrals) {
    ReferralCounts counts = review.counts();
    for (List<Referral> some : referrals) {
      some.forEach(counts::add);
    }
    return SharedSummary.of(counts.summary(), 5);
  }
}
