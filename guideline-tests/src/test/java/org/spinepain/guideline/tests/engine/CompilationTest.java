package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.tests.pack.PackSource;

/** The pack that the build compiled, and the same DRL compiled in this JVM, are one pack. */
class CompilationTest {

  private static GuidelineEngine precompiled;
  private static GuidelineEngine compiledHere;

  @BeforeAll
  static void open() {
    precompiled = GuidelineEngine.bundled();
    compiledHere = PackSource.bundled().open();
  }

  @AfterAll
  static void close() {
    precompiled.close();
    compiledHere.close();
  }

  @Test
  void bothGiveEqualAssessmentsButForTheReferenceToThePack() {
    for (Question question : Question.random(10_2_0, 3_000, 60)) {
      assertThat(asIfOfTheOther(question.askedOf(compiledHere)))
          .as("%s", question)
          .isEqualTo(question.askedOf(precompiled));
    }
  }

  @Test
  void bothHaveOneDigest() {
    assertThat(compiledHere.rules().digest()).isEqualTo(precompiled.rules().digest());
  }

  @Test
  void aChangedByteOfARuleChangesTheDigest() {
    PackSource changed =
        PackSource.bundled()
            .replacing("decision/1-scope.drl", "// Decides for whom", "// decides for whom");
    try (GuidelineEngine engine = changed.open()) {
      assertThat(engine.rules().digest()).isNotEqualTo(precompiled.rules().digest());
    }
  }

  @Test
  void aChangedByteOfTheDescriptorChangesTheDigest() {
    PackSource changed =
        PackSource.bundled()
            .describedWith("standing.checkedTo = 2025-11", "standing.checkedTo = 2025-12");
    try (GuidelineEngine engine = changed.open()) {
      assertThat(engine.rules().digest()).isNotEqualTo(precompiled.rules().digest());
    }
  }

  @Test
  void bothListTheSameRulesAtTheSamePlaces() {
    assertThat(new ArrayList<>(PackSource.bundled().load().rules()))
        .isEqualTo(List.copyOf(RulePack.bundled().rules()));
  }

  private static Assessment asIfOfTheOther(Assessment assessment) {
    return new Assessment(
        assessment.caseId(),
        assessment.assessedOn(),
        assessment.guideline(),
        precompiled.rules(),
        assessment.standing(),
        assessment.determinations());
  }
}
