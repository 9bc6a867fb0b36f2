package org.spinepain.guideline.model.json;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
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
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/** Cases and case documents for tests. */
final class SampleCases {

  /** Every field that can stand beside the others. Its lines are counted in tests. */
  static final String FULL =
      """
      {
        "caseId": "c-1",
        "assessedOn": "2025-06-30",
        "patient": {
          "birthDate": "1972-02-29"
        },
        "pain": {
          "pattern": "axial",
          "level": "lumbar",
          "onset": "2025-03-30",
          "cancer": "absent",
          "inflammatoryArthropathy": "absent",
          "otherCauses": [
            "infection",
            "fracture"
          ]
        },
        "procedures": [
          {
            "id": "p1",
            "technique": "epidural-injection",
            "injectate": "local-anaesthetic-and-steroid",
            "setting": "routine-care",
            "intent": "treatment"
          },
          {
            "id": "rfa",
            "technique": "joint-radiofrequency-ablation",
            "injectate": "none",
            "setting": "clinical-trial",
            "intent": "diagnosis"
          }
        ],
        "practice": {
          "jurisdiction": "CA-ON",
          "proceduresRemainCommon": true,
          "use": "protocol-step"
        }
      }""";

  /** The same case as {@link #FULL}. */
  static final String FULL_YAML =
      """
      # A case as a person writes it.
      caseId: c-1
      assessedOn: 2025-06-30
      patient: {birthDate: 1972-02-29}
      pain:
        pattern: axial
        level: lumbar
        onset: 2025-03-30
        cancer: absent
        inflammatoryArthropathy: absent
        otherCauses: [infection, fracture]
      procedures:
        - id: p1
          technique: epidural-injection
          injectate: local-anaesthetic-and-steroid
          setting: routine-care
          intent: treatment
        - id: 'rfa'
          technique: "joint-radiofrequency-ablation"
          injectate: none
          setting: clinical-trial
          intent: diagnosis
      practice:
        jurisdiction: CA-ON
        proceduresRemainCommon: true
        use: protocol-step
      """;

  /** The least that a case says. */
  static final String LEAST =
      """
      {"caseId": "c-1", "assessedOn": "2025-06-30", "procedures": [{}]}""";

  private SampleCases() {}

  /** The case of {@link #FULL}. */
  static ClinicalCase full() {
    return ClinicalCase.of("c-1", LocalDate.of(2025, 6, 30))
        .patient(PatientRecord.bornOn(LocalDate.of(1972, 2, 29)))
        .pain(
            PainHistory.axial()
                .at(SpinalLevel.LUMBAR)
                .since(LocalDate.of(2025, 3, 30))
                .cancer(Presence.ABSENT)
                .inflammatoryArthropathy(Presence.ABSENT)
                .otherCauses(OtherCause.INFECTION, OtherCause.FRACTURE))
        .procedure(
            ProcedureRequest.epidural("p1")
                .injecting(Injectate.LOCAL_ANAESTHETIC_AND_STEROID)
                .offeredIn(Setting.ROUTINE_CARE)
                .intendedFor(Intent.TREATMENT))
        .procedure(
            ProcedureRequest.jointRadiofrequencyAblation("rfa")
                .injecting(Injectate.NONE)
                .offeredIn(Setting.CLINICAL_TRIAL)
                .intendedFor(Intent.DIAGNOSIS))
        .practice(
            PracticeContext.unstated()
                .in("CA-ON")
                .proceduresRemainCommon(true)
                .askingAbout(PracticeUse.PROTOCOL_STEP))
        .build();
  }

  /** A valid case, any part of which may be absent. */
  static ClinicalCase random(Random random) {
    LocalDate assessedOn = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
    PatientRecord patient =
        switch (random.nextInt(3)) {
          case 0 -> PatientRecord.ofUnknownAge();
          case 1 -> PatientRecord.aged(30 + random.nextInt(101));
          default -> PatientRecord.bornOn(assessedOn.minusDays(11_000 + random.nextInt(30_000)));
        };
    boolean onset = random.nextBoolean();
    boolean duration = !onset && random.nextBoolean();
    PainHistory pain =
        new PainHistory(
            optional(random, PainPattern.values()),
            optional(random, SpinalLevel.values()),
            onset ? Optional.of(assessedOn.minusDays(random.nextInt(10_000))) : Optional.empty(),
            duration ? Optional.of(period(random)) : Optional.empty(),
            optional(random, Presence.values()),
            optional(random, Presence.values()),
            Set.copyOf(
                List.of(OtherCause.values()).subList(random.nextInt(2), 1 + random.nextInt(2))));
    List<ProcedureRequest> procedures = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      procedures.add(procedure(random, i + text(random)));
    }
    PracticeContext practice =
        new PracticeContext(
            random.nextBoolean() ? Optional.of("j" + text(random)) : Optional.empty(),
            optional(random, new Boolean[] {true, false}),
            optional(random, PracticeUse.values()));
    return new ClinicalCase("c" + text(random), assessedOn, patient, pain, procedures, practice);
  }

  private static ProcedureRequest procedure(Random random, String id) {
    Optional<Technique> technique = optional(random, Technique.values());
    Stated<Injectate> injectate = stated(random, Injectate.values());
    boolean possible =
        technique.isEmpty()
            || injectate.known().isEmpty()
            || Procedure.isPossible(technique.get(), injectate.known().get());
    return new ProcedureRequest(
        id,
        technique,
        possible ? injectate : Stated.nothing(),
        stated(random, Intent.values()),
        stated(random, Setting.values()));
  }

  private static Period period(Random random) {
    return Period.of(random.nextInt(3), random.nextInt(30), 1 + random.nextInt(100));
  }

  /** A text of characters that are easily lost on the way. */
  private static String text(Random random) {
    int[] characters = {'a', '"', '\\', '/', '\n', '\t', 0, 0x1B, 0x7F, 0xA0, 'ü', 0x2028, 0x1F600};
    return random
        .ints(random.nextInt(20), 0, characters.length)
        .map(i -> characters[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static <T> Optional<T> optional(Random random, T[] values) {
    int chosen = random.nextInt(values.length + 1);
    return chosen == values.length ? Optional.empty() : Optional.of(values[chosen]);
  }

  private static <T> Stated<T> stated(Random random, T[] values) {
    Function<T, Stated<T>> value = Stated::of;
    return optional(random, values)
        .map(value)
        .orElseGet(() -> random.nextBoolean() ? Stated.unspecified() : Stated.nothing());
  }
}
