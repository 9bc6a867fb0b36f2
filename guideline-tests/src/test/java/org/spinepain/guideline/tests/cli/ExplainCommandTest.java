package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.explain.CaseExplanation;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.tests.pack.PackSource;

class ExplainCommandTest {

  private static final String UNKNOWN_CANCER =
      Cases.line("a").replace("\"cancer\":\"absent\"", "\"cancer\":\"unknown\"");

  private static final PackSource EDITED =
      PackSource.bundled().describedWith("boundary.adultYears = 18", "boundary.adultYears = 21");

  @TempDir private Path folder;

  @Test
  void textIsTheDefault() throws IOException {
    CommandRun run = CommandRun.of("explain", file("a.json", Cases.line("a")));

    assertThat(run).isEqualTo(new CommandRun(0, text("a", 80), ""));
  }

  @Test
  void severalTextsAreSetApartByARule() {
    CommandRun run = CommandRun.withInput(Cases.line("a") + "\n" + Cases.line("b"), "explain", "-");

    assertThat(run.out()).isEqualTo(text("a", 80) + "\n" + "-".repeat(80) + "\n\n" + text("b", 80));
  }

  @Test
  void textTakesTheWidthThatIsAskedFor() {
    CommandRun run = CommandRun.withInput(Cases.line("a"), "explain", "-", "--width", "50");

    assertThat(run.out()).isEqualTo(text("a", 50));
  }

  @Test
  void jsonOfOneCaseIsAnObjectWithEveryField() {
    DocumentNode json =
        json(CommandRun.withInput(UNKNOWN_CANCER, "explain", "--format", "json", "-"));

    assertThat(json.entries().keySet())
        .containsExactly(
            "caseId", "assessedOn", "guideline", "rules", "standing", "procedures", "overlays");
    DocumentNode procedure = json.entries().get("procedures").items().get(0);
    assertThat(procedure.entries().keySet())
        .containsExactly(
            "procedureId",
            "verdict",
            "reasons",
            "recommendations",
            "smallestChanges",
            "settlesMost",
            "questions",
            "assumptions",
            "replaced");
    assertThat(procedure.entries().get("settlesMost").text()).isEqualTo("pain.cancer");
    DocumentNode recommendation = procedure.entries().get("recommendations").items().get(1);
    assertThat(recommendation.entries().get("id").text()).isEqualTo("axial-epidural");
    assertThat(recommendation.entries().get("holding").text()).isEqualTo("depends-on-unknown");
    DocumentNode cancer = recommendation.entries().get("criteria").items().get(2);
    assertThat(cancer.entries().get("fact").text()).isEqualTo("pain.cancer");
    assertThat(cancer.entries().get("value").text()).isEqualTo("unknown");
    assertThat(cancer.entries().get("met").text()).isEqualTo("open");
    assertThat(cancer.entries().get("canHoldWith").items())
        .extracting(DocumentNode::text)
        .containsExactly("absent");
    DocumentNode change =
        recommendation
            .entries()
            .get("smallestChanges")
            .items()
            .get(0)
            .entries()
            .get("changes")
            .items()
            .get(0);
    assertThat(change.entries().get("from").text()).isEqualTo("unknown");
    assertThat(change.entries().get("to").text()).isEqualTo("absent");
  }

  @Test
  void whatDoesNotExistIsNull() {
    DocumentNode procedure =
        json(CommandRun.withInput(Cases.line("a"), "explain", "--format=json", "-"))
            .entries()
            .get("procedures")
            .items()
            .get(0);

    assertThat(procedure.entries().get("settlesMost").kind()).isEqualTo(DocumentNode.Kind.NULL);
    assertThat(procedure.entries().get("questions").items()).isEmpty();
    assertThat(
            procedure.entries().get("recommendations").items().get(0).entries().get("basis").kind())
        .isEqualTo(DocumentNode.Kind.NULL);
  }

  @Test
  void jsonOfSeveralFilesIsAnArrayInTheirOrder() throws IOException {
    CommandRun run =
        CommandRun.withInput(
            Cases.line("b"), "explain", "--format=json", file("c.json", Cases.line("c")), "-");

    assertThat(run.exitCode()).isZero();
    assertThat(caseIds(run)).containsExactly("c", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "{"})
  void jsonOfNoValidCaseIsAnEmptyArray(String input) {
    assertThat(CommandRun.withInput(input, "explain", "--format=json", "-").out())
        .isEqualTo("[]\n");
  }

