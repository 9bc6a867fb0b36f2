package org.spinepain.guideline.tests.swap;

import static org.spinepain.guideline.model.Presence.ABSENT;

import java.time.LocalDate;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.pack.PackSource;

/** Packs that can be told apart, and a case to tell them by. */
final class Packs {

  /** An epidural injection of a steroid for axial pain, against which the guideline recommends. */
  static final ClinicalCase CASE =
      ClinicalCase.of("case-1", LocalDate.of(2025, 6, 30))
          .patient(PatientRecord.aged(54))
          .pain(
              PainHistory.axial()
                  .since(LocalDate.of(2025, 3, 1))
                  .at(SpinalLevel.LUMBAR)
                  .cancer(ABSENT)
                  .inflammatoryArthropathy(ABSENT))
          .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.STEROID))
          .build();

  private Packs() {}

  /** The pack of the guideline with this mark before the text of its standing. */
  static RulePack marked(String mark) {
    return withRulesOfTheGuideline(source(mark));
  }

  /** The same, withdrawn. */
  static RulePack withdrawn(String mark) {
    return withRulesOfTheGuideline(
        source(mark).describedWith("standing.state = contested", "standing.state = withdrawn"));
  }

  /** A pack that differs from the guideline's in its descriptor only. */
  static RulePack withRulesOfTheGuideline(PackSource source) {
    return source.loadWithRulesOf(PackSource.bundled());
  }

  /** The marked pack, whose guidance waits at the gate of {@code tests.engine}. */
  static RulePack atTheGate(String mark) {
    PackSource waiting =
        PackSource.bundled()
            .with(
                "guidance/5-gate.drl",
                """
                package org.spinepain.guideline.rules.guidance;
                import org.spinepain.guideline.rules.merged.Determined;
                import org.spinepain.guideline.tests.engine.Gate;
                rule "Waits at the gate"
                  @id( "gate" ) @source( "bmj-e079970#scope" )
                when
                  $determined : Determined()
                then
                  Gate.pass();
                end
                """);
    return marked(waiting, mark).loadWithRulesOf(waiting);
  }

  private static PackSource source(String mark) {
    return marked(PackSource.bundled(), mark);
  }

  private static PackSource marked(PackSource source, String mark) {
    return source.describedWith("standing.text = ", "standing.text = " + mark + ": ");
  }

  /** The mark of the pack that made this assessment. */
  static String markOf(Assessment assessment) {
    return assessment.standing().text().replaceFirst(":.*", "");
  }
}
