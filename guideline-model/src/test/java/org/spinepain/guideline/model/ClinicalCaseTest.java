package org.spinepain.guideline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Technique;

/** What a case refuses, and what it takes on the other side of each boundary. */
class ClinicalCaseTest {

  private static final LocalDate DATE = LocalDate.of(2025, 6, 30);
  private static final ProcedureRequest EPIDURAL = ProcedureRequest.epidural("p1");

  private static ClinicalCase.Builder caseOn(LocalDate assessedOn) {
    return ClinicalCase.of("c-1", assessedOn).procedure(EPIDURAL);
  }

  private static ClinicalCase.Builder caseOn(String assessedOn) {
    return caseOn(LocalDate.parse(assessedOn));
  }

  private static InvalidCaseException refusalOf(ClinicalCase.Builder builder) {
    return catchThrowableOfType(InvalidCaseException.class, builder::build);
  }

  private static void assertRefused(ClinicalCase.Builder builder, String path, String found) {
    InvalidCaseException refusal = refusalOf(builder);
    assertThat(refusal).as("refusal of %s", path).isNotNull();
    assertThat(refusal.path()).isEqualTo(path);
    assertThat(refusal.found()).isEqualTo(found);
    assertThat(refusal).hasMessage(path + ": allowed is " + refusal.allowed());
  }

  private static void assertTaken(ClinicalCase.Builder builder) {
    assertThatCode(builder::build).doesNotThrowAnyException();
  }

