package org.spinepain.guideline.tests.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.MadeUpRules;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.space.SpaceComparison.Difference;

/** Packs that answer alike, and the smallest case of those that do not. */
@Tag("thorough")
class SpaceComparisonTest {

  private static final PackSource PACK = PackSource.bundled();

  /** Its merged decisions take a while to find. */
  private static final SpaceComparison COMPARISON = new SpaceComparison(PACK.build());

  // Decisions.

  @Test
  void thePackDecidesAsAPackThatOnlyReadsDifferently() {
    PackSource same =
        TinyPack.source()
            .replacing(TinyPack.DECISION, "Patient( !adult )", "Patient( adult == false )");
    SpaceComparison.Result result =
        new SpaceComparison(TinyPack.source().build()).compareDecisions(same.build());
    assertThat(result.difference()).isEmpty();
    assertThat(result.asked()).isEqualTo("27648 complete combinations");
  }

  @Test
  void anotherDecisionIsFoundWithTheSmallestCase() {
    PackSource other =
        PACK.replacing(
            "decision/3-radicular-pain.drl",
            "injectate in ( Injectate.STEROID, Injectate.OTHER )",
            "injectate in ( Injectate.STEROID )");
    Difference difference = COMPARISON.compareDecisions(other.build()).difference().orElseThrow();
    ClinicalCase found = difference.clinicalCase();
    assertThat(found.procedures().get(0).technique())
        .contains(Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY);
    assertThat(found.procedures().get(0).injectate().known()).contains(Injectate.OTHER);
    assertThat(found.pain().otherCauses()).isEmpty();
    assertThat(difference.answer())
        .startsWith("recommend-against of radicular-drg-rf by-component");
    assertThat(difference.otherAnswer()).startsWith("no-recommendation because of not-addressed");
    assertDifferent(PACK, other, found);
  }

  @Test
  void aPackThatGivesNoAnswerIsFoundWithWhatItThrows() {
    PackSource other =
        TinyPack.source()
            .replacing(
                TinyPack.DECISION,
                "new Recommendation( \"axial-epidural\"",
                "new Recommendation( \"radicular-epidural\"");
    Difference difference =
        new SpaceComparison(TinyPack.source().build())
            .compareDecisions(other.build())
            .difference()
            .orElseThrow();
    assertThat(difference.answer()).startsWith("recommend-against");
    assertThat(difference.otherAnswer()).startsWith("no answer: ").contains("radicular-epidural");
  }

  @Test
  void thoseWhoAreAdultsByTheBoundaryOfThePackAreAsked() {
    PackSource pack = TinyPack.source().describedWith("adultYears = 18", "adultYears = 60");
    PackSource other =
        pack.replacing(
            TinyPack.DECISION, "may be little to no difference", "may be no difference at all");
    Difference difference =
        new SpaceComparison(pack.build())
            .compareDecisions(other.build())
            .difference()
            .orElseThrow();
    assertDifferent(pack, other, difference.clinicalCase());
  }

  @Test
  void answersThatDifferInAWordOnlyAreToldWithTheWord() {
    PackSource other =
        TinyPack.source()
            .replacing(
                TinyPack.DECISION, "may be little to no difference", "may be no difference at all");
    Difference difference =
        new SpaceComparison(TinyPack.source().build())
            .compareDecisions(other.build())
            .difference()
            .orElseThrow();
    assertThat(difference.answer()).contains("may be little to no difference");
    assertThat(difference.otherAnswer()).contains("may be no difference at all");
  }

  // Guidance.

  @Test
  void thePackGuidesAsAPackThatOnlyReadsDifferently() {
    PackSource same =
        PACK.replacing(
            "guidance/2-caveats.drl",
            "Presentation( thoracic )",
            "Presentation( thoracic == true )");
    SpaceComparison.Result result = COMPARISON.compareGuidance(same.build());
    assertThat(result.difference()).isEmpty();
    assertThat(result.asked())
        .matches("\\d+ merged decisions in every context and state of the edition, \\d+ cases");
  }

