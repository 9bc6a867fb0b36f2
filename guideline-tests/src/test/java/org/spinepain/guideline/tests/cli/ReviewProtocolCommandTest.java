package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.model.json.AssessmentDocuments;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.review.ProtocolDocument;

class ReviewProtocolCommandTest {

  private static final String EXAMPLE = "examples/protocols/back-pain-injections.yaml";
  private static final String ID = "https://spinepain.org/schema/protocol-review-1.0.json";
  private static final String PROTOCOL = "https://spinepain.org/schema/protocol-1.0.json";
  private static final String CASE = "https://spinepain.org/schema/case-1.0.json";
  private static final String ASSESSMENT = "https://spinepain.org/schema/assessment-1.0.json";

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder ->
                  builder.schemas(
                      Map.of(
                          ID,
                          text(ReviewProtocolCommand.class, "protocol-review.schema.json"),
                          PROTOCOL,
                          text(ProtocolDocument.class, "protocol.schema.json"),
                          CASE,
                          text(CaseDocuments.class, "case.schema.json"),
                          ASSESSMENT,
                          text(AssessmentDocuments.class, "assessment.schema.json"))))
          .getSchema(SchemaLocation.of(ID));

  private static final String BAD =
      """
      protocol: P
      assessedOn: 2025-06-30
      steps:
        - {id: a, wording: w, population: {}, procedure: {technique: laser}}
        - id: "<b>"
          wording: "<script>alert('&')</script>\\n\\e[31m\\u202e"
          population: {pattern: axial, cancer: absent, inflammatoryArthropathy: absent}
          procedure: {technique: epidural-injection, injectate: steroid}
      """;

  @TempDir private Path folder;

  @Test
  void theTextTellsOfEachStepWhatFollows() {
    CommandRun run = CommandRun.of("review-protocol", EXAMPLE);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll("\\s+", " "))
        .startsWith("Protocol Injections for back and leg pain, Made-up Clinic, assessed on")
        .contains(
            "Steps: 1 recommended against, 2 no recommendation, 1 not enough information.",
            "Step sciatica-epidural: Recommended against. The protocol says: \"Adults with leg",
            "For: age from 18 years; duration of the pain from 3 months; pattern radicular; level"
                + " lumbar;",
            "Within a trial only: for the same step in a clinical trial the answer is no"
                + " recommendation. A clinical trial is the setting",
            "Removed from the protocol.",
            "Review this step of the protocol: consider ending the routine use",
            "The age of the patient: the step takes in both sides of the guideline's boundary."
                + " Below 18: no recommendation. At least 18: still not enough information.",
            "The duration of the pain: the step does not say. Below 3 months: no recommendation.",
            "The attribution of the pain to cancer: the step does not say. Present: no"
                + " recommendation. Absent: still not enough information.",
            "By default, since the step does not say: treatment intent; routine care;",
            "Step test-block: No recommendation.",
            "Standing of the guideline: contested");
  }

  @Test
  void jsonKeepsToItsSchema() throws IOException {
    CommandRun good = CommandRun.of("review-protocol", "--format", "json", EXAMPLE);
    CommandRun bad = CommandRun.of("review-protocol", "--format", "json", file(BAD));

    assertThat(SCHEMA.validate(good.out(), InputFormat.JSON)).isEmpty();
    assertThat(SCHEMA.validate(bad.out(), InputFormat.JSON)).isEmpty();
    JsonNode step = new ObjectMapper().readTree(good.out()).at("/steps/0");
    assertThat(step.at("/verdict").asText()).isEqualTo("recommend-against");
    assertThat(step.at("/options")).hasToString("[\"within-trial-only\",\"removed\"]");
    assertThat(step.at("/assessment/determinations/0/guidance/8/code").asText())
        .isEqualTo("review-protocol");
    assertThat(step.at("/inTrial/determinations/0/verdict").asText())
        .isEqualTo("no-recommendation");
    assertThat(new ObjectMapper().readTree(bad.out()).at("/refused/0/error/path").asText())
        .isEqualTo("steps[0].procedure.technique");
  }

  @Test
  void jsonTellsHowAStepWasRead() throws IOException {
    String population =
        "{ageYears: {from: 18}, duration: {from: P3M, to: P2Y}, pattern: axial, level: lumbar,"
            + " cancer: absent, otherCauses: [fracture]}";
    String protocol =
        "{protocol: P, assessedOn: 2025-06-30, steps: [{id: a, wording: w, population: "
            + population
            + ", procedure: {technique: epidural-injection, injectate: unspecified},"
            + " setting: clinical-trial}]}";

    CommandRun run = CommandRun.of("review-protocol", "--format", "json", file(protocol));

    assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).isEmpty();
    JsonNode step = new ObjectMapper().readTree(run.out()).at("/steps/0");
    assertThat(step.at("/population").toString().replace("\"", ""))
        .isEqualTo(population.replace(" ", ""));
    assertThat(step.at("/procedure"))
        .hasToString("{\"technique\":\"epidural-injection\",\"injectate\":\"unspecified\"}");
    assertThat(step.at("/setting").asText()).isEqualTo("clinical-trial");
    assertThat(step.has("intent")).isFalse();
  }

  @Test
  void theSchemaRefusesAReviewWithoutAFieldOrWithAnotherValue() {
    String json = CommandRun.of("review-protocol", "--format", "json", EXAMPLE).out();

    for (String[] change :
        new String[][] {
          {"\"options\"", "\"choices\""},
          {"\"within-trial-only\"", "\"elsewhere\""},
          {"\"spans-boundary\"", "\"wide\""},
          {"\"inTrial\": null", "\"inTrial\": 1"},
          {"\"refused\": []", "\"refused\": {}"}
        }) {
      assertThat(json).contains(change[0]);
      assertThat(SCHEMA.validate(json.replace(change[0], change[1]), InputFormat.JSON))
          .isNotEmpty();
    }
  }

  @Test
  void aStepThatIsRefusedIsToldByItsLineAndTheOthersAreAnswered() throws IOException {
    String file = file(BAD);

    CommandRun run = CommandRun.of("review-protocol", file);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "; 1 could not be read and got no answer. No recommendation is no support. Step a:"
                + " could not be read, and got no answer Line 4: steps[0].procedure.technique:"
                + " found \"laser\", allowed is one of epidural-injection,",
            "Step <b>: Not enough");
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith(
            file
                + ":4: steps[0].procedure.technique: found \"laser\", allowed is one of"
                + " epidural-injection,");
  }

  @Test
  void thePageHasNoScriptLoadsNothingAndEscapesWhatTheClinicWrote() throws IOException {
    Path page = folder.resolve("page.html");

    CommandRun run = CommandRun.of("review-protocol", "--html", page.toString(), file(BAD));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Files.readString(page, UTF_8))
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains(
            "<h2>Step &lt;b&gt;: Not enough information.</h2>",
            "<blockquote>&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;\n\\u001b[31m\\u202e"
                + "</blockquote>",
            "<h2>Step a: could not be read, and got no answer</h2>\n"
                + "<p>Line 4: steps[0].procedure.technique: found &quot;laser&quot;, allowed is",
            "default-src 'none'")
        .doesNotContain("<script", "<b>", "http://", "src=", "href=")
        .endsWith("</html>\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void theDateOfTheOptionReplacesThatOfTheFile() throws IOException {
    CommandRun run = CommandRun.of("review-protocol", "--assessed-on", "2024-02-29", EXAMPLE);

    assertThat(run.out()).contains("assessed on\n2024-02-29");
    assertBad(
        "assessedOn: found nothing, allowed is a date here or as --assessed-on",
        file(BAD.replace("assessedOn: 2025-06-30\n", "")));
    assertBad(
        "option '--assessed-on': found \"1.3.2026\", allowed is a date of the calendar, as yyyy-MM-dd",
        "--assessed-on",
        "1.3.2026",
        EXAMPLE);
    assertBad(
        "assessedOn: found 1899-01-01, allowed is a date in the years",
        "--assessed-on",
        "1899-01-01",
        EXAMPLE);
  }

  @Test
  void whatIsAssumedCounts() throws IOException {
    String file =
        file(
            BAD.replace(
                "cancer: absent", "cancer: unknown, ageYears: {from: 18}, duration: {from: P3M}"));

    assertThat(CommandRun.of("review-protocol", file).out()).contains("1 not enough information");
    assertThat(
            CommandRun.of("review-protocol", "--assume", "cancer-absent", file)
                .out()
                .replaceAll("\\s+", " "))
        .contains("1 recommended against", "Given what was assumed, no answer to this alone would");
  }

  @Test
  void whatCannotBeUsedIsTold() throws IOException {
    assertBad("there is no such file", folder.resolve("none.yaml").toString());
    assertBad(
        "p.yaml:1: protocol: found \"\", allowed is a text of 1 to 200",
        file(BAD.replace("protocol: P", "protocol: \"\"")));
    assertBad("--html: found a folder or device at", "--html", folder.toString(), EXAMPLE);
    assertBad("allowed is text, json", "--format", "ndjson", EXAMPLE);
    assertBad(
        "none/page.html, allowed is a name in a folder that is there and may be written to",
        "--html",
        folder.resolve("none/page.html").toString(),
        EXAMPLE);
  }

  private static void assertBad(String message, String... args) {
    CommandRun run =
        CommandRun.of(
            Stream.concat(Stream.of("review-protocol"), Stream.of(args)).toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  private String file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("p.yaml"), yaml).toString();
  }

  private static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
