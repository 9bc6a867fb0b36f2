package org.spinepain.guideline.tests.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.tests.approved.ApprovedTexts;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

/**
 * A pack of a few rules, with the descriptor of the guideline's: it is built and judged in a
 * moment. And vignettes of what it decides.
 */
public final class TinyPack {

  /** Its decision rules. */
  public static final String DECISION = "decision/1-decision.drl";

  /** Its guidance rules. */
  public static final String GUIDANCE = "guidance/1-texts.drl";

  /** The pain of most vignettes: chronic. */
  public static final String CHRONIC = "2023-04-01";

  /** The patient of most vignettes: an adult. */
  public static final String ADULT = "1971-02-11";

  private static final String DECISION_RULES =
      """
      package org.spinepain.guideline.rules.decision;

      import org.spinepain.guideline.model.assessment.Basis;
      import org.spinepain.guideline.model.assessment.Certainty;
      import org.spinepain.guideline.model.assessment.Status;
      import org.spinepain.guideline.model.assessment.Verdict;
      import org.spinepain.guideline.model.fact.Injectate;
      import org.spinepain.guideline.model.fact.PainPattern;
      import org.spinepain.guideline.model.fact.Patient;
      import org.spinepain.guideline.model.fact.Procedure;
      import org.spinepain.guideline.model.fact.SpinePain;
      import org.spinepain.guideline.model.fact.Technique;
      import org.spinepain.guideline.rules.conclusion.Decided;
      import org.spinepain.guideline.rules.conclusion.Evidence;
      import org.spinepain.guideline.rules.conclusion.Reason;
      import org.spinepain.guideline.rules.conclusion.Recommendation;

      rule "The patient is no adult"
        @id( "not-adult" ) @source( "bmj-e079970#scope" )
      when
        $patient : Patient( !adult )
      then
        insertLogical( new Reason( "not-adult", drools.getRule() ) );
      end

      rule "The pain is acute"
        @id( "acute-pain" ) @source( "bmj-e079970#scope" )
      when
        $pain : SpinePain( !chronic )
      then
        insertLogical( new Reason( "acute-pain", drools.getRule() ) );
      end

      rule "An epidural injection for axial pain is recommended against"
        @id( "axial-epidural" ) @source( "bmj-e079970#recommendations" )
      when
        $pain : SpinePain( pattern.axial )
        $procedure : Procedure( technique == Technique.EPIDURAL_INJECTION,
                                injectate in ( Injectate.LOCAL_ANAESTHETIC, Injectate.STEROID ) )
      then
        insertLogical( new Recommendation( "axial-epidural", Basis.DIRECT, drools.getRule() ) );
      end

      rule "The procedure is not addressed"
        @id( "not-addressed" ) @source( "bmj-e079970#recommendations" )
      when
        $procedure : Procedure()
        not Recommendation()
      then
        insertLogical( new Reason( "not-addressed", drools.getRule() ) );
      end

      rule "A procedure that is addressed is recommended against"
        @id( "recommend-against" ) @source( "bmj-e079970#recommendations" )
      when
        $procedure : Procedure()
        exists Recommendation()
        not Reason()
      then
        insertLogical( new Decided( Verdict.RECOMMEND_AGAINST, drools.getRule() ) );
      end

      rule "There is no recommendation when a reason stands in the way"
        @id( "no-recommendation" ) @source( "bmj-e079970#recommendations" )
      when
        $procedure : Procedure()
        exists Reason()
      then
        insertLogical( new Decided( Verdict.NO_RECOMMENDATION, drools.getRule() ) );
      end

      rule "Evidence on axial pain: epidural injection of steroid"
        @id( "axial-epidural.evidence.steroid" ) @source( "bmj-e079971#results" )
      when
        $decided : Decided( verdict == Verdict.RECOMMEND_AGAINST )
        $recommendation : Recommendation( id == "axial-epidural" )
        $procedure : Procedure( injectate == Injectate.STEROID )
      then
        insertLogical( Evidence.behind( "axial-epidural" )
            .on( PainPattern.AXIAL, Technique.EPIDURAL_INJECTION, Injectate.STEROID )
            .estimate( "0.39", "-0.94", "1.71" ).certainty( Certainty.LOW )
            .saying( "may be little to no difference" ).status( Status.CHECKED )
            .by( drools.getRule() ) );
      end
      """;

