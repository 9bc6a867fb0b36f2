package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.diff.ToldChange.Counts;
import org.spinepain.guideline.tests.pack.MadeUpRules;
import org.spinepain.guideline.tests.pack.PackSource;

/** What a pack says anew or no longer is told with its words and figures, and once. */
@Tag("thorough")
class NewItemsTest {

  private static final PackSource BUNDLED = PackSource.bundled();

  private static List<ToldChange> diff(PackSource old, PackSource young) {
    return PackDiff.between(old.build(), young.build(), List.of()).changes();
  }

  private static PackSource withGanglionForAxialPain() {
    PackSource decided =
        MadeUpRules.added(
            BUNDLED,
            "decision",
            """
            rule "A test: dorsal root ganglion radiofrequency alone, axial pain"
              @id( "axial-drg-rf" ) @source( "bmj-e079970#recommendations" )
            when
              $pain : SpinePain( pattern.axial )
              $procedure : Procedure( technique == Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY,
                                      injectate == Injectate.NONE )
            then
              insertLogical( new Recommendation( "axial-drg-rf", Basis.DIRECT, drools.getRule() ) );
            end

            rule "A test: its row"
              @id( "axial-drg-rf.evidence" ) @source( "bmj-e079971#results" )
            when
              $decided : Decided( verdict == Verdict.RECOMMEND_AGAINST )
              $recommendation : Recommendation( id == "axial-drg-rf" )
            then
              insertLogical( Evidence.behind( "axial-drg-rf" )
                  .on( PainPattern.AXIAL, Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY, Injectate.NONE )
                  .estimate( "7.77", "6.66", "8.88" ).certainty( Certainty.LOW )
                  .saying( "made up" ).status( Status.CHECKED )
                  .by( drools.getRule() ) );
            end
            """);
    return MadeUpRules.added(
        decided,
        "guidance",
        """
        rule "A test: its words"
          @id( "axial-drg-rf.text" ) @source( "bmj-e079970#recommendations" )
        when
          $recommendation : CarriedRecommendation( id == "axial-drg-rf" )
        then
          insertLogical( new RecommendationText( "axial-drg-rf", Direction.AGAINST, Strength.STRONG,
              "Made up for a test.", Status.CHECKED, drools.getRule() ) );
        end
        """);
  }

  /**
   * One cell in the plain scope. Incomplete: in the 63 scopes that can turn out plain; with the
   * injectate, the technique or the pattern unknown 64 each.
   *
   * <p>Under assumptions 4 cells in 64 scopes: DRG with the injectate assumed and axial or an
   * unknown pattern, which decides alone now; DRG with the pattern assumed, alone or with the
   * injectate assumed. In the plain scope also 4 of which one answer is settled now: an unknown
   * technique with the pattern, the injectate or both assumed, and DRG with the pattern assumed and
   * an unknown injectate.
   */
  @Test
  void anAddedRecommendationIsToldWithItsWordsAndItsRow() {
    List<ToldChange> changes = diff(BUNDLED, withGanglionForAxialPain());

    ToldChange added = changes.get(0);
    assertThat(added.sentence())
        .isEqualTo(
            "Dorsal root ganglion radiofrequency alone for axial pain: was no-recommendation:"
                + " not-addressed, becomes recommend-against: axial-drg-rf.");
    Counts counts = added.counts();
    assertThat(counts.complete()).isEqualTo(1);
    assertThat(counts.incomplete()).isEqualTo(63 + 3 * 64);
    assertThat(counts.incompleteVerdicts()).isEqualTo(63);
    assertThat(counts.assuming()).isEqualTo(4 * 64 + 4);
    assertThat(added.itemsBefore()).isEmpty();
    assertThat(added.itemsAfter()).hasSize(2);
    assertThat(added.itemsAfter().get(0))
        .startsWith("recommendation axial-drg-rf: text Made up for a test., status checked");
    assertThat(added.itemsAfter().get(1))
        .startsWith(
            "dorsal root ganglion radiofrequency alone for axial pain (behind axial-drg-rf)")
        .contains("estimate 7.77 (6.66 to 8.88), certainty low, in plain words made up");
    assertThat(changes.subList(1, changes.size()))
        .allMatch(change -> change.itemsAfter().isEmpty());
  }

  @Test
  void aWithdrawnRecommendationIsToldWithWhatIsSaidNoLonger() {
    ToldChange withdrawn = diff(withGanglionForAxialPain(), BUNDLED).get(0);

    assertThat(withdrawn.itemsAfter()).isEmpty();
    assertThat(withdrawn.itemsBefore()).hasSize(2);
    assertThat(withdrawn.itemsBefore().get(1)).contains("estimate 7.77 (6.66 to 8.88)");
  }

  /**
   * Rows behind joint-targeted injection alone: of one injectate, so three rows only when it is
   * unknown and assumed to be one of three. Nothing else is addressed for axial pain and for both:
   * 2. With an unknown pattern it is not addressed for sure.
   */
  @Test
  void guidanceThatOnlyAssumptionsReachIsToldWithTheAssumptionAndItsText() {
    PackSource edited = MadeUpRules.added(BUNDLED, "guidance", MadeUpRules.THREE_ROWS);

    assertThat(diff(BUNDLED, edited))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.sentence())
                  .isEqualTo("Under assumptions only: caveat three-rows is given now.");
              assertThat(change.counts())
                  .isEqualTo(new Counts(0, 0, 0, 2, 0, List.of(), List.of()));
              assertThat(change.assume())
                  .containsExactly(Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID);
              assertThat(change.example().orElseThrow().procedures().get(0).technique())
                  .contains(Technique.JOINT_TARGETED_INJECTION);
              assertThat(change.before()).isEqualTo("without it");
              assertThat(change.after())
                  .isEqualTo("caveat three-rows: text Three rows., status checked, reading ours");
              assertThat(change.rulesAfter()).containsExactly("three-rows");
            });
  }

  /** The row stands behind axial-epidural with local anaesthetic, as in PackDiffTest. */
  @Test
  void aRowThatIsCarriedNoLongerIsToldWithItsFigures() {
    PackSource edited =
        Edits.withoutRule(
            BUNDLED, "decision/5-evidence.drl", "axial-epidural.evidence.local-anaesthetic");

    assertThat(diff(BUNDLED, edited))
        .anySatisfy(
            change -> {
              assertThat(change.sentence())
                  .contains(
                      "epidural injection with local anaesthetic for axial pain", "no longer");
              assertThat(change.counts().complete()).isEqualTo(4);
              assertThat(change.before()).contains("estimate 0.28 (-1.18 to 1.75), certainty");
              assertThat(change.after()).isEqualTo("without it");
            });
  }
}
