package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.tests.pack.PackSource;

/** {@code review --against} and {@code --against-rules}. */
class ReviewComparisonTest {

  @TempDir private Path folder;

  @Test
  void anotherPeriodIsComparedInTextJsonAndPage() throws IOException {
    String before = reviewed("2024", new ReferralLines().and(20, "A", "2024-06"));
    Path page = folder.resolve("page.html");

    CommandRun run =
        compared(
            before,
            new ReferralLines().and(12, "A", "2025-06").and(30, "B", "2025-07"),
            "--html",
            page.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "Compared with 2024-06, answered by ",
            "Requests, compared was is change Recommended against 20 42 +22",
            "Recommended against by clinic, compared was is change B 0 30 +30 A 20 12 -8");
    DocumentNode comparison = comparison();
    assertThat(comparison.requiredField("with").requiredField("months").items())
        .extracting(DocumentNode::text)
        .containsExactly("2024-06");
    assertThat(numbers(comparison, "clinic", 0, "total")).isEqualTo("was 20, is 12, change -8");
    assertThat(comparison.requiredField("tables").entries())
        .doesNotContainKeys("month", "month-and-clinic");
    PageDocument html = PageDocument.of(Files.readString(page));
    assertThat(html.table("compared-requests"))
        .containsExactly(
            "Recommended against 20 42 +22",
            "No recommendation 0 0 0",
            "Not enough information 0 0 0",
            "All 20 42 +22");
    assertThat(html.table("compared-clinic")).containsExactly("B 0 30 +30", "A 20 12 -8");
  }

