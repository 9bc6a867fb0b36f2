package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * Edits of the rules, each told in few sentences with counts that follow from the guideline.
 *
 * <p>What they are counted with: a complete combination is one of 108 of pattern, technique and
 * injectate (4 patterns, 3 injections of 4 injectates, 3 other techniques of 5) and one of 256
 * scopes (8 criteria, of which one way is plain: none excludes). 42 of the 108 are addressed: axial
 * 16 (joint RFA 5, epidural 3, joint-targeted 3, intramuscular 2, DRG 3), radicular 8 (epidural 3,
 * DRG 5), both 18 (5 + 3 + 3 + 2 + 5).
 *
 * <p>Of the criteria, 6 can be unknown and 2 (infection, fracture) cannot: 3^6 * 4 = 2,916 scopes,
 * of which 2^6 = 64 can turn out plain. Pattern, technique and injectate make 195 cells (5
 * patterns, 39 of technique and injectate), of which 101 can turn out addressed: axial 27 (epidural
 * 4, joint-targeted 4, intramuscular 3, joint RFA 6, DRG 4, technique unknown 6), radicular 16 (4,
 * 6, 6), both 29 (4, 4, 3, 6, 6, 6), unknown pattern as both 29.
 *
 * <p>Under assumptions the pattern is unknown but not other (39 cells of technique and injectate),
 * or the injectate (5 patterns, 7 techniques with the unknown one), or both (7): 81 cells, of which
 * 56 can turn out addressed: 29; axial 6, radicular 3, both 6, unknown pattern 6; 6. In the plain
 * scope 16 are addressed for sure. Pattern assumed: epidural and DRG with 3 injectates each, since
 * joint RFA, joint-targeted and intramuscular are not addressed for radicular pain. Injectate
 * assumed: axial 3 (epidural, joint-targeted, joint RFA), radicular 2 (epidural, DRG), both 4. Both
 * assumed: epidural.
 */
@Tag("thorough")
class PackDiffTest {

  private static final PackSource BUNDLED = PackSource.bundled();

  private static DiffReport diff(PackSource edited, AskedCase... cases) {
    return PackDiff.between(BUNDLED.build(), edited.build(), List.of(cases));
  }

  private static void assertTells(
      ToldChange change,
      String sentence,
      int complete,
      long incomplete,
      long verdicts,
      long assuming) {
    assertThat(change.sentence()).isEqualTo(sentence);
    assertThat(change.counts().complete()).as(sentence).isEqualTo(complete);
    assertThat(change.counts().incomplete()).as(sentence).isEqualTo(incomplete);
    assertThat(change.counts().incompleteVerdicts()).as(sentence).isEqualTo(verdicts);
    assertThat(change.counts().assuming()).as(sentence).isEqualTo(assuming);
  }

  @Test
  void theSamePackChangesNothing() {
    DiffReport report = diff(PackSource.of(BUNDLED.files()));

    assertThat(report.changes()).isEmpty();
    assertThat(report.asked()).isEqualTo(DiffReport.Asked.NOTHING);
  }

  @Test
  void aCommentChangesNothing() {
    String file = "decision/1-scope.drl";

    DiffReport report = diff(BUNDLED.with(file, "// Edited.\n" + BUNDLED.files().get(file)));

    assertThat(report.changes()).isEmpty();
    // 195 cells in 2,916 scopes are 568,620, and 81 under assumptions 236,196.
    assertThat(report.asked()).isEqualTo(new DiffReport.Asked(27_648, 540_972, 236_196, 0, 0, 0));
  }

