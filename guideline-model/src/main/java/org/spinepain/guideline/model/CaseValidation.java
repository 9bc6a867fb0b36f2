package org.spinepain.guideline.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spinepain.guideline.model.fact.Procedure;

/** What a case must keep to. The first offence is told. */
final class CaseValidation {

  private static final int LONGEST_TEXT = 200;
  private static final int OLDEST = 130;
  private static final int MOST_PROCEDURES = 100;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 9999;

  private CaseValidation() {}

  static void check(
      String caseId,
      LocalDate assessedOn,
      PatientRecord patient,
      PainHistory pain,
      List<ProcedureRequest> procedures,
      PracticeContext practice) {
    checkText("caseId", caseId);
    if (assessedOn.getYear() < EARLIEST_YEAR || assessedOn.getYear() > LATEST_YEAR) {
      throw new InvalidCaseException(
          "assessedOn",
          assessedOn.toString(),
          "a date in the years " + EARLIEST_YEAR + " to " + LATEST_YEAR);
    }
    checkPatient(assessedOn, patient);
    checkPain(assessedOn, patient, pain);
    checkProcedures(procedures);
    practice
        .jurisdiction()
        .ifPresent(jurisdiction -> checkText("practice.jurisdiction", jurisdiction));
  }

  private static void checkText(String path, String text) {
    int length = text.codePointCount(0, text.length());
    if (text.isBlank()
        || length > LONGEST_TEXT
        || text.codePoints().anyMatch(CaseValidation::isHalf)) {
      throw new InvalidCaseException(
          path,
          length > LONGEST_TEXT ? "a text of " + length + " characters" : "\"" + text + "\"",
          "a text of 1 to " + LONGEST_TEXT + " characters that is not blank");
    }
  }

  /** Whether this is half of a character, which no document in UTF-8 can hold. */
  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  private static void checkPatient(LocalDate assessedOn, PatientRecord patient) {
    if (patient.birthDate().isPresent() && patient.ageYears().isPresent()) {
      throw new InvalidCaseException(
          "patient", "both birthDate and ageYears", "one of birthDate and ageYears");
    }
    patient
        .birthDate()
        .ifPresent(
            born -> {
              if (born.isAfter(assessedOn) || born.isBefore(earliestBirth(assessedOn, OLDEST))) {
                throw new InvalidCaseException(
                    "patient.birthDate",
                    born.toString(),
                    "a date not after assessedOn, at an age of at most " + OLDEST + " years");
              }
            });
    patient
        .ageYears()
        .ifPresent(
            age -> {
              if (age < 0 || age > OLDEST) {
                throw new InvalidCaseException(
                    "patient.ageYears", age.toString(), "a whole number from 0 to " + OLDEST);
              }
            });
  }

  /**
   * The earliest date of birth at which a person is {@code age} completed years old on {@code
   * date}.
   */
  private static LocalDate earliestBirth(LocalDate date, int age) {
    LocalDate born = date.minusYears(age + 1L).plusDays(1);
    return born.plusYears(age + 1L).isAfter(date) ? born : born.plusDays(1);
  }

  private static void checkPain(LocalDate assessedOn, PatientRecord patient, PainHistory pain) {
    if (pain.onset().isPresent() && pain.duration().isPresent()) {
      throw new InvalidCaseException(
          "pain", "both onset and duration", "one of onset and duration");
    }
    LocalDate earliest =
        patient
            .birthDate()
            .orElseGet(() -> earliestBirth(assessedOn, patient.ageYears().orElse(OLDEST)));
    pain.onset()
        .ifPresent(
            onset -> {
              if (onset.isAfter(assessedOn) || onset.isBefore(earliest)) {
                throw new InvalidCaseException(
                    "pain.onset",
                    onset.toString(),
                    "a date not after assessedOn and not before birth");
              }
            });
    pain.duration()
        .ifPresent(
            duration -> {
              if (!isPositive(duration, assessedOn)
                  || assessedOn.minus(duration).isBefore(earliest)) {
                throw new InvalidCaseException(
                    "pain.duration",
                    duration.toString(),
                    "a period above zero with no negative part, not longer than the person's life");
              }
            });
  }

  private static boolean isPositive(Period duration, LocalDate assessedOn) {
    try {
      return !duration.isNegative() && assessedOn.minus(duration).isBefore(assessedOn);
    } catch (DateTimeException | ArithmeticException tooLong) {
      return false;
    }
  }

  private static void checkProcedures(List<ProcedureRequest> procedures) {
    if (procedures.isEmpty()) {
      throw new InvalidCaseException("procedures", "none", "at least one procedure");
    }
    if (procedures.size() > MOST_PROCEDURES) {
      throw new InvalidCaseException(
          "procedures",
          procedures.size() + " procedures",
          "at most " + MOST_PROCEDURES + " procedures");
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < procedures.size(); i++) {
      ProcedureRequest procedure = procedures.get(i);
      String path = "procedures[" + i + "]";
      checkText(path + ".id", procedure.id());
      if (!ids.add(procedure.id())) {
        throw new InvalidCaseException(
            path + ".id",
            "\"" + procedure.id() + "\" again",
            "an id that no other procedure of the case has");
      }
      procedure
          .technique()
          .ifPresent(
              technique ->
                  procedure
                      .injectate()
                      .known()
                      .ifPresent(
                          injectate -> {
                            if (!Procedure.isPossible(technique, injectate)) {
                              throw new InvalidCaseException(
                                  path + ".injectate",
                                  injectate.code(),
                                  "an injectate other than none, since the technique is an injection");
                            }
                          }));
    }
  }
}
