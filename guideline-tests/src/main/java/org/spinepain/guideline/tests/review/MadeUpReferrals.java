package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.Referral;

/**
 * Referrals that are made up, to try a review and to load it. They are no data: every share was
 * chosen so that each kind of answer occurs, and none was observed. All codes begin with {@code
 * made-up}.
 *
 * <p>The shares are in {@code examples/referrals/README.md}.
 */
public final class MadeUpReferrals {

  /** All codes begin with this. */
  private static final String CODES = "made-up-";

  private static final int CLINICS = 12;
  private static final int DAYS_A_WEEK = 7;
  private static final int REFERRERS_A_CLINIC = 5;

  /** The month of the planted pattern, counted from 0. */
  public static final int PLANTED_MONTH = 7;

  private static final int PLANTED_CLINIC = 2;

  private final long seed;
  private final long count;
  private final YearMonth from;
  private final int months;
  private final boolean planted;

  /**
   * @param seed the same seed gives the same referrals
   * @param count how many there are; persons recur among them
   * @param from the first month
   * @param months how many months, from 1
   * @param planted whether a third of the referrals of the eighth month are epidural injections for
   *     axial pain at clinic C
   * @throws IllegalArgumentException when that is to be planted and there is no such month
   */
  public MadeUpReferrals(long seed, long count, YearMonth from, int months, boolean planted) {
    if (planted && months <= PLANTED_MONTH) {
      throw new IllegalArgumentException(
          "months: found " + months + ", allowed is " + (PLANTED_MONTH + 1) + " or more");
    }
    this.seed = seed;
    this.count = count;
    this.from = from;
    this.months = months;
    this.planted = planted;
  }

  /** Whether a referral is of these: one of its codes says so. */
  static boolean isMadeUp(Referral referral) {
    return isMadeUp(referral.clinicalCase().caseId())
        || Stream.of(referral.clinic(), referral.referrer(), referral.person())
            .flatMap(Optional::stream)
            .anyMatch(MadeUpReferrals::isMadeUp);
  }

  /** Whether a code is of these. */
  static boolean isMadeUp(String code) {
    return code.startsWith(CODES);
  }

  /** Whether a text in JSON, which may be malformed, quotes a code of these. */
  static boolean isInDocument(byte[] json) {
    return new String(json, ISO_8859_1).contains('"' + CODES);
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** The numbers that the referral of this number was made from go on from here. */
  SplittableRandom randomAfter(long number) {
    return new SplittableRandom(~(seed * 1_000_003 + number));
  }

  /** The referral of this number, from 0. */
  public Referral number(long number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    int month = random.nextInt(months);
    boolean plant = planted && month == PLANTED_MONTH && random.nextInt(3) == 0;
    LocalDate assessedOn = from.plusMonths(month).atDay(1 + random.nextInt(28));
    int clinic =
        plant ? PLANTED_CLINIC : Math.min(random.nextInt(CLINICS), random.nextInt(CLINICS));
    int age = 14 + (random.nextInt(82) + random.nextInt(82) + random.nextInt(82)) / 3;
    PainPattern pattern = plant ? PainPattern.AXIAL : pattern(random);
    ClinicalCase.Builder made =
        ClinicalCase.of(CODES + (number + 1), assessedOn)
            .patient(patient(random, assessedOn, age))
            .pain(pain(random, pattern, assessedOn, age));
    if (plant) {
      made.procedure(epidural());
    } else {
      int procedures = procedures(random);
      for (int i = 1; i <= procedures; i++) {
        made.procedure(procedure(random, pattern, "p" + i));
      }
    }
    return new Referral(
        made.build(),
        stated(random, 1, CODES + "clinic-" + (char) ('A' + clinic)),
        stated(
            random,
            3,
            CODES + "referrer-" + (char) ('A' + clinic) + (1 + random.nextInt(REFERRERS_A_CLINIC))),
        stated(random, 5, CODES + "person-" + random.nextLong(count / 2 + 1)));
  }

  private static PatientRecord patient(SplittableRandom random, LocalDate assessedOn, int age) {
    if (!unless(random, 2)) {
      return PatientRecord.ofUnknownAge();
    }
    return unless(random, 30)
        ? PatientRecord.aged(age)
        : PatientRecord.bornOn(assessedOn.minusYears(age).minusDays(random.nextInt(365)));
  }

  private static int procedures(SplittableRandom random) {
    int share = random.nextInt(100);
    if (share < 92) {
      return 1;
    }
    return share < 98 ? 2 : 3;
  }

  private static PainPattern pattern(SplittableRandom random) {
    int share = random.nextInt(100);
    if (share < 45) {
      return PainPattern.AXIAL;
    }
    if (share < 80) {
      return PainPattern.RADICULAR;
    }
    return share < 95 ? PainPattern.AXIAL_AND_RADICULAR : PainPattern.OTHER;
  }

  private static PainHistory pain(
      SplittableRandom random, PainPattern pattern, LocalDate assessedOn, int age) {
    PainHistory pain = unless(random, 4) ? PainHistory.of(pattern) : PainHistory.ofUnknownPattern();
    if (unless(random, 6)) {
      pain = pain.at(level(random));
    }
    if (unless(random, 8)) {
      int longest = Math.min(120, (age - 1) * 12);
      int lasted =
          random.nextInt(13) == 0
              ? 1 + random.nextInt(80)
              : 92 + 30 * Math.min(random.nextInt(longest), random.nextInt(longest));
      pain =
          unless(random, 30)
              ? pain.since(assessedOn.minusDays(lasted))
              : pain.lasting(Period.ofDays(DAYS_A_WEEK * (1 + (lasted - 1) / DAYS_A_WEEK)));
    }
    if (unless(random, 10)) {
      pain = pain.cancer(presence(random, 20));
    }
    if (unless(random, 12)) {
      pain = pain.inflammatoryArthropathy(presence(random, 30));
    }
    int cause = random.nextInt(1_000);
    if (cause < 18) {
      pain = pain.otherCauses(List.of(cause < 3 ? OtherCause.INFECTION : OtherCause.FRACTURE));
    }
    return pain;
  }

  private static SpinalLevel level(SplittableRandom random) {
    int share = random.nextInt(100);
    if (share < 70) {
      return SpinalLevel.LUMBAR;
    }
    if (share < 88) {
      return SpinalLevel.CERVICAL;
    }
    return share < 96 ? SpinalLevel.SACROILIAC : SpinalLevel.THORACIC;
  }

  private static Presence presence(SplittableRandom random, int ofThousand) {
    return random.nextInt(1_000) < ofThousand ? Presence.PRESENT : Presence.ABSENT;
  }

  private static ProcedureRequest epidural() {
    return ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC_AND_STEROID);
  }

