package org.spinepain.guideline.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.tests.cli.Guideline;

/**
 * Whatever comes on standard input, the command line gives a record for each line that is not
 * blank: the assessment of its case, or what is wrong with it, and then exit code 2 instead of 0.
 */
class CaseStreamFuzzTest {

  @FuzzTest
  @Timeout(120)
  void everyLineGetsItsRecord(byte[] stream) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Guideline.run(
            new ByteArrayInputStream(stream),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            "assess",
            "-",
            "--format",
            "ndjson");

    List<byte[]> lines = lines(stream);
    List<String> records = endedLines(Fuzzed.text(out.toByteArray()).orElseThrow());
    int answered = 0;
    int refused = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!isBlank(lines.get(i))) {
        assertThat(records)
            .as("records, of which one is for line %d", i + 1)
            .hasSizeGreaterThan(answered);
        refused += isRefusal(records.get(answered), i + 1, lines.get(i)) ? 1 : 0;
        answered++;
      }
    }
    assertThat(records).as("records").hasSize(answered);
    assertThat(endedLines(err.toString(UTF_8))).as("what is told").hasSize(refused);
    assertThat(exitCode).isEqualTo(refused == 0 ? 0 : 2);
  }

  /** Whether the line is refused; checks that the record says what it must. */
  private static boolean isRefusal(String record, int number, byte[] line) throws IOException {
    String answer;
    try {
      answer =
          AssessmentDocuments.toCompactJson(
              Fuzzed.engine().assess(CaseDocuments.readJson(new ByteArrayInputStream(line))));
    } catch (InvalidDocumentException refusal) {
      assertTells(record, number, refusal);
      return true;
    }
    assertThat(record).as("the record of line %d", number).isEqualTo(answer);
    return false;
  }

  private static void assertTells(String record, int number, InvalidDocumentException refusal) {
    DocumentNode told = DocumentParser.json("record").parse(record);
    assertThat(told.entries()).containsOnlyKeys("line", "caseId", "error");
    assertThat(told.requiredField("line").wholeNumber()).isEqualTo(number);
    DocumentNode caseId = told.requiredField("caseId");
    assertThat(caseId.isNull() ? null : caseId.text()).isEqualTo(refusal.caseId().orElse(null));
    DocumentNode error = told.requiredField("error");
    assertThat(error.entries()).containsOnlyKeys("path", "found", "allowed");
    assertThat(error.requiredField("path").text()).isEqualTo(refusal.path());
    assertThat(error.requiredField("found").text()).isEqualTo(refusal.found());
    assertThat(error.requiredField("allowed").text()).isEqualTo(refusal.allowed());
  }

  /** The lines of a stream, without what ends them. */
  static List<byte[]> lines(byte[] stream) {
    List<byte[]> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= stream.length; i++) {
      if (i == stream.length ? i > begin : stream[i] == '\n') {
        int end = i > begin && stream[i - 1] == '\r' ? i - 1 : i;
        lines.add(Arrays.copyOfRange(stream, begin, end));
        begin = i + 1;
      }
    }
    return lines;
  }

  static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /** The lines of what was written, each of which must be ended. */
  private static List<String> endedLines(String written) {
    String text = written.replace(System.lineSeparator(), "\n");
    assertThat(text.isEmpty() || text.endsWith("\n")).as("the last line is ended").isTrue();
    return text.isEmpty()
        ? List.of()
        : List.of(text.substring(0, text.length() - 1).split("\n", -1));
  }
}
