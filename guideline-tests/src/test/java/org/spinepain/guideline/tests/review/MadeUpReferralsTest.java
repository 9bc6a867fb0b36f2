package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.Dimension;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralSummary;

class MadeUpReferralsTest {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final String PATTERN = ".*\"pattern\":\"(axial|radicular|other).*";
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
    assertThat(summary.missing()).containsOnlyKeys(CaseFact.values());
    assertThat(summary.requests().against()).isGreaterThan(250);
    assertThat(summary.requests().noRecommendation()).isGreaterThan(100);
    assertThat(summary.requests().insufficient()).isGreaterThan(100);
    assertThat(summary.repeats().repeatedPersons()).isGreaterThan(10);
  }

  /** Of 20,000, a share of a half has a standard deviation of 0.35 of a hundred. */
  @TestFactory
  Stream<DynamicTest> theSharesAreThoseOfTheReadme() throws IOException {
    MadeUpReferrals madeUp = new MadeUpReferrals(1, 20_000, JANUARY, 12, false);
    List<Referral> referrals =
        LongStream.range(0, madeUp.count()).mapToObj(madeUp::number).toList();
    Map<String, String[]> table =
        Files.readAllLines(EXAMPLES.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.substring(2).split(" \\| ?", -1))
            .collect(
                Collectors.toMap(
                    row -> row[0],
                    row -> row,
                    (row, more) -> new String[] {row[0], row[1], row[2] + ", " + more[2]}));
    return MadeUpFacts.BY_NAME.entrySet().stream()
        .map(
            fact ->
                DynamicTest.dynamicTest(
                    fact.getKey(),
                    () -> {
                      List<String> values = referrals.stream().flatMap(fact.getValue()).toList();
                      String[] row = table.get(fact.getKey());
                      assertShare(values, MadeUpFacts.NOT_STATED, row[1]);
                      List<String> stated =
                          values.stream().filter(v -> !v.equals(MadeUpFacts.NOT_STATED)).toList();
                      if (!row[2].startsWith("one of")) {
                        for (String share : row[2].split(", ", -1)) {
                          assertShare(stated, share.split(" ", -1)[0], share.split(" ", -1)[1]);
                        }
                      }
                    }));
  }

  private static void assertShare(List<String> values, String value, String percent) {
    // Of a few hundred, as of intents that are stated, one more than of many.
    double tolerance = values.size() < 2_000 ? 7 : 2;
    assertThat(100.0 * Collections.frequency(values, value) / values.size())
        .as(value)
        .isCloseTo(Double.parseDouble(percent), Offset.offset(tolerance));
  }

  @Test
  void aPatternThatIsNotKnownIsLeftOutOrSaidToBeUnspecified() throws IOException {
    List<String> unknown =
        lines(1, 1_000, false)
            .lines()
            .filter(
                line ->
                    line.matches(".*\"pain\":\\{.*")
                        && !line.matches(PATTERN)
                        && line.endsWith("}"))
            .toList();

    assertThat(unknown).anyMatch(line -> line.contains("\"pattern\":\"unspecified\""));
    assertThat(unknown).anyMatch(line -> !line.contains("\"pattern\""));
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