  /**
   * Radicular epidural injection has 3 injectates that are addressed.
   *
   * <p>1. In the plain scope: 3. Incomplete, where it can turn out as one of them: radicular
   * epidural with an injectate, some criterion unknown, 3 * 63 = 189, or the injectate unknown, 64:
   * these 253 become no recommendation. With the technique unknown (DRG is still addressed) or the
   * pattern (axial is) another answer leads elsewhere: (3 + 1) * 64 each, 512. With both unknown
   * each answer leads where it led. Under assumptions 8 cells in 64 scopes: radicular with the
   * injectate assumed, epidural or an unknown technique, 2; epidural with the pattern assumed and 3
   * injectates, an unknown or an assumed one, 5; epidural with the injectate assumed and an unknown
   * pattern, 1. In the plain scope also 4 with the pattern assumed and an unknown technique, whose
   * answer epidural no longer settles it: 3 injectates or the assumed one.
   *
   * <p>2. In the 255 other scopes: 3 * 255 = 765. Of 4 cells (3 injectates, or unknown) in the
   * 2,916 - 64 scopes that cannot be plain, 11,408, all but those 765 are incomplete; with the
   * injectate assumed 2,852.
   *
   * <p>3. Both patterns, plain scope: 3. Incomplete: none is recommended against for sure, since
   * another injectate is not addressed; unless that is assumed away, 1.
   */
  @Test
  void aTechniqueTakenOutOfARecommendationIsToldWithWhatBecomesOfIt() {
    PackSource edited =
        Edits.withoutRule(BUNDLED, "decision/3-radicular-pain.drl", "radicular-epidural");
    ClinicalCase ours =
        ClinicalCase.of("ours", LocalDate.of(2025, 6, 30))
            .patient(PatientRecord.aged(54))
            .pain(PainHistory.radicular().since(LocalDate.of(2024, 1, 1)).cancer(Presence.ABSENT))
            .procedure(ProcedureRequest.jointTargeted("p1").injecting(Injectate.STEROID))
            .procedure(ProcedureRequest.epidural("p2").injecting(Injectate.STEROID))
            .build();

    DiffReport report = diff(edited, AskedCase.of("cases.ndjson:7", ours, Set.of()));

    assertThat(report.changes()).hasSize(3);
    ToldChange verdicts = report.changes().get(0);
    assertTells(
        verdicts,
        "Epidural injection for radicular pain: was recommend-against: radicular-epidural, becomes"
            + " no-recommendation: not-addressed.",
        3,
        189 + 64 + 512,
        253,
        8 * 64 + 4);
    assertTells(
        report.changes().get(1),
        "Epidural injection for radicular pain: no-recommendation as before, now also because of"
            + " not-addressed.",
        765,
        11_408 - 765,
        0,
        2_852);
    assertTells(
        report.changes().get(2),
        "Epidural injection for axial and radicular pain: recommend-against as before, without"
            + " radicular-epidural.",
        3,
        0,
        0,
        1);
    assertThat(verdicts.rulesBefore()).contains("radicular-epidural");
    assertThat(verdicts.rulesAfter()).containsExactly("not-addressed", "no-recommendation");
    assertThat(verdicts.counts().cases()).containsExactly("cases.ndjson:7");
    assertThat(verdicts.example().orElseThrow().pain()).isEqualTo(exampleOfRadicularPain());
  }

  private static PainHistory exampleOfRadicularPain() {
    return PainHistory.radicular()
        .at(org.spinepain.guideline.model.SpinalLevel.LUMBAR)
        .since(LocalDate.of(2023, 4, 1))
        .cancer(Presence.ABSENT)
        .inflammatoryArthropathy(Presence.ABSENT);
  }

