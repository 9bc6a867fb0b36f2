package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.tests.pack.PackSource;

/** Packs that cannot be used, and what the one who edits them is told. */
class RefusedPacksTest {

  private static final String FILE = "decision/1-test.drl";
  private static final String OTHER_FILE = "guidance/1-test.drl";

  /** Two rules, one in each rule set. The first stands in line 3. */
  private static final PackSource SOUND =
      PackSource.bundled()
          .withoutRules()
          .with(
              FILE,
              """
              package org.spinepain.guideline.rules.decision;
              import org.spinepain.guideline.model.fact.Patient;
              rule "The first rule"
                @id( "first" ) @source( "bmj-e079970#scope" )
              when
                $patient : Patient()
              then
              end
              """)
          .with(
              OTHER_FILE,
              """
              package org.spinepain.guideline.rules.guidance;
              import org.spinepain.guideline.model.fact.Practice;
              rule "The second rule"
                @id( "second" ) @source( "hcn-digest#harms" )
              when
                $practice : Practice()
              then
              end
              """);

  @Test
  void twoSoundRulesAreAccepted() {
    assertThat(SOUND.load().rules()).hasSize(2);
  }

  // Rules.

  @Test
  void aRuleWithoutIdIsRefused() {
    assertRefused(SOUND.replacing(FILE, "@id( \"first\" )", ""))
        .hasMessageContaining(FILE + ":3")
        .hasMessageContaining("no @id");
  }

  @Test
  void aRuleWithoutSourceIsRefused() {
    assertRefused(SOUND.replacing(FILE, "@source( \"bmj-e079970#scope\" )", ""))
        .hasMessageContaining(FILE + ":3")
        .hasMessageContaining("no @source");
  }

  @Test
  void anIdThatStandsAfterTheWhenOfItsRuleCountsForNothing() {
    assertRefused(
            SOUND
                .replacing(FILE, "@id( \"first\" )", "")
                .replacing(FILE, "then\n", "then\n  // @id( \"first\" )\n"))
        .hasMessageContaining(FILE + ":3")
        .hasMessageContaining("no @id");
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    assertRefused(SOUND.replacing(OTHER_FILE, "The second rule", "The first rule"))
        .hasMessageContaining(OTHER_FILE + ":3")
        .hasMessageContaining("name")
        .hasMessageContaining(FILE + ":3");
  }

  @Test
  void twoRulesOfOneIdAreRefused() {
    assertRefused(SOUND.replacing(OTHER_FILE, "@id( \"second\" )", "@id( \"first\" )"))
        .hasMessageContaining(OTHER_FILE + ":3")
        .hasMessageContaining("id")
        .hasMessageContaining(FILE + ":3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-such-source#scope",
        "bmj-e079970#no-such-section",
        "bmj-e079970",
        "bmj-e079970#",
        "#scope",
        "bmj-e079970#scope#scope",
        "BMJ-E079970#scope"
      })
  void aSourceThatTheDescriptorDoesNotHaveIsRefused(String source) {
    assertRefused(SOUND.replacing(FILE, "bmj-e079970#scope", source))
        .hasMessageContaining(FILE + ":3")
        .hasMessageEndingWith(source);
  }

  @Test
  void aRuleThatStandsInTheFilesButWasNotCompiledIsRefused() {
    PackSource fewer = SOUND.without(FILE);
    assertThatThrownBy(() -> SOUND.loadWithRulesOf(fewer))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(FILE + ":3")
        .hasMessageContaining("not among the compiled rules");
  }

  @Test
  void aRuleThatWasCompiledButStandsInNoFileIsRefused() {
    PackSource fewer = SOUND.without(FILE);
    assertThatThrownBy(() -> fewer.loadWithRulesOf(SOUND))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("\"The first rule\"")
        .hasMessageContaining("not in the index");
  }

  @Test
  void aRuleWhoseNameStandsInSingleQuotesIsRefused() {
    assertRefused(
            SOUND.replacing(
                FILE,
                "end\n",
                """
                end
                rule 'The third rule'
                  @id( "third" ) @source( "bmj-e079970#scope" )
                when
                  $patient : Patient()
                then
                end
                """))
        .hasMessageContaining("\"The third rule\"")
        .hasMessageContaining("not in the index");
  }

  @Test
  void aFileWithoutRuleIsRefused() {
    assertRefused(
            SOUND.with(
                "decision/2-functions.drl",
                """
                package org.spinepain.guideline.rules.decision;
                function int one() { return 1; }
                """))
        .hasMessageContaining("decision/2-functions.drl")
        .hasMessageContaining("no rule");
  }

  @Test
  void aRuleThatIsCommentedOutAsABlockIsRefused() {
    PackSource commentedOut =
        SOUND.replacing(FILE, "rule \"", "/*\nrule \"").replacing(FILE, "end\n", "end\n*/\n");
    assertRefused(commentedOut)
        .hasMessageContaining(FILE + ":4")
        .hasMessageContaining("not among the compiled rules");
  }

  @Test
  void aRuleThatWasCompiledIntoTheOtherRuleSetIsRefused() {
    assertThatThrownBy(
            () ->
                RulePack.of(
                    PackSource.COORDINATES,
                    PackFiles.of(SOUND.files()),
                    SOUND.compiled(RuleSet.GUIDANCE),
                    SOUND.compiled(RuleSet.DECISION)))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("compiled into the rule set");
  }