  private static final String GUIDANCE_RULES =
      """
      package org.spinepain.guideline.rules.guidance;

      import org.spinepain.guideline.model.assessment.Direction;
      import org.spinepain.guideline.model.assessment.Reading;
      import org.spinepain.guideline.model.assessment.Status;
      import org.spinepain.guideline.model.assessment.Strength;
      import org.spinepain.guideline.rules.conclusion.ReasonText;
      import org.spinepain.guideline.rules.conclusion.RecommendationText;
      import org.spinepain.guideline.rules.merged.CarriedReason;
      import org.spinepain.guideline.rules.merged.CarriedRecommendation;

      rule "That the patient is no adult, in words"
        @id( "not-adult.text" ) @source( "bmj-e079970#scope" )
      when
        $reason : CarriedReason( code == "not-adult" )
      then
        insertLogical( new ReasonText( "not-adult", "The patient is no adult.",
            Status.CHECKED, Reading.SOURCE, drools.getRule() ) );
      end

      rule "That the pain is acute, in words"
        @id( "acute-pain.text" ) @source( "bmj-e079970#scope" )
      when
        $reason : CarriedReason( code == "acute-pain" )
      then
        insertLogical( new ReasonText( "acute-pain", "The pain is acute.",
            Status.CHECKED, Reading.SOURCE, drools.getRule() ) );
      end

      rule "That the procedure is not addressed, in words"
        @id( "not-addressed.text" ) @source( "bmj-e079970#recommendations" )
      when
        $reason : CarriedReason( code == "not-addressed" )
      then
        insertLogical( new ReasonText( "not-addressed", "The procedure is not addressed.",
            Status.CHECKED, Reading.SOURCE, drools.getRule() ) );
      end

      rule "Epidural injection for axial pain, in words"
        @id( "axial-epidural.text" ) @source( "bmj-e079970#recommendations" )
      when
        $recommendation : CarriedRecommendation( id == "axial-epidural" )
      then
        insertLogical( new RecommendationText( "axial-epidural", Direction.AGAINST, Strength.STRONG,
            "Do not offer it.", Status.CHECKED, drools.getRule() ) );
      end
      """;

  private static final PackSource SOURCE =
      PackSource.bundled()
          .withoutRules()
          .describedWith(" benefit burden-and-cost harms near-duration-boundary", "")
          .describedWith(" reconsider-referral\n", "\n")
          .describedWith(" exercise-therapy document-discussion review-protocol\n", "\n")
          .with(DECISION, DECISION_RULES)
          .with(GUIDANCE, GUIDANCE_RULES);

  private TinyPack() {}

  /** The pack. */
  public static PackSource source() {
    return SOURCE;
  }

  /** Writes a pack into a folder, which need not exist, as the folder of its rules. */
  public static void write(PackSource pack, Path folder) throws IOException {
    for (Map.Entry<String, String> file : pack.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /**
   * Writes a vignette into a folder.
   *
   * @param born when the patient was born
   * @param onset when the pain began, which is axial
   * @param injectate what an epidural injection on 30 June 2025 injects
   * @param verdict what is expected
   */
  public static void writeVignette(
      Path folder, String id, String born, String onset, String injectate, String verdict)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(id + ".yaml"),
        """
        id: ID
        title: ID
        kind: typical
        story: Told in a sentence.
        assume: []
        case:
          caseId: ID
          assessedOn: 2025-06-30
          patient: {birthDate: BORN}
          pain: {pattern: axial, onset: ONSET, cancer: absent, inflammatoryArthropathy: absent}
          procedures: [{technique: epidural-injection, injectate: INJECTATE}]
        expect:
          p1: {verdict: VERDICT}
        reviewed: {by: pending, on: null}
        """
            .replace("ID", id)
            .replace("BORN", born)
            .replace("ONSET", onset)
            .replace("INJECTATE", injectate)
            .replace("VERDICT", verdict));
  }

  /** The vignettes of a folder. */
  public static List<Vignette> vignettes(Path folder) {
    return Vignettes.in(folder).all();
  }

  /** What has to be approved as the sheet of a pack and these vignettes. */
  public static String sheet(PackSource pack, List<Vignette> vignettes) {
    BuiltPack built = pack.build();
    try (GuidelineEngine engine = built.open()) {
      List<Assessment> assessments =
          vignettes.stream()
              .map(v -> Vignettes.asking(engine).apply(v.clinicalCase(), v.assume()))
              .toList();
      return ApprovedTexts.sheet(built, assessments);
    }
  }
}
