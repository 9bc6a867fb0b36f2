package org.spinepain.guideline.tests.pack;

/** Rules that are added to a pack, so that it answers otherwise; what they say is made up. */
public final class MadeUpRules {

  /** Guidance: evidence of three rows, which only an unknown injectate that is assumed can have. */
  public static final String THREE_ROWS =
      """
      rule "Three rows behind one recommendation"
        @id( "three-rows" ) @source( "bmj-e079970#evidence" )
      when
        $determined : Determined( verdict == Verdict.RECOMMEND_AGAINST )
        $evidence : CarriedEvidence( rows.size() == 3 )
        exists CarriedRecommendation( id == "axial-joint-targeted", basis == Basis.DIRECT )
        not CarriedRecommendation( id != "axial-joint-targeted" )
      then
        insertLogical( new Caveat( "three-rows", "Three rows.",
            Status.CHECKED, Reading.OURS, drools.getRule() ) );
      end
      """;

  /** Guidance: a date of the case, in words, when it falls on a day that few cases have. */
  public static final String MID_MONTH =
      """
      rule "A stated duration that puts the onset at the middle of a month"
        @id( "mid-month" ) @source( "bmj-e079970#scope" )
      when
        $onset : ComputedOnset( date.dayOfMonth == 15 )
      then
        insertLogical( new Caveat( "mid-month", "It began on " + $onset.date() + ".",
            Status.CHECKED, Reading.OURS, drools.getRule() ) );
      end
      """;

  private static final String IMPORTS =
      """
      import org.spinepain.guideline.model.assessment.Basis;
      import org.spinepain.guideline.model.assessment.Certainty;
      import org.spinepain.guideline.model.assessment.Direction;
      import org.spinepain.guideline.model.assessment.Reading;
      import org.spinepain.guideline.model.assessment.Status;
      import org.spinepain.guideline.model.assessment.Strength;
      import org.spinepain.guideline.model.assessment.Verdict;
      import org.spinepain.guideline.model.fact.Injectate;
      import org.spinepain.guideline.model.fact.PainPattern;
      import org.spinepain.guideline.model.fact.Procedure;
      import org.spinepain.guideline.model.fact.SpinePain;
      import org.spinepain.guideline.model.fact.Technique;
      import org.spinepain.guideline.rules.conclusion.Caveat;
      import org.spinepain.guideline.rules.conclusion.Decided;
      import org.spinepain.guideline.rules.conclusion.Evidence;
      import org.spinepain.guideline.rules.conclusion.Recommendation;
      import org.spinepain.guideline.rules.conclusion.RecommendationText;
      import org.spinepain.guideline.rules.merged.CarriedEvidence;
      import org.spinepain.guideline.rules.merged.CarriedRecommendation;
      import org.spinepain.guideline.rules.merged.ComputedOnset;
      import org.spinepain.guideline.rules.merged.Determined;

      """;

  private MadeUpRules() {}

  /**
   * The pack with rules in a file of their own.
   *
   * @param set the folder of their rule set
   */
  public static PackSource added(PackSource pack, String set, String rules) {
    return pack.with(
        set + "/9-made-up.drl",
        "package org.spinepain.guideline.rules." + set + ";\n\n" + IMPORTS + rules);
  }
}