  @Test
  void theLargestChangesAreShownAndTheOthersAreInTheTables() throws IOException {
    ReferralLines large = new ReferralLines();
    ReferralLines now = new ReferralLines();
    for (int clinic = 10; clinic < 41; clinic++) {
      large.and(clinic, "c" + clinic, "2024-06");
      now.and(clinic, "c" + clinic, "2025-06");
    }
    String before = reviewed("2024", large.and(30, "gone", "2024-06").and(6, "small", "2024-06"));
    Path page = folder.resolve("page.html");
    Path tables = folder.resolve("tables");

    CommandRun run =
        compared(
            before,
            now.and(25, "small", "2025-06").and(3, "new", "2025-06"),
            "--html",
            page.toString(),
            "--csv",
            tables.toString());

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "by clinic, compared, the 10 largest changes was is change gone 30 0 -30 small 6 25 +19",
            "and 24 more; --csv has them all");
    PageDocument html = PageDocument.of(Files.readString(page));
    assertThat(html.table("compared-clinic"))
        .hasSize(30)
        .startsWith("gone 30 0 -30", "small 6 25 +19");
    assertThat(html.text()).contains("And 4 more of them; the tables in CSV have them all.");
    assertThat(Files.readAllLines(tables.resolve("comparison.csv")))
        .startsWith("table,group,second group,count,was,is,change")
        .contains(
            "clinic,gone,,recommend-against,30,0,-30",
            "clinic,new,,recommend-against,0,withheld,withheld",
            "pattern,axial,,total,811,803,-8",
            "clinic-and-recommendation,small,axial-epidural,recommend-against,6,25,19");
    assertThat(Files.readString(tables.resolve("about.csv")))
        .contains("compared with: months,2024-06\r\n", "compared with: edition,2025\r\n")
        .doesNotContain("not compared");
  }

  @Test
  void madeUpReferralsOfAnEarlierSummaryAreToldInTextJsonAndPage() throws IOException {
    String before = reviewed("2024", new ReferralLines().and(20, "made-up-clinic-A", "2024-06"));
    Path page = folder.resolve("page.html");

    CommandRun run =
        compared(
            before,
            new ReferralLines().and(12, "A", "2025-06"),
            "--html",
            page.toString(),
            "--csv",
            folder.resolve("tables").toString());

    String made = "the referrals with which it is compared were made up by a program";
    assertThat(run.out().replaceAll("\\s+", " ")).contains(made);
    assertThat(Files.readString(page)).contains(made);
    assertThat(PageDocument.of(Files.readString(page)).onEverySheet())
        .containsExactly(
            "Compared with made-up referrals: what stands under \"Was\" and \"Change\" is no data.");
    assertThat(folder.resolve("tables/made-up-comparison.csv")).exists();
    assertThat(folder.resolve("tables/clinic.csv")).exists();
    assertThat(comparison().requiredField("with").requiredField("madeUp").bool()).isTrue();
    compared(
        reviewed("real", new ReferralLines().and(20, "A", "2024-06")),
        new ReferralLines().and(12, "A", "2025-06"));
    assertThat(comparison().requiredField("with").requiredField("madeUp").bool()).isFalse();
  }

  @Test
  void whereEitherWithholdsANumberThereIsNoDifference() throws IOException {
    String before =
        reviewed(
            "2024",
            new ReferralLines()
                .and(40, "A", "2024-06")
                .and(3, "B", "2024-06")
                .and(9, "C", "2024-06"));

    CommandRun run =
        compared(
            before,
            new ReferralLines()
                .and(40, "A", "2025-06")
                .and(30, "B", "2025-06")
                .and(9, "C", "2025-06"));

    assertThat(run.out().replaceAll("\\s+", " ")).contains("B withheld 30 withheld");
    assertThat(numbers(comparison(), "clinic", 0, "recommend-against"))
        .isEqualTo("was 40, is 40, change 0");
    assertThat(numbers(comparison(), "clinic", 1, "recommend-against"))
        .isEqualTo("was null, is 30, change null");
  }

  @Test
  void ofTheSameMonthsATableOfWhichANumberIsWithheldIsNotCompared() throws IOException {
    String before =
        reviewed("once", new ReferralLines().and(40, "A", "2025-06").and(3, "B", "2025-06"));

    CommandRun run =
        compared(
            before,
            new ReferralLines().and(40, "A", "2025-06").and(30, "B", "2025-06"),
            "--csv",
            folder.resolve("tables").toString());

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("not compared, since a number in them is withheld: clinic, month and clinic");
    DocumentNode comparison = comparison();
    assertThat(comparison.requiredField("tables").entries())
        .containsKeys("requests", "technique", "month")
        .doesNotContainKeys("clinic", "month-and-clinic", "clinic-and-recommendation");
    assertThat(comparison.requiredField("notCompared").items())
        .extracting(DocumentNode::text)
        .containsExactly("clinic", "month-and-clinic", "clinic-and-recommendation");
    assertThat(folder.resolve("tables/comparison.csv"))
        .content()
        .contains("\nmonth,2025-06,,total,43,70,27")
        .doesNotContain("clinic");
    assertThat(folder.resolve("tables/about.csv")).content().contains("\nnot compared,clinic\r\n");
  }

  @Test
  @Tag("thorough")
  void theSameReferralsAreComparedByTheRulesOfAnotherEdition() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    // Pain of 27 months would not be chronic.
    for (Map.Entry<String, String> file :
        PackSource.bundled()
            .describedWith("chronicMonths = 3", "chronicMonths = 60")
            .files()
            .entrySet()) {
      Path path = rules.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }

    CommandRun run =
        run(new ReferralLines().and(12, "A", "2025-06"), "--against-rules", rules.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Recommended against 0 12 +12", "No recommendation 12 0 -12");
    assertThat(numbers(comparison(), "clinic", 0, "recommend-against"))
        .isEqualTo("was 0, is 12, change 12");

    CommandRun back =
        run(
            new ReferralLines().and(12, "A", "2025-06"),
            "--rules",
            rules.toString(),
            "--against-rules",
            "bundled");

    assertThat(back.out().replaceAll("\\s+", " "))
        .contains("Recommended against 12 0 -12", "No recommendation 0 12 +12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"requests": {}  | line 1: found no JSON, or more than one document, allowed is a summary
          []               | the document: found a list, allowed is an object, as review writes it
          {"requests": {}} | madeUp: found nothing, allowed is true or false, as review writes it
          {"madeUp": 1} 2  | line 1: found no JSON, or more than one document, allowed is a summary
          """)
  void whatIsNoSummaryIsToldWithThePlaceInIt(String text, String words) throws IOException {
    Path before = Files.writeString(folder.resolve("before.json"), text);

    CommandRun run = compared(before.toString(), new ReferralLines().and(6, "A", "2025-06"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("guideline: " + before + ": " + words);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("s.json")).doesNotExist();
  }

  @Test
  void aNumberBelowZeroOrATextIsNoCount() throws IOException {
    String before = reviewed("2024", new ReferralLines().and(20, "A", "2024-06"));
    for (String[] wrong :
        new String[][] {
          {"-20", "-20"}, {"\"20\"", "a text"}, {"2.5", "a number with a fraction or an exponent"}
        }) {
      Path damaged =
          Files.writeString(
              folder.resolve("damaged.json"),
              Files.readString(Path.of(before)).replaceFirst("(against\" : )20", "$1" + wrong[0]));

      assertThat(
              compared(damaged.toString(), new ReferralLines().and(6, "A", "2025-06")).errLines())
          .first()
          .asString()
          .contains(
              "requests.recommend-against: found "
                  + wrong[1]
                  + ", allowed is a whole number from 0 or null, as review writes it with --json");
    }
  }

  @Test
  void aSummaryThatShowsSmallerCountsThanThisReviewIsRefused() throws IOException {
    String before = reviewed("2024", new ReferralLines().and(20, "A", "2024-06"));
    String written = Files.readString(Path.of(before));
    ReferralLines now = new ReferralLines().and(6, "A", "2025-06");

    Files.writeString(Path.of(before), written.replace("threshold\" : 5", "threshold\" : 4"));
    CommandRun refused = compared(before, now);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).contains("threshold: found 4, allowed is 5 or more");
    assertThat(compared(before, now, "--threshold", "4").exitCode()).isZero();

    Files.writeString(Path.of(before), written.replace("threshold\" : 5", "threshold\" : 0"));
    assertThat(compared(before, now).err())
        .contains("threshold: found 0, allowed is a whole number from 1 to 1000");
  }

  @Test
  void ofTheSameMonthsNothingIsComparedThatTellsThatFewRequestsDiffer() throws IOException {
    String before =
        reviewed(
            "once",
            new ReferralLines()
                .and(40, "A", "2025-06")
                .and(20, "B", "2025-06")
                .and(40, "A", "2025-07")
                .and(20, "B", "2025-07"));

    // By clinic 3 more and 3 fewer, though each month and clinic differs by 7 or 10.
    CommandRun run =
        compared(
            before,
            new ReferralLines()
                .and(50, "A", "2025-06")
                .and(10, "B", "2025-06")
                .and(33, "A", "2025-07")
                .and(27, "B", "2025-07"));

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("could be told from them: clinic, month and clinic, clinic and recommendation.");
    assertThat(comparison().requiredField("notCompared").items())
        .extracting(DocumentNode::text)
        .containsExactly("clinic", "month-and-clinic", "clinic-and-recommendation");
    assertThat(comparison().requiredField("tables").entries())
        .containsKeys("requests", "technique", "month")
        .doesNotContainKeys("clinic", "month-and-clinic", "clinic-and-recommendation");
  }

  @Test
  void ofTheSameMonthsNothingIsComparedWhereFewRequestsMoreWereCounted() throws IOException {
    String before = reviewed("once", new ReferralLines().and(40, "A", "2025-06"));

    compared(before, new ReferralLines().and(43, "A", "2025-06"));

    assertThat(comparison().requiredField("tables").entries().keySet())
        .doesNotContain("requests", "technique", "clinic", "month", "recommendation");
  }

  @Test
  void whereNotAllMonthsAreTheSameNothingIsComparedByMonth() throws IOException {
    String before =
        reviewed("once", new ReferralLines().and(20, "A", "2025-06").and(30, "A", "2025-07"));

    CommandRun run =
        compared(before, new ReferralLines().and(30, "A", "2025-07").and(20, "A", "2025-08"));

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Not all of their months are the same, so that nothing is compared by month.");
    assertThat(comparison().requiredField("tables").entries())
        .containsKeys("requests", "clinic")
        .doesNotContainKeys("month", "month-and-clinic");
  }

  @Test
  void thatOtherAssumptionsWereMadeIsTold() throws IOException {
    String before = reviewed("2024", new ReferralLines().and(20, "A", "2024-06"));

    CommandRun run =
        compared(before, new ReferralLines().and(20, "A", "2025-06"), "--assume", "cancer-absent");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("What was assumed differs: there none, here cancer-absent.")
        .doesNotContain("The overlays that adapt");
  }

  @Test
  void badUsageIsTold() throws IOException {
    ReferralLines referrals = new ReferralLines().and(6, "A", "2025-06");
    assertThat(run(referrals, "--against", "none.json").err())
        .contains("none.json cannot be read: there is no such file");
    assertThat(run(referrals, "--against", "a.json", "--against-rules", "b").err())
        .contains("--against and --against-rules: allowed is one of them");
    assertThat(run(referrals, "--against-rules", folder.resolve("none").toString()).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  private String reviewed(String name, ReferralLines referrals) throws IOException {
    Path json = folder.resolve(name + ".json");
    CommandRun run =
        CommandRun.of(
            "review", referrals.to(folder.resolve(name + ".ndjson")), "--json", json.toString());
    assertThat(run.exitCode()).isZero();
    return json.toString();
  }

  private CommandRun compared(String before, ReferralLines referrals, String... more)
      throws IOException {
    return run(
        referrals,
        Stream.concat(Stream.of("--against", before), Stream.of(more)).toArray(String[]::new));
  }

  private CommandRun run(ReferralLines referrals, String... more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "review",
                referrals.to(folder.resolve("r.ndjson")),
                "--json",
                folder.resolve("s.json").toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  private DocumentNode comparison() throws IOException {
    return DocumentParser.json("summary")
        .parse(Files.readAllBytes(folder.resolve("s.json")))
        .requiredField("comparison");
  }

  private static String numbers(DocumentNode comparison, String table, int row, String name) {
    DocumentNode numbers =
        comparison
            .requiredField("tables")
            .requiredField(table)
            .items()
            .get(row)
            .requiredField(name);
    return "was %s, is %s, change %s"
        .formatted(number(numbers, "was"), number(numbers, "is"), number(numbers, "change"));
  }

  private static String number(DocumentNode numbers, String name) {
    DocumentNode number = numbers.requiredField(name);
    return number.isNull() ? "null" : Integer.toString(number.wholeNumber());
  }
}
