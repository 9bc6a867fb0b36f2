package org.spinepain.guideline.tests.engine;

import static org.spinepain.guideline.model.Presence.PRESENT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.SpinePain;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * Ways in which a rule can fail, and for each a case on which the added rule of {@link #rule()}
 * does. The cases have every cause at once, so that hardly another case wakes the rules.
 */
enum Misbehaviour {
  /** A consequence of the decision rules throws after it has concluded something. */
  CONSEQUENCE_THROWS(
      RuleSet.DECISION,
      PainPattern.AXIAL,
      Technique.EPIDURAL_INJECTION,
      """
        $procedure : Procedure( technique == Technique.EPIDURAL_INJECTION )
        $reason : Reason( code == "cancer-related" )
      then
        insertLogical( new Reason( "misbehaves", drools.getRule() ) );
        Failure.over( $pain );
      """),

  /** A condition of the decision rules throws on one fact. */
  CONDITION_THROWS(
      RuleSet.DECISION,
      PainPattern.RADICULAR,
      Technique.JOINT_TARGETED_INJECTION,
      """
        $radicular : SpinePain( cancerRelated, inflammatory, infection, fracture,
                                pattern == PainPattern.RADICULAR, Failure.over( this ) )
      then
        insertLogical( new Reason( "misbehaves", drools.getRule() ) );
      """),

  /** A condition of the decision rules throws on two facts together, one of them concluded. */
  JOIN_THROWS(
      RuleSet.DECISION,
      PainPattern.AXIAL,
      Technique.INTRAMUSCULAR_INJECTION,
      """
        $procedure : Procedure( technique == Technique.INTRAMUSCULAR_INJECTION )
        $reason : Reason( code == "cancer-related", Failure.over( $pain ) )
      then
        insertLogical( new Reason( "misbehaves", drools.getRule() ) );
      """),

  /** A decision rule feeds itself, each conclusion resting on the one before. */
  NEVER_RESTS(
      RuleSet.DECISION,
      PainPattern.AXIAL,
      Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY,
      """
        $procedure : Procedure( technique == Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY )
        $reason : Reason()
      then
        insertLogical( new Reason( $reason.code() + "'", drools.getRule() ) );
      """),

  /** A consequence of the guidance rules throws after it has concluded something. */
  GUIDANCE_THROWS(
      RuleSet.GUIDANCE,
      PainPattern.AXIAL,
      Technique.OTHER,
      """
        $onset : ComputedOnset( date.toString() == "2003-11-07" )
      then
        insertLogical( new Caveat( "misbehaves", "", Status.CHECKED, Reading.OURS, drools.getRule() ) );
        Failure.over( $onset );
      """);

  /** The onset that the stated durations of the cases imply. */
  static final LocalDate ONSET = LocalDate.of(2003, 11, 7);

  private static final PackSource PACK = pack();

  private final RuleSet set;
  private final PainPattern pattern;
  private final Technique technique;
  private final String body;

  Misbehaviour(RuleSet set, PainPattern pattern, Technique technique, String body) {
    this.set = set;
    this.pattern = pattern;
    this.technique = technique;
    this.body = body;
  }

  /** The guideline's pack with all of these rules added. */
  static PackSource addedToTheGuideline() {
    return PACK;
  }

  /** The rule set to which the rule is added. */
  RuleSet set() {
    return set;
  }

  /** The facts of a completion on which a decision rule fails. */
  List<Record> facts() {
    return List.of(
        new Patient(true),
        new SpinePain(true, pattern, true, true, true, true),
        new Procedure(technique, Injectate.OTHER, Intent.TREATMENT, Setting.ROUTINE_CARE));
  }

  /** The name of the rule. */
  String rule() {
    return "Misbehaves: " + name();
  }

  /** Whether one of the rules could fail on this case too: it lists every cause. */
  static boolean mayBeProvokedBy(ClinicalCase clinicalCase) {
    return clinicalCase.pain().otherCauses().size() == OtherCause.values().length;
  }

  /** A case on which the rule fails. */
  ClinicalCase provoked() {
    return ClinicalCase.of("case-" + name(), Cases.ASSESSED_ON)
        .pain(
            PainHistory.of(pattern)
                .at(SpinalLevel.THORACIC)
                .lasting(ONSET.until(Cases.ASSESSED_ON))
                .cancer(PRESENT)
                .inflammatoryArthropathy(PRESENT)
                .otherCauses(OtherCause.INFECTION, OtherCause.FRACTURE))
        .procedure(ProcedureRequest.of("p1", technique).injecting(Injectate.OTHER))
        .build();
  }

  private static PackSource pack() {
    return PackSource.bundled()
        .with("decision/6-misbehaving.drl", drl(RuleSet.DECISION))
        .with("guidance/5-misbehaving.drl", drl(RuleSet.GUIDANCE));
  }

  private static String drl(RuleSet set) {
    StringBuilder drl =
        new StringBuilder(
            """
            package %s;

            import org.spinepain.guideline.model.assessment.Reading;
            import org.spinepain.guideline.model.assessment.Status;
            import org.spinepain.guideline.model.fact.Injectate;
                        import org.spinepain.guideline.model.fact.Presentation;
            import org.spinepain.guideline.model.fact.Procedure;
            import org.spinepain.guideline.model.fact.SpinePain;
            import org.spinepain.guideline.model.fact.Technique;
            import org.spinepain.guideline.rules.conclusion.Caveat;
            import org.spinepain.guideline.rules.conclusion.Reason;
            import org.spinepain.guideline.rules.merged.ComputedOnset;
            import org.spinepain.guideline.tests.engine.Failure;
            """
                .formatted(set.packageName()));
    Arrays.stream(values()).filter(m -> m.set == set).forEach(m -> drl.append(m.drl()));
    return drl.toString();
  }

  private String drl() {
    return """

        rule "%s"
          @id( "misbehaves.%s" ) @source( "bmj-e079970#scope" )
        when
          %s
        %send
        """
        .formatted(
            rule(),
            name(),
            set == RuleSet.DECISION
                ? "$pain : SpinePain( cancerRelated, inflammatory, infection, fracture )"
                : "$presentation : Presentation( thoracic )",
            body);
  }
}
