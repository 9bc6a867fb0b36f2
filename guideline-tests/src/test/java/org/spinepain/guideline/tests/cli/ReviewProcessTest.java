package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.tests.process.OtherJvm;
import org.spinepain.guideline.tests.process.PlainProcess;

/** The commands in processes of their own: with little memory, interrupted, and out of space. */
@Tag("thorough")
class ReviewProcessTest {

  /** More than a pipe holds. */
  private static final int MANY_LINES = 10_000;

  private static final int ATTEMPTS = 20;

  /** A review has a part of the referrals in memory for each processor. */
  private static final List<String> SMALL = List.of("-Xmx96m", "-XX:ActiveProcessorCount=2");

  @TempDir private Path folder;

  @Test
  void manyReferralsAreReviewedUnder96Megabytes() throws Exception {
    Path referrals = folder.resolve("made-up.ndjson.gz");
    Path summary = folder.resolve("summary.json");

    assertThat(run("referrals", "--count", "200000", "--out", referrals)).isZero();
    assertThat(run("review", referrals, "--json", summary)).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(summary).content().contains("\"threshold\" : 5");
  }

  @Test
  void longRecordsAreReviewedUnder96Megabytes() throws Exception {
    int records = 300;
    Path referrals = folder.resolve("long.ndjson.gz");
    Path summary = folder.resolve("summary.json");
    byte[] line = Arrays.copyOf(Cases.line("c").getBytes(UTF_8), 1_000_000);
    Arrays.fill(line, Cases.line("c").length(), line.length - 1, (byte) ' ');
    line[line.length - 1] = '\n';
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(referrals))) {
      for (int i = 0; i < records; i++) {
        out.write(line);
      }
    }

    assertThat(run("review", referrals, "--json", summary)).isZero();

    assertThat(summary).content().contains("\"cases\" : " + records);
  }

  /** Of 300 rows the first 180 are three cases, the others cases of their own. */
  @Test
  void longRowsAreReviewedUnder96Megabytes() throws Exception {
    Path referrals = folder.resolve("long.csv.gz");
    Path summary = folder.resolve("summary.json");
    Path mapping =
        Files.writeString(
            folder.resolve("mapping.yaml"),
            """
            columns: {caseId: REF, procedure.technique: PROC}
            constants: {assessedOn: 2025-06-30}
            """);
    String rest = ",other," + "x".repeat(900_000) + "\n";
    try (Writer out =
        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(referrals)), UTF_8)) {
      out.write("REF,PROC,NOTE\n");
      for (int i = 0; i < 300; i++) {
        out.write((i < 180 ? "long-" + i / 60 : "own-" + i) + rest);
      }
    }

    assertThat(run("review", "--mapping", mapping, referrals, "--json", summary))
        .isEqualTo(ExitCode.BAD_INPUT);

    assertThat(summary).content().contains("\"cases\" : 120,");
    String refused =
        ": record: allowed is rows of one case with at most 1048576 characters together";
    assertThat(folder.resolve("errors"))
        .hasContent(
            Stream.of(2, 62, 122)
                .map(line -> referrals + ":" + line + refused)
                .collect(Collectors.joining("\n")));
  }

  @Test
  void anInterruptLeavesNoHalfWrittenFile() throws Exception {
    Path referrals = folder.resolve("made-up.ndjson");
    Process process = process("referrals", "--count", "100000000", "--out", referrals).start();
    while (size() < 1_000_000) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(20);
    }

    process.toHandle().destroy();

    assertThat(process.waitFor()).isEqualTo(ExitCode.NOT_FINISHED);
    assertThat(names()).containsExactly("errors", "out");
  }

  @Test
  void anInterruptedReviewWritesNothing() throws Exception {
    Path summary = folder.resolve("summary.json");
    Process process = process("review", "-", "--json", summary).start();
    try (Writer in = process.outputWriter()) {
      for (int i = 0; i < MANY_LINES; i++) {
        in.append(Cases.line("c" + i)).append('\n');
      }
      in.flush();
      process.toHandle().destroy();

      assertThat(process.waitFor()).isEqualTo(ExitCode.NOT_FINISHED);
    }
    assertThat(names()).containsExactly("errors", "out");
    assertThat(folder.resolve("errors")).hasContent("guideline: interrupted; there is no summary");
    assertThat(folder.resolve("out")).isEmptyFile();
  }

  @Test
  void aReviewThatIsInterruptedWhileItWritesLeavesWholeFilesOrNone() throws Exception {
    Path referrals = folder.resolve("made-up.ndjson");
    Files.write(referrals, IntStream.range(0, 2_000).mapToObj(i -> Cases.line("c" + i)).toList());
    boolean interrupted = false;
    for (int i = 0; i < ATTEMPTS && !interrupted; i++) {
      interrupted = isInterruptedWhileItWrites(referrals);
    }

    assertThat(interrupted).isTrue();
    assertThat(names()).contains("errors", "made-up.ndjson").noneMatch(n -> n.startsWith("."));
    assertThat(folder.resolve("errors"))
        .hasContent("guideline: interrupted; each output of the summary is whole or not there");
    if (Files.exists(folder.resolve("s.json"))) {
      assertThat(folder.resolve("s.json")).content().endsWith("}\n");
    }
    if (Files.exists(folder.resolve("s.html"))) {
      assertThat(folder.resolve("s.html")).content().endsWith("</html>\n");
    }
  }

  /** Whether the review was not done before it could be interrupted. */
  private boolean isInterruptedWhileItWrites(Path referrals) throws Exception {
    for (String output : List.of("s.json", "s.csv", "s.counts", "s.html")) {
      delete(folder.resolve(output));
    }
    Process process = process(review(referrals)).start();
    while (process.isAlive() && names().stream().noneMatch(name -> name.startsWith(".s."))) {
      Thread.sleep(1);
    }

    process.toHandle().destroy();

    assertThat(process.waitFor()).isIn(ExitCode.NOT_FINISHED, ExitCode.DONE);
    return process.exitValue() == ExitCode.NOT_FINISHED;
  }

  @Test
  void aReviewThatFindsTheDiskFullLeavesNothing() throws Exception {
    Path referrals = folder.resolve("made-up.ndjson");
    assertThat(run("referrals", "--count", "50", "--out", referrals)).isZero();

    // The page is larger than this, the other outputs are not.
    assertThat(runLimited(review(referrals))).isEqualTo(ExitCode.NOT_FINISHED);

    assertThat(folder.resolve("errors"))
        .content()
        .contains(
            "guideline: the summary cannot be written: --html "
                + folder.resolve("s.html")
                + ": File too large");
    assertThat(names()).containsExactly("errors", "made-up.ndjson", "out");
    assertThat(folder.resolve("out")).isEmptyFile();
  }

  @Test
  void aFullDiskIsToldAndLeavesNothing() throws Exception {
    Path referrals = folder.resolve("made-up.ndjson");

    assertThat(runLimited("referrals", "--count", "100000", "--out", referrals))
        .isEqualTo(ExitCode.NOT_FINISHED);

    assertThat(folder.resolve("errors"))
        .content()
        .startsWith("guideline: " + referrals + " cannot be written: ");
    assertThat(names()).containsExactly("errors", "out");
  }

  /** {@code script} gives a terminal as standard input, output and error, unless redirected. */
  @ParameterizedTest
  @CsvSource({"2>errors, false", "</dev/null >out, true"})
  void howFarItIsIsShownWhereStandardErrorIsATerminal(String redirected, boolean shown)
      throws Exception {
    Path referrals = folder.resolve("made-up.ndjson");
    assertThat(run("referrals", "--count", "50", "--out", referrals)).isZero();
    String command =
        OtherJvm.command(List.of(), Guideline.class, "review", "--threads", "1", referrals).stream()
            .map(argument -> "'" + argument + "'")
            .collect(Collectors.joining(" ", "", " " + redirected));

    Process terminal =
        PlainProcess.of(List.of("script", "-qc", command, "/dev/null"))
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("terminal").toFile())
            .start();
    terminal.waitFor();

    assertThat(Files.readString(folder.resolve("terminal")).contains("Reviewing")).isEqualTo(shown);
    assertThat(folder.resolve("errors")).content().doesNotContain("Reviewing");
  }

  private Object[] review(Path referrals) {
    return new Object[] {
      "review",
      referrals,
      "--json",
      folder.resolve("s.json"),
      "--csv",
      folder.resolve("s.csv"),
      "--counts",
      folder.resolve("s.counts"),
      "--html",
      folder.resolve("s.html")
    };
  }

  private int run(Object... args) throws IOException, InterruptedException {
    return process(args).start().waitFor();
  }

  /** Where no file can be longer than 100 kilobytes. */
  private int runLimited(Object... args) throws IOException, InterruptedException {
    List<String> limited =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f 100; exec \"$@\"", "bash"));
    limited.addAll(OtherJvm.command(List.of("-XX:-UsePerfData"), Guideline.class, args));
    return redirected(PlainProcess.of(limited)).start().waitFor();
  }

  private ProcessBuilder process(Object... args) {
    return redirected(OtherJvm.of(SMALL, Guideline.class, args));
  }

  private ProcessBuilder redirected(ProcessBuilder process) {
    return process
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("errors").toFile());
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(path);
  }

  private long size() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
