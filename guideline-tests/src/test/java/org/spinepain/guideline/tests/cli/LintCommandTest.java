package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.tests.lint.FindingCode;
import org.spinepain.guideline.tests.pack.PackSource;

@Tag("thorough")
class LintCommandTest {

  private static final String SCOPE = "decision/1-scope.drl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path resources;
  private Path rules;

  @BeforeEach
  void writeThePack() throws IOException {
    rules = resources.resolve(PackFiles.FOLDER);
    for (Map.Entry<String, String> file : PackSource.bundled().files().entrySet()) {
      Path path = rules.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private void replace(String file, String old, String replacement) throws IOException {
    Path path = rules.resolve(file);
    Files.writeString(path, Files.readString(path).replace(old, replacement));
  }

  private void misspell() throws IOException {
    replace(SCOPE, "SpinePain( !chronic )", "SpinePain( !chronik )");
  }

  @Test
  void thePackOfTheGuidelineHasNoFinding() {
    CommandRun run = CommandRun.of("lint");

    assertThat(run.out()).isEqualTo("0 findings.\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void textTellsPlaceRuleAndWhatToWriteInstead() throws IOException {
    misspell();

    CommandRun run = CommandRun.of("lint", "--rules", resources.toString());

    assertThat(run.out())
        .isEqualTo(
            """
            decision/1-scope.drl:23:23: unknown-field
              rule "The guideline is about chronic pain, and this pain is still acute"
              SpinePain has no field chronik
              write: chronic

            1 finding.
            """);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void jsonIsAnArrayOfFindings() throws IOException {
    misspell();

    CommandRun run = CommandRun.of("lint", "--rules", rules.toString(), "--format", "json");

    assertThat(run.out())
        .isEqualTo(
            """
            [
              {
                "code" : "unknown-field",
                "file" : "decision/1-scope.drl",
                "line" : 23,
                "column" : 23,
                "rule" : "The guideline is about chronic pain, and this pain is still acute",
                "message" : "SpinePain has no field chronik",
                "instead" : "chronic"
              }
            ]
            """);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  /** What SARIF 2.1.0 requires, and what code hosts do besides. */
  @Test
  void sarifIsALogOfOneRun() throws IOException {
    misspell();

    CommandRun run = CommandRun.of("lint", "--rules", resources.toString(), "--format", "sarif");

    JsonNode log = JSON.readTree(run.out());
    assertThat(log.path("$schema").asText()).endsWith("sarif-schema-2.1.0.json");
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    assertThat(log.path("runs")).hasSize(1);
    JsonNode driver = log.at("/runs/0/tool/driver");
    assertThat(driver.path("name").asText()).isEqualTo("guideline lint");
    assertThat(driver.path("rules")).hasSize(FindingCode.values().length);
    assertThat(driver.path("rules"))
        .allSatisfy(
            rule -> {
              assertThat(rule.path("id").asText()).isNotEmpty();
              assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
            });
    assertThat(log.at("/runs/0/results")).hasSize(1);
    JsonNode result = log.at("/runs/0/results/0");
    assertThat(result.path("ruleId").asText()).isEqualTo("unknown-field");
    assertThat(driver.at("/rules/" + result.path("ruleIndex").asInt() + "/id").asText())
        .isEqualTo("unknown-field");
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .isEqualTo(
            "Rule \"The guideline is about chronic pain, and this pain is still acute\": SpinePain"
                + " has no field chronik. Write instead: chronic");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText())
        .isEqualTo(rules.resolve(SCOPE).toUri().toString());
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(23);
    assertThat(place.at("/region/startColumn").asInt()).isEqualTo(23);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void sarifWithoutFindingsHasAnEmptyListOfResults() throws IOException {
    CommandRun run = CommandRun.of("lint", "--format", "sarif");

    assertThat(JSON.readTree(run.out()).at("/runs/0/results").isArray()).isTrue();
    assertThat(JSON.readTree(run.out()).at("/runs/0/results")).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void anIdThatThePreviousReleaseHadIsMissed() throws IOException {
    replace(SCOPE, "@id( \"acute-pain\" )", "@id( \"not-chronic\" )");

    CommandRun run =
        CommandRun.of("lint", "--rules", resources.toString(), "--previous", "bundled");

    assertThat(run.out()).contains(SCOPE + ":21:3: disappeared-id", "write: @id( \"acute-pain\" )");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aFileOutsideOfTheFolderOfTheRulesIsTold() throws IOException {
    Files.writeString(resources.resolve("9-lost.drl"), "");

    CommandRun run = CommandRun.of("lint", "--rules", resources.toString());

    assertThat(run.out()).contains("9-lost.drl:1: folder-not-loaded");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aFolderWithoutRulesIsBadUsage(@TempDir Path empty) {
    CommandRun run = CommandRun.of("lint", "--rules", empty.toString());

    assertThat(run.errLines()).first().asString().contains("holds no rule pack");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aFormatThatIsNotKnownIsBadUsage() {
    CommandRun run = CommandRun.of("lint", "--format", "xml");

    assertThat(run.errLines()).first().asString().contains("text, json, sarif");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aRevisionGoesWithAFolder() {
    CommandRun run = CommandRun.of("lint", "--previous", "HEAD");

    assertThat(run.errLines()).first().asString().contains("goes with --rules FOLDER");
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
