package org.spinepain.guideline.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.tests.vignette.InvalidVignetteException;
import org.spinepain.guideline.tests.vignette.Vignettes;

/**
 * The inputs of the fuzz tests are what they are kept as: those in a folder {@code accepted} are
 * accepted, those in a folder {@code refused} are refused. Else they could all come to be refused
 * at the first field, and test nothing.
 */
class SeedsTest {

  @TempDir private Path folder;

  private interface Accepting {
    boolean accepts(byte[] input) throws IOException;
  }

  static Stream<Arguments> seeds() throws IOException, URISyntaxException {
    Stream.Builder<Arguments> seeds = Stream.builder();
    for (Class<?> test :
        List.of(
            JsonCaseFuzzTest.class,
            YamlCaseFuzzTest.class,
            CaseStreamFuzzTest.class,
            VignetteFuzzTest.class)) {
      Path inputs = Path.of(test.getResource(test.getSimpleName() + "Inputs").toURI());
      try (Stream<Path> files = Files.walk(inputs)) {
        files
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(
                file -> seeds.add(Arguments.of(test, inputs.relativize(file).toString(), file)));
      }
    }
    return seeds.build();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("seeds")
  void anInputIsAcceptedOrRefusedAsItsFolderSays(Class<?> test, String name, Path file)
      throws IOException {
    String kept = file.getParent().getFileName().toString();
    assertThat(kept).isIn("accepted", "refused");
    assertThat(reader(test).accepts(Files.readAllBytes(file))).isEqualTo(kept.equals("accepted"));
  }

  private Accepting reader(Class<?> test) {
    if (test == JsonCaseFuzzTest.class) {
      return input -> accepts(() -> CaseDocuments.readJson(new ByteArrayInputStream(input)));
    }
    if (test == YamlCaseFuzzTest.class) {
      return input -> accepts(() -> CaseDocuments.readYaml(new ByteArrayInputStream(input)));
    }
    if (test == CaseStreamFuzzTest.class) {
      return SeedsTest::isStreamOfCases;
    }
    return this::isVignette;
  }

  private static boolean accepts(Fuzzed.Reading reading) throws IOException {
    try {
      reading.read();
      return true;
    } catch (InvalidDocumentException refusal) {
      return false;
    }
  }

  private static boolean isStreamOfCases(byte[] stream) throws IOException {
    for (byte[] line : CaseStreamFuzzTest.lines(stream)) {
      if (!CaseStreamFuzzTest.isBlank(line)
          && !accepts(() -> CaseDocuments.readJson(new ByteArrayInputStream(line)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isVignette(byte[] content) throws IOException {
    Files.write(folder.resolve("a-vignette.yaml"), content);
    try {
      return Vignettes.in(folder).all().size() == 1;
    } catch (InvalidVignetteException refusal) {
      return false;
    }
  }
}
