package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.tests.pack.PackSource;

@Tag("thorough")
class DiffCommandTest {

  private static final String CASE =
      """
      {"caseId": "c-1", "assessedOn": "2025-06-30", "patient": {"ageYears": 54}, \
      "pain": {"pattern": "axial", "onset": "2023-04-01", "cancer": "absent", \
      "inflammatoryArthropathy": "absent"}, \
      "procedures": [{"technique": "epidural-injection", "injectate": "steroid"}]}
      """;

  /** A work tree whose first commit, tagged first, has the bundled rules. */
  @TempDir private static Path tree;

  @TempDir private Path folder;

  @BeforeAll
  static void commitTheBundledRules() throws IOException {
    write(PackSource.bundled());
    git("init", "--quiet");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "Rules");
    git("tag", "first");
    git("tag", "src");
  }

  private static void write(PackSource pack) {
    pack.files()
        .forEach(
            (file, text) -> {
              try {
                Files.createDirectories(tree.resolve(file).getParent());
                Files.writeString(tree.resolve(file), text);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static void git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", tree.toString()));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = git.getInputStream()) {
      String told = new String(output.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(git.waitFor()).as(told).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertRefused(CommandRun run, String... words) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0)).contains(words);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aRevisionOfTheSameRulesChangesNothing() {
    write(PackSource.bundled());

    CommandRun run = CommandRun.of("diff", "bundled", "first", "--rules", tree.toString());
    CommandRun beside = CommandRun.of("diff", "first", tree.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("No determination changes: both packs have the same files.\n");
    assertThat(run.exitCode()).isZero();
    assertThat(beside.err()).isEmpty();
    assertThat(beside.exitCode()).isZero();
  }

  @Test
  void anOldPackThatNobodyIsAChildOfIsRefused() {
    write(PackSource.bundled().describedWith("adultYears = 18", "adultYears = 0"));

    assertRefused(
        CommandRun.of("diff", tree.toString(), "bundled"), "OLD", "boundary.adultYears = 0");
  }

  @Test
  void anEditSinceARevisionIsToldUntilItIsSignedOff() throws IOException {
    write(
        PackSource.bundled()
            .replacing("guidance/1-guidance.drl", "such as exercise therapy", "such as exercise"));
    Path cases = Files.writeString(folder.resolve("cases.ndjson"), CASE + CASE);
    Path signOff = folder.resolve("sign-off.yaml");
    String[] diff = {
      "diff", "first:" + tree, tree.toString(), "--cases", cases.toString(), "--write-sign-off"
    };

    CommandRun told = CommandRun.of(with(diff, signOff.toString()));
    String[] again = {"diff", "first:" + tree, tree.toString(), "--sign-off", signOff.toString()};
    CommandRun pending = CommandRun.of(again);
    Files.writeString(
        signOff,
        Files.readString(signOff)
            .replace("by: pending", "by: A. Clinician")
            .replace("on: pending", "on: 2026-01-31")
            .replace("why: pending", "why: Shorter."));
    CommandRun signed =
        CommandRun.of(
            with(
                diff,
                folder.resolve("again.yaml").toString(),
                "--format",
                "json",
                "--sign-off",
                signOff.toString()));

    assertThat(told.err()).isEmpty();
    assertThat(told.out().replaceAll("\\s+", " "))
        .startsWith("1. Guidance exercise-therapy: was \"… exercise therapy.\", becomes")
        .contains("42 complete combinations; 4 incomplete combinations;")
        .contains("2 cases of yours (" + cases + ":1,")
        .contains("behind it exercise-therapy")
        .contains(
            "1 change, over 27,648 complete combinations, 540,972 incomplete ones, 236,196 under")
        .doesNotContain("boundary case")
        .endsWith("vignettes and 2 cases of yours. ");
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(pending.errLines())
        .singleElement()
        .asString()
        .matches("not signed off: [0-9a-f]{12} Guidance exercise-therapy: was .*");
    assertThat(pending.exitCode()).isEqualTo(1);
    assertThat(signed.err()).isEmpty();
    assertThat(signed.out()).contains("\"complete\" : 42", "\"incomplete\" : 4");
    assertThat(signed.exitCode()).isZero();
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void aSignOffOfChangesThatNoLongerOccurIsTold() throws IOException {
    Path signOff =
        Files.writeString(
            folder.resolve("old.yaml"),
            """
            old: "%1$s"
            new: "%1$s"
            changes:
              - {id: "abc", change: "Gone.", by: B, on: 2026-01-31, why: Because}
            """
                .formatted(bundledDigest()));

    CommandRun run = CommandRun.of("diff", "bundled", "bundled", "--sign-off", signOff.toString());

    assertThat(run.errLines()).containsExactly("signed off, but no longer occurs: Gone.");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aSignOffOfAnotherPackIsToldAndHoldsForItsOwnPacksOnly() throws IOException {
    Path own = folder.resolve("own.yaml");
    String[] diff = {"diff", "bundled", "bundled"};
    CommandRun.of(with(diff, "--write-sign-off", own.toString()));
    String text = Files.readString(own);
    Path other = writeOther(text.replaceFirst("new: .*", "new: \"sha256:00\""));

    CommandRun held = CommandRun.of(with(diff, "--sign-off", own.toString()));
    CommandRun refused = CommandRun.of(with(diff, "--sign-off", other.toString()));

    assertThat(text).contains("old: \"" + bundledDigest() + "\"\n");
    assertThat(held.err()).isEmpty();
    assertThat(held.exitCode()).isZero();
    assertThat(refused.errLines()).containsExactly(otherPack("new"));
    assertThat(refused.exitCode()).isEqualTo(1);
  }

  @Test
  void aSignOffOfAnotherOldPackIsTold() throws IOException {
    Path own = folder.resolve("own.yaml");
    String[] diff = {"diff", "bundled", "bundled"};
    CommandRun.of(with(diff, "--write-sign-off", own.toString()));
    Path other = writeOther(Files.readString(own).replaceFirst("old: .*", "old: \"sha256:00\""));

    CommandRun refused = CommandRun.of(with(diff, "--sign-off", other.toString()));

    assertThat(refused.errLines()).containsExactly(otherPack("old"));
    assertThat(refused.exitCode()).isEqualTo(1);
  }

  private Path writeOther(String text) throws IOException {
    return Files.writeString(folder.resolve("other.yaml"), text);
  }

  private static String otherPack(String which) {
    return "the "
        + which
        + " pack is not the one of the sign-off: found "
        + bundledDigest()
        + ", signed off was sha256:00; look at all changes and sign them again";
  }

  private static String bundledDigest() {
    try (GuidelineEngine engine = PackSource.bundled().open()) {
      return engine.rules().digest();
    }
  }

  @Test
  void whatIsNoPackIsRefusedInOneLine() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertRefused(
        CommandRun.of("diff", "nowhere", "bundled"), "OLD: found no rules at \"nowhere\"");
    assertRefused(
        CommandRun.of("diff", "bundled", empty.toString()), "NEW: ", "holds no rule pack");
    assertRefused(
        CommandRun.of("diff", "bundled", "v9", "--rules", tree.toString()), "NEW: v9: git: ");
    assertRefused(CommandRun.of("diff", "v9:" + tree, "bundled"), "OLD: v9:", "git: ");
  }

  @Test
  void aNameThatIsAPathAndARevisionIsRefusedWithBothWaysToWriteIt() {
    assertRefused(
        CommandRun.of("diff", "bundled", "src", "--rules", tree.toString()),
        "src is both a path and a git revision: write ./src for the path, or src:" + tree);
  }

  @Test
  void rulesThatDoNotCompileAreRefusedInOneLine() throws IOException {
    write(PackSource.bundled());
    Path broken = tree.resolve("decision/1-scope.drl");
    Files.writeString(broken, Files.readString(broken).replace("!adult", "!adultt"));

    assertRefused(CommandRun.of("diff", "first:" + tree, tree.toString()), "does not compile");
  }

  @Test
  void otherBadInputIsRefused() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"caseId\": 1}");
    Path there = Files.writeString(folder.resolve("there.yaml"), "");

    assertRefused(
        CommandRun.of("diff", "bundled", "bundled", "--cases", bad.toString()),
        "bad.json:1: caseId: found 1");
    assertRefused(
        CommandRun.of("diff", "bundled", "bundled", "--sign-off", folder + "/none.yaml"),
        "none.yaml: there is no such file");
    assertRefused(
        CommandRun.of("diff", "bundled", "bundled", "--write-sign-off", there.toString()),
        "there.yaml is there already");
    assertRefused(
        CommandRun.of("diff", "bundled", "bundled", "--format", "xml"),
        "found \"xml\", allowed is text, json");
  }
}
