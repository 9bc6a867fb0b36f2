package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.tests.pack.GitRepository;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;

@Tag("thorough")
class MutateCommandTest {

  private static final PackSource PACK = TinyPack.source();

  /**
   * An edit that changes no answer: nine mutants, of which two need a vignette that fires the rule.
   */
  private static final PackSource EDITED =
      PACK.replacing(TinyPack.DECISION, "Patient( !adult )", "Patient( adult == false )");

  @TempDir private Path folder;

  private Path rules;
  private Path vignettes;
  private Path approved;

  @BeforeEach
  void aRepositoryWithThePack() throws IOException {
    rules = folder.resolve("work/src/main/resources");
    vignettes = folder.resolve("vignettes");
    approved = folder.resolve("texts.md");
    write(PACK);
    TinyPack.writeVignette(
        vignettes,
        "typical",
        TinyPack.ADULT,
        TinyPack.CHRONIC,
        "local-anaesthetic",
        "recommend-against");
    approve(PACK);
  }

  private void write(PackSource pack) throws IOException {
    TinyPack.write(pack, rules.resolve(PackFiles.FOLDER));
  }

  private void approve(PackSource pack) throws IOException {
    Files.writeString(approved, TinyPack.sheet(pack, TinyPack.vignettes(vignettes)));
  }

  private void writeVignetteOfAChild() throws IOException {
    TinyPack.writeVignette(
        vignettes, "child", "2013-01-01", TinyPack.CHRONIC, "steroid", "no-recommendation");
    // What is told of a child besides the verdict.
    Path child = vignettes.resolve("child.yaml");
    Files.writeString(
        child,
        Files.readString(child)
            .replace("no-recommendation}", "no-recommendation, reasons: [not-adult]}"));
  }

