package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleFilesTest {

  private static final Path EXAMPLES = Path.of("examples");

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAnswered(Path example) {
    CommandRun run = CommandRun.of("assess", example.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Case ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theBackPainIsACaseOfARecommendationAgainst() {
    assertThat(verdicts("back-pain-epidural.yaml")).containsExactly("Recommended against.");
  }

  @Test
  void theSciaticaOfUnknownDurationNeedsTheDuration() {
    assertThat(verdicts("sciatica-unknown-duration.json"))
        .containsExactly("Not enough information.");
    assertThat(out("sciatica-unknown-duration.json"))
        .contains("The duration of the pain (pain.onset or pain.duration)");
  }

  @Test
  void theThreeReferralsShowTheThreeVerdicts() {
    assertThat(verdicts("three-referrals.ndjson"))
        .containsExactly("Recommended against.", "No recommendation.", "Not enough information.");
  }

  private static List<String> verdicts(String example) {
    return out(example)
        .lines()
        .filter(
            List.of("Recommended against.", "No recommendation.", "Not enough information.")
                ::contains)
        .toList();
  }

  private static String out(String example) {
    return CommandRun.of("assess", EXAMPLES.resolve(example).toString()).out();
  }
}
