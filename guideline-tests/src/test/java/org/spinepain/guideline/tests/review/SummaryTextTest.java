package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.Repeats;

class SummaryTextTest {

  private static final String ODD = "back\\slash, tab\tand line\r\nend \\n";

  private static final List<Referral> REFERRALS = Referrals.anyOf(23, 60);

  private static final ReferralReview WITH_KEY =
      Engines.REVIEW.withPersonKey("a key of 16 bytes".getBytes(UTF_8));

  @Test
  void whatIsReadIsWhatWasWritten() {
    ReferralSummary summary = summary(WITH_KEY);

    assertThat(summary.rows(Breakdown.CLINIC)).containsKey(List.of(ODD));
    assertThat(summary.repeats().persons()).isPositive();
    assertThat(WITH_KEY.read(WITH_KEY.write(summary))).isEqualTo(summary);
  }

  @Test
  void whatIsReadCanBeMergedAsIfItHadBeenCountedHere() {
    ReferralSummary summary = summary(WITH_KEY);

    assertThat(WITH_KEY.read(WITH_KEY.write(summary)).merge(summary))
        .isEqualTo(summary.merge(summary));
  }

  @Test
  void thatItWasMadeUpIsWrittenAndReadOnlyWhereItWas() {
    ReferralCounts counts = Engines.REVIEW.counts();
    counts.markMadeUp();
    String text = Engines.REVIEW.write(counts.summary());

    assertThat(Engines.REVIEW.read(text).madeUp()).isTrue();
    assertThat(WITH_KEY.read(WITH_KEY.write(summary(WITH_KEY))).madeUp()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engines.REVIEW.read(text.replace("\nmade-up", "\nmade-up\nmade-up")))
        .withMessage(
            "summary, line 5: found a damaged entry of 1 fields, allowed is an undamaged summary");
  }

  @Test
  void withoutAKeyOfTheHostNothingOfPersonsIsWritten() {
    String text = Engines.REVIEW.write(summary(Engines.REVIEW));

    assertThat(text).doesNotContain("\nperson\t", "\nkey\t");
    assertThat(Engines.REVIEW.read(text).repeats()).isEqualTo(new Repeats(0, 0, 0));
  }

  @Test
  void noCodeOfAPersonIsWritten() {
    assertThat(WITH_KEY.write(summary(WITH_KEY))).contains("\nperson\t").doesNotContain("person ");
  }

  @Test
  void theKeyMustBeTheSame() {
    String text = WITH_KEY.write(summary(WITH_KEY));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engines.REVIEW.read(text))
        .withMessageContaining(
            "found another key, allowed is a summary whose persons were told apart");
  }

  static List<Arguments> others() {
    String damaged = "fields, allowed is an undamaged summary";
    return List.of(
        Arguments.of(
            "referral-summary", "summary", "line 1: found another first line, allowed is a"),
        Arguments.of(
            "referral-summary\t4",
            "referral-summary\t3",
            "summary of this format: referral-summary 4"),
        Arguments.of("sha256:", "sha256:0", "line 2: found sha256:0"),
        Arguments.of(
            "sha256:",
            "sha256:0",
            "allowed is a summary of the same rules, overlays and assumptions: "
                + Engines.BUNDLED.rules().digest()),
        Arguments.of(
            "\nrules\t.*\n",
            "\n",
            "found no rules, allowed is a whole summary, with its rules and an end"),
        Arguments.of("cases\t", "cases\t-", "line 3: found a damaged entry of "),
        Arguments.of("cases\t", "cases\tx", "line 3: found a damaged entry of "),
        Arguments.of("cases\t", "cases", "line 3: found a damaged entry of 1 " + damaged),
        Arguments.of("\nrules\t.*", "$0$0", "line 3: found a damaged entry of "),
        Arguments.of("\ncases\t.*", "$0$0", "line 4: found a damaged entry of "),
        Arguments.of("\nrow\ttotal.*", "$0$0", "line 5: found a damaged entry of "),
        Arguments.of("\nkind\t.*", "$0$0", damaged),
        Arguments.of("\nkind\t", "$0un", damaged),
        Arguments.of("\nmissing\t.*", "$0$0", damaged),
        Arguments.of("(\nmissing\t[^\t]*)\t.*", "$1\t1\t2", damaged),
        Arguments.of("\nrefused\t.*", "$0$0", damaged),
        Arguments.of("\nunmapped\t.*", "$0$0", damaged),
        Arguments.of("row\ttotal", "row\ttotals", "line 4: found a damaged entry of "),
        Arguments.of("row\ttotal", "row\ttotal\tx", "line 4: found a damaged entry of "),
        Arguments.of("(\nguidance\tharms\t.*\t)digest-only", "$1checked only", damaged),
        Arguments.of("(\nguidance\tharms\t[^\t]*)\t.*", "$1", damaged),
        Arguments.of("(\nrecommendation\t[^\t]*)\tagainst", "$1\tfor", damaged),
        Arguments.of("(\nrecommendation\t.*)\tstrong", "$1\tweak", damaged),
        Arguments.of("(\nrecommendation\t.*)\tchecked", "$1\tchecked only", damaged),
        Arguments.of("(\nrecommendation\t.*)\t[^\t]*", "$1", damaged),
        Arguments.of("(\nrecommendation\t.*)", "$1\tmore", damaged),
        Arguments.of("\nkey\t.*\n", "\n", damaged),
        Arguments.of(
            "\nend\n",
            "\n",
            "found no end, allowed is a whole summary, with its rules and an end"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anotherTextIsRefusedWithItsLine(String part, String other, String message) {
    String text = WITH_KEY.write(summary(WITH_KEY));

    assertThat(text).containsPattern(part);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WITH_KEY.read(text.replaceFirst(part, other)))
        .withMessageStartingWith("summary, line ")
        .withMessageContaining(message);
  }

  private static ReferralSummary summary(ReferralReview review) {
    ReferralCounts counts = review.counts();
    REFERRALS.forEach(counts::add);
    counts.add(
        new Referral(
            REFERRALS.get(0).clinicalCase(), Optional.of(ODD), Optional.empty(), Optional.empty()));
    counts.addRefused("a.csv", 7, "pain: allowed is one");
    counts.addUnmapped("DX", ODD);
    counts.addUnmapped("DX", "x".repeat(50));
    return counts.summary();
  }
}
