package org.spinepain.guideline.tests.swap;

import static org.spinepain.guideline.model.Presence.ABSENT;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PatientRecord;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.editions.EditionJars;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.CompiledRules;
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
  static RulePack marked(Path folder, String mark) {
    return load(jar(folder, "2025.1.0", mark));
  }

  /** The pack of the guideline with something in its descriptor replaced. */
  static RulePack described(Path folder, String found, String replacement) {
    return load(
        EditionJars.write(
            folder.resolve("described.jar"),
            EditionJars.replacing(
                EditionJars.bundled(), EditionJars.DESCRIPTOR, found, replacement)));
  }

  /** The pack in this jar. */
  static RulePack load(Path jar) {
    return RulePack.load(PackOrigin.jar(jar), digest -> true);
  }

  /** The marked pack, whose guidance waits at the gate of {@code tests.engine}. */
  static RulePack atTheGate(String mark) {
    String file = "guidance/5-gate.drl";
    String drl =
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
        """;
    BuiltPack bundled = PackSource.bundled().build();
    return bundled
        .with(
            PackSource.bundled()
                .with(file, drl)
                .describedWith("standing.text = ", "standing.text = " + mark + ": "),
            RuleSet.GUIDANCE,
            bundled.rules(RuleSet.GUIDANCE).and(CompiledRules.of(new TreeMap<>(Map.of(file, drl)))))
        .load();
  }

  /** A jar of the marked pack in this folder, as a build of this version makes it. */
  static Path jar(Path folder, String version, String mark) {
    return EditionJars.write(folder.resolve(version + ".jar"), files(version, mark));
  }

  /** What is in it. */
  static SortedMap<String, byte[]> files(String version, String mark) {
    return EditionJars.replacing(
        EditionJars.bundled(version),
        EditionJars.DESCRIPTOR,
        "standing\\.text = ",
        "standing.text = " + mark + ": ");
  }

  /** The mark of the pack that made this assessment. */
  static String markOf(Assessment assessment) {
    return assessment.standing().text().replaceFirst(":.*", "");
  }
}
