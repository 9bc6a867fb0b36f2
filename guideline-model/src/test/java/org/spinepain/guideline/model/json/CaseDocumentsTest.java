package org.spinepain.guideline.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/** What case documents mean, and that writing and reading lose nothing. */
class CaseDocumentsTest {

  private static ClinicalCase caseWith(String fields) {
    return CaseDocuments.readJson(
        "{\"caseId\": \"c-1\", \"assessedOn\": \"2025-06-30\", "
            + (fields.contains("\"procedures\"") ? "" : "\"procedures\": [{}], ")
            + fields
            + "}");
  }

  private static PainHistory pain(String fields) {
    return caseWith("\"pain\": {" + fields + "}").pain();
  }

  private static ProcedureRequest procedure(String fields) {
    return caseWith("\"procedures\": [{" + fields + "}]").procedures().get(0);
  }

  @Test
  void everyFieldOfADocumentIsRead() {
    assertThat(CaseDocuments.readJson(SampleCases.FULL)).isEqualTo(SampleCases.full());
  }

  @Test
  void yamlSaysTheSameAsJson() {
    assertThat(CaseDocuments.readYaml(SampleCases.FULL_YAML)).isEqualTo(SampleCases.full());
    assertThat(CaseDocuments.readYaml(SampleCases.FULL)).isEqualTo(SampleCases.full());
  }

  @Test
  void documentsAreReadFromStreams() throws IOException {
    assertThat(CaseDocuments.readJson(new ByteArrayInputStream(SampleCases.FULL.getBytes(UTF_8))))
        .isEqualTo(SampleCases.full());
    assertThat(
            CaseDocuments.readYaml(new ByteArrayInputStream(SampleCases.FULL_YAML.getBytes(UTF_8))))
        .isEqualTo(SampleCases.full());
  }

  @Test
  void aCaseIsReadFromAPartOfALargerDocument() {
    DocumentNode vignette =
        DocumentParser.yaml("vignette").parse("id: v-1\ncase: " + SampleCases.LEAST);

    assertThat(CaseDocuments.read(vignette.requiredField("case")))
        .isEqualTo(CaseDocuments.readJson(SampleCases.LEAST));
  }

  @Test
  void whatIsLeftOutIsNotKnown() {
    assertThat(CaseDocuments.readJson(SampleCases.LEAST))
        .isEqualTo(
            ClinicalCase.of("c-1", LocalDate.of(2025, 6, 30))
                .procedure(ProcedureRequest.ofUnknownTechnique("p1"))
                .build());
  }

  @Test
  void anEmptyPartSaysTheSameAsNone() {
    assertThat(caseWith("\"patient\": {}, \"pain\": {\"otherCauses\": []}, \"practice\": {}"))
        .isEqualTo(CaseDocuments.readJson(SampleCases.LEAST));
  }

  @Test
  void anAgeIsRead() {
    assertThat(caseWith("\"patient\": {\"ageYears\": 53}").patient())
        .isEqualTo(PatientRecord.aged(53));
  }

  @ParameterizedTest
  @CsvSource({
    "P12W, 0, 0, 84",
    "P3M, 0, 3, 0",
    "P1Y6M, 1, 6, 0",
    "P1Y2M3W4D, 1, 2, 25",
    "P90D, 0, 0, 90",
    "P03M, 0, 3, 0",
    "P0Y3M, 0, 3, 0"
  })
  void aDurationIsRead(String text, int years, int months, int days) {
    assertThat(pain("\"duration\": \"" + text + "\"").duration())
        .contains(Period.of(years, months, days));
  }

  @Test
  void unknownIsNotKnown() {
    PainHistory pain = pain("\"cancer\": \"unknown\", \"inflammatoryArthropathy\": \"unknown\"");

    assertThat(pain).isEqualTo(PainHistory.ofUnknownPattern());
  }

  @Test
  void unspecifiedPainIsNotKnown() {
    assertThat(pain("\"pattern\": \"unspecified\", \"level\": \"unspecified\""))
        .isEqualTo(PainHistory.ofUnknownPattern());
  }

  @Test
  void anUnspecifiedTechniqueIsNotKnown() {
    assertThat(procedure("\"technique\": \"unspecified\""))
        .isEqualTo(ProcedureRequest.ofUnknownTechnique("p1"));
  }

  @Test
  void unspecifiedIsNotTheSameAsNothingStatedWhereThereIsADefault() {
    ProcedureRequest procedure =
        procedure(
            "\"injectate\": \"unspecified\", \"intent\": \"unspecified\","
                + " \"setting\": \"unspecified\"");

    assertThat(procedure.injectate()).isEqualTo(Stated.<Injectate>unspecified());
    assertThat(procedure.intent()).isEqualTo(Stated.<Intent>unspecified());
    assertThat(procedure.setting()).isEqualTo(Stated.<Setting>unspecified());
    assertThat(procedure("").injectate()).isEqualTo(Stated.<Injectate>nothing());
    assertThat(procedure("").intent()).isEqualTo(Stated.<Intent>nothing());
    assertThat(procedure("").setting()).isEqualTo(Stated.<Setting>nothing());
  }

  @ParameterizedTest
  @EnumSource
  void everyPatternIsRead(PainPattern pattern) {
    assertThat(pain("\"pattern\": \"" + pattern.code() + "\"").pattern()).contains(pattern);
  }

  @ParameterizedTest
  @EnumSource
  void everyLevelIsRead(SpinalLevel level) {
    assertThat(pain("\"level\": \"" + level.code() + "\"").level()).contains(level);
  }

