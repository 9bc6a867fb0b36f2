package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;

/** A summary whose numbers do not hold together is refused, and no other. */
class SummaryConsistencyTest {

  private static final byte[] KEY = "a key of 16 bytes".getBytes(UTF_8);

  private static final ReferralReview REVIEW = Engines.REVIEW.withPersonKey(KEY);

  private static final ReferralReview ASSUMING_A_PATTERN =
      ReferralReview.of(Engines.BUNDLED.assuming(Assumption.PATTERN_AXIAL_OR_RADICULAR))
          .withPersonKey(KEY);

  private static final ProcedureRequest EPIDURAL =
      ProcedureRequest.epidural("p1").injecting(Injectate.STEROID);

  private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

  /**
   * By hand: in clinic A and June three epidurals against axial pain, two of them of one person; in
   * clinic B and July two radiofrequencies of the dorsal root ganglion, not addressed for axial
   * pain; in July one procedure of unknown technique, of which it is not known who asked for it.
   */
  private static final String TEXT =
      REVIEW.write(
          summary(
              REVIEW,
              List.of(
                  of(Referrals.JUNE, EPIDURAL, Optional.of("A"), Optional.of("ann")),
                  of(Referrals.JUNE, EPIDURAL, Optional.of("A"), Optional.of("ann")),
                  of(Referrals.JUNE, EPIDURAL, Optional.of("A"), Optional.of("bo")),
                  of(
                      JULY,
                      ProcedureRequest.dorsalRootGanglionRadiofrequency("p1"),
                      Optional.of("B"),
                      Optional.of("cy")),
                  of(
                      JULY,
                      ProcedureRequest.dorsalRootGanglionRadiofrequency("p1"),
                      Optional.of("B"),
                      Optional.of("di")),
                  of(
                      JULY,
                      ProcedureRequest.ofUnknownTechnique("p1"),
                      Optional.empty(),
                      Optional.empty()))));

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void everySummaryThatIsCountedOrMergedIsRead(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertRead(seed);
  }

  @Property(tries = 600, shrinking = ShrinkingMode.OFF)
  @Tag("thorough")
  void everySummaryOfManyThatIsCountedOrMergedIsRead(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    assertRead(seed);
  }

  private static void assertRead(long seed) {
    ReferralReview review = seed % 3 == 0 ? ASSUMING_A_PATTERN : REVIEW;
    ReferralSummary merged = review.counts().summary();
    for (List<Referral> referrals :
        List.of(
            Referrals.anyOf(seed, 20),
            Referrals.smallPractice(seed),
            Referrals.vaguePractice(seed))) {
      ReferralSummary counted = summary(review, referrals);
      merged = merged.merge(counted);
      assertThat(review.read(review.write(counted))).isEqualTo(counted);
      assertThat(review.read(review.write(merged))).isEqualTo(merged);
    }
  }

  @Test
  void whatIsChangedBelowIsReadUnchanged() {
    assertThat(REVIEW.write(REVIEW.read(TEXT))).isEqualTo(TEXT);
  }

