package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.approved.ApprovedTexts;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;

class TextsCommandTest {

  @TempDir private Path folder;

  @Test
  void theSheetOfTheGuidelinesRulesIsTheApprovedOne() {
    CommandRun run = CommandRun.of("texts");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(ApprovedTexts.bundled());
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void whatVignettesDoNotBringAboutIsNotInTheSheet() throws IOException {
    Path adult = folder.resolve("adult");
    TinyPack.writeVignette(
        adult, "a", TinyPack.ADULT, TinyPack.CHRONIC, "steroid", "recommend-against");
    PackSource pack = TinyPack.source();
    Path rules = folder.resolve("rules");
    TinyPack.write(pack, rules);

    CommandRun run =
        CommandRun.of("texts", "--rules", rules.toString(), "--vignettes", adult.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("axial-epidural").doesNotContain("### acute-pain");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void vignettesThatAreNotThereAreRefused() {
    CommandRun run = CommandRun.of("texts", "--vignettes", folder.resolve("nowhere").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines().get(0)).contains("nowhere cannot be read");
  }
}
