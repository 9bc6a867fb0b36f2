package org.spinepain.guideline.tests.oracle;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/**
 * Random valid cases, the same for the same seed and index on every machine. They mix what section
 * 3 of the specification ({@code guideline.md}) tells apart: facts that are known, unknown or left
 * to a default, from no unknown fact to all nine; and they crowd the boundaries of section 1: three
 * months before ends of months and leap days, eighteenth birthdays, durations that people state.
 */
public final class RandomCases {

  private static final List<String> DURATIONS =
      List.of(
          "P12W", "P13W", "P14W", "P11W", "P90D", "P89D", "P91D", "P92D", "P93D", "P84D", "P85D",
          "P96D", "P97D", "P99D", "P100D", "P3M", "P2M", "P4M", "P2M28D", "P2M29D", "P2M30D",
          "P3M1D", "P3M6D", "P3M7D", "P3M8D", "P2M21D", "P2M23D", "P2M24D", "P1M60D", "P1D", "P1W",
          "P6W", "P6M", "P1Y", "P1Y2M3D", "P26M", "P5Y", "P20Y");

  private static final List<String> JURISDICTIONS = List.of("CA-ON", "US-OH", "DE", "New Zealand");

  private final SplittableRandom random;

  /** Whether what is known mostly leaves the verdict open; else every value is equally likely. */
  private final boolean usual;

  private RandomCases(SplittableRandom random) {
    this.random = random;
    this.usual = percent(80);
  }

  /**
   * The case of this number.
   *
   * @param seed which sequence of cases
   * @param index which case of the sequence
   */
  public static ClinicalCase caseNumber(long seed, int index) {
    return new RandomCases(randomFor(seed, index)).nextCase("random-" + seed + "-" + index);
  }

  /**
   * What the host assumes when it asks about the case of this number: mostly nothing, sometimes
   * everything.
   *
   * @param seed which sequence of cases
   * @param index which case of the sequence
   */
  public static Set<Assumption> assumptionsNumber(long seed, int index) {
    SplittableRandom random = randomFor(seed, index).split();
    Set<Assumption> assuming = EnumSet.noneOf(Assumption.class);
    int likely = List.of(0, 0, 0, 0, 50, 50, 50, 100).get(random.nextInt(8));
    for (Assumption assumption : Assumption.values()) {
      if (random.nextInt(100) < likely) {
        assuming.add(assumption);
      }
    }
    return Collections.unmodifiableSet(assuming);
  }

  /** Two mixing steps, so that neighbouring numbers share nothing. */
  private static SplittableRandom randomFor(long seed, int index) {
    long mixedSeed = new SplittableRandom(seed).nextLong();
    return new SplittableRandom(new SplittableRandom(mixedSeed + index).nextLong());
  }

  // The case.

  private ClinicalCase nextCase(String caseId) {
    LocalDate birthOnLeapDay = LocalDate.of(1988 + 4 * random.nextInt(6), 2, 29);
    boolean leapDayBirthday = percent(4);
    LocalDate assessedOn =
        leapDayBirthday ? around(birthOnLeapDay.plusYears(18), 2) : nextAssessedOn();

    Set<CaseFact> unknown = nextUnknown();
    PatientRecord patient;
    if (unknown.contains(CaseFact.PATIENT_AGE)) {
      patient = PatientRecord.ofUnknownAge();
    } else if (leapDayBirthday) {
      patient = PatientRecord.bornOn(birthOnLeapDay);
    } else {
      patient = nextPatient(assessedOn);
    }

    ClinicalCase.Builder builder =
        ClinicalCase.of(caseId, assessedOn)
            .patient(patient)
            .pain(nextPain(assessedOn, patient, unknown))
            .procedure(nextProcedure("p1", unknown))
            .practice(nextPractice());
    for (int number = 2; number <= 3 && percent(25); number++) {
      builder.procedure(nextProcedure("p" + number, nextUnknown()));
    }
    return builder.build();
  }

  /** The facts to leave unknown: none, one, two, some, many or all. */
  private Set<CaseFact> nextUnknown() {
    int kind = random.nextInt(100);
    int number;
    if (kind < 25) {
      number = 0;
    } else if (kind < 50) {
      number = 1;
    } else if (kind < 75) {
      number = 2;
    } else if (kind < 90) {
      number = 3 + random.nextInt(2);
    } else if (kind < 97) {
      number = 5 + random.nextInt(4);
    } else {
      number = 9;
    }
    Set<CaseFact> unknown = EnumSet.noneOf(CaseFact.class);
    while (unknown.size() < number) {
      unknown.add(oneOf(CaseFact.values()));
    }
    return unknown;
  }

