package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;

class ReviewCommandTest {

  @TempDir private Path folder;

  @Test
  void theSummaryTellsTheCountsTheCostAndTheHarms() throws IOException {
    CommandRun run = CommandRun.of("review", file("r.ndjson", referrals(12)));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "Referrals, 2025-06 ",
            ". 12 cases with 12 requests: 12 recommended against, 0 no recommendation (which is no"
                + " support), 0 not enough information.",
            "12,000 to 60,000 USD, at about 1,000 to 5,000 USD a procedure (digest only;"
                + " Practitioner",
            "prolonged pain or stiffness in 8.6%",
            "(digest only; Practitioner digest of the guideline. HCN, hcn.health) These rates are"
                + " not multiplied by the count.",
            "axial-epidural 12",
            "clinic-1 12 0 0 12",
            "by default: treatment as the intent 12",
            "Of 12 persons, 0 had the same technique requested more than once",
            "Contested, checked to 2025-11.");
  }

  @Test
  void aBareCaseDocumentIsAReferralToo() {
    CommandRun run =
        CommandRun.withInput((Cases.line("c") + "\n").repeat(6), "review", "-", "--threshold", "1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("6 cases with 6 requests: 6 recommended against");
  }

  @Test
  void smallCountsAreWithheld() throws IOException {
    CommandRun run = CommandRun.of("review", file("r.ndjson", referrals(4)));

    assertThat(run.out()).contains("withheld cases with withheld requests").doesNotContain("4,000");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Had those recommended against been done: withheld, at about 1,000")
        .contains(
            "Whether there are any is withheld, since it could tell a count that is withheld above.",
            "by default: treatment as the intent withheld")
        .doesNotContain("any column");
  }

  @Test
  void whatIsNoReferralIsToldByItsLineWithoutWhatWasFound() throws IOException {
    String file = file("r.ndjson", referrals(6) + "\n" + Cases.badLine("secret") + "\n{\"case\"\n");

    CommandRun run = CommandRun.of("review", file, "--threshold", "1");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).contains("6 cases with 6 requests");
    assertThat(run.errLines())
        .containsExactly(
            file + ":8: assessedOn: allowed is a date of the calendar, as yyyy-MM-dd",
            file + ":9: referral: allowed is a well-formed JSON document");
    assertThat(run.out() + run.err()).doesNotContain("secret", "2025-06-31");
  }

  @Test
  void jsonAndTablesHoldTheSameNumbers() throws IOException {
    Path json = folder.resolve("s.json");
    Path tables = folder.resolve("tables");

    CommandRun run =
        CommandRun.of(
            "review",
            file("r.ndjson", referrals(12)),
            "--json",
            json.toString(),
            "--csv",
            tables.toString());

    assertThat(run.exitCode()).isZero();
    DocumentNode summary = DocumentParser.json("summary").parse(Files.readAllBytes(json));
    assertThat(summary.requiredField("requests").requiredField("recommend-against").wholeNumber())
        .isEqualTo(12);
    assertThat(summary.requiredField("cost").requiredField("high").wholeNumber()).isEqualTo(60_000);
    DocumentNode harms = summary.requiredField("harms");
    assertThat(harms.requiredField("text").text()).contains("8.6%");
    assertThat(harms.requiredField("status").text()).isEqualTo("digest-only");
    assertThat(harms.requiredField("source").text()).isEqualTo("hcn-digest#harms");
    assertThat(harms.requiredField("citation").text()).startsWith("Practitioner digest");
    assertThat(harms.requiredField("reading").text()).isEqualTo("source");
    DocumentNode clinic =
        summary.requiredField("tables").requiredField("month-and-clinic").items().get(0);
    assertThat(clinic.requiredField("month").text()).isEqualTo("2025-06");
    assertThat(clinic.requiredField("clinic").text()).isEqualTo("clinic-1");
    assertThat(clinic.requiredField("recommend-against").wholeNumber()).isEqualTo(12);
    assertThat(tables.resolve("clinic.csv"))
        .hasContent(
            "clinic,recommend-against,no-recommendation,insufficient-information,total\r\n"
                + "clinic-1,12,0,0,12");
    assertThat(Files.readString(tables.resolve("about.csv")))
        .contains(
            "requests: recommend-against,12\r\n",
            "\"cost, high, USD\",60000\r\n\"cost, status\",digest-only\r\n\"cost, source\",",
            "\"harms, status\",digest-only\r\n",
            "\"harms, source\",\"Practitioner digest of the guideline.");
    assertThat(names(folder)).containsExactly("r.ndjson", "s.json", "tables");
  }

  @Test
  void aNumberThatIsWithheldIsNullAndToldInTables() throws IOException {
    Path json = folder.resolve("s.json");
    Path tables = folder.resolve("tables");

    CommandRun.of(
        "review",
        file("r.ndjson", referrals(3)),
        "--json",
        json.toString(),
        "--csv",
        tables.toString());

    assertThat(
            DocumentParser.json("summary")
                .parse(Files.readAllBytes(json))
                .requiredField("cases")
                .isNull())
        .isTrue();
    assertThat(tables.resolve("technique.csv")).content().contains("epidural-injection,withheld,");
  }

  @Test
  void noCodeOfAPersonIsWrittenAnywhere() throws IOException {
    Path tables = folder.resolve("out/tables");
    Files.createDirectory(folder.resolve("out"));

    CommandRun run =
        CommandRun.of(
            "review",
            file("r.ndjson", referrals(30)),
            "--threshold",
            "1",
            "--json",
            folder.resolve("out/s.json").toString(),
            "--html",
            folder.resolve("out/s.html").toString(),
            "--csv",
            tables.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(folder.resolve("out/s.html")).content().contains("Recommended against", "clinic-1");
    assertThat(run.out() + run.err() + contents(folder.resolve("out")))
        .contains("clinic-1")
        .doesNotContain("person-", "case-");
  }

  @Test
  void aClinicIsNoFormulaInATableAndAllOfItIsSeen() throws IOException {
    Path tables = folder.resolve("tables");

    CommandRun.of(
        "review",
        file("r.ndjson", referrals(6).replace("clinic-1", "=1\\u0000\\u202e+1")),
        "--csv",
        tables.toString());

    assertThat(tables.resolve("clinic.csv")).content().contains("\n'=1\\u0000\\u202e+1,6,");
  }

  @Test
  void aFileThatWasCutOffGivesNoSummary() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(referrals(200).getBytes(UTF_8));
    }
    Path whole = Files.write(folder.resolve("whole.ndjson.gz"), packed.toByteArray());
    Path cut =
        Files.write(
            folder.resolve("cut.ndjson.gz"),
            Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
    Path json = Files.writeString(folder.resolve("s.json"), "as before");

    assertThat(CommandRun.of("review", whole.toString()).out()).contains("200 cases");
    CommandRun run = CommandRun.of("review", cut.toString(), "--json", json.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "guideline: "
                + cut
                + ": this file was cut off: it ends before its gzip does; there is no summary\n");
    assertThat(json).hasContent("as before");
    assertThat(names(folder)).containsExactly("cut.ndjson.gz", "s.json", "whole.ndjson.gz");
  }

  @Test
  void whatIsNoGzipIsTold() throws IOException {
    assertBad("this is no gzip, or a damaged one", file("r.ndjson.gz", "plain"));
  }

  @Test
  void filesThatCannotBeUsedAreTold() throws IOException {
    assertBad("there is no such file", folder.resolve("none.ndjson").toString());
    assertBad("allowed is a file that ends in .ndjson, .csv,", file("r.txt", ""));
    assertBad("allowed is CSV with a mapping", file("r.csv", "A"));
    assertBad(
        "this is a directory, allowed is a file",
        Files.createDirectory(folder.resolve("d.ndjson")).toString());
    if (Files.exists(Path.of("/dev/null"))) {
      Path device = Files.createSymbolicLink(folder.resolve("p.ndjson"), Path.of("/dev/null"));
      assertBad("this is a pipe or device, allowed is a file, or -", device.toString());
      Files.delete(device);
    }
  }

  @Test
  void badUsageIsTold() throws IOException {
    String file = file("r.ndjson", referrals(6));
    assertBad("found 0, allowed is a whole number from 1 to 1000", file, "--threshold", "0");
    assertBad("Standard input (-) is named twice", "-", "-");
    assertBad("allowed is a file", file, "--json", folder.toString());
    assertBad("--json: found a folder or device at /dev/null", file, "--json", "/dev/null");
    assertBad("--html: found a folder or device at", file, "--html", folder.toString());
    String inNone = folder.resolve("none/s.json").toString();
    for (String option : List.of("--json", "--html", "--csv", "--counts")) {
      assertBad(
          option + ": found " + inNone + ", allowed is a name in a folder", file, option, inNone);
    }
    assertBad("allowed is a new or an empty folder", file, "--csv", folder.toString());
    assertBad(
        "m.yaml:1: columns.clinik: found \"A\", allowed is the name of a field: one of caseId,",
        file,
        "--mapping",
        file("m.yaml", "columns: {clinik: A}"));
  }

  @Test
  void anOutputThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path json = folder.resolve("s.json");

    CommandRun run =
        CommandRun.of(
            "review",
            file("r.ndjson", referrals(6)),
            "--json",
            json.toString(),
            "--html",
            folder.resolve("s.html").toString(),
            "--csv",
            folder.resolve("t".repeat(250)).toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_FINISHED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "guideline: the summary cannot be written: --csv "
                + folder.resolve("t".repeat(250))
                + ": ");
    assertThat(names(folder)).containsExactly("r.ndjson");
  }

  @Test
  void howManyThreadsCountChangesNothing() throws IOException {
    Path file = folder.resolve("m.ndjson");
    assertThat(
            CommandRun.of("referrals", "--count", "300", "--plant", "--out", file.toString())
                .exitCode())
        .isZero();

    CommandRun one = CommandRun.of("review", file.toString(), "--threads", "1");
    CommandRun four = CommandRun.of("review", file.toString(), "--threads", "4");

    assertThat(one.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(four).isEqualTo(one);
  }

  @Test
  void theRateOfTheReviewIsToldBesideThatOfTheEngine() throws IOException {
    CommandRun run = CommandRun.of("review", file("r.ndjson", referrals(12)), "--rate");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .matches(
            "12 cases reviewed in [\\d.]+ s \\([\\d,]+/s\\), the start included; once more, warm,"
                + " in [\\d.]+ s \\([\\d,]+/s\\); the engine alone answers them, read before, in"
                + " [\\d.]+ s \\([\\d,]+/s\\): the review takes [\\d.]+ times as long\n");
    assertThat(CommandRun.of("review", file("none.ndjson", ""), "--rate").err())
        .isEqualTo("0 cases reviewed, so there is no rate\n");
    assertBad("--rate goes with files of referrals, which are read again", "-", "--rate");
  }

  @Test
  void theExampleExportIsReviewed() {
    CommandRun run =
        CommandRun.of(
            "review",
            "--mapping",
            "examples/referrals/mapping.yaml",
            "examples/referrals/export.csv");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).contains("Recommended against, by recommendation");
    assertThat(run.errLines()).allMatch(line -> line.startsWith("examples/referrals/export.csv:"));
  }

  @Test
  void madeUpReferralsSayThatTheyAre() {
    CommandRun run = CommandRun.of("referrals", "--count", "3");

    assertThat(run.outLines()).hasSize(3).allMatch(line -> line.contains("\"made-up-"));
    assertThat(run.err()).isEqualTo("3 made-up referrals: no data, nothing in them was observed\n");
  }

  @Test
  void aFileThatIsNamedTwiceIsToldAndNotCountedTwice() throws IOException {
    String file = file("r.ndjson", referrals(6));
    String link =
        Files.createSymbolicLink(folder.resolve("link.ndjson"), Path.of("r.ndjson")).toString();
    String hard = Files.createLink(folder.resolve("hard.ndjson"), Path.of(file)).toString();
    String counts = folder.resolve("r.counts").toString();
    assertThat(CommandRun.of("review", file, "--counts", counts).exitCode()).isZero();

    assertBad(
        hard + ": found the same file as " + file + ", allowed is each file once", file, hard);
    assertBad(
        link + ": found the same file as " + file + ", allowed is each file once", file, link);
    assertBad(
        "r.counts: found the same file as", counts, file, folder.resolve("./r.counts").toString());
  }

  @Test
  void aPatternIsNotPlantedInAMonthThatIsNotThere() {
    CommandRun run = CommandRun.of("referrals", "--count", "3", "--plant", "--months", "7");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--months: found 7, allowed is with --plant 8 or more");
    assertThat(CommandRun.of("referrals", "--count", "3", "--plant", "--months", "8").exitCode())
        .isZero();
  }

  private void assertBad(String message, String... args) {
    List<String> all = Stream.concat(Stream.of("review"), Arrays.stream(args)).toList();
    CommandRun run = CommandRun.of(all.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Referrals that are recommended against, of one clinic, each of another person. */
  private static String referrals(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines
          .append("{\"referral\": {\"clinic\": \"clinic-1\", \"person\": \"person-" + i + "\"}, ")
          .append("\"case\": " + Cases.line("case-" + i) + "}\n");
    }
    return lines.toString();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .collect(Collectors.joining());
    }
  }
}