  @Test
  void ndjsonIsOneLineACase() {
    CommandRun run =
        CommandRun.withInput(
            Cases.line("a") + "\n" + Cases.badLine("x"), "explain", "--format=ndjson", "-");

    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().get(0))
        .isEqualTo(ExplanationDocument.toCompactJson(explanation("a")));
    assertThat(run.outLines().get(1)).startsWith("{\"line\":2,\"caseId\":\"x\",\"error\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson"})
  void aBadRecordIsToldAsAssessTellsItAndTheOthersGoOn(String format) {
    String input = Cases.badLine("x") + "\n" + Cases.line("a") + "\n{";

    CommandRun explained = CommandRun.withInput(input, "explain", "--format", format, "-");

    assertThat(explained.exitCode()).isEqualTo(2);
    assertThat(explained.err())
        .isEqualTo(CommandRun.withInput(input, "assess", "--format", format, "-").err())
        .contains("-:1: assessedOn: ", "-:3: ");
    assertThat(explained.out()).contains("axial-epidural");
  }

  @Test
  void aMissingFileIsToldAndTheOthersGoOn() throws IOException {
    CommandRun run =
        CommandRun.of(
            "explain", folder.resolve("no.json").toString(), file("a.json", Cases.line("a")));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEqualTo(text("a", 80));
    assertThat(run.errLines()).hasSize(1).first().asString().endsWith("there is no such file");
  }

  @Test
  void anAssumptionIsMadeAndTold() {
    CommandRun asked = CommandRun.withInput(UNKNOWN_CANCER, "explain", "-");
    CommandRun assuming =
        CommandRun.withInput(UNKNOWN_CANCER, "explain", "-", "--assume", "cancer-absent");

    assertThat(asked.out()).contains("\nNot enough information.\n", "\nWhich single answer");
    assertThat(assuming.out().replaceAll("\\s+", " "))
        .contains(" Recommended against. ", "; cancer absent.")
        .doesNotContain("Which single answer");
  }

  @Test
  void rulesInAFolderAreAskedInsteadOfTheBundledOnes() throws IOException {
    CommandRun run =
        CommandRun.withInput(
            Cases.line("a"), "explain", "--rules", writtenPack(EDITED).toString(), "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\nRecommended against.\n", "at least 21");
  }

  @Test
  void rulesThatDoNotCompileAreToldWithFileAndLine() throws IOException {
    PackSource broken =
        EDITED.replacing("decision/4-verdict.drl", "package org.spinepain", "pakage org.spinepain");

    CommandRun run =
        CommandRun.withInput(
            Cases.line("a"), "explain", "--rules", writtenPack(broken).toString(), "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("4-verdict.drl:5");
  }

  @Test
  void aFolderWithoutRulesIsToldAsBadUsage() {
    CommandRun run = CommandRun.of("explain", "--rules", folder.toString(), "a.json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(folder + " holds no rule pack");
  }

  private Path writtenPack(PackSource pack) throws IOException {
    for (Map.Entry<String, String> file : pack.files().entrySet()) {
      Path path = folder.resolve("rules").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder.resolve("rules");
  }

  @Test
  void badUsageIsToldAsByAssess() {
    assertThat(CommandRun.of("explain").errLines())
        .containsExactly(
            "guideline: Missing required parameter: 'FILE'", "Try: guideline explain --help");
    assertThat(CommandRun.of("explain", "-", "-").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("explain", "a.json", "--width", "19").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("explain", "a.json", "--format", "xml").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("explain", "a.json", "--assume", "age").exitCode()).isEqualTo(2);
  }

  private String file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(UTF_8)).toString();
  }

  private static CaseExplanation explanation(String caseId) {
    return CommandRun.engine().explain(Cases.recommendedAgainst(caseId));
  }

  private static String text(String caseId, int width) {
    return ExplanationText.of(Cases.recommendedAgainst(caseId), explanation(caseId), width, false);
  }

  private static DocumentNode json(CommandRun run) {
    return DocumentParser.json("output").parse(run.out());
  }

  private static List<String> caseIds(CommandRun run) {
    return json(run).items().stream().map(each -> each.entries().get("caseId").text()).toList();
  }
}