  private LocalDate nextAssessedOn() {
    int kind = random.nextInt(100);
    int year = 2019 + random.nextInt(10);
    if (kind < 30) {
      return YearMonth.of(year, 1 + random.nextInt(12)).atEndOfMonth();
    }
    if (kind < 45) {
      return around(LocalDate.of(year, 3, 1), 2);
    }
    if (kind < 60) { // three months after the end of February
      return around(LocalDate.of(year, 5, 29), 3);
    }
    if (kind < 65) {
      return LocalDate.of(2020 + 4 * random.nextInt(3), 2, 29);
    }
    return LocalDate.of(1999, 1, 1).plusDays(random.nextInt(12_000));
  }

  // The person.

  private PatientRecord nextPatient(LocalDate assessedOn) {
    if (usual && percent(75)) {
      int years = 18 + random.nextInt(80);
      return percent(50)
          ? PatientRecord.aged(years)
          : PatientRecord.bornOn(assessedOn.minusYears(years).minusDays(random.nextInt(365)));
    }
    int kind = random.nextInt(100);
    if (kind < 50) {
      return PatientRecord.bornOn(around(assessedOn.minusYears(18), 3));
    }
    if (kind < 70) {
      return PatientRecord.aged(16 + random.nextInt(4));
    }
    if (kind < 80) {
      return PatientRecord.bornOn(assessedOn.minusDays(random.nextInt(500)));
    }
    if (kind < 85) {
      return PatientRecord.aged(percent(50) ? 0 : 130);
    }
    return percent(50)
        ? PatientRecord.aged(random.nextInt(101))
        : PatientRecord.bornOn(assessedOn.minusDays(random.nextInt(36_000)));
  }

  // The pain.

  private PainHistory nextPain(LocalDate assessedOn, PatientRecord patient, Set<CaseFact> unknown) {
    Optional<LocalDate> onset = Optional.empty();
    Optional<Period> duration = Optional.empty();
    if (!unknown.contains(CaseFact.PAIN_DURATION)) {
      LocalDate earliest = earliestOnset(assessedOn, patient);
      Optional<Period> stated =
          percent(50) ? Optional.of(nextDuration(assessedOn)) : Optional.empty();
      if (stated.isPresent() && !assessedOn.minus(stated.get()).isBefore(earliest)) {
        duration = stated;
      } else {
        LocalDate begun = nextOnset(assessedOn);
        onset = Optional.of(begun.isBefore(earliest) ? earliest : begun);
      }
    }
    return new PainHistory(
        unlessIn(unknown, CaseFact.PAIN_PATTERN, nextPattern()),
        percent(25) ? Optional.empty() : Optional.of(oneOf(SpinalLevel.values())),
        onset,
        duration,
        unlessIn(unknown, CaseFact.PAIN_CANCER, nextPresence()),
        unlessIn(unknown, CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY, nextPresence()),
        nextOtherCauses());
  }

  /**
   * A date on which the person had been born, whatever the day of birth that an age leaves open.
   */
  private static LocalDate earliestOnset(LocalDate assessedOn, PatientRecord patient) {
    return patient
        .birthDate()
        .orElseGet(() -> assessedOn.minusYears(patient.ageYears().orElse(130) + 1L).plusDays(2));
  }

  private LocalDate nextOnset(LocalDate assessedOn) {
    if (usual && percent(50)) {
      return assessedOn.minusDays(100 + random.nextInt(4000));
    }
    LocalDate boundary = assessedOn.minusMonths(3);
    int kind = random.nextInt(100);
    if (kind < 15) {
      return boundary;
    }
    if (kind < 40) {
      return around(boundary, 4);
    }
    if (kind < 50) { // several last days of a month can share one day three months later
      return around(YearMonth.from(boundary).atEndOfMonth(), 2);
    }
    if (kind < 60) {
      return around(boundary, 10);
    }
    return assessedOn.minusDays(random.nextInt(200));
  }

