package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.review.ProtocolStep;
import org.spinepain.guideline.review.Range;

class ProtocolDocumentTest {

  private static final String ID = "https://spinepain.org/schema/protocol-1.0.json";
  private static final String CASE = "https://spinepain.org/schema/case-1.0.json";

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder ->
                  builder.schemas(
                      Map.of(
                          ID, text(ProtocolDocument.class, "protocol.schema.json"),
                          CASE, text(CaseDocuments.class, "case.schema.json"))))
          .getSchema(SchemaLocation.of(ID));

  private static final String GOOD =
      """
      protocol: P
      steps:
        - id: a
          wording: w
          population: {ageYears: {from: 18}, duration: {from: P3M, to: P2Y}, cancer: unknown}
          procedure: {technique: epidural-injection, injectate: steroid}
          setting: unspecified
          intent: diagnosis
      """;

  @Test
  void theExampleIsAProtocolAndKeepsToTheSchema() throws IOException {
    String example = Files.readString(Path.of("examples/protocols/back-pain-injections.yaml"));

    ProtocolDocument document = read(example);

    assertThat(SCHEMA.validate(example, InputFormat.YAML)).isEmpty();
    assertThat(document.refused()).isEmpty();
    assertThat(document.assessedOn()).contains(LocalDate.of(2025, 6, 30));
    assertThat(document.protocol().steps())
        .extracting(ProtocolStep::id)
        .containsExactly("sciatica-epidural", "facet-injection", "test-block", "denervation-study");
  }

  @Test
  void aStepIsReadAsItIsWritten() throws IOException {
    ProtocolStep step = read(GOOD).protocol().steps().get(0);

    assertThat(SCHEMA.validate(GOOD, InputFormat.YAML)).isEmpty();
    assertThat(step.population().ageYears()).isEqualTo(Range.from(18));
    assertThat(step.population().duration())
        .isEqualTo(Range.between(Period.ofMonths(3), Period.ofYears(2)));
    assertThat(step.population().pain().cancer()).isEmpty();
    assertThat(step.procedure().setting()).isEqualTo(Stated.<Setting>unspecified());
    assertThat(step.procedure().intent()).isEqualTo(Stated.of(Intent.DIAGNOSIS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: a|id: ' '|3|steps[0].id
          wording: w|wording: ''|4|steps[0].wording
          wording: w|words: w|4|steps[0].words
          from: 18|from: 1.5|5|steps[0].population.ageYears.from
          from: 18|from: 131|5|steps[0].population.ageYears.from
          from: 18|least: 18|5|steps[0].population.ageYears.least
          from: P3M|from: 3 months|5|steps[0].population.duration.from
          from: P3M|from: P0D|5|steps[0].population.duration.from
          cancer: unknown|cancer: maybe|5|steps[0].population.cancer
          cancer: unknown|sex: any|5|steps[0].population.sex
          steroid|none|6|steps[0].procedure.injectate
          epidural-injection|epidural|6|steps[0].procedure.technique
          setting: unspecified|setting: ward|7|steps[0].setting
          """)
  void whatIsNoStepIsRefusedHereAndByTheSchema(String old, String other, int line, String path)
      throws IOException {
    String yaml = GOOD.replace(old, other);

    ProtocolDocument document = read(yaml);

    assertThat(document.protocol().steps()).isEmpty();
    assertThat(document.refused())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.number()).isEqualTo(1);
              assertThat(step.refusal().path()).isEqualTo(path);
              assertThat(step.refusal().line()).isEqualTo(line);
            });
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void aRangeThatEndsBeforeItBeginsIsRefused() throws IOException {
    InvalidDocumentException refusal =
        read(GOOD.replace("to: P2Y", "to: P2M")).refused().get(0).refusal();

    assertThat(refusal.path()).isEqualTo("steps[0].population.duration.to");
    assertThat(refusal.found()).isEqualTo("\"P2M\"");
    assertThat(refusal.allowed()).isEqualTo("not less than from");
  }

  @Test
  void aStepThatIsRefusedCostsNoOtherItsPlace() throws IOException {
    String step = GOOD.substring(GOOD.indexOf("  - id"));
    String bad = step.replace("id: a", "id: b").replace("wording: w", "wording: 7");
    String last = step.replace("id: a", "id: c");

    ProtocolDocument document = read(GOOD + bad + step + last);

    assertThat(document.protocol().steps()).extracting(ProtocolStep::id).containsExactly("a", "c");
    assertThat(document.refused())
        .extracting(RefusedStep::number, refused -> refused.refusal().path())
        .containsExactly(tuple(2, "steps[1].wording"), tuple(3, "steps[2].id"));
    assertThat(document.refused().get(0).id()).contains("b");
    assertThat(document.refused().get(1).refusal().allowed())
        .isEqualTo("an id that no other step has");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          id: b|id: no|9|steps[1].id|none
          id: b|id: 007|9|steps[1].id|none
          wording: w|wording: yes|10|steps[1].wording|b
          wording: w|wording: 1_000|10|steps[1].wording|b
          intent: diagnosis|wording: v|14|steps[1].wording|b
          from: 18|from: 18, from: 19|11|steps[1].population.ageYears.from|b
          """)
  void soItIsWhereYamlReadsAnotherTypeOrAFieldIsThereTwice(
      String old, String other, int line, String path, String id) throws IOException {
    String step = GOOD.substring(GOOD.indexOf("  - id"));
    String bad = step.replace("id: a", "id: b").replace(old, other);

    ProtocolDocument document = read(GOOD + bad + step.replace("id: a", "id: c"));

    assertThat(document.protocol().steps()).extracting(ProtocolStep::id).containsExactly("a", "c");
    assertThat(document.refused())
        .extracting(
            RefusedStep::number,
            refused -> refused.id().orElse(null),
            refused -> refused.refusal().path(),
            refused -> refused.refusal().line())
        .containsExactly(tuple(2, id, path, line));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheDocument() throws IOException {
    assertThat(read("\uFEFF" + GOOD)).isEqualTo(read(GOOD));
    assertThatThrownBy(() -> read("\uFEFF\uFEFF" + GOOD))
        .isInstanceOf(InvalidDocumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          protocol: P|protocol: ' '|1|protocol
          protocol: P|name: P|1|name
          protocol: P|protocol: P\\nassessedOn: June|2|assessedOn
          protocol: P|protocol: P\\nproceduresRemainCommon: often|2|proceduresRemainCommon
          """)
  void whatIsNoProtocolIsRefusedHereAndByTheSchema(
      String old, String other, int line, String path) {
    assertRefused(GOOD.replace(old, other.replace("\\n", "\n")), line, path);
  }

  @Test
  void aProtocolWithoutStepsIsRefused() {
    assertRefused("protocol: P\nsteps: []\n", 2, "steps");
    assertRefused("protocol: P\n", 1, "steps");
  }

  @Test
  void whatStandsBesideTheStepsTwiceCostsThemAll() {
    assertThatThrownBy(() -> read("protocol: P\n" + GOOD))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e -> {
              assertThat(e.path()).isEqualTo("protocol");
              assertThat(e.line()).isEqualTo(2);
            });
  }

  private static void assertRefused(String yaml, int line, String path) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.line()).isEqualTo(line);
            });
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void theSchemaIsOne() {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(text(ProtocolDocument.class, "protocol.schema.json"), InputFormat.JSON))
        .isEqualTo(List.of());
  }

  private static ProtocolDocument read(String yaml) throws IOException {
    return ProtocolDocument.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
  }

  private static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