  @Test
  void aCaseOfWhichNothingIsKnownButAProcedureIsTaken() {
    ClinicalCase clinicalCase = caseOn(DATE).build();

    assertThat(clinicalCase.patient()).isEqualTo(PatientRecord.ofUnknownAge());
    assertThat(clinicalCase.pain()).isEqualTo(PainHistory.ofUnknownPattern());
    assertThat(clinicalCase.practice()).isEqualTo(PracticeContext.unstated());
    assertThat(clinicalCase.procedures()).containsExactly(EPIDURAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void aBlankIdIsRefused(String id) {
    assertRefused(ClinicalCase.of(id, DATE).procedure(EPIDURAL), "caseId", "\"" + id + "\"");
  }

  @Test
  void anIdHasAtMost200Characters() {
    assertTaken(ClinicalCase.of("x".repeat(200), DATE).procedure(EPIDURAL));
    assertRefused(
        ClinicalCase.of("x".repeat(201), DATE).procedure(EPIDURAL),
        "caseId",
        "a text of 201 characters");
  }

  @Test
  void aCharacterThatJavaHoldsInTwoCharsCountsAsOne() {
    assertTaken(ClinicalCase.of("😀".repeat(200), DATE).procedure(EPIDURAL));
    assertRefused(
        ClinicalCase.of("😀".repeat(201), DATE).procedure(EPIDURAL),
        "caseId",
        "a text of 201 characters");
  }

  @Test
  void halfACharacterIsRefusedSinceNoDocumentCanHoldIt() {
    assertRefused(ClinicalCase.of("c-\ud83d", DATE).procedure(EPIDURAL), "caseId", "\"c-\ud83d\"");
  }

  @Test
  void theAssessmentIsInTheYears1900To9999() {
    assertRefused(caseOn("1899-12-31"), "assessedOn", "1899-12-31");
    assertTaken(caseOn("1900-01-01"));
    assertTaken(caseOn("9999-12-31"));
    assertRefused(caseOn(LocalDate.of(10000, 1, 1)), "assessedOn", "+10000-01-01");
  }

  @Test
  void birthDateAndAgeAreNotStatedTogether() {
    PatientRecord both = new PatientRecord(Optional.of(DATE.minusYears(54)), Optional.of(54));

    assertRefused(caseOn(DATE).patient(both), "patient", "both birthDate and ageYears");
  }

  @Test
  void anAgeIsFrom0To130() {
    assertRefused(caseOn(DATE).patient(PatientRecord.aged(-1)), "patient.ageYears", "-1");
    assertTaken(caseOn(DATE).patient(PatientRecord.aged(0)));
    assertTaken(caseOn(DATE).patient(PatientRecord.aged(130)));
    assertRefused(caseOn(DATE).patient(PatientRecord.aged(131)), "patient.ageYears", "131");
  }

  @Test
  void aBirthIsNotAfterTheAssessment() {
    assertTaken(caseOn(DATE).patient(PatientRecord.bornOn(DATE)));
    assertRefused(
        caseOn(DATE).patient(PatientRecord.bornOn(DATE.plusDays(1))),
        "patient.birthDate",
        "2025-07-01");
  }

  @ParameterizedTest(name = "assessed {0}: born {1} is refused, born {2} is 130")
  @CsvSource({
    "2025-06-30, 1894-06-30, 1894-07-01",
    "2025-02-28, 1894-02-28, 1894-03-01",
    "2024-02-29, 1893-02-28, 1893-03-01",
    "2027-02-28, 1896-02-29, 1896-03-01",
    "2027-02-27, 1896-02-27, 1896-02-28",
    "1900-01-01, 1769-01-01, 1769-01-02",
  })
  void aBirthIsAtMost130CompletedYearsBeforeTheAssessment(
      String assessedOn, LocalDate tooEarly, LocalDate earliest) {
    assertRefused(
        caseOn(assessedOn).patient(PatientRecord.bornOn(tooEarly)),
        "patient.birthDate",
        tooEarly.toString());
    assertTaken(caseOn(assessedOn).patient(PatientRecord.bornOn(earliest)));
  }

  @Test
  void aPersonBornOnALeapDayIs131OnTheLastOfFebruary() {
    PatientRecord born = PatientRecord.bornOn(LocalDate.of(1896, 2, 29));

    assertTaken(caseOn("2027-02-27").patient(born));
    assertRefused(caseOn("2027-02-28").patient(born), "patient.birthDate", "1896-02-29");
  }

  @Test
  void onsetAndDurationAreNotStatedTogether() {
    PainHistory both = PainHistory.axial().since(DATE.minusMonths(4)).lasting(Period.ofMonths(4));

    assertRefused(caseOn(DATE).pain(both), "pain", "both onset and duration");
  }

  @Test
  void anOnsetIsNotAfterTheAssessment() {
    assertTaken(caseOn(DATE).pain(PainHistory.axial().since(DATE)));
    assertRefused(
        caseOn(DATE).pain(PainHistory.axial().since(DATE.plusDays(1))), "pain.onset", "2025-07-01");
  }

  @Test
  void anOnsetIsNotBeforeBirth() {
    ClinicalCase.Builder born =
        caseOn(DATE).patient(PatientRecord.bornOn(LocalDate.of(1972, 2, 29)));

    assertTaken(born.pain(PainHistory.axial().since(LocalDate.of(1972, 2, 29))));
    assertRefused(
        born.pain(PainHistory.axial().since(LocalDate.of(1972, 2, 28))),
        "pain.onset",
        "1972-02-28");
  }

  @Test
  void anOnsetIsNotBeforeAnyBirthThatTheAgeAllows() {
    ClinicalCase.Builder aged = caseOn(DATE).patient(PatientRecord.aged(54));

    assertTaken(aged.pain(PainHistory.axial().since(LocalDate.of(1970, 7, 1))));
    assertRefused(
        aged.pain(PainHistory.axial().since(LocalDate.of(1970, 6, 30))),
        "pain.onset",
        "1970-06-30");
  }

  @Test
  void anOnsetIsNotLongerAgoThanAnybodyLives() {
    assertTaken(caseOn(DATE).pain(PainHistory.axial().since(LocalDate.of(1894, 7, 1))));
    assertRefused(
        caseOn(DATE).pain(PainHistory.axial().since(LocalDate.of(1894, 6, 30))),
        "pain.onset",
        "1894-06-30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P0D", "P-1D", "P1M-1D", "P-1Y14M", "P999999999Y", "P2147483647D", "P2147483647M"})
  void aDurationIsAboveZeroWithNoNegativePartAndNotEndless(String duration) {
    Period period = Period.parse(duration);

    assertRefused(
        caseOn(DATE).pain(PainHistory.axial().lasting(period)), "pain.duration", period.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1D", "P12W", "P3M", "P1Y6M", "P130Y"})
  void aDurationAboveZeroIsTaken(String duration) {
    assertTaken(caseOn(DATE).pain(PainHistory.axial().lasting(Period.parse(duration))));
  }

  @Test
  void aDurationIsNotLongerThanTheLife() {
    ClinicalCase.Builder aged = caseOn(DATE).patient(PatientRecord.aged(53));
    ClinicalCase.Builder born =
        caseOn(DATE).patient(PatientRecord.bornOn(LocalDate.of(2024, 2, 29)));

    assertTaken(aged.pain(PainHistory.axial().lasting(Period.ofYears(53))));
    assertRefused(
        aged.pain(PainHistory.axial().lasting(Period.ofYears(54))), "pain.duration", "P54Y");
    assertTaken(born.pain(PainHistory.axial().lasting(Period.of(1, 4, 0))));
    assertRefused(
        born.pain(PainHistory.axial().lasting(Period.of(1, 4, 1))), "pain.duration", "P1Y4M1D");
  }

  @Test
  void aCaseHasAProcedure() {
    assertRefused(ClinicalCase.of("c-1", DATE), "procedures", "none");
  }

  @Test
  void aCaseHasAtMostAHundredProcedures() {
    ClinicalCase.Builder builder = ClinicalCase.of("c-1", DATE);
    for (int i = 1; i <= 100; i++) {
      builder.procedure(ProcedureRequest.epidural("p" + i));
    }
    assertTaken(builder);
    assertRefused(
        builder.procedure(ProcedureRequest.epidural("p101")), "procedures", "101 procedures");
  }

  @Test
  void twoProceduresDoNotShareAnId() {
    assertTaken(caseOn(DATE).procedure(ProcedureRequest.epidural("P1")));
    assertRefused(
        caseOn(DATE).procedure(ProcedureRequest.epidural("p2")).procedure(EPIDURAL),
        "procedures[2].id",
        "\"p1\" again");
  }

  @Test
  void theIdOfAProcedureIsATextLikeThatOfTheCase() {
    assertTaken(caseOn(DATE).procedure(ProcedureRequest.epidural("x".repeat(200))));
    assertRefused(
        caseOn(DATE).procedure(ProcedureRequest.epidural("x".repeat(201))),
        "procedures[1].id",
        "a text of 201 characters");
    assertRefused(
        caseOn(DATE).procedure(ProcedureRequest.epidural(" ")), "procedures[1].id", "\" \"");
  }

  @ParameterizedTest
  @EnumSource
  void onlyAnInjectionIsRefusedWithInjectateNone(Technique technique) {
    ClinicalCase.Builder builder =
        caseOn(DATE).procedure(ProcedureRequest.of("p2", technique).injecting(Injectate.NONE));

    if (technique.isInjection()) {
      assertRefused(builder, "procedures[1].injectate", "none");
    } else {
      assertTaken(builder);
    }
  }

  @Test
  void injectateNoneIsTakenWithAnUnknownTechnique() {
    assertTaken(
        caseOn(DATE)
            .procedure(ProcedureRequest.ofUnknownTechnique("p2").injecting(Injectate.NONE)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Technique.class,
      names = {"EPIDURAL_INJECTION", "JOINT_TARGETED_INJECTION", "INTRAMUSCULAR_INJECTION"})
  void anInjectionTakesEveryOtherInjectate(Technique technique) {
    for (Injectate injectate : Injectate.values()) {
      if (injectate != Injectate.NONE) {
        assertTaken(
            caseOn(DATE).procedure(ProcedureRequest.of("p2", technique).injecting(injectate)));
      }
    }
    assertTaken(
        caseOn(DATE)
            .procedure(
                ProcedureRequest.of("p2", technique).injectate(Stated.<Injectate>unspecified())));
  }

  @Test
  void theJurisdictionIsATextLikeTheIds() {
    assertTaken(caseOn(DATE).practice(PracticeContext.unstated().in("x".repeat(200))));
    assertRefused(
        caseOn(DATE).practice(PracticeContext.unstated().in("x".repeat(201))),
        "practice.jurisdiction",
        "a text of 201 characters");
    assertRefused(
        caseOn(DATE).practice(PracticeContext.unstated().in("")), "practice.jurisdiction", "\"\"");
  }

  @Test
  void aNullIsToldByTheNameOfItsField() {
    PatientRecord patient = PatientRecord.ofUnknownAge();
    PainHistory pain = PainHistory.ofUnknownPattern();
    PracticeContext practice = PracticeContext.unstated();
    List<ProcedureRequest> procedures = List.of(EPIDURAL);

    assertThatNullPointerException()
        .isThrownBy(() -> new ClinicalCase(null, DATE, patient, pain, procedures, practice))
        .withMessage("caseId");
    assertThatNullPointerException()
        .isThrownBy(() -> new ClinicalCase("c-1", null, patient, pain, procedures, practice))
        .withMessage("assessedOn");
    assertThatNullPointerException()
        .isThrownBy(() -> new ClinicalCase("c-1", DATE, null, pain, procedures, practice))
        .withMessage("patient");
    assertThatNullPointerException()
        .isThrownBy(() -> new ClinicalCase("c-1", DATE, patient, null, procedures, practice))
        .withMessage("pain");
    assertThatNullPointerException()
        .isThrownBy(() -> new ClinicalCase("c-1", DATE, patient, pain, null, practice))
        .withMessage("procedures");
    assertThatNullPointerException()
        .isThrownBy(() -> new ClinicalCase("c-1", DATE, patient, pain, procedures, null))
        .withMessage("practice");
    assertThatNullPointerException()
        .isThrownBy(() -> caseOn(DATE).procedure(null))
        .withMessage("procedure");
  }

  @Test
  void aRefusalsMessageHoldsNoValueOfTheCase() {
    InvalidCaseException refusal =
        refusalOf(caseOn(DATE).pain(PainHistory.axial().since(LocalDate.of(2031, 3, 14))));

    assertThat(refusal.found()).isEqualTo("2031-03-14");
    assertThat(refusal)
        .hasMessage("pain.onset: allowed is a date not after assessedOn and not before birth");
  }
}
