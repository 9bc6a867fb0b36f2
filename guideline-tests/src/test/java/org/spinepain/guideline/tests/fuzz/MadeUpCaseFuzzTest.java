package org.spinepain.guideline.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.json.CaseDocuments;

/**
 * Documents that have the form of cases are cases that are answered, or refused as documented, and
 * the same ones from text, from bytes and from YAML. What is fuzzed is what stands in them; see
 * {@link MadeUpDocument}.
 */
class MadeUpCaseFuzzTest {

  private static final int SEEDS = 200;
  private static final int CHOICES = 150;

  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML = new YAMLFactory();

  @MethodSource("random")
  @FuzzTest
  @Timeout(120)
  void everyDocumentOfTheFormOfACaseIsOneOrRefused(byte[] choices) {
    String json = MadeUpDocument.of(choices, JSON);
    Optional<ClinicalCase> read = Fuzzed.caseOrRefusal(() -> CaseDocuments.readJson(json));
    assertThat(
            Fuzzed.caseOrRefusal(
                () -> CaseDocuments.readJson(new ByteArrayInputStream(json.getBytes(UTF_8)))))
        .as("from bytes")
        .isEqualTo(read);
    String yaml = MadeUpDocument.of(choices, YAML);
    assertThat(Fuzzed.caseOrRefusal(() -> CaseDocuments.readYaml(yaml)))
        .as("from YAML")
        .isEqualTo(read);
  }

  /** Else nothing would be tested but the parser. */
  @Test
  void aGoodPartOfWhatIsMadeUpIsACaseAndAGoodPartIsRefused() {
    long cases =
        random()
            .map(choices -> MadeUpDocument.of(choices.getPayload(), JSON))
            .filter(json -> Fuzzed.caseOrRefusal(() -> CaseDocuments.readJson(json)).isPresent())
            .count();
    assertThat(cases).isBetween(SEEDS / 10L, SEEDS * 9L / 10);
  }

  static Stream<Named<byte[]>> random() {
    SplittableRandom random = new SplittableRandom(388);
    return IntStream.rangeClosed(1, SEEDS)
        .mapToObj(
            number -> {
              byte[] choices = new byte[CHOICES];
              random.nextBytes(choices);
              return named("made up " + number, choices);
            });
  }
}
