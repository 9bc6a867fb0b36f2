package org.spinepain.guideline.tests.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.TrustedDigests;
import org.spinepain.guideline.tests.editions.EditionJars;
import org.spinepain.guideline.tests.process.OtherJvm;

/**
 * The process that updates a folder of packs is killed, again and again, at moments of chance. What
 * a host finds that starts then is a whole edition, or nothing, and why.
 */
@Tag("thorough")
@Timeout(300)
class KilledUpdateTest {

  private static final int KILLS = 20;

  private final long seed = System.nanoTime();
  private final Random chance = new Random(seed);

  @TempDir Path folder;
  @TempDir Path elsewhere;
  private Path first;
  private Path second;
  private TrustedDigests pinned;

  @BeforeEach
  void build() throws IOException {
    first = Packs.jar(elsewhere, "2025.2.0", "first");
    second = Packs.jar(elsewhere, "2025.3.0", "second");
    pinned = TrustedDigests.of(EditionJars.digest(first), EditionJars.digest(second));
    Files.copy(first, folder.resolve("pack.jar"));
  }

  @Test
  void whoCopiesBesideAndRenamesLeavesAWholeEditionWhenKilled() throws Exception {
    List<String> starts = startsAfterKills(true);
    assertThat(starts).as("seed %d", seed).hasSize(KILLS).containsOnly("first", "second");
  }

  @Test
  void whoCopiesInPlaceLeavesAWholeEditionOrOneThatIsRefused() throws Exception {
    List<String> starts = startsAfterKills(false);
    assertThat(starts)
        .as("seed %d", seed)
        .hasSize(KILLS)
        .containsAnyOf("refused")
        .isSubsetOf("first", "second", "refused");
  }

  @Test
  void withAnOlderEditionBesideItAHostAlwaysServes() throws Exception {
    Path oldest = Packs.jar(elsewhere, "2025.1.0", "oldest");
    Files.copy(oldest, folder.resolve("oldest.jar"));
    pinned =
        TrustedDigests.of(
            EditionJars.digest(oldest), EditionJars.digest(first), EditionJars.digest(second));
    List<String> starts = startsAfterKills(false);
    assertThat(starts)
        .as("seed %d", seed)
        .hasSize(KILLS)
        .containsAnyOf("oldest")
        .isSubsetOf("oldest", "first", "second");
  }

  private List<String> startsAfterKills(boolean rename) throws Exception {
    List<String> starts = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      Process update =
          OtherJvm.of(
                  List.of("-Xmx128m", "-XX:+UseSerialGC"),
                  FolderUpdate.class,
                  rename,
                  folder.resolve("pack.jar"),
                  first,
                  second)
              .redirectErrorStream(true)
              .start();
      assertThat(update.inputReader().readLine()).isEqualTo("begun");
      Thread.sleep(chance.nextInt(50));
      assertThat(update.destroyForcibly().waitFor()).as("killed, not ended").isNotZero();
      starts.add(start());
    }
    return starts;
  }

  /** What a host serves that starts now, by what it says. */
  private String start() {
    try (GuidelineEngine engine =
        GuidelineEngine.on(
            RulePack.load(PackOrigin.folder(folder), pinned), EngineOptions.defaults())) {
      return Packs.markOf(engine.assess(Packs.CASE));
    } catch (RulePackException e) {
      assertThat(e).hasMessageStartingWith("pack.jar: it is not trusted; whoever trusts it pins ");
      return "refused";
    }
  }
}
