package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.diff.ToldChange.Counts;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.MadeUpRules;
import org.spinepain.guideline.tests.pack.PackSource;

/** What boundaries change that move, and what only dates of cases show. Counts: PackDiffTest. */
@Tag("thorough")
class BoundaryDiffTest {

  private static final PackSource BUNDLED = PackSource.bundled();
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);

  private static ClinicalCase epidural(int ageYears, PainHistory pain) {
    return ClinicalCase.of("ours", TODAY)
        .patient(PatientRecord.aged(ageYears))
        .pain(pain.cancer(Presence.ABSENT).inflammatoryArthropathy(Presence.ABSENT))
        .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.STEROID))
        .build();
  }

  private static AskedCase named(String name, int ageYears, PainHistory pain) {
    return AskedCase.of(name, epidural(ageYears, pain), Set.of());
  }

  private static DiffReport diff(PackSource edited, AskedCase... cases) {
    return PackDiff.between(BUNDLED.build(), edited.build(), List.of(cases));
  }

  private static ToldChange told(DiffReport report, String start, String end) {
    return report.changes().stream()
        .filter(c -> c.sentence().startsWith(start) && c.sentence().endsWith(end))
        .findFirst()
        .orElseThrow(() -> new AssertionError(report.changes()));
  }

  /**
   * Near by 8 days and not by 7 on 30 June: what becomes chronic on 8 July, from 8 April, and what
   * became chronic on 22 June, from 22 March: 83 days and 100 days. Asked: 76 ages, and each
   * duration to 3 * 31 + 8 + 1 days twice.
   */
  @Test
  void aWiderNearZoneIsToldByTheCasesNearTheBoundary() {
    DiffReport report = diff(BUNDLED.describedWith("nearDays = 7", "nearDays = 8"));

    assertThat(report.asked().boundaryCases()).isEqualTo(76 + 2 * 102);
    assertThat(report.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.sentence())
                  .isEqualTo("Near a boundary: caveat near-duration-boundary comes or goes.");
              assertThat(change.counts())
                  .isEqualTo(new Counts(0, 0, 0, 0, 2, List.of(), List.of()));
              assertThat(change.example().orElseThrow().pain().duration())
                  .contains(Period.ofDays(83));
              assertThat(change.before()).isEqualTo("without it");
              assertThat(change.after()).contains("puts the onset at 2025-04-08, close to the");
            });
  }

  /**
   * Each move as if alone: 42 addressed, 32 * 101 incomplete cells, 32 * 56 under assumptions; who
   * was no adult has half of all complete combinations and a third of all others, and so has whose
   * pain was chronic.
   *
   * <p>Cases near: of patients 8, as for the age alone. Chronic from 3 months but not from 4, on 30
   * June, is what began from 1 March (chronic on 1 July; 28 February on 28 June) to 31 March
   * (chronic on 30 June): 31 days, each stated and since an onset. The caveat goes for what is
   * stated from 1 to 7 April, and comes for 23 to 28 February (chronic by 4 months on 23 to 28
   * June).
   */
  @Test
  void twoBoundariesThatMoveAtOnceAreToldApartAndEachCaseWithWhatItCrosses() {
    DiffReport report =
        diff(
            BUNDLED
                .describedWith("adultYears = 18", "adultYears = 16")
                .describedWith("chronicMonths = 3", "chronicMonths = 4"),
            named("young", 17, PainHistory.axial().since(TODAY.minusYears(2))),
            named("recent", 54, PainHistory.axial().since(LocalDate.of(2025, 3, 15))),
            named("both", 17, PainHistory.axial().since(LocalDate.of(2025, 3, 15))),
            named("neither", 54, PainHistory.axial().since(TODAY.minusYears(2))));

    String young = "Patients from 16 to under 18 years";
    String recent = "Pain from 3 to under 4 months (the boundary was 3 and becomes 4): ";
    assertThat(told(report, young, "radicular-epidural.").counts())
        .isEqualTo(new Counts(42, 3_232 - 42, 3_232 - 42, 32 * 56, 8, List.of(), List.of("young")));
    assertThat(told(report, recent + "was recommend-against", "acute-pain.").counts())
        .isEqualTo(
            new Counts(42, 3_232 - 42, 3_232 - 42, 32 * 56, 62, List.of(), List.of("recent")));
    assertThat(told(report, recent, "now also because of acute-pain.").counts())
        .isEqualTo(
            new Counts(
                13_824 - 42,
                189_540 - 13_824 - 3_190,
                0,
                78_732 - 32 * 56,
                0,
                List.of(),
                List.of()));
    assertThat(told(report, "Where patient.age is missing", "16.").counts().incomplete())
        .isEqualTo(3_232);
    assertThat(told(report, "Where pain.duration is missing", "4.").counts().incomplete())
        .isEqualTo(3_232);
    assertThat(told(report, "Near a boundary: caveat near", "goes.").counts().boundaryCases())
        .isEqualTo(7 + 6);
    assertThat(told(report, "Across two boundaries: ", "the decision changes.").counts())
        .isEqualTo(new Counts(0, 0, 0, 0, 0, List.of(), List.of("both")));
    assertThat(report.changes()).hasSize(3 + 3 + 2);
  }

  /** No case of the space or near a boundary has an onset on a 15th; of these two cases one has. */
  @Test
  void whatOnlyACaseShowsIsToldWithTheCaseAndNoneOfItsDates() {
    DiffReport report =
        diff(
            MadeUpRules.added(BUNDLED, "guidance", MadeUpRules.MID_MONTH),
            named("ours.ndjson:1", 54, PainHistory.axial().lasting(Period.of(1, 0, 15))),
            named("ours.ndjson:2", 54, PainHistory.axial().lasting(Period.of(1, 0, 16))));

    assertThat(report.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.sentence())
                  .isEqualTo("In cases only: caveat mid-month comes or goes.");
              assertThat(change.counts())
                  .isEqualTo(new Counts(0, 0, 0, 0, 0, List.of(), List.of("ours.ndjson:1")));
              assertThat(change.example()).isEmpty();
              assertThat(change.rulesAfter()).containsExactly("mid-month");
            });
    assertThat(DiffDocument.of(report)).doesNotContain("2024-06-15");
  }

  /** What is printed with a case is what each pack answers on it. */
  @Test
  void whatIsToldOfAnExampleIsWhatThePacksAnswerOnIt() {
    PackSource edited =
        BUNDLED
            .describedWith("chronicMonths = 3", "chronicMonths = 6")
            .replacing("guidance/2-caveats.drl", "the 3-month", "the 6-month");
    BuiltPack old = BUNDLED.build();
    BuiltPack young = edited.build();
    DiffReport report = PackDiff.between(old, young, List.of());

    String recent = "Pain from 3 to under 6 months";
    ToldChange moved = told(report, recent, "acute-pain.");
    assertThat(verdict(old, moved.example().orElseThrow())).isEqualTo(Verdict.RECOMMEND_AGAINST);
    assertThat(verdict(young, moved.example().orElseThrow())).isEqualTo(Verdict.NO_RECOMMENDATION);
    ToldChange worded = told(report, "Lasting near the boundary: ", "6-month …\".");
    ClinicalCase before = worded.example().orElseThrow();
    ClinicalCase after = worded.exampleAfter().orElseThrow();
    assertThat(worded.before()).contains(caveat(old, before)).contains("3-month");
    assertThat(worded.after()).contains(caveat(young, after)).contains("6-month");
  }

  private static Determination answer(BuiltPack pack, ClinicalCase clinicalCase) {
    try (GuidelineEngine engine = pack.open()) {
      return engine.assess(clinicalCase).determination("p1");
    }
  }

  private static Verdict verdict(BuiltPack pack, ClinicalCase clinicalCase) {
    return answer(pack, clinicalCase).verdict();
  }

  private static String caveat(BuiltPack pack, ClinicalCase clinicalCase) {
    return answer(pack, clinicalCase).caveats().stream()
        .filter(caveat -> caveat.code().equals("near-duration-boundary"))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