  @Test
  void anotherGuidanceIsFoundWithTheSmallestCase() {
    PackSource other =
        PACK.replacing(
            "guidance/1-guidance.drl",
            "  $practice : Practice( proceduresRemainCommon )\n",
            "  $practice : Practice( proceduresRemainCommon, use == PracticeUse.PROTOCOL_STEP )\n");
    Difference difference = COMPARISON.compareGuidance(other.build()).difference().orElseThrow();
    ClinicalCase found = difference.clinicalCase();
    assertThat(found.practice().proceduresRemainCommon()).contains(true);
    assertThat(found.pain().otherCauses()).isEmpty();
    assertThat(difference.answer()).contains("document-local-practice");
    assertThat(difference.otherAnswer()).doesNotContain("document-local-practice");
    assertDifferent(PACK, other, found);
  }

  @Test
  void guidanceThatDiffersNearTheBoundaryOnlyIsFoundWithAStatedDuration() {
    PackSource other =
        PACK.replacing(
            "guidance/2-caveats.drl", "close to the 3-month boundary", "near the 3-month boundary");
    Difference difference = COMPARISON.compareGuidance(other.build()).difference().orElseThrow();
    assertThat(difference.clinicalCase().pain().duration()).contains(Period.ofMonths(3));
    assertDifferent(PACK, other, difference.clinicalCase());
  }

  @Test
  void guidanceThatDiffersNearTheBoundaryOfAnotherPackIsFoundThere() {
    PackSource pack =
        TinyPack.source()
            .describedWith("chronicMonths = 3", "chronicMonths = 6")
            .with("guidance/2-caveats.drl", PACK.files().get("guidance/2-caveats.drl"));
    PackSource other = pack.replacing("guidance/2-caveats.drl", "the 3-month", "a 3-month");
    Difference difference =
        new SpaceComparison(pack.build()).compareGuidance(other.build()).difference().orElseThrow();
    assertThat(difference.clinicalCase().pain().duration()).contains(Period.ofMonths(6));
    assertDifferent(pack, other, difference.clinicalCase());
  }

  @Test
  void guidanceThatDiffersInAnotherStateOfTheEditionOnlyIsFoundAndTheStateTold() {
    PackSource other =
        PACK.replacing(
            "guidance/2-caveats.drl", "EditionState.WITHDRAWN", "EditionState.SUPERSEDED");
    Difference difference = COMPARISON.compareGuidance(other.build()).difference().orElseThrow();
    assertThat(difference.answer()).contains("in an edition that is superseded");
    BuiltPack pack = PACK.build().inState(EditionState.SUPERSEDED.code());
    BuiltPack changed = other.build().inState(EditionState.SUPERSEDED.code());
    assertThat(determinations(pack, difference.clinicalCase()))
        .isNotEqualTo(determinations(changed, difference.clinicalCase()));
  }

  @Test
  void guidanceThatDiffersUnderAnAssumptionOnlyIsFoundAndTheAssumptionTold() {
    // With nothing assumed, another injectate has no row, and is carried by component.
    PackSource other = MadeUpRules.added(PACK, "guidance", MadeUpRules.THREE_ROWS);
    Difference difference = COMPARISON.compareGuidance(other.build()).difference().orElseThrow();
    assertThat(difference.clinicalCase().procedures().get(0).technique())
        .contains(Technique.JOINT_TARGETED_INJECTION);
    assertThat(difference.clinicalCase().procedures().get(0).injectate().known()).isEmpty();
    assertThat(difference.answer())
        .startsWith("assuming injectate-local-anaesthetic-or-steroid, recommend-against");
    assertThat(difference.otherAnswer()).contains("three-rows");
  }

  @Test
  void theStateOfAPackIsKnownHoweverItsDescriptorIsSpaced() {
    PackSource spaced =
        TinyPack.source().describedWith("standing.state = contested", "standing.state=contested ");
    PackSource other =
        spaced.replacing(TinyPack.GUIDANCE, "The pain is acute.", "The pain is not chronic.");
    Difference difference =
        new SpaceComparison(spaced.build())
            .compareGuidance(other.build())
            .difference()
            .orElseThrow();
    assertThat(difference.answer()).startsWith("no-recommendation because of acute-pain");
  }

  // Boundaries.

  @Test
  void thePackHasItsOwnBoundaries() {
    SpaceComparison.Result result =
        COMPARISON.compareBoundaries(PACK.build(), UnaryOperator.identity());
    assertThat(result.difference()).isEmpty();
    // 19 ages with three birthdays each; 3 times 31 days, 7 and 1 more, as onset and as duration.
    assertThat(result.asked()).isEqualTo("278 cases near the boundaries");
  }

