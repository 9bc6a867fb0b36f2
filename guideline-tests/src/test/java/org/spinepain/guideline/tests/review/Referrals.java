package org.spinepain.guideline.tests.review;

import static org.spinepain.guideline.model.Presence.ABSENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.tests.oracle.RandomCases;

/** Referrals to count. */
final class Referrals {

  static final LocalDate JUNE = LocalDate.of(2025, 6, 30);

  private static final List<ProcedureRequest> PROCEDURES =
      List.of(
          ProcedureRequest.epidural("p1").injecting(Injectate.STEROID),
          ProcedureRequest.epidural("p1").injecting(Injectate.STEROID),
          ProcedureRequest.jointTargeted("p1").injecting(Injectate.LOCAL_ANAESTHETIC),
          ProcedureRequest.intramuscular("p1").injecting(Injectate.STEROID),
          ProcedureRequest.dorsalRootGanglionRadiofrequency("p1"),
          ProcedureRequest.jointTargeted("p1"));

  private static final List<ProcedureRequest> VAGUE_PROCEDURES =
      List.of(
          ProcedureRequest.epidural("p1").injecting(Injectate.STEROID),
          ProcedureRequest.jointRadiofrequencyAblation("p1"),
          ProcedureRequest.of("p1", Technique.OTHER),
          ProcedureRequest.intramuscular("p1"),
          ProcedureRequest.dorsalRootGanglionRadiofrequency("p1"),
          ProcedureRequest.jointRadiofrequencyAblation("p1").injectate(Stated.unspecified()),
          ProcedureRequest.ofUnknownTechnique("p1").injecting(Injectate.LOCAL_ANAESTHETIC));

  private static final List<PainPattern> PATTERNS = List.of(PainPattern.values());

  private static final List<SpinalLevel> LEVELS = List.of(SpinalLevel.values());

  private Referrals() {}

  /** A case of which everything is known but what the procedure leaves open. */
  static ClinicalCase clinicalCase(
      LocalDate assessedOn, PainPattern pattern, SpinalLevel level, ProcedureRequest procedure) {
    return clinicalCase(assessedOn, PainHistory.of(pattern).at(level), procedure);
  }

  /** The same with other pain, of two years and neither cause. */
  static ClinicalCase clinicalCase(
      LocalDate assessedOn, PainHistory pain, ProcedureRequest... procedures) {
    ClinicalCase.Builder builder =
        ClinicalCase.of("c", assessedOn)
            .patient(PatientRecord.aged(54))
            .pain(
                pain.since(LocalDate.of(2023, 4, 1))
                    .cancer(ABSENT)
                    .inflammatoryArthropathy(ABSENT));
    Stream.of(procedures).forEach(builder::procedure);
    return builder.build();
  }

  /** Any case, known and unknown, of several procedures; of few clinics, referrers and persons. */
  static List<Referral> anyOf(long seed, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              SplittableRandom random = new SplittableRandom(seed * 31 + i);
              return new Referral(
                  RandomCases.caseNumber(seed, i),
                  unlessUnknown(random, "clinic " + random.nextInt(4)),
                  unlessUnknown(random, "referrer " + random.nextInt(9)),
                  unlessUnknown(random, "person " + random.nextInt(count / 2 + 1)));
            })
        .toList();
  }

  /** A small practice, in which many numbers are small. */
  static List<Referral> smallPractice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int clinics = 1 + random.nextInt(3);
    int months = 1 + random.nextInt(3);
    int patterns = 1 + random.nextInt(PATTERNS.size());
    int procedures = 1 + random.nextInt(PROCEDURES.size());
    SplittableRandom persons = new SplittableRandom(seed);
    int seldom = persons.nextInt(3);
    return IntStream.range(0, random.nextInt(70))
        .mapToObj(
            i ->
                new Referral(
                    clinicalCase(
                        JUNE.plusMonths(random.nextInt(months)),
                        PATTERNS.get(random.nextInt(patterns)),
                        LEVELS.get(random.nextInt(2)),
                        PROCEDURES.get(random.nextInt(procedures))),
                    // The first clinic has most.
                    Optional.of("clinic " + random.nextInt(1 + random.nextInt(clinics))),
                    Optional.of("referrer " + random.nextInt(4)),
                    person(persons, seldom, i)))
        .toList();
  }

  /**
   * A practice of one clinic that leaves much open, and in which many numbers are small. Cases may
   * have several requests.
   */
  static List<Referral> vaguePractice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int procedures = 1 + random.nextInt(VAGUE_PROCEDURES.size());
    int patterns = 1 + random.nextInt(PATTERNS.size());
    int known = 1 + random.nextInt(15);
    boolean intents = random.nextBoolean();
    boolean causes = random.nextBoolean();
    int mostRequests = 1 + random.nextInt(3);
    return IntStream.range(0, random.nextInt(80))
        .mapToObj(
            i -> {
              PainPattern pattern = PATTERNS.get(random.nextInt(1 + random.nextInt(patterns)));
              PainHistory pain =
                  random.nextInt(known) == 0
                      ? PainHistory.ofUnknownPattern()
                      : PainHistory.of(pattern);
              return new Referral(
                  clinicalCase(
                      JUNE,
                      causes && random.nextInt(5) == 0
                          ? pain.otherCauses(OtherCause.INFECTION)
                          : pain,
                      IntStream.rangeClosed(1, 1 + random.nextInt(mostRequests))
                          .mapToObj(n -> vagueProcedure("p" + n, random, procedures, intents))
                          .toArray(ProcedureRequest[]::new)),
                  Optional.of("clinic"),
                  Optional.of("referrer"),
                  Optional.empty());
            })
        .toList();
  }

  private static ProcedureRequest vagueProcedure(
      String id, SplittableRandom random, int procedures, boolean intents) {
    ProcedureRequest of = VAGUE_PROCEDURES.get(random.nextInt(1 + random.nextInt(procedures)));
    return new ProcedureRequest(
        id,
        of.technique(),
        of.injectate(),
        intents && random.nextInt(3) == 0 ? Stated.unspecified() : of.intent(),
        of.setting());
  }

  /** No one, one of a few, or nearly always another. */
  private static Optional<String> person(SplittableRandom random, int seldom, int i) {
    return switch (seldom) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of("person " + random.nextInt(40));
      default -> Optional.of("person " + (random.nextInt(20) == 0 ? 0 : i));
    };
  }

  private static Optional<String> unlessUnknown(SplittableRandom random, String code) {
    return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(code);
  }
}
