package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.RefusedRecord;
import org.spinepain.guideline.review.TooManyGroupsException;
import org.spinepain.guideline.review.UnmappedCode;
import org.spinepain.guideline.tests.pack.PackSource;

class ReferralMergeTest {

  private static final byte[] KEY = "a key of 16 bytes".getBytes(StandardCharsets.UTF_8);

  private static final List<Referral> REFERRALS = Referrals.anyOf(7, 60);

  private static final ReferralSummary WHOLE = summaryOf(List.of(indices()));

  @Property(tries = 10)
  void anySplitMergedInAnyOrderIsTheWhole(
      @ForAll @IntRange(min = 1, max = 12) int parts, @ForAll Random random) {
    List<List<Integer>> split = new ArrayList<>();
    IntStream.range(0, parts).forEach(i -> split.add(new ArrayList<>()));
    List<Integer> shuffled = new ArrayList<>(indices());
    Collections.shuffle(shuffled, random);
    shuffled.forEach(i -> split.get(random.nextInt(parts)).add(i));
    List<ReferralSummary> summaries =
        new ArrayList<>(split.stream().map(part -> summaryOf(List.of(part))).toList());

    while (summaries.size() > 1) {
      ReferralSummary one = summaries.remove(random.nextInt(summaries.size()));
      ReferralSummary other = summaries.remove(random.nextInt(summaries.size()));
      summaries.add(one.merge(other));
    }

    assertThat(summaries.get(0)).isEqualTo(WHOLE).hasSameHashCodeAs(WHOLE);
  }

  @Test
  void oneReferralMoreIsAnotherSummary() {
    assertThat(summaryOf(List.of(indices(), List.of(0)))).isNotEqualTo(WHOLE);
  }

  @Test
  void whatIsMergedWithSomethingMadeUpIsMadeUp() {
    ReferralCounts counts = Engines.REVIEW.counts();
    counts.markMadeUp();
    ReferralSummary madeUp = counts.summary();

    assertThat(madeUp).isNotEqualTo(Engines.REVIEW.counts().summary());
    assertThat(WHOLE.madeUp()).isFalse();
    assertThat(WHOLE.merge(madeUp).madeUp()).isTrue();
    assertThat(madeUp.merge(WHOLE).madeUp()).isTrue();
    assertThat(WHOLE.merge(WHOLE).madeUp()).isFalse();
  }

  @Test
  void theFirstTwentyPlacesAreKeptAndTheFirstThousandCodes() {
    ReferralSummary both = refused(0, 1_500).merge(refused(500, 2_000));

    assertThat(both.refused()).containsExactly(Map.entry("pain: allowed is one", 3_000L));
    assertThat(both.refusedRecords())
        .hasSize(20)
        .startsWith(new RefusedRecord("a.csv", 0, "pain: allowed is one"))
        .endsWith(new RefusedRecord("a.csv", 19, "pain: allowed is one"));
    assertThat(both.unmapped())
        .hasSize(1_001)
        .containsEntry(new UnmappedCode("DX", "code 0000"), 1L)
        .containsEntry(new UnmappedCode("DX", "code 0999"), 2L)
        .containsEntry(new UnmappedCode("DX", ""), 3_000L - 500 - 2 * 500);
  }

  @Test
  void aLongCodeIsNotKept() {
    ReferralCounts counts = Engines.REVIEW.counts();
    counts.addUnmapped("DX", "x".repeat(40));
    counts.addUnmapped("DX", "y".repeat(41));

    assertThat(counts.summary().unmapped().keySet())
        .containsExactly(new UnmappedCode("DX", ""), new UnmappedCode("DX", "x".repeat(40)));
  }

  @Test
  void personsOfDifferentKeysAreNotMerged() {
    ReferralSummary ours = ofPerson(Engines.REVIEW);
    ReferralSummary theirs = ofPerson(ReferralReview.of(Engines.BUNDLED));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ours.merge(theirs))
        .withMessageContaining("the same key");
  }

  @Test
  void personsOfTheSameKeyAreMergedAndRecognised() {
    ReferralSummary both =
        ofPerson(ReferralReview.of(Engines.BUNDLED).withPersonKey(KEY))
            .merge(ofPerson(ReferralReview.of(Engines.BUNDLED).withPersonKey(KEY)));

    assertThat(both.repeats().persons()).isOne();
    assertThat(both.repeats().repeatedPersons()).isOne();
    assertThat(both.repeats().requests()).isEqualTo(2);
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engines.REVIEW.withPersonKey(new byte[15]))
        .withMessageContaining("at least 16 bytes");
  }

  @Test
  @Tag("thorough")
  void summariesOfOtherRulesAreNotMerged() {
    PackSource edited =
        PackSource.bundled()
            .describedWith("standing.checkedTo = 2025-11", "standing.checkedTo = 2025-12");
    try (var engine = edited.open()) {
      ReferralSummary other = ReferralReview.of(engine).counts().summary();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> WHOLE.merge(other))
          .withMessageContaining("the same rules");
    }
  }

  @Test
  @Tag("thorough")
  void moreClinicsThanThereCanBeAreRefused() {
    ReferralCounts counts = Engines.REVIEW.counts();

    assertThatExceptionOfType(TooManyGroupsException.class)
        .isThrownBy(
            () -> IntStream.rangeClosed(0, 10_000).forEach(i -> counts.add(of("clinic " + i))))
        .withMessage("found more groups by clinic, allowed are 10000 different ones");
  }

  @Test
  void aBlankCodeIsRefused() {
    assertThatExceptionOfType(InvalidCaseException.class)
        .isThrownBy(() -> of(" "))
        .satisfies(refused -> assertThat(refused.path()).isEqualTo("referral.clinic"))
        .withMessageContaining("1 to 200 characters");
  }

  private static Referral of(String clinic) {
    return new Referral(
        Referrals.clinicalCase(
            Referrals.JUNE,
            PainPattern.AXIAL,
            SpinalLevel.LUMBAR,
            ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")),
        Optional.of(clinic),
        Optional.empty(),
        Optional.empty());
  }

  private static ReferralSummary ofPerson(ReferralReview review) {
    ReferralCounts counts = review.counts();
    counts.add(
        new Referral(
            of("clinic").clinicalCase(), Optional.empty(), Optional.empty(), Optional.of("Ann")));
    return counts.summary();
  }

  private static ReferralSummary refused(int from, int to) {
    ReferralCounts counts = Engines.REVIEW.counts();
    for (int i = to - 1; i >= from; i--) {
      counts.addRefused("a.csv", i, "pain: allowed is one");
      counts.addUnmapped("DX", String.format(Locale.ROOT, "code %04d", i));
    }
    return counts.summary();
  }

  private static List<Integer> indices() {
    return IntStream.range(0, REFERRALS.size()).boxed().toList();
  }

  /** The summary of these referrals, each with what a reader would tell of it. */
  private static ReferralSummary summaryOf(List<List<Integer>> groups) {
    ReferralCounts counts = Engines.REVIEW.counts();
    for (List<Integer> group : groups) {
      for (int i : group) {
        counts.add(REFERRALS.get(i));
        counts.addRefused("b.csv", i, "reason " + i % 3);
        counts.addUnmapped("column " + i % 2, "code " + i % 5);
      }
    }
    return counts.summary();
  }
}
