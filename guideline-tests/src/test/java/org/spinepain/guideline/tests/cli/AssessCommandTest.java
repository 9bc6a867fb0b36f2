package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.tests.oracle.RandomCases;

class AssessCommandTest {

  private static final String BAD_DATE =
      "\"error\":{\"path\":\"assessedOn\",\"found\":\"\\\"2025-06-31\\\"\","
          + "\"allowed\":\"a date of the calendar, as yyyy-MM-dd\"}}";

  @TempDir private Path folder;

  // Formats.

  @Test
  void textIsTheDefault() throws IOException {
    CommandRun run = CommandRun.of("assess", file("a.json", Cases.line("a")));

    assertThat(run)
        .isEqualTo(
            new CommandRun(0, AssessmentText.of(aCase("a"), assessment("a"), 80, false), ""));
  }

  @Test
  void severalTextsAreSetApartByARule() {
    CommandRun run = CommandRun.withInput(lines(Cases.line("a"), Cases.line("b")), "assess", "-");

    assertThat(run.out())
        .isEqualTo(
            AssessmentText.of(aCase("a"), assessment("a"), 80, false)
                + "\n"
                + "-".repeat(80)
                + "\n\n"
                + AssessmentText.of(aCase("b"), assessment("b"), 80, false));
  }

  @Test
  void textIsNeverStyledWithoutATerminal() {
    assertThat(CommandRun.withInput(Cases.line("a"), "assess", "-").out()).doesNotContain("\u001B");
  }

  @Test
  void textTakesTheWidthThatIsAskedFor() {
    CommandRun run = CommandRun.withInput(Cases.line("a"), "assess", "-", "--width", "50");

    assertThat(run.out()).isEqualTo(AssessmentText.of(aCase("a"), assessment("a"), 50, false));
  }

  @Test
  void jsonOfOneCaseIsAnObject() throws IOException {
    CommandRun run = CommandRun.of("assess", "--format", "json", file("a.json", Cases.line("a")));

    assertThat(run)
        .isEqualTo(new CommandRun(0, AssessmentDocuments.toJson(assessment("a")) + "\n", ""));
  }

  @Test
  void jsonOfOneLineIsAnObject() {
    CommandRun run = CommandRun.withInput(Cases.line("a"), "assess", "--format", "json", "-");

    assertThat(json(run).kind()).isEqualTo(DocumentNode.Kind.OBJECT);
  }

  @Test
  void jsonOfSeveralCasesIsAnArrayInTheirOrder() throws IOException {
    CommandRun run =
        CommandRun.withInput(
            lines(Cases.line("b"), Cases.line("a")),
            "assess",
            "--format=json",
            file("c.json", Cases.line("c")),
            "-");

    assertThat(run.exitCode()).isZero();
    assertThat(caseIds(run)).containsExactly("c", "b", "a");
  }