  @Test
  void anotherAgeIsFoundWithAPatientOfThatAge() {
    PackSource other = PACK.describedWith("adultYears = 18", "adultYears = 19");
    ClinicalCase found = boundary(other, UnaryOperator.identity());
    assertThat(found.patient().ageYears()).contains(18);
    assertDifferent(PACK, other, found);
  }

  @Test
  void anotherNumberOfMonthsIsFoundWithTheFirstDayOnWhichItMatters() {
    PackSource other = PACK.describedWith("chronicMonths = 3", "chronicMonths = 2");
    assertThat(boundary(other, UnaryOperator.identity()).pain().onset())
        .contains(LocalDate.of(2025, 4, 30));
  }

  @Test
  void anotherNearnessIsFoundWithAStatedDuration() {
    PackSource other = PACK.describedWith("nearDays = 7", "nearDays = 8");
    ClinicalCase found = boundary(other, UnaryOperator.identity());
    // 84 days before 30 June begin on 7 April, and become chronic on 7 July: 7 days later.
    assertThat(found.pain().duration()).isPresent();
    assertDifferent(PACK, other, found);
  }

  @Test
  void boundariesThatLieFarFromTheGuidelinesAreFoundToo() {
    PackSource far =
        PACK.describedWith("adultYears = 18", "adultYears = 26")
            .describedWith("chronicMonths = 3", "chronicMonths = 14")
            .describedWith("nearDays = 7", "nearDays = 60");
    assertThat(boundary(far, far.describedWith("adultYears = 26", "adultYears = 27")).patient())
        .isEqualTo(PatientRecord.aged(26));
    assertThat(boundary(far, far.describedWith("chronicMonths = 14", "chronicMonths = 15")).pain())
        .extracting(PainHistory::onset)
        .isEqualTo(Optional.of(LocalDate.of(2024, 4, 30)));
    assertThat(boundary(far, far.describedWith("nearDays = 60", "nearDays = 61")).pain())
        .extracting(PainHistory::duration)
        .isNotEqualTo(Optional.empty());
  }

  @Test
  void aBoundaryThatNoCaseReachesIsNoError() {
    PackSource far =
        PACK.describedWith("adultYears = 18", "adultYears = 9999")
            .describedWith("chronicMonths = 3", "chronicMonths = 9999");
    PackSource farther = far.describedWith("adultYears = 9999", "adultYears = 9998");
    assertThat(
            new SpaceComparison(far.build())
                .compareBoundaries(farther.build(), UnaryOperator.identity())
                .difference())
        .isEmpty();
  }

  private static ClinicalCase boundary(PackSource pack, PackSource other) {
    return new SpaceComparison(pack.build())
        .compareBoundaries(other.build(), UnaryOperator.identity())
        .difference()
        .orElseThrow()
        .clinicalCase();
  }

  @Test
  void aBoundaryMovedByADayIsFoundWithAnOnsetOnThatDay() {
    assertThat(boundary(PACK, began(1)).pain().onset()).contains(LocalDate.of(2025, 3, 31));
    assertThat(boundary(PACK, began(-1)).pain().onset()).contains(LocalDate.of(2025, 4, 1));
  }

  private static ClinicalCase boundary(PackSource other, UnaryOperator<ClinicalCase> asOther) {
    return COMPARISON
        .compareBoundaries(other.build(), asOther)
        .difference()
        .orElseThrow()
        .clinicalCase();
  }

  /** The case, as if the pain had begun so many days later; as it is where that cannot be. */
  private static UnaryOperator<ClinicalCase> began(int daysLater) {
    return c -> {
      PainHistory pain = c.pain();
      if (pain.onset().isEmpty()
          || pain.onset().get().plusDays(daysLater).isAfter(c.assessedOn())) {
        return c;
      }
      return ClinicalCase.of(c.caseId(), c.assessedOn())
          .patient(c.patient())
          .pain(pain.since(pain.onset().get().plusDays(daysLater)))
          .procedure(c.procedures().get(0))
          .build();
    };
  }

  private static void assertDifferent(PackSource pack, PackSource other, ClinicalCase found) {
    assertThat(determinations(pack.build(), found))
        .isNotEqualTo(determinations(other.build(), found));
  }

  private static Object determinations(BuiltPack pack, ClinicalCase clinicalCase) {
    try (GuidelineEngine engine = pack.open()) {
      return engine.assess(clinicalCase).determinations();
    }
  }
}