  /**
   * 1. Excluded by cancer alone and addressed: 42. Incomplete, cancer present or unknown, the 5
   * other criteria plain or unknown: 2 * 32 * 101 = 6,464, less the 42. Of these, with cancer
   * present 3,232 - 42 become something else than no recommendation; with cancer unknown those
   * which are recommended against once nothing else is: the 42, and 4 in which the injectate does
   * not matter (joint RFA for axial pain or both, DRG for radicular pain or both). Under
   * assumptions 2 * 32 * 56.
   *
   * <p>2. The other complete ones with cancer: 27,648 / 2 - 42. Incomplete: cancer is present in a
   * third of all, 189,540, of which 13,824 are complete, and all lose the reason; less the 3,190 of
   * the first sentence. Under assumptions a third of 236,196, less 32 * 56.
   */
  @Test
  void aReasonThatIsDroppedIsToldOnceForAllProcedures() {
    DiffReport report = diff(Edits.withoutRule(BUNDLED, "decision/1-scope.drl", "cancer-related"));

    assertThat(report.changes()).hasSize(2);
    assertTells(
        report.changes().get(0),
        "Was no-recommendation: cancer-related, becomes recommend-against: axial-epidural or"
            + " axial-intramuscular or axial-joint-rfa or axial-joint-targeted or radicular-drg-rf"
            + " or radicular-epidural.",
        42,
        6_464 - 42,
        3_190 + 42 + 4,
        2 * 32 * 56);
    assertTells(
        report.changes().get(1),
        "No-recommendation as before, no longer because of cancer-related.",
        13_824 - 42,
        189_540 - 13_824 - 3_190,
        0,
        78_732 - 32 * 56);
    assertThat(report.changes().get(0).rulesBefore())
        .containsExactly("cancer-related", "no-recommendation");
  }

  /**
   * 1 and 2. Who was no adult becomes one: 27,648 / 2 complete combinations lose a reason, 42 of
   * them the only one; likewise 189,540 - 13,824 incomplete ones, of which 32 * 101 - 42 can turn
   * out as one of the 42. Near the boundary: 16 and 17 years; born 16 years and a day or 16 years
   * before, 17 years and each day around, and a day less than 18 years: 2 + 2 + 3 + 1.
   *
   * <p>3. The age is missing where it decides: 32 * 101, under assumptions 32 * 56.
   */
  @Test
  void aBoundaryThatMovesIsToldAsWhatChangesForThoseBetween() {
    DiffReport report =
        diff(BUNDLED.describedWith("boundary.adultYears = 18", "boundary.adultYears = 16"));

    assertThat(report.changes()).hasSize(3);
    ToldChange verdicts = report.changes().get(0);
    assertTells(
        verdicts,
        "Patients from 16 to under 18 years (the boundary was 18 and becomes 16): was"
            + " no-recommendation: not-adult, becomes recommend-against: axial-epidural or axial-intramuscular or axial-joint-rfa or"
            + " axial-joint-targeted or radicular-drg-rf or radicular-epidural.",
        42,
        3_232 - 42,
        3_232 - 42,
        32 * 56);
    assertThat(verdicts.counts().boundaryCases()).isEqualTo(8);
    assertThat(verdicts.example().orElseThrow().patient()).isEqualTo(PatientRecord.aged(16));
    assertThat(verdicts.rulesBefore())
        .contains("guideline.properties boundary.adultYears = 18", "not-adult");
    assertTells(
        report.changes().get(1),
        "Patients from 16 to under 18 years (the boundary was 18 and becomes 16): no-recommendation as before, no longer because of"
            + " not-adult.",
        13_824 - 42,
        189_540 - 13_824 - 3_190,
        0,
        78_732 - 32 * 56);
    assertTells(
        report.changes().get(2),
        "Where patient.age is missing, its possible answers are named after the boundary, which was"
            + " 18 and becomes 16.",
        0,
        3_232,
        0,
        32 * 56);
  }

