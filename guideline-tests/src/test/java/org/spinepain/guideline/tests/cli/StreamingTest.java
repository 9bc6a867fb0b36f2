package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.oracle.RandomCases;
import org.spinepain.guideline.tests.process.OtherJvm;

/** The command in a process of its own, with little memory. */
@Tag("thorough")
class StreamingTest {

  private static final int CASES = 10_000;
  private static final int EVERY = 20;
  private static final String BAD = "{\"caseId\": \"bad\"}";

  @TempDir private Path folder;

  @Test
  void tenThousandMixedCasesAreAnsweredInOrderUnder128Megabytes() throws Exception {
    Path in = folder.resolve("cases.ndjson");
    Path out = folder.resolve("answers.ndjson");
    writeCases(in);

    Process process =
        OtherJvm.of(List.of("-Xmx128m"), Guideline.class, "assess", "--format", "ndjson", in)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();

    assertThat(process.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
    List<String> answers = Files.readAllLines(out);
    assertThat(answers).hasSize(CASES);
    for (int i = 0; i < CASES; i++) {
      assertThat(answers.get(i))
          .as("line %d", i + 1)
          .startsWith(
              isBad(i)
                  ? "{\"line\":" + (i + 1) + ",\"caseId\":\"bad\",\"error\":"
                  : "{\"caseId\":\"" + RandomCases.caseNumber(1, i).caseId() + "\"");
    }
    assertThat(Files.readAllLines(folder.resolve("errors"))).hasSize(CASES / EVERY);
  }

  @Test
  void anInterruptEndsItBetweenTwoAnswersWithOneLine() throws Exception {
    Path errors = folder.resolve("errors");
    Process process =
        OtherJvm.of(List.of(), Guideline.class, "assess", "--format", "ndjson", "-")
            .redirectError(errors.toFile())
            .start();
    try (Writer in = process.outputWriter();
        BufferedReader out = process.inputReader()) {
      for (int i = 0; i < 3; i++) {
        in.append(CaseDocuments.toCompactJson(RandomCases.caseNumber(1, i))).append('\n').flush();
        assertThat(out.readLine()).startsWith("{\"caseId\":").endsWith("]}");
      }
      process.toHandle().destroy();

      assertThat(process.waitFor()).isEqualTo(ExitCode.NOT_FINISHED);
      assertThat(out.lines()).isEmpty();
    }
    assertThat(errors)
        .hasContent("guideline: interrupted; the answers that were written are whole");
  }

  private static boolean isBad(int i) {
    return i % EVERY == 0;
  }

  private static void writeCases(Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < CASES; i++) {
        writer
            .append(isBad(i) ? BAD : CaseDocuments.toCompactJson(RandomCases.caseNumber(1, i)))
            .append('\n');
      }
    }
  }
}
