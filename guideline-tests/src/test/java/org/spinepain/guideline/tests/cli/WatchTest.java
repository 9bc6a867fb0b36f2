package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;

/** The loop that runs vignettes after each save, as an author works in it. */
@Timeout(120)
class WatchTest {

  private static final PackSource PACK = TinyPack.source();
  private static final String AGREE = "1 vignettes: 1 agree, 0 differ.";
  private static final String DIFFER = "1 vignettes: 0 agree, 1 differ.";

  @TempDir private Path folder;

  /** What happens once, after the vignettes ran and before that is told. */
  private final AtomicReference<Runnable> duringTheNextRun = new AtomicReference<>();

  private final ByteArrayOutputStream out =
      new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
          Optional.ofNullable(duringTheNextRun.getAndSet(null)).ifPresent(Runnable::run);
          super.write(bytes, from, length);
        }
      };
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicInteger exitCode = new AtomicInteger(-1);
  private Path rules;
  private Path decision;
  private Path vignettes;
  private Thread watching;

  @BeforeEach
  void watch() throws Exception {
    rules = folder.resolve("rules");
    decision = rules.resolve(TinyPack.DECISION);
    vignettes = folder.resolve("vignettes");
    TinyPack.write(PACK, rules);
    adult("a");
    watching =
        new Thread(
            () -> {
              Shell shell =
                  Shell.of(
                      new ByteArrayInputStream(new byte[0]),
                      new PrintStream(out, true, UTF_8),
                      new PrintStream(err, true, UTF_8));
              exitCode.set(
                  Guideline.run(
                      shell,
                      CommandRun::engine,
                      "vignettes",
                      "--watch",
                      "--rules",
                      rules.toString(),
                      vignettes.toString()));
            });
    watching.start();
    assertThat(next()).contains(AGREE);
  }

  @AfterEach
  void stop() throws InterruptedException {
    watching.interrupt();
    watching.join();
  }

  private void adult(String id) throws IOException {
    TinyPack.writeVignette(
        vignettes, id, TinyPack.ADULT, TinyPack.CHRONIC, "steroid", "recommend-against");
  }

  /** What is told next, up to the time that it took. */
  private String next() throws InterruptedException {
    while (true) {
      // Nothing is told between a look and its end.
      synchronized (out) {
        String told = out.toString(UTF_8);
        if (told.matches("(?s).* \\d+\\.\\d s\\.\\R")) {
          out.reset();
          return told;
        }
      }
      assertThat(watching.isAlive()).as(() -> "still watching; " + err.toString(UTF_8)).isTrue();
      Thread.sleep(20);
    }
  }

  /** What is told of so many runs. */
  private String nexts(int runs) throws InterruptedException {
    StringBuilder told = new StringBuilder();
    while (told.toString().lines().filter(line -> line.matches(".* \\d+\\.\\d s\\.")).count()
        < runs) {
      told.append(next());
    }
    return told.toString();
  }

  private static void save(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String broken() {
    return PACK.files().get(TinyPack.DECISION).replace("( !adult )", "( adult )");
  }

  @Test
  void aSavedRuleIsTriedAndTheOldOneAgain() throws Exception {
    Files.writeString(decision, broken());
    assertThat(next()).contains(DIFFER, "adult holds: adult = true  decision/1-decision.drl:21");

    Files.writeString(decision, PACK.files().get(TinyPack.DECISION));
    assertThat(next()).contains(AGREE);
  }

  @Test
  void aRuleSavedByRenamingIsTried() throws Exception {
    Path beside = Files.writeString(folder.resolve("1-decision.drl~"), broken());
    Files.setLastModifiedTime(beside, Files.getLastModifiedTime(decision));
    Files.move(beside, decision, StandardCopyOption.REPLACE_EXISTING);

    assertThat(next()).contains(DIFFER);
  }

  @Test
  void aHalfSavedRuleIsToldWithItsLineAndTheRestOfItIsTried() throws Exception {
    Files.writeString(decision, broken().substring(0, broken().indexOf("( adult )") + 3));
    assertThat(next()).contains("the DRL does not compile: decision/1-decision.drl:");

    Files.writeString(decision, broken());
    assertThat(next()).contains(DIFFER);
  }

  @Test
  void rulesThatAreDeletedAreToldAndWatchedForTheirReturn() throws Exception {
    Path descriptor = rules.resolve(PackSource.DESCRIPTOR);
    Files.delete(descriptor);
    assertThat(next()).contains("holds no rule pack");

    Files.writeString(descriptor, PACK.descriptor());
    assertThat(next()).contains(AGREE);
  }

  @Test
  void vignettesThatAreAddedAndDeletedAreSeen() throws Exception {
    adult("b");
    assertThat(next()).contains("2 vignettes: 2 agree");

    Files.delete(vignettes.resolve("b.yaml"));
    assertThat(next()).contains(AGREE);
  }

  @Test
  void aVignetteThatIsNoneIsToldWithItsLine() throws Exception {
    Path file = vignettes.resolve("a.yaml");
    Files.writeString(file, Files.readString(file).replace("kind: typical", "kind: odd"));
    assertThat(next()).contains("a.yaml:3: kind: found \"odd\"");
  }

  @Test
  void rulesThatDoNotComeToAnAnswerAreTold() throws Exception {
    Files.writeString(
        decision,
        PACK.files().get(TinyPack.DECISION).replace("  exists Reason()", "  not Reason()"));
    assertThat(next()).contains("the decision rules gave 2 verdicts on complete facts");
  }

  @Test
  void anInterruptEndsItQuietly() throws Exception {
    stop();
    assertThat(exitCode).hasValue(2);
    assertThat(out.toString(UTF_8) + err.toString(UTF_8)).isEmpty();
  }

  @Test
  void whatIsSavedWhileTheVignettesRunIsTriedAfterwards() throws Exception {
    duringTheNextRun.set(() -> save(decision, PACK.files().get(TinyPack.DECISION)));
    Files.writeString(decision, broken());

    assertThat(nexts(2)).containsSubsequence(DIFFER, AGREE);
  }

  @Test
  void aFolderOfRulesThatDoesNotExistIsRefused() {
    String nowhere = folder.resolve("nowhere").toString();
    CommandRun run = CommandRun.of("vignettes", "--watch", "--rules", nowhere);

    assertThat(run.errLines())
        .first()
        .isEqualTo("guideline: there are no rules to watch at " + nowhere);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aFolderOfVignettesThatDoesNotExistIsRefused() {
    String nowhere = folder.resolve("nowhere").toString();
    CommandRun run =
        CommandRun.of(
            "vignettes", "--watch", "--rules", rules.toString(), vignettes.toString(), nowhere);

    assertThat(run.errLines())
        .first()
        .asString()
        .startsWith("guideline: found no vignettes at " + nowhere);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void nothingToWatchIsRefused() {
    CommandRun run = CommandRun.of("vignettes", "--watch");
    assertThat(run.errLines()).first().asString().contains("--watch goes with --rules FOLDER");
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