  @Test
  void aRuleWhoseIdWasChangedSinceItWasCompiledIsRefused() {
    PackSource changed = SOUND.replacing(FILE, "@id( \"first\" )", "@id( \"1st\" )");
    assertThatThrownBy(() -> changed.loadWithRulesOf(SOUND))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(FILE + ":3")
        .hasMessageContaining("another @id");
  }

  @Test
  void aRuleWhoseSourceWasChangedSinceItWasCompiledIsRefused() {
    PackSource changed = SOUND.replacing(FILE, "#scope", "#evidence");
    assertThatThrownBy(() -> changed.loadWithRulesOf(SOUND))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(FILE + ":3")
        .hasMessageContaining("another @source");
  }

  // The descriptor.

  @Test
  void aFolderWithoutDescriptorIsRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> PackFiles.in(empty))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(PackSource.DESCRIPTOR);
  }

  @Test
  void aDescriptorWithoutAKeyIsRefused() {
    assertRefused(SOUND.describedWith("boundary.nearDays = 7\n", ""))
        .hasMessageContaining("no value for boundary.nearDays");
  }

  @Test
  void aDescriptorWithAKeyButNoValueIsRefused() {
    assertRefused(SOUND.describedWith("evidence.unit = cm on a 10 cm VAS", "evidence.unit ="))
        .hasMessageContaining("no value for evidence.unit");
  }

  @Test
  void aDescriptorWithAKeyTwiceIsRefused() {
    assertRefused(SOUND.describedWith("adultYears = 18", "adultYears = 18\nboundary.adultYears=21"))
        .hasMessageContaining("boundary.adultYears twice");
  }

  @Test
  void aDescriptorWithADamagedEscapeIsRefused() {
    assertRefused(SOUND.describedWith("evidence.outcome = pain", "evidence.outcome = \\u12"))
        .hasMessageContaining("descriptor cannot be read");
  }

  @Test
  void aDescriptorWithAKeyThatIsNotKnownIsRefused() {
    assertRefused(SOUND.describedWith("boundary.nearDays = 7", "boundary.nearDays = 7\nnear = 7"))
        .hasMessageContaining("not known")
        .hasMessageContaining("[near]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighteen", "-18", "18.0", "1 8", "12345", "0x12"})
  void aDescriptorWithANumberThatCannotBeReadIsRefused(String number) {
    assertRefused(SOUND.describedWith("adultYears = 18", "adultYears = " + number))
        .hasMessageContaining("boundary.adultYears")
        .hasMessageContaining("found " + number)
        .hasMessageContaining("a whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retracted", "CONTESTED", "Contested", "contested, withdrawn"})
  void aDescriptorWithAStateThatCannotBeReadIsRefused(String state) {
    assertRefused(SOUND.describedWith("state = contested", "state = " + state))
        .hasMessageContaining("standing.state")
        .hasMessageContaining("found " + state)
        .hasMessageContaining("current, contested, superseded, withdrawn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025", "2025-13", "2025-11-30", "November 2025", "2025-1"})
  void aDescriptorWithAMonthThatCannotBeReadIsRefused(String month) {
    assertRefused(SOUND.describedWith("checkedTo = 2025-11", "checkedTo = " + month))
        .hasMessageContaining("standing.checkedTo")
        .hasMessageContaining("found " + month)
        .hasMessageContaining("2025-11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "v1", "-1"})
  void aDescriptorWithAVersionThatCannotBeReadIsRefused(String version) {
    assertRefused(SOUND.describedWith("from = 1.0.0", "from = " + version))
        .hasMessageContaining("model.from")
        .hasMessageContaining("found " + version)
        .hasMessageContaining("1.0.0");
  }

  // The model.

  @Test
  void aPackThatWantsALaterModelIsRefused() {
    assertRefused(
            SOUND.describedWith("from = 1.0.0", "from = 98.0.0").describedWith("2.0.0", "99.0.0"))
        .hasMessageContaining("guideline-model from 98.0.0 and below 99.0.0");
  }

  @Test
  void aPackThatWantsAnEarlierModelIsRefused() {
    assertRefused(SOUND.describedWith("from = 1.0.0", "from = 0.1").describedWith("2.0.0", "0.9.9"))
        .hasMessageContaining("guideline-model from 0.1 and below 0.9.9");
  }

  @Test
  void thePackMayNameTheVeryModelAsTheFirstThatItRunsWith() throws IOException {
    assertThat(SOUND.describedWith("from = 1.0.0", "from = " + modelVersion()).load().rules())
        .hasSize(2);
  }

  @Test
  void thePackMayNotNameTheVeryModelAsTheFirstThatItNoLongerRunsWith() throws IOException {
    String model = modelVersion();
    assertRefused(SOUND.describedWith("from = 1.0.0", "from = 0.1").describedWith("2.0.0", model))
        .hasMessageEndingWith("not with " + model);
  }

  private static String modelVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        RefusedPacksTest.class.getResourceAsStream(
            "/META-INF/spinepain/guideline-model.properties")) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(PackSource pack) {
    return assertThatThrownBy(pack::load).isInstanceOf(RulePackException.class);
  }
}