  static List<Arguments> edits() {
    return List.of(
        Arguments.of(
            "table technique: found 3 requests with recommend-against in all rows together, allowed is 4, as in table total",
            List.of("row total 3 2 1 => row total 4 2 1")),
        Arguments.of(
            "line 4: found a damaged entry of 5 fields",
            List.of("row total 3 2 1 => row total 9000000000000 2 1")),
        Arguments.of(
            "table technique, row technique \"foo\": found another technique, allowed is one of epidural-injection, joint-targeted-injection, ",
            List.of("row technique epidural-injection => row technique foo")),
        Arguments.of(
            "row pattern \"axial-radicular\": found another pattern, allowed is one of axial, radicular, ",
            List.of("row pattern axial => row pattern axial-radicular")),
        Arguments.of(
            "row level \"Lumbar\": found another level, allowed is one of cervical, ",
            List.of("row level lumbar => row level Lumbar")),
        Arguments.of(
            "row month \"2025-13\": found another month, allowed is a month of ",
            List.of("row month 2025-06 => row month 2025-13")),
        Arguments.of(
            "row month \"1025-06\": found another month, allowed is a month of the years 1900 to 9999",
            List.of("row month 2025-06 => row month 1025-06")),
        Arguments.of(
            "row clinic \" \": found another clinic, allowed is a text of 1 to 200 characters that is not blank",
            List.of("row clinic B => row clinic _")),
        Arguments.of(
            "table level: found 1 requests with no-recommendation in all rows together, allowed is 2, as in table total",
            List.of("row level lumbar 3 2 1 => row level lumbar 3 1 2")),
        Arguments.of(
            "table referrer: found 0 requests with insufficient-information in all rows together, allowed is 1",
            List.of("row referrer R 3 2 1 => row referrer R 3 2 0")),
        Arguments.of(
            "table referrer, row referrer \"R\": found no request, allowed is at least 1",
            List.of("row referrer R 3 2 1 => row referrer R 0 0 0")),
        Arguments.of(
            "table clinic: found 3 requests with no-recommendation in all rows together, allowed is 2",
            List.of("row clinic B 0 2 0 => row clinic B 0 3 0")),
        Arguments.of(
            "table month: found 2 requests with recommend-against in all rows together, allowed is 3",
            List.of("row month 2025-06 3 0 0 => row month 2025-06 2 0 0")),
        Arguments.of(
            "table pattern: found 4 requests with recommend-against in all rows together, allowed is 3",
            List.of("row pattern axial 3 2 1 => row pattern axial 4 2 1")),
        Arguments.of(
            "table month-and-clinic, clinic \"B\": found 2 requests with no-recommendation in all rows together, allowed is 0, as in table clinic",
            List.of("row clinic B => row clinic C")),
        Arguments.of(
            "table month-and-clinic, month \"2025-06\": found 0 requests with recommend-against in all rows together, allowed is 3, as in table month",
            List.of("row month-and-clinic 2025-06 A => row month-and-clinic 2025-07 A")),
        Arguments.of(
            "table clinic-and-recommendation, recommendation \"axial-epidural\": found 3 requests with recommend-against in all rows together, allowed is 4, as in table recommendation",
            List.of("row recommendation axial-epidural 3 => row recommendation axial-epidural 4")),
        Arguments.of(
            "table recommendation, row recommendation \"axial-epidural\": found 4 requests with recommend-against, allowed is at most 3: table total has 3",
            List.of(
                "row recommendation axial-epidural 3 => row recommendation axial-epidural 4",
                "row clinic-and-recommendation A axial-epidural 3 => row clinic-and-recommendation A axial-epidural 4")),
        Arguments.of(
            "row clinic \"B\" and recommendation \"axial-epidural\": found 3 requests with recommend-against, allowed is at most 0: table clinic has 0",
            List.of("row clinic-and-recommendation A => row clinic-and-recommendation B")),
        Arguments.of(
            "found 1 requests with no-recommendation, allowed is at most 0: table total has 3 that are recommended against, and no others carry recommendations",
            List.of(
                "row recommendation axial-epidural 3 0 => row recommendation axial-epidural 3 1",
                "row clinic-and-recommendation A axial-epidural 3 0 => row clinic-and-recommendation A axial-epidural 3 1")),
        Arguments.of(
            "table recommendation: found rows of \"axial-epidural\", allowed is a row for each recommendation that has words: \"axial-rfa\"",
            List.of("recommendation axial-epidural => recommendation axial-rfa")),
        Arguments.of(
            "summary, cases: found 7, allowed is 1 to 6: the number of requests is 6",
            List.of("cases 6 => cases 7")),
        Arguments.of("summary, cases: found 0, allowed is 1 to 6", List.of("cases 6 => cases 0")),
        Arguments.of(
            "summary, persons: found 4, allowed is 0 to 3: the number of cases is 3",
            List.of("cases 6 => cases 3")),
        Arguments.of(
            "summary, missing \"procedure.technique\": found 2, allowed is 1 to 1: 1 requests are without enough information",
            List.of("missing procedure.technique 1 => missing procedure.technique 2")),
        Arguments.of(
            "of 4 fields, allowed is an undamaged summary",
            List.of("missing procedure.technique 1 . => missing procedure.technique 1 2")),
        Arguments.of(
            "summary, assumption \"routine-care\": found 7, allowed is 1 to 6: the number of requests is 6",
            List.of("assumption routine-care . => assumption routine-care 7")));
  }

  /** Edits of the text: the beginning of a line, and with what it begins then; spaces for tabs. */
  @ParameterizedTest
  @MethodSource("edits")
  void numbersThatDoNotHoldTogetherAreRefusedWithTheRow(String message, List<String> edits) {
    String text = TEXT;
    for (String edit : edits) {
      List<String> lines = List.of(edit.split(" => ", 2));
      Pattern line = Pattern.compile("^" + lines.get(0).replace(' ', '\t'), Pattern.MULTILINE);
      assertThat(text).containsPattern(line);
      text = line.matcher(text).replaceFirst(lines.get(1).replace(' ', '\t').replace('_', ' '));
    }

    assertRefused(text, message);
  }

  @Test
  void requestsOfPersonsAreNoMoreThanAllAndTheirTokensAreNotTold() {
    String most =
        "summary, requests of persons: found 10, allowed is 0 to 6: the number of requests";

    assertRefused(TEXT.replaceFirst("(\nperson\t[-0-9]+\t)2\n", "$17\n"), most);
    assertRefused(
        TEXT.replaceFirst("\nperson\t.*", "$0$0"), "of 3 fields, allowed is an undamaged");
    assertRefused(TEXT.replaceFirst("(\nperson\t.*\t).", "$10"), "of 3 fields, allowed is an un");
  }

  @Test
  void requestsWithoutTheirKindAreRefusedWithTheRow() {
    assertRefused(
        TEXT.replaceAll("\nkind\t.*", ""),
        "summary, table total: found requests without their kind, allowed is");
    assertRefused(
        TEXT.replaceAll("(\nkind\t[^\t]*\t)epidural-injection\t", "$1another\t"),
        "summary, table technique, row technique \"epidural-injection\": found requests without");
  }

  private static void assertRefused(String text, String message) {
    assertThat(text).isNotEqualTo(TEXT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REVIEW.read(text))
        .withMessageStartingWith("summary, ")
        .withMessageContaining(message)
        .satisfies(
            refused ->
                assertThat(
                        Pattern.compile("\nperson\t([-0-9]+)")
                            .matcher(text)
                            .results()
                            .map(token -> token.group(1)))
                    .hasSizeGreaterThan(3)
                    .noneMatch(refused.getMessage()::contains));
  }

  private static ReferralSummary summary(ReferralReview review, List<Referral> referrals) {
    ReferralCounts counts = review.counts();
    referrals.forEach(counts::add);
    return counts.summary();
  }

  private static Referral of(
      LocalDate day, ProcedureRequest procedure, Optional<String> clinic, Optional<String> person) {
    return new Referral(
        Referrals.clinicalCase(day, PainHistory.axial().at(SpinalLevel.LUMBAR), procedure),
        clinic,
        Optional.of("R"),
        person);
  }
}
