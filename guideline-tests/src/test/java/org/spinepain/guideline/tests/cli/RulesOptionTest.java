package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.tests.editions.EditionJars;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;

/** That commands ask the rules that --rules names, and say so. */
class RulesOptionTest {

  private static final PackSource PACK = TinyPack.source();

  @TempDir private Path folder;

  private Path rules;
  private Path aCase;

  @BeforeEach
  void rulesAndACase() throws IOException {
    rules = folder.resolve("rules");
    TinyPack.write(PACK, rules);
    aCase =
        Files.writeString(
            folder.resolve("case.json"),
            """
            {"caseId": "case", "assessedOn": "2025-06-30", "patient": {"ageYears": 12},
             "pain": {"pattern": "axial", "duration": "P2Y", "cancer": "present",
                      "inflammatoryArthropathy": "absent"},
             "procedures": [{"technique": "epidural-injection", "injectate": "steroid"}]}
            """);
  }

  private CommandRun assess(String... rulesToAsk) {
    return switch (rulesToAsk.length) {
      case 0 -> CommandRun.of("assess", "--format", "json", aCase.toString());
      default ->
          CommandRun.of("assess", "--format", "json", "--rules", rulesToAsk[0], aCase.toString());
    };
  }

  @Test
  void anAssessmentIsMadeByTheRulesOfTheFolderAndNamesThem() {
    CommandRun run = assess(rules.toString());

    // The guideline has a second reason, cancer; the pack in the folder knows the age only.
    assertThat(run.out())
        .contains("\"not-adult\"", "\"coordinates\": \"" + PackSource.COORDINATES + "\"")
        .doesNotContain("\"cancer-related\"");
    try (GuidelineEngine engine = PACK.open()) {
      assertThat(run.out()).contains("\"digest\": \"" + engine.rules().digest() + "\"");
    }
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aJarIsLoadedByItsPinAndTold() {
    Path jar = EditionJars.jar(folder, PACK, "2030.1.0");
    String digest = EditionJars.digest(jar);

    CommandRun run =
        CommandRun.of(
            "assess", "--format", "json", "--rules", jar.toString(), "--pin", digest, "" + aCase);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("\"not-adult\"", ":2030.1.0\"", "\"jar\": \"" + digest + "\"")
        .doesNotContain("\"cancer-related\"");
    assertThat(
            CommandRun.of("assess", "--version", "--rules", jar.toString(), "--pin", digest)
                .outLines())
        .contains("jar " + digest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assess", "explain"})
  void aJarThatIsNotPinnedIsRefusedWithTheDigestToPin(String command) {
    Path jar = EditionJars.jar(folder, PACK, "2030.1.0");
    String other = "sha256:" + "0".repeat(64);

    assertRefused(
        CommandRun.of(command, "--rules", jar.toString(), "" + aCase),
        jar.getFileName().toString(),
        EditionJars.digest(jar));
    assertRefused(
        CommandRun.of(command, "--version", "--rules", jar.toString()), EditionJars.digest(jar));
    assertRefused(
        CommandRun.of(command, "--rules", jar.toString(), "--pin", other, "" + aCase),
        EditionJars.digest(jar));
  }

  @Test
  void vignettesAreHeldToAPinnedJarAndNotWatchedThere() throws IOException {
    Path jar = EditionJars.jar(folder, PACK, "2030.1.0");
    Path vignettes = folder.resolve("vignettes");
    TinyPack.writeVignette(
        vignettes, "a", TinyPack.ADULT, TinyPack.CHRONIC, "steroid", "no-recommendation");

    CommandRun run =
        CommandRun.of(
            "vignettes",
            "--rules",
            jar.toString(),
            "--pin",
            EditionJars.digest(jar),
            vignettes.toString());

    assertThat(run.outLines()).last().asString().startsWith("1 vignettes: 0 agree, 1 differ.");
    assertRefused(
        CommandRun.of("vignettes", "--watch", "--rules", jar.toString()), "--watch", "jar");
  }

  @Test
  void aPinIsOfAJarAndADigest() {
    String pin = "sha256:" + "0".repeat(64);
    assertRefused(CommandRun.of("assess", "--pin", pin, "" + aCase), "--rules JAR");
    assertRefused(
        CommandRun.of("assess", "--rules", rules.toString(), "--pin", pin, "" + aCase),
        "--rules JAR");
    assertRefused(
        CommandRun.of("assess", "--rules", "none.jar", "--pin", pin, "" + aCase),
        "there is no file none.jar");
    Path jar = EditionJars.jar(folder, PACK, "2030.1.0");
    assertRefused(
        CommandRun.of("assess", "--rules", jar.toString(), "--pin", "cafe", "" + aCase),
        "--pin",
        "found cafe, allowed is sha256: and 64");
  }

  @Test
  void theBundledRulesAreAskedByTheirNameAsByDefault() {
    CommandRun bundled = assess("bundled");

    assertThat(bundled.out())
        .isEqualTo(assess().out())
        .contains("\"cancer-related\"")
        .contains("\"coordinates\": \"" + CommandRun.engine().rules().coordinates() + "\"");
  }

  @Test
  void vignettesAreHeldToTheRulesOfTheFolder() throws IOException {
    Path vignettes = folder.resolve("vignettes");
    TinyPack.writeVignette(
        vignettes, "a", TinyPack.ADULT, TinyPack.CHRONIC, "steroid", "recommend-against");
    TinyPack.write(PACK.replacing(TinyPack.DECISION, "( !adult )", "( adult )"), rules);

    CommandRun own = CommandRun.of("vignettes", "--rules", rules.toString(), vignettes.toString());

    assertThat(own.outLines()).last().asString().startsWith("1 vignettes: 0 agree, 1 differ.");
    assertThat(own.exitCode()).isEqualTo(1);
    assertThat(CommandRun.of("vignettes", vignettes.toString()).exitCode()).isZero();
  }

  @Test
  void aFactThatRulesDoNotHaveIsRefusedWithFileAndLine() throws IOException {
    TinyPack.write(PACK.replacing(TinyPack.DECISION, "( !adult )", "( !grown )"), rules);
    assertRefused(assess(rules.toString()), "decision/1-decision.drl:21: ", "grown");
  }

  @Test
  void aSyntaxErrorIsRefusedWithFileAndLine() throws IOException {
    TinyPack.write(PACK.replacing(TinyPack.DECISION, "( !adult )", "( !adult"), rules);
    // The parser notices where the next word cannot follow, on the next line.
    assertRefused(assess(rules.toString()), "decision/1-decision.drl:22: ");
  }

  @Test
  void anErrorOfJavaIsRefusedWithFileAndLineOfTheRule() throws IOException {
    TinyPack.write(PACK.replacing(TinyPack.DECISION, "\"acute-pain\", dr", "17, dr"), rules);
    assertRefused(assess(rules.toString()), "decision/1-decision.drl:26: ");
  }

  @Test
  void anErrorAtWhichTheCompilerThrowsIsRefusedWithFileAndLineOfTheRule() throws IOException {
    TinyPack.write(
        PACK.replacing(
            TinyPack.DECISION,
            "injectate in ( Injectate.LOCAL_ANAESTHETIC, ",
            "injectate in ( Injectate.SALINE, "),
        rules);
    assertRefused(assess(rules.toString()), "decision/1-decision.drl:34: ");
  }

  @Test
  void twoRulesOfOneNameAreRefusedWithFileAndLine() throws IOException {
    TinyPack.write(
        PACK.replacing(
            TinyPack.DECISION, "rule \"The pain is acute\"", "rule \"The patient is no adult\""),
        rules);
    assertRefused(assess(rules.toString()), "decision/1-decision.drl:", "The patient is no adult");
  }

  @Test
  void aFolderWithoutRulesIsRefused() {
    assertRefused(assess(folder.resolve("nowhere").toString()), "nowhere holds no rule pack");
  }

  private static void assertRefused(CommandRun run, String... told) {
    assertThat(run.errLines()).first().asString().startsWith("guideline: ").contains(told);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
