package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Dimension;
import org.spinepain.guideline.review.ReferralSummary;

class MadeUpReferralsTest {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final Path EXAMPLES = Path.of("examples/referrals");

  @TempDir private static Path folder;

  /** Of 1,000 referrals. */
  private static ReferralSummary summary;

  @BeforeAll
  static void review() throws IOException {
    summary = reviewed(lines(1, 1_000, false));
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherAnother() throws IOException {
    assertThat(lines(1, 50, false))
        .isEqualTo(lines(1, 50, false))
        .isNotEqualTo(lines(2, 50, false));
  }

  @Test
  void everyCodeOfThemSaysThatItIsMadeUp() {
    MadeUpReferrals referrals = new MadeUpReferrals(1, 200, JANUARY, 12, true);
    for (long i = 0; i < referrals.count(); i++) {
      assertThat(referrals.number(i).clinicalCase().caseId()).startsWith("made-up-");
      assertThat(referrals.number(i).clinic().orElse("made-up")).startsWith("made-up");
      assertThat(referrals.number(i).referrer().orElse("made-up")).startsWith("made-up");
      assertThat(referrals.number(i).person().orElse("made-up")).startsWith("made-up");
    }
  }

  @Test
  void allVerdictsLevelsPatternsAndTechniquesOccurAndEachIsSometimesNotStated() {
    assertThat(summary.rows(Breakdown.TECHNIQUE)).hasSize(7);
    assertThat(summary.rows(Breakdown.PATTERN)).hasSize(5);
    assertThat(summary.rows(Breakdown.LEVEL)).hasSize(5);
    assertThat(summary.rows(Breakdown.MONTH)).hasSize(12);
    assertThat(summary.rows(Breakdown.RECOMMENDATION)).hasSize(6);
    assertThat(summary.rows(Breakdown.CLINIC)).containsKey(List.of(Dimension.NOT_STATED));
    assertThat(summary.rows(Breakdown.REFERRER)).containsKey(List.of(Dimension.NOT_STATED));
    assertThat(summary.missing())
        .containsOnlyKeys(
            CaseFact.PATIENT_AGE,
            CaseFact.PAIN_DURATION,
            CaseFact.PAIN_CANCER,
            CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY,
            CaseFact.PAIN_PATTERN,
            CaseFact.PROCEDURE_TECHNIQUE,
            CaseFact.PROCEDURE_INJECTATE);
    assertThat(summary.requests().against()).isGreaterThan(250);
    assertThat(summary.requests().noRecommendation()).isGreaterThan(100);
    assertThat(summary.requests().insufficient()).isGreaterThan(100);
    assertThat(summary.repeats().repeatedPersons()).isGreaterThan(10);
  }

  @Test
  void aboutTwoOfAHundredAreWrongInSixWays() {
    assertThat(summary.cases()).isBetween(965L, 992L);
    assertThat(summary.refused()).hasSize(6);
    assertThat(summary.refused().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(1_000 - summary.cases());
  }

  @Test
  void theSameReferralsAsCsvAreCountedAlikeButForWhatIsWrongInThem() throws IOException {
    MadeUpReferrals referrals = new MadeUpReferrals(1, 1_000, JANUARY, 12, false);
    StringWriter csv = new StringWriter();
    new MadeUpFile(referrals).writeTable(csv);

    ReferralSummary fromCsv =
        Export.reviewed(
            Files.writeString(folder.resolve("made-up.csv"), csv.toString()),
            Optional.of(exampleMapping()));

    assertThat(fromCsv.refused()).hasSize(5);
    assertThat(fromCsv.unmapped().keySet())
        .singleElement()
        .satisfies(unmapped -> assertThat(unmapped.code()).isEqualTo("ISCHIAS"));
    assertThat(fromCsv.requests().against())
        .isCloseTo(summary.requests().against(), Offset.offset(20L));
  }

  @Test
  void thePlantedPatternStandsOut() throws IOException {
    ReferralSummary withPattern = reviewed(lines(1, 1_000, true));
    long planted =
        withPattern
            .rows(Breakdown.MONTH_AND_CLINIC)
            .get(List.of("2025-08", "made-up-clinic-C"))
            .against();

    assertThat(
            withPattern.rows(Breakdown.MONTH_AND_CLINIC).entrySet().stream()
                .filter(row -> row.getValue().against() * 2 > planted))
        .hasSize(1);
  }

  @Test
  void theExampleExportIsMadeUp() throws IOException {
    StringWriter csv = new StringWriter();
    new MadeUpFile(new MadeUpReferrals(1, 300, JANUARY, 12, false)).writeTable(csv);

    assertThat(Files.readString(EXAMPLES.resolve("export.csv"))).isEqualTo(csv.toString());
  }

  private static ReferralMapping exampleMapping() throws IOException {
    try (InputStream in = Files.newInputStream(EXAMPLES.resolve("mapping.yaml"))) {
      return ReferralMapping.read(in);
    }
  }

  private static String lines(long seed, long count, boolean planted) throws IOException {
    Writer lines = new StringWriter();
    new MadeUpFile(new MadeUpReferrals(seed, count, JANUARY, 12, planted)).writeLines(lines);
    return lines.toString();
  }

  private static ReferralSummary reviewed(String lines) throws IOException {
    return Export.reviewed(
        Files.writeString(folder.resolve("made-up.ndjson"), lines), Optional.empty());
  }
}
