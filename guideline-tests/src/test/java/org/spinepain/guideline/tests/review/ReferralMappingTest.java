package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.json.InvalidDocumentException;

class ReferralMappingTest {

  private static final String DATE = "assessedOn: D";

  @Test
  void theExampleIsAMappingAndKeepsToTheSchema() throws IOException {
    String example = Files.readString(Path.of("examples/referrals/mapping.yaml"));

    assertThat(Export.mapping(example).columns()).hasSize(18);
    assertThat(schema().validate(example, InputFormat.YAML)).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheMapping() {
    assertThat(Export.mapping("\uFEFFcolumns: {assessedOn: D}").columns())
        .containsOnlyKeys(ReferralField.ASSESSED_ON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns: {assessedOn: D, pain.side: S}|the name of a field: one of caseId, assessedOn,",
        "columns: {assessedOn: D, pain.pattern: {column: P, codes: {A: axiall}}}|one of axial,"
            + " radicular, axial-and-radicular, other, unspecified",
        "columns: {assessedOn: D, pain.pattern: {column: P, unit: weeks}}|only the fields column,"
            + " codes, unmapped",
        "columns: {assessedOn: D, pain.pattern: {codes: {A: axial}}}|a value; the field is"
            + " required",
        "columns: {assessedOn: D, pain.pattern: {column: P, unmapped: guess}}|one of unknown,"
            + " refuse",
        "columns: {assessedOn: D, pain.otherCauses: {column: P, unmapped: unknown}}|refuse: what is"
            + " not listed counts as absent",
        "columns: {assessedOn: D, pain.duration: {column: P, unit: fortnights}}|one of days, weeks,"
            + " months, years",
        "columns: {assessedOn: {column: D, format: dd/MM/yy}}|a pattern of day, month and year",
        "columns: {assessedOn: ' '}|the name of a column",
        "{columns: {assessedOn: D}, separator: ':'}|one of , ;",
        "{columns: {assessedOn: D}, encoding: EBCDIC}|one of UTF-8, ISO-8859-1, windows-1252",
        "{columns: {assessedOn: D}, constants: {pain.level: low}}|one of cervical, thoracic,"
            + " lumbar, sacroiliac, unspecified",
        "{columns: {assessedOn: D}, constants: {patient.ageYears: old}}|a whole number",
        "{columns: {assessedOn: D}, constants: {pain.duration: banana}}|a period such as P12W, P3M",
        "{columns: {assessedOn: D}, rows: 3}|only the fields separator, encoding, columns,"
            + " constants"
      },
      quoteCharacter = '`')
  void whatIsNoMappingIsRefusedHereAndByTheSchema(String yaml, String allowed) throws IOException {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> Export.mapping(yaml))
        .satisfies(refused -> assertThat(refused.allowed()).startsWith(allowed.strip()));
    assertThat(schema().validate(yaml, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void aFieldIsMappedOnceAndIsNoConstantToo() {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> Export.mapping("columns:", "  " + DATE, "  clinic: A", "  clinic: B"))
        .withMessageContaining("each field once");
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(
            () -> Export.mapping("columns: {" + DATE + "}", "constants: {assessedOn: 2025-06-30}"))
        .withMessageContaining("a field that no column is mapped to");
  }

  @ParameterizedTest
  @CsvSource({
    "person, clinic",
    "clinic, person",
    "caseId, referrer",
    "patient.birthDate, pain.pattern",
    "person, caseId"
  })
  void theColumnThatTellsWhoAPersonIsHoldsNothingElse(String one, String other) {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(
            () ->
                Export.mapping(
                    "columns:", "  " + DATE, "  " + one + ": P", "  " + other + ": {column: P}"))
        .withMessageContaining("(line ")
        .withMessageContaining("which no other field is mapped to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd#MM#yyyy", "dddd/MM/yyyy", "dd/MM/yyyy]", "dd/MM/yyyy{"})
  void aFormatThatIsNoPatternIsRefusedWithItsPlace(String format) {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(
            () -> Export.mapping("columns:", "  assessedOn: {column: D, format: '" + format + "'}"))
        .satisfies(
            refused -> {
              assertThat(refused.line()).isEqualTo(2);
              assertThat(refused.path()).isEqualTo("columns.assessedOn.format");
              assertThat(refused.allowed()).startsWith("a pattern of day, month and year");
            });
  }

  @Test
  void theDateOfAssessmentIsRequired() {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> Export.mapping("columns: {clinic: A}"))
        .withMessageContaining("columns with assessedOn, unless it is a constant");
    assertThat(
            Export.mapping("columns: {clinic: A}", "constants: {assessedOn: '2025-06-30'}")
                .constants())
        .containsEntry(ReferralField.ASSESSED_ON, "2025-06-30");
  }

  @Test
  void theSchemaHasTheFieldsAndCodesOfTheReader() throws IOException {
    for (ReferralField field : ReferralField.values()) {
      assertThat(schema().validate("columns: {" + field.path() + ": X}", InputFormat.YAML))
          .as(field.path())
          .isEmpty();
      assertThat(field.codes())
          .allSatisfy(
              code ->
                  assertThat(
                          schema()
                              .validate(
                                  "{columns: {assessedOn: D, "
                                      + field.path()
                                      + ": {column: C, codes: {x: "
                                      + code
                                      + "}}}}",
                                  InputFormat.YAML))
                      .isEmpty());
    }
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(), InputFormat.JSON);
  }

  private static String text() throws IOException {
    try (InputStream in =
        ReferralMapping.class.getResourceAsStream("referral-mapping.schema.json")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