  @ParameterizedTest
  @EnumSource
  void everyAttributionIsRead(Presence presence) {
    PainHistory cancer = pain("\"cancer\": \"" + presence.code() + "\"");
    PainHistory arthropathy = pain("\"inflammatoryArthropathy\": \"" + presence.code() + "\"");

    assertThat(cancer.cancer()).contains(presence);
    assertThat(cancer.inflammatoryArthropathy()).isEmpty();
    assertThat(arthropathy.inflammatoryArthropathy()).contains(presence);
    assertThat(arthropathy.cancer()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyOtherCauseIsRead(OtherCause cause) {
    assertThat(pain("\"otherCauses\": [\"" + cause.code() + "\"]").otherCauses())
        .containsExactly(cause);
  }

  @ParameterizedTest
  @EnumSource
  void everyTechniqueIsRead(Technique technique) {
    assertThat(procedure("\"technique\": \"" + technique.code() + "\"").technique())
        .contains(technique);
  }

  @ParameterizedTest
  @EnumSource
  void everyInjectateIsRead(Injectate injectate) {
    assertThat(procedure("\"injectate\": \"" + injectate.code() + "\"").injectate())
        .isEqualTo(Stated.of(injectate));
  }

  @ParameterizedTest
  @EnumSource
  void everyIntentIsRead(Intent intent) {
    assertThat(procedure("\"intent\": \"" + intent.code() + "\"").intent())
        .isEqualTo(Stated.of(intent));
  }

  @ParameterizedTest
  @EnumSource
  void everySettingIsRead(Setting setting) {
    assertThat(procedure("\"setting\": \"" + setting.code() + "\"").setting())
        .isEqualTo(Stated.of(setting));
  }

  @ParameterizedTest
  @EnumSource
  void everyUseIsRead(PracticeUse use) {
    assertThat(caseWith("\"practice\": {\"use\": \"" + use.code() + "\"}").practice().use())
        .contains(use);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whetherProceduresRemainCommonIsRead(boolean common) {
    assertThat(caseWith("\"practice\": {\"proceduresRemainCommon\": " + common + "}").practice())
        .isEqualTo(new PracticeContext(Optional.empty(), Optional.of(common), Optional.empty()));
  }

  @Test
  void aProcedureWithoutIdIsNamedByItsPosition() {
    assertThat(
            caseWith("\"procedures\": [{}, {\"id\": \"mine\"}, {}]").procedures().stream()
                .map(ProcedureRequest::id))
        .containsExactly("p1", "mine", "p3");
  }

  @Test
  void aCaseIsWrittenAsItIsDocumented() {
    assertThat(CaseDocuments.toJson(SampleCases.full())).isEqualTo(SampleCases.FULL);
  }

  @Test
  void whatIsNotKnownIsLeftOutUnlessThatWouldSaySomethingElse() {
    ClinicalCase clinicalCase =
        ClinicalCase.of("c-1", LocalDate.of(2025, 6, 30))
            .procedure(
                ProcedureRequest.ofUnknownTechnique("p1").intent(Stated.<Intent>unspecified()))
            .build();

    assertThat(CaseDocuments.toCompactJson(clinicalCase))
        .isEqualTo(
            "{\"caseId\":\"c-1\",\"assessedOn\":\"2025-06-30\","
                + "\"procedures\":[{\"id\":\"p1\",\"intent\":\"unspecified\"}]}");
  }

  @Test
  void aDocumentOnOneLineHasOneLineWhateverItsTextsHold() {
    ClinicalCase clinicalCase =
        ClinicalCase.of("a\nb\r\n", LocalDate.of(2025, 6, 30))
            .procedure(ProcedureRequest.epidural("p\n1"))
            .build();

    assertThat(CaseDocuments.toCompactJson(clinicalCase)).doesNotContain("\n", "\r");
  }

  @Test
  void readingWhatWasWrittenGivesAnEqualCase() {
    Random random = new Random(2025);
    for (int i = 0; i < 1000; i++) {
      ClinicalCase clinicalCase = SampleCases.random(random);
      String pretty = CaseDocuments.toJson(clinicalCase);
      String compact = CaseDocuments.toCompactJson(clinicalCase);

      assertThat(CaseDocuments.readJson(pretty)).isEqualTo(clinicalCase);
      assertThat(CaseDocuments.readJson(compact)).isEqualTo(clinicalCase);
      assertThat(Schemas.caseErrors(pretty)).as(pretty).isEmpty();
      assertThat(CaseDocuments.toJson(CaseDocuments.readJson(compact))).isEqualTo(pretty);
    }
  }

  @Test
  void theEarliestAndLatestDatesThatACaseCanHoldAreReadAgain() {
    ClinicalCase earliest =
        ClinicalCase.of("c-1", LocalDate.of(1900, 1, 1))
            .patient(PatientRecord.bornOn(LocalDate.of(1769, 1, 2)))
            .pain(PainHistory.axial().since(LocalDate.of(1769, 1, 2)))
            .procedure(ProcedureRequest.epidural("p1"))
            .build();
    ClinicalCase latest =
        ClinicalCase.of("c-1", LocalDate.of(9999, 12, 31))
            .patient(PatientRecord.bornOn(LocalDate.of(9999, 12, 31)))
            .pain(PainHistory.axial().since(LocalDate.of(9999, 12, 31)))
            .procedure(ProcedureRequest.epidural("p1"))
            .build();

    assertThat(CaseDocuments.readJson(CaseDocuments.toJson(earliest))).isEqualTo(earliest);
    assertThat(CaseDocuments.readJson(CaseDocuments.toJson(latest))).isEqualTo(latest);
  }
}