  @Test
  void jsonLeavesOutWhatIsRefusedAndStaysAnArray() {
    CommandRun run =
        CommandRun.withInput(
            lines(Cases.badLine("x"), Cases.line("a"), "{"), "assess", "--format=json", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(caseIds(run)).containsExactly("a");
    assertThat(run.errLines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "{", "{\n{"})
  void jsonOfNoValidCaseIsAnEmptyArray(String input) {
    assertThat(CommandRun.withInput(input, "assess", "--format=json", "-").out()).isEqualTo("[]\n");
  }

  @Test
  void ndjsonIsOneLineACase() throws IOException {
    CommandRun run =
        CommandRun.withInput(
            lines(Cases.line("a"), Cases.line("b")),
            "assess",
            "--format=ndjson",
            "-",
            file("c.yml", "{caseId: c, assessedOn: 2025-06-30, procedures: [{technique: other}]}"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.outLines().get(0)).isEqualTo(AssessmentDocuments.toCompactJson(assessment("a")));
    assertThat(run.outLines().get(1)).isEqualTo(AssessmentDocuments.toCompactJson(assessment("b")));
    assertThat(run.outLines().get(2)).startsWith("{\"caseId\":\"c\",");
  }

  @Test
  void anUnknownFormatIsToldWhichThereAre() {
    CommandRun run = CommandRun.of("assess", "a.json", "--format", "xml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .first()
        .asString()
        .endsWith("found \"xml\", allowed is text, json, ndjson");
  }

  // Assumptions.

  @Test
  void anAssumptionIsMadeAndTold() {
    String unknownCancer =
        Cases.line("a").replace("\"cancer\":\"absent\"", "\"cancer\":\"unknown\"");

    CommandRun asked = CommandRun.withInput(unknownCancer, "assess", "-");
    CommandRun assuming =
        CommandRun.withInput(unknownCancer, "assess", "-", "--assume", "cancer-absent");

    assertThat(asked.out()).contains("\nNot enough information.\n");
    assertThat(assuming.out())
        .contains("\nRecommended against.\n", "By whoever asked: cancer absent.");
  }

  @Test
  void severalAssumptionsAreMadeTogether() {
    String unknown =
        "{\"caseId\":\"a\",\"assessedOn\":\"2025-06-30\",\"patient\":{\"ageYears\":50},"
            + "\"pain\":{\"pattern\":\"axial\",\"duration\":\"P2Y\"},"
            + "\"procedures\":[{\"technique\":\"epidural-injection\",\"injectate\":\"steroid\"}]}";

    CommandRun run =
        CommandRun.withInput(
            unknown,
            "assess",
            "--assume",
            "cancer-absent",
            "--assume=inflammatory-arthropathy-absent",
            "-");

    assertThat(run.out())
        .contains("By whoever asked: cancer absent; inflammatory arthropathy absent.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"age-adult", "CANCER_ABSENT", "cancer-absent,pattern", ""})
  void anUnknownAssumptionIsToldWhichThereAre(String code) {
    CommandRun run = CommandRun.of("assess", "a.json", "--assume", code);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .first()
        .asString()
        .endsWith(
            "found \""
                + code
                + "\", allowed is cancer-absent, inflammatory-arthropathy-absent,"
                + " pattern-axial-or-radicular, injectate-local-anaesthetic-or-steroid");
  }

  // Usage.

  @Test
  void noFileIsBadUsage() {
    CommandRun run = CommandRun.of("assess");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly(
            "guideline: Missing required parameter: 'FILE'", "Try: guideline assess --help");
  }

  @Test
  void standardInputCanBeNamedOnce() {
    CommandRun run = CommandRun.of("assess", "-", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .first()
        .isEqualTo("guideline: Standard input (-) is named twice, and can be read once");
  }

  @Test
  void aWidthThatHoldsNoWordIsBadUsage() {
    CommandRun run = CommandRun.of("assess", "a.json", "--width", "19");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .first()
        .asString()
        .endsWith("found 19, allowed is a whole number from 20");
  }

  // Files that cannot be read.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing.json | there is no such file",
        "missing.ndjson | there is no such file",
        "folder.json | this is a directory, allowed is a file that ends in .json, .yaml, .yml or"
            + " .ndjson, or - for standard input",
        "case.txt | what this file holds is not known from its name, allowed is a file that ends in"
            + " .json, .yaml, .yml or .ndjson, or - for standard input"
      })
  void aFileThatCannotBeReadIsToldAndTheOthersGoOn(String name, String why) throws IOException {
    Files.createDirectory(folder.resolve("folder.json"));
    file("case.txt", Cases.line("c"));
    String bad = folder.resolve(name).toString();

    CommandRun run =
        CommandRun.of(
            "assess",
            "--format=ndjson",
            file("a.json", Cases.line("a")),
            bad,
            file("b.json", Cases.line("b")));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).containsExactly(bad + ": " + why);
    assertThat(run.outLines())
        .extracting(line -> line.substring(0, 12))
        .containsExactly("{\"caseId\":\"a", "{\"caseId\":\"b");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatTheSystemRefusesIsToldWithItsReason() throws IOException {
    Path loop = folder.resolve("loop.json");
    Files.createSymbolicLink(loop, loop);

    CommandRun run = CommandRun.of("assess", loop.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith(loop + ": this cannot be read: Too many levels of symbolic links");
  }

  @Test
  void whatIsNoNameOfAFileIsTold() {
    CommandRun run = CommandRun.of("assess", "a\0b.json");

    assertThat(run).isEqualTo(new CommandRun(2, "", "a\\u0000b.json: this is no name of a file\n"));
  }

  @Test
  void standardInputThatBreaksOffIsToldAndWhatWasReadIsAnswered() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        Shell.of(
            breakingOffAfter(Cases.line("a") + "\n" + Cases.line("b")),
            new PrintStream(out),
            new PrintStream(err));

    int exitCode = Guideline.run(shell, CommandRun::engine, "assess", "--format=ndjson", "-");

    assertThat(exitCode).isEqualTo(2);
    assertThat(out.toString(UTF_8)).startsWith("{\"caseId\":\"a\"").hasLineCount(1);
    assertThat(err.toString(UTF_8)).isEqualTo("-: this cannot be read: the cable came out\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A.JSON", "B.Yaml", "C.YML", "D.NDJSON"})
  void theEndingOfAFileMayBeInCapitals(String name) throws IOException {
    CommandRun run = CommandRun.of("assess", file(name, Cases.line("a")));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Case a,");
  }

  // Cases that are refused.

  @Test
  void aBadLineStandsInItsPlaceAndTheRestGoesOn() throws IOException {
    String file =
        file("cases.ndjson", lines(Cases.line("a"), Cases.badLine("b"), Cases.line("c"), "{"));

    CommandRun run = CommandRun.of("assess", "--format", "ndjson", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.outLines()).hasSize(4);
    assertThat(run.outLines().get(0)).startsWith("{\"caseId\":\"a\",\"assessedOn\"");
    assertThat(run.outLines().get(1)).isEqualTo("{\"line\":2,\"caseId\":\"b\"," + BAD_DATE);
    assertThat(run.outLines().get(2)).startsWith("{\"caseId\":\"c\",\"assessedOn\"");
    assertThat(run.outLines().get(3))
        .isEqualTo(
            "{\"line\":4,\"caseId\":null,\"error\":{\"path\":\"case\",\"found\":\"the end of the"
                + " document\",\"allowed\":\"a well-formed JSON document\"}}");
    assertThat(run.errLines())
        .containsExactly(
            file
                + ":2: assessedOn: found \"2025-06-31\", allowed is a date of the calendar, as"
                + " yyyy-MM-dd",
            file
                + ":4: case: found the end of the document, allowed is a well-formed JSON document");
  }

  @Test
  void aRefusedFileIsNamedWithTheLineInside() throws IOException {
    String file =
        file("bad.yaml", "# a comment\ncaseId: y\nassessedOn: 2025-06-31\nprocedures: [{}]\n");

    CommandRun run = CommandRun.of("assess", "--format=ndjson", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .isEqualTo(
            "{\"file\":\"" + escaped(file) + "\",\"line\":3,\"caseId\":\"y\"," + BAD_DATE + "\n");
    assertThat(run.err()).startsWith(file + ":3: assessedOn: found \"2025-06-31\", allowed is ");
  }

  @Test
  void aBadLineNamesItsFileWhenThereAreSeveral() throws IOException {
    String file = file("cases.ndjson", Cases.badLine("b"));

    CommandRun run =
        CommandRun.withInput(Cases.badLine("a"), "assess", "--format=ndjson", "-", file);

    assertThat(run.outLines())
        .containsExactly(
            "{\"file\":\"-\",\"line\":1,\"caseId\":\"a\"," + BAD_DATE,
            "{\"file\":\"" + escaped(file) + "\",\"line\":1,\"caseId\":\"b\"," + BAD_DATE);
  }

  @Test
  void whatIsNotUtf8IsAnErrorOfItsLineAlone() {
    byte[] in =
        (Cases.line("a") + "\n" + Cases.line("caf#") + "\n" + Cases.line("é")).getBytes(UTF_8);
    in[new String(in, UTF_8).indexOf('#')] = (byte) 0xE9;

    CommandRun run = CommandRun.withInput(in, "assess", "--format=ndjson", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.outLines().get(1))
        .isEqualTo(
            "{\"line\":2,\"caseId\":null,\"error\":{\"path\":\"case\",\"found\":\"the byte"
                + " 0xE9\",\"allowed\":\"text in UTF-8\"}}");
    assertThat(run.outLines().get(2)).startsWith("{\"caseId\":\"é\",");
  }

  @Test
  void aLineThatIsTooLongIsAnErrorOfThatLineAlone() {
    String tooLong = Cases.line("a").replace("{\"caseId", " ".repeat(1 << 20) + "{\"caseId");

    CommandRun run =
        CommandRun.withInput(lines(tooLong, Cases.line("b")), "assess", "--format=ndjson", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.outLines().get(0))
        .isEqualTo(
            "{\"line\":1,\"caseId\":null,\"error\":{\"path\":\"case\",\"found\":\"more than 1048576"
                + " bytes\",\"allowed\":\"a document of at most 1048576 bytes\"}}");
    assertThat(run.outLines().get(1)).startsWith("{\"caseId\":\"b\",");
  }

  @Test
  void aLineOfTheGreatestLengthIsRead() {
    String line = Cases.line("a");
    String longest = line + " ".repeat((1 << 20) - line.length());

    assertThat(CommandRun.withInput(longest + "\r\n", "assess", "-").exitCode()).isZero();
  }

  @Test
  void blankLinesAreSkippedAndCounted() {
    String in = "\n  \t\r\n" + Cases.line("a") + "\r\n\r\n" + Cases.badLine("b") + "\r\n";

    CommandRun run = CommandRun.withInput(in, "assess", "--format=ndjson", "-");

    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().get(0)).startsWith("{\"caseId\":\"a\",");
    assertThat(run.outLines().get(1)).isEqualTo("{\"line\":5,\"caseId\":\"b\"," + BAD_DATE);
  }

  @Test
  void nothingOnStandardInputIsNoError() {
    assertThat(CommandRun.withInput("", "assess", "-")).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void anErrorIsEscapedInJsonAndOnTheTerminal() {
    String line =
        "{\"caseId\":\"q\\\"\\u001b\\n\",\"assessedOn\":\"\\u001b[31m\\n\",\"procedures\":[{}]}";

    CommandRun run = CommandRun.withInput(line, "assess", "--format=ndjson", "-");

    DocumentNode error = json(run);
    assertThat(error.requiredField("caseId").text()).isEqualTo("q\"\u001B\n");
    assertThat(error.requiredField("error").requiredField("found").text())
        .isEqualTo("\"\\u001b[31m\\u000a\"");
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).doesNotContain("\u001B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson"})
  void onlyRefusedCasesAreNoSuccess(String format) {
    CommandRun run = CommandRun.withInput(Cases.badLine("a"), "assess", "--format", format, "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
  }

  // Many.

  @Test
  void ofManyLinesNoneIsLostAndTheOrderIsKept() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> input = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    int bad = 0;
    for (int i = 0; i < 2_000; i++) {
      int kind = random.nextInt(10);
      if (kind == 0) {
        input.add(random.nextInt(2) == 0 ? "" : " \t");
      } else if (kind == 1) {
        input.add(Cases.badLine("bad-" + i));
        expected.add("{\"line\":" + input.size() + ",\"caseId\":\"bad-" + i + "\"," + BAD_DATE);
        bad++;
      } else {
        ClinicalCase clinicalCase = RandomCases.caseNumber(11, i);
        input.add(Cases.line(clinicalCase));
        expected.add(AssessmentDocuments.toCompactJson(CommandRun.engine().assess(clinicalCase)));
      }
      if (random.nextInt(3) == 0) {
        input.set(input.size() - 1, input.get(input.size() - 1) + "\r");
      }
    }

    CommandRun run =
        CommandRun.withInput(String.join("\n", input), "assess", "--format=ndjson", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.outLines()).containsExactlyElementsOf(expected);
    assertThat(run.errLines()).hasSize(bad);
  }

  @Test
  void linesAreAnsweredWhileMoreAreToCome() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> answeredBeforeEachLine = new ArrayList<>();
    InputStream in =
        new Lines(
            List.of(Cases.line("a"), Cases.line("b"), Cases.line("c")),
            () -> answeredBeforeEachLine.add((int) out.toString(UTF_8).lines().count()));

    Guideline.run(
        Shell.of(in, new PrintStream(out), new PrintStream(new ByteArrayOutputStream())),
        CommandRun::engine,
        "assess",
        "--format=ndjson",
        "-");

    assertThat(answeredBeforeEachLine).containsExactly(0, 1, 2, 3);
  }

  // Standard output that is closed early.

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson"})
  void whenNobodyReadsItStopsQuietly(String format) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String many = (Cases.line("a") + "\n").repeat(100);

    int exitCode =
        Guideline.run(
            Shell.of(
                new ByteArrayInputStream(many.getBytes(UTF_8)),
                new PrintStream(new ClosedAfter(5_000)),
                new PrintStream(err)),
            CommandRun::engine,
            "assess",
            "--format",
            format,
            "-");

    assertThat(exitCode).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void whatWasRefusedBeforeNobodyReadIsStillNoSuccess() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String in = Cases.badLine("x") + "\n" + (Cases.line("a") + "\n").repeat(100);

    int exitCode =
        Guideline.run(
            Shell.of(
                new ByteArrayInputStream(in.getBytes(UTF_8)),
                new PrintStream(new ClosedAfter(5_000)),
                new PrintStream(err)),
            CommandRun::engine,
            "assess",
            "-");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("-:1: assessedOn: ").hasLineCount(1);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static String escaped(String file) {
    return file.replace("\\", "\\\\");
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static ClinicalCase aCase(String caseId) {
    return CaseDocuments.readJson(Cases.line(caseId));
  }

  private static Assessment assessment(String caseId) {
    return CommandRun.engine().assess(aCase(caseId));
  }

  private static DocumentNode json(CommandRun run) {
    return DocumentParser.json("output").parse(run.out());
  }

  private static List<String> caseIds(CommandRun run) {
    return json(run).items().stream().map(item -> item.requiredField("caseId").text()).toList();
  }

  /** Standard input that fails after this text. */
  private static InputStream breakingOffAfter(String text) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the cable came out");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(text.getBytes(UTF_8)), broken);
  }

  /** Standard input on which one line comes at a time. */
  private static final class Lines extends InputStream {

    private final List<String> lines;
    private final Runnable beforeEach;
    private int next;

    Lines(List<String> lines, Runnable beforeEach) {
      this.lines = lines;
      this.beforeEach = beforeEach;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read as much as there is");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      beforeEach.run();
      if (next == lines.size()) {
        return -1;
      }
      byte[] line = (lines.get(next++) + "\n").getBytes(UTF_8);
      System.arraycopy(line, 0, buffer, offset, line.length);
      return line.length;
    }
  }

  /** Standard output that is closed after so many bytes. */
  private static final class ClosedAfter extends OutputStream {

    private int left;

    ClosedAfter(int bytes) {
      this.left = bytes;
    }

    @Override
    public void write(int b) throws IOException {
      if (left-- <= 0) {
        throw new IOException("Broken pipe");
      }
    }
  }
}