  private CommandRun mutate(String... more) {
    List<String> arguments = new ArrayList<>(List.of("mutate", "--rules", rules.toString()));
    arguments.addAll(List.of("--vignettes", vignettes.toString()));
    arguments.addAll(List.of("--approved", approved.toString()));
    arguments.addAll(List.of("--results", folder.resolve("out/mutation.ndjson").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private CommandRun mutateTheEdit() {
    return mutate("--changed-since", "HEAD");
  }

  /** The pack committed, and this in its place. */
  private GitRepository edited(PackSource edited) throws IOException {
    GitRepository repository = GitRepository.of(folder.resolve("work"));
    write(edited);
    return repository;
  }

  // An author's edit.

  @Test
  void whatAnEditChangedIsMutatedAloneAndTheSurvivorTold() throws IOException {
    edited(EDITED);

    CommandRun run = mutateTheEdit();

    assertThat(run.out())
        .contains(
            "\nKilled: 7 of 9 that are not equivalent and compile, 77.7%.\n",
            "\nSurvived: add a vignette on the case, from the guideline\n",
            "\n  decision/1-decision.drl:18 rule-dropped, rule \"The patient is no adult\"\n",
            """

              decision/1-decision.drl:23 code-changed, rule "The patient is no adult"
                before: not-adult
                after:  acute-pain
            """,
            "\n    smallest case: {\"caseId\":\"case\",");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void anEditOfWhichEveryMutantIsKilledIsDone() throws IOException {
    edited(EDITED);
    writeVignetteOfAChild();
    approve(EDITED);

    CommandRun run = mutateTheEdit();

    assertThat(run.out())
        .endsWith("\nKilled: 9 of 9 that are not equivalent and compile, 100.0%.\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aMutantThatDoesNotCompileIsNotDone() throws IOException {
    edited(EDITED);
    writeVignetteOfAChild();
    approve(EDITED);
    mutateTheEdit();
    Path results = folder.resolve("out/mutation.ndjson");
    Files.writeString(
        results,
        Files.readString(results).replaceFirst("\"killed-by-[a-z-]+\"", "\"not-compiled\""));

    CommandRun run = mutateTheEdit();

    assertThat(run.out()).contains("Killed: 8 of 8 ", "\nNot compiled: ");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void howFarItHasComeIsToldOnStandardError() throws IOException {
    edited(EDITED);
    assertThat(mutateTheEdit().errLines())
        .hasSize(9)
        .allMatch(
            line -> line.matches("\\d of 9 mutants judged, [012] survived, about \\d+ s left"))
        .last()
        .isEqualTo("9 of 9 mutants judged, 2 survived, about 0 s left");
  }

  @Test
  void aSecondRunUsesTheResultsOfTheFirst() throws IOException {
    edited(EDITED);
    CommandRun first = mutateTheEdit();
    CommandRun second = mutateTheEdit();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.errLines()).containsExactly("9 of 9 mutants were judged before");
  }

  @Test
  void anEditThatWasCommittedIsMutatedSinceTheRevisionBefore() throws IOException {
    edited(EDITED).commit();
    CommandRun nothing = mutateTheEdit();
    assertThat(nothing.out())
        .startsWith("Nothing of the rules or the descriptor changed")
        .doesNotContain("%");
    assertThat(nothing.exitCode()).isZero();
    assertThat(mutate("--changed-since", "HEAD~1").out()).contains("Killed: 7 of 9 ");
  }

  // What cannot be mutated.

  @Test
  void aRevisionThatGitDoesNotKnowIsRefused() throws IOException {
    edited(PACK);
    assertRefused(mutate("--changed-since", "no-such-revision"), "no-such-revision");
  }

  @Test
  void aFolderOutsideGitIsRefused() {
    assertRefused(mutateTheEdit(), "git: ");
  }

  @Test
  void theBundledRulesHaveNoRevisions() {
    assertRefused(
        CommandRun.of("mutate", "--changed-since", "HEAD"),
        "--changed-since goes with --rules FOLDER");
  }

  @Test
  void rulesThatAreNotThereAreRefused() {
    rules = folder.resolve("nowhere");
    assertRefused(mutate(), "nowhere holds no rule pack: allowed is");
  }

  @Test
  void vignettesThatAreNotThereAreRefused() {
    vignettes = folder.resolve("nowhere");
    assertRefused(mutate(), "nowhere cannot be read");
  }

  @Test
  void aFileThatIsNoVignetteIsRefused() throws IOException {
    Path typical = vignettes.resolve("typical.yaml");
    Files.writeString(typical, Files.readString(typical).replace("kind: typical", "kind: odd"));
    assertRefused(mutate(), "typical.yaml:3: kind: found \"odd\"");
  }

  @Test
  void anApprovedSheetThatIsNotThereIsRefused() {
    approved = folder.resolve("nowhere.md");
    assertRefused(mutate(), "nowhere.md cannot be read");
  }

  @Test
  void rulesThatFailAVignetteAreRefusedWithItsName() throws IOException {
    TinyPack.writeVignette(
        vignettes, "wrong", TinyPack.ADULT, TinyPack.CHRONIC, "steroid", "no-recommendation");
    assertRefused(mutate(), "vignettes expect, see them first: [wrong]");
  }

  @Test
  void rulesWhoseTextsAreNotApprovedAreRefused() throws IOException {
    write(PACK.replacing(TinyPack.GUIDANCE, "Do not offer it.", "Do not give it."));
    assertRefused(mutate(), "the texts of the pack are not the approved ones");
  }

  @Test
  void rulesThatDoNotCompileAreRefused() throws IOException {
    write(PACK.replacing(TinyPack.DECISION, "Patient( !adult )", "Patient( !grown )"));
    assertRefused(mutate(), "the DRL does not compile: ");
  }

  @Test
  void whatIsNoDrlIsRefused() throws IOException {
    write(PACK.replacing(TinyPack.DECISION, "Patient( !adult )", "Patient( !adult"));
    assertRefused(mutate(), "the DRL does not compile: ");
  }

  @Test
  void aRuleWithoutSourceIsRefused() throws IOException {
    write(PACK.replacing(TinyPack.DECISION, "@source( \"bmj-e079971#results\" )", ""));
    assertRefused(mutate(), "no @source");
  }

  @Test
  void aConditionThatMutationDoesNotKnowIsRefusedWithItsLine() throws IOException {
    write(
        PACK.replacing(
            TinyPack.DECISION, "  $patient : Patient( !adult )", "  eval( true )\n  Patient()"));
    assertRefused(
        mutate(), "decision/1-decision.drl:21: this cannot be taken apart; known are patterns");
  }

  @Test
  void aDescriptorThatCannotBeUsedIsRefused() throws IOException {
    write(PACK.describedWith("adultYears = 18", "adultYears = eighteen"));
    assertRefused(mutate(), "boundary.adultYears");
  }

  private static void assertRefused(CommandRun run, String told) {
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0)).startsWith("guideline: ").contains(told);
    assertThat(run.errLines().get(1)).isEqualTo("Try: guideline mutate --help");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