  private Period nextDuration(LocalDate assessedOn) {
    if (usual && percent(40)) {
      return Period.ofMonths(4 + random.nextInt(120));
    }
    int kind = random.nextInt(100);
    if (kind < 60) {
      return Period.parse(DURATIONS.get(random.nextInt(DURATIONS.size())));
    }
    if (kind < 80) { // the days from the boundary, or near it, to the assessment
      LocalDate begun = around(assessedOn.minusMonths(3), 10);
      return Period.ofDays(Math.toIntExact(assessedOn.toEpochDay() - begun.toEpochDay()));
    }
    return Period.ofDays(1 + random.nextInt(150));
  }

  private PainPattern nextPattern() {
    return usual && percent(85)
        ? oneOf(PainPattern.AXIAL, PainPattern.RADICULAR, PainPattern.AXIAL_AND_RADICULAR)
        : oneOf(PainPattern.values());
  }

  private Presence nextPresence() {
    return usual && percent(90) ? Presence.ABSENT : oneOf(Presence.values());
  }

  private Set<OtherCause> nextOtherCauses() {
    if (percent(usual ? 94 : 50)) {
      return Set.of();
    }
    return percent(25) ? EnumSet.allOf(OtherCause.class) : Set.of(oneOf(OtherCause.values()));
  }

  // The procedure.

  private ProcedureRequest nextProcedure(String id, Set<CaseFact> unknown) {
    Optional<Technique> technique =
        unlessIn(unknown, CaseFact.PROCEDURE_TECHNIQUE, nextTechnique());
    return new ProcedureRequest(
        id,
        technique,
        nextInjectate(technique, unknown.contains(CaseFact.PROCEDURE_INJECTATE)),
        nextStated(unknown.contains(CaseFact.PROCEDURE_INTENT), Intent.TREATMENT, Intent.DIAGNOSIS),
        nextStated(
            unknown.contains(CaseFact.PROCEDURE_SETTING),
            Setting.ROUTINE_CARE,
            Setting.CLINICAL_TRIAL));
  }

  private Technique nextTechnique() {
    if (percent(25)) {
      return oneOf(
          Technique.JOINT_RADIOFREQUENCY_ABLATION, Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY);
    }
    Technique technique = oneOf(Technique.values());
    return usual && technique == Technique.OTHER ? oneOf(Technique.values()) : technique;
  }

  /** Only with a technique that is known and no injection does an absent injectate mean none. */
  private Stated<Injectate> nextInjectate(Optional<Technique> technique, boolean unknown) {
    boolean injection =
        technique.equals(Optional.of(Technique.EPIDURAL_INJECTION))
            || technique.equals(Optional.of(Technique.JOINT_TARGETED_INJECTION))
            || technique.equals(Optional.of(Technique.INTRAMUSCULAR_INJECTION));
    boolean defaultApplies = technique.isPresent() && !injection;
    if (unknown) {
      return defaultApplies || percent(50) ? Stated.unspecified() : Stated.nothing();
    }
    if (defaultApplies && percent(25)) {
      return Stated.nothing();
    }
    Injectate injectate = oneOf(Injectate.values());
    while ((injection && injectate == Injectate.NONE)
        || (usual && injectate == Injectate.OTHER && percent(60))) {
      injectate = oneOf(Injectate.values());
    }
    return Stated.of(injectate);
  }

  private <T> Stated<T> nextStated(boolean unknown, T likely, T unlikely) {
    if (unknown) {
      return Stated.unspecified();
    }
    if (percent(50)) {
      return Stated.nothing();
    }
    return Stated.of(percent(usual ? 85 : 50) ? likely : unlikely);
  }

  // The practice.

  private PracticeContext nextPractice() {
    return new PracticeContext(
        percent(60)
            ? Optional.empty()
            : Optional.of(JURISDICTIONS.get(random.nextInt(JURISDICTIONS.size()))),
        percent(40) ? Optional.empty() : Optional.of(percent(50)),
        percent(40) ? Optional.empty() : Optional.of(oneOf(PracticeUse.values())));
  }

  // Chance.

  private boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  private LocalDate around(LocalDate date, int days) {
    return date.plusDays(random.nextInt(2 * days + 1) - days);
  }

  @SafeVarargs
  private final <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  private static <T> Optional<T> unlessIn(Set<CaseFact> unknown, CaseFact fact, T value) {
    return unknown.contains(fact) ? Optional.empty() : Optional.of(value);
  }
}