  private static ProcedureRequest procedure(
      SplittableRandom random, PainPattern pattern, String id) {
    ProcedureRequest procedure = ProcedureRequest.ofUnknownTechnique(id);
    if (unless(random, 1)) {
      Technique technique = technique(random, pattern);
      procedure = ProcedureRequest.of(id, technique);
      if (technique.isInjection()) {
        procedure = procedure.injectate(injectate(random));
      }
    }
    int intent = random.nextInt(100);
    if (intent < 9) {
      procedure = procedure.intent(intent < 6 ? Stated.of(Intent.DIAGNOSIS) : Stated.unspecified());
    }
    int setting = random.nextInt(100);
    if (setting < 3) {
      procedure =
          procedure.setting(setting < 1 ? Stated.of(Setting.CLINICAL_TRIAL) : Stated.unspecified());
    }
    return procedure;
  }

  private static Technique technique(SplittableRandom random, PainPattern pattern) {
    int share = random.nextInt(100);
    if (pattern == PainPattern.AXIAL) {
      if (share < 30) {
        return Technique.EPIDURAL_INJECTION;
      }
      if (share < 60) {
        return Technique.JOINT_TARGETED_INJECTION;
      }
      if (share < 75) {
        return Technique.JOINT_RADIOFREQUENCY_ABLATION;
      }
      return share < 90 ? Technique.INTRAMUSCULAR_INJECTION : Technique.OTHER;
    }
    if (share < 70) {
      return Technique.EPIDURAL_INJECTION;
    }
    if (share < 80) {
      return Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY;
    }
    return share < 90 ? Technique.JOINT_TARGETED_INJECTION : Technique.OTHER;
  }

  private static Stated<Injectate> injectate(SplittableRandom random) {
    int known = random.nextInt(100);
    if (known < 12) {
      return known < 8 ? Stated.unspecified() : Stated.nothing();
    }
    int share = random.nextInt(100);
    if (share < 60) {
      return Stated.of(Injectate.LOCAL_ANAESTHETIC_AND_STEROID);
    }
    if (share < 80) {
      return Stated.of(Injectate.STEROID);
    }
    return Stated.of(share < 95 ? Injectate.LOCAL_ANAESTHETIC : Injectate.OTHER);
  }

  private static Optional<String> stated(SplittableRandom random, int notOfHundred, String code) {
    return unless(random, notOfHundred) ? Optional.of(code) : Optional.empty();
  }

  private static boolean unless(SplittableRandom random, int ofHundred) {
    return random.nextInt(100) >= ofHundred;
  }
}
