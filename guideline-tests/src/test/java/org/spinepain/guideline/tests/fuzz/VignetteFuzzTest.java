package org.spinepain.guideline.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.vignette.InvalidVignetteException;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.VignetteResult;
import org.spinepain.guideline.tests.vignette.Vignettes;

/**
 * Whatever stands in a file of a folder of vignettes is a vignette that is asked about, or refused
 * as documented. The guideline's own vignettes are among the inputs.
 */
class VignetteFuzzTest {

  private static final String FILE = "a-vignette.yaml";

  @TempDir private static Path folder;

  @MethodSource("ofTheGuideline")
  @FuzzTest
  @Timeout(120)
  void everyFileIsAVignetteOrRefused(byte[] content) throws IOException {
    Files.write(folder.resolve(FILE), content);
    Vignettes vignettes = Vignettes.in(folder);

    Optional<Vignette> read = vignetteOrRefusal(vignettes);
    read.ifPresent(
        vignette ->
            assertThat(CaseDocuments.readJson(CaseDocuments.toJson(vignette.clinicalCase())))
                .isEqualTo(vignette.clinicalCase()));

    List<VignetteResult> results = vignettes.run(Vignettes.asking(Fuzzed.engine())).toList();
    assertThat(results).hasSize(1);
    assertThat(results.get(0).file()).isEqualTo(FILE);
    assertThat(results.get(0).vignette()).isEqualTo(read);
    assertThat(results.get(0).agrees() && read.isEmpty()).as("agrees without being one").isFalse();
  }

  private static Optional<Vignette> vignetteOrRefusal(Vignettes vignettes) {
    try {
      List<Vignette> all = vignettes.all();
      assertThat(all).hasSize(1);
      return Optional.of(all.get(0));
    } catch (InvalidVignetteException refusal) {
      assertThat(refusal.getMessage()).startsWith(FILE + ":").contains(": found ", ", allowed is ");
      assertThat(refusal.getMessage().chars().noneMatch(Character::isISOControl))
          .as("the message without control characters")
          .isTrue();
      return Optional.empty();
    }
  }

  static Stream<Named<byte[]>> ofTheGuideline() throws IOException {
    Stream.Builder<Named<byte[]>> files = Stream.builder();
    for (Vignette vignette : Vignettes.bundled().all()) {
      files.add(named(vignette.id(), Files.readAllBytes(Path.of(vignette.file()))));
    }
    return files.build();
  }
}