  /**
   * The row stands behind axial-epidural with local anaesthetic: epidural injection directly, DRG
   * by component, each for axial pain and for both: 4. The other likewise with steroid, for
   * radicular pain and for both. Incomplete: where DRG for both patterns has an unknown injectate,
   * only radicular-drg-rf is common, and brings its own rows. Under assumptions nothing is common
   * to all patterns, so each brings its rows: epidural and DRG with the pattern assumed, 2 for each
   * row; epidural with the injectate assumed, 2 for each row, of which the one for both patterns
   * has both rows, as has epidural with both assumed: these two are counted with the first.
   */
  @Test
  void aFigureThatChangesIsToldUnlessItAwaitsItsCheck() {
    String file = "decision/5-evidence.drl";
    PackSource edited =
        BUNDLED
            .replacing(file, "\"0.28\", \"-1.18\"", "\"0.30\", \"-1.18\"")
            .replacing(file, "\"-0.56\"", "\"-0.66\"");

    DiffReport report = diff(edited);

    assertThat(report.changes()).hasSize(2);
    assertTells(
        report.changes().get(0),
        "Evidence on epidural injection with local anaesthetic for axial pain (behind"
            + " axial-epidural): was \"estimate 0.28 (-1.18 to 1.75)\", becomes \"estimate 0.30"
            + " (-1.18 to 1.75)\".",
        4,
        0,
        0,
        2 + 2 + 1);
    assertThat(report.changes().get(0).rulesBefore())
        .containsExactly("axial-epidural.evidence.local-anaesthetic");
    assertTells(
        report.changes().get(1),
        "Evidence on epidural injection with steroid for radicular pain (behind radicular-epidural)"
            + " has another figure, which awaits its check.",
        4,
        0,
        0,
        2 + 1);
    assertThat(DiffDocument.of(report)).doesNotContain("0.56", "0.66");
  }

  /**
   * Every determination against has it: the 42 in the plain scope; incomplete, the 4 in which the
   * injectate does not matter; 16 under assumptions. The protocol step is told with its context.
   */
  @Test
  void aTextThatIsRewordedAndGuidanceThatIsDroppedAreToldByTheirCodes() {
    PackSource edited =
        Edits.withoutRule(
            BUNDLED.replacing(
                "guidance/1-guidance.drl",
                "such as exercise therapy",
                "such as supervised exercise"),
            "guidance/1-guidance.drl",
            "review-protocol");

    DiffReport report = diff(edited);

    assertThat(report.changes()).hasSize(2);
    assertTells(
        report.changes().get(0),
        "Guidance exercise-therapy: was \"… exercise therapy.\", becomes \"… supervised exercise.\".",
        42,
        4,
        0,
        16);
    assertThat(report.changes().get(0).rulesAfter()).containsExactly("exercise-therapy");
    assertTells(
        report.changes().get(1),
        "With use protocol step: guidance review-protocol is no longer given.",
        42,
        4,
        0,
        16);
    assertThat(report.changes().get(1).rulesBefore()).containsExactly("review-protocol");
  }

  /** No answer has it, so no determination changes. */
  @Test
  void anotherCostOfAProcedureIsToldAlthoughNoDeterminationHasIt() {
    DiffReport report = diff(BUNDLED.describedWith("cost.high = 5000", "cost.high = 6000"));

    assertThat(report.changes()).hasSize(1);
    assertTells(
        report.changes().get(0),
        "The cost of a procedure: was \"… 5000 …\", becomes \"… 6000 …\".",
        0,
        0,
        0,
        0);
    assertThat(report.changes().get(0).before())
        .isEqualTo("the cost of a procedure: 1000 to 5000 USD, digest-only, hcn-digest#cost");
  }

  @Test
  void anEditionThatNoLongerStatesACostIsToldToBeOne() {
    DiffReport report =
        PackDiff.between(
            BUNDLED.build(),
            BUNDLED
                .with(
                    PackSource.DESCRIPTOR, BUNDLED.descriptor().replaceAll("(?m)^cost\\..*\\R", ""))
                .build(),
            List.of());

    assertThat(report.changes())
        .extracting(ToldChange::after)
        .containsExactly("the cost of a procedure: not stated");
  }

  @Test
  void aCaveatNearTheBoundaryOfAnOldPackWithOtherBoundariesIsTold() {
    PackSource old = BUNDLED.describedWith("chronicMonths = 3", "chronicMonths = 6");
    PackSource young = old.replacing("guidance/2-caveats.drl", "the 3-month", "a 3-month");

    DiffReport report = PackDiff.between(old.build(), young.build(), List.of());

    assertThat(report.changes()).hasSize(1);
    assertThat(report.changes().get(0).sentence()).contains("near-duration-boundary");
  }
}
