package org.spinepain.guideline.tests.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;

/** Which mutants are those of an author's edit. */
class ChangedSinceTest {

  private static final PackSource PACK = TinyPack.source();
  private static final String DECISION = PACK.files().get(TinyPack.DECISION);

  private static final String FUNCTION =
      "function String inWords( String what ) {\n  return \"It is \" + what;\n}\n\n";

  @Test
  void nothingIsMutatedWhenNothingChanged() {
    assertThat(Mutants.ofWhatChanged(PACK, PACK)).isEmpty();
  }

  @Test
  void onlyTheRuleThatReadsDifferentlyIsMutated() {
    PackSource edited =
        PACK.replacing(TinyPack.DECISION, "Patient( !adult )", "Patient( adult == false )");
    assertThatOfWhatChanged(PACK, edited, isOfRule("The patient is no adult"));
  }

  @Test
  void onlyTheRuleThatIsNewIsMutated() {
    PackSource earlier =
        PACK.with(
            TinyPack.DECISION, DECISION.replaceAll("(?s)rule \"The pain is acute.*?\nend\n\n", ""));
    assertThatOfWhatChanged(earlier, PACK, isOfRule("The pain is acute"));
  }

  @Test
  void nothingIsMutatedWhenARuleIsGone() {
    PackSource edited =
        PACK.with(
            TinyPack.DECISION, DECISION.replaceAll("(?s)rule \"The pain is acute.*?\nend\n\n", ""));
    assertThat(Mutants.ofWhatChanged(PACK, edited)).isEmpty();
  }

  @Test
  void nothingIsMutatedWhenARuleStandsElsewhereInItsFile() {
    String moved =
        DECISION.replaceAll(
            "(?s)(rule \"The patient.*?\nend\n\n)(rule \"The pain.*?\nend\n\n)", "$2$1");
    assertThat(moved).isNotEqualTo(DECISION);
    assertThat(Mutants.ofWhatChanged(PACK, PACK.with(TinyPack.DECISION, moved))).isEmpty();
  }

  @Test
  void aFileThatIsNewIsMutated() {
    assertThatOfWhatChanged(
        PACK.without(TinyPack.GUIDANCE), PACK, mutant -> isIn(mutant, TinyPack.GUIDANCE));
  }

  @Test
  void aFileWithAnotherImportIsMutated() {
    PackSource edited =
        PACK.replacing(
            TinyPack.GUIDANCE,
            "import org.spinepain.guideline.model.assessment.Reading;\n",
            """
            import org.spinepain.guideline.model.assessment.Certainty;
            import org.spinepain.guideline.model.assessment.Reading;
            """);
    assertThatOfWhatChanged(PACK, edited, mutant -> isIn(mutant, TinyPack.GUIDANCE));
  }

  @Test
  void aFileWithAnotherFunctionIsMutated() {
    PackSource earlier =
        PACK.replacing(TinyPack.GUIDANCE, "rule \"That the pat", FUNCTION + "rule \"That the pat");
    PackSource edited = earlier.replacing(TinyPack.GUIDANCE, "It is ", "That is ");
    assertThatOfWhatChanged(earlier, edited, mutant -> isIn(mutant, TinyPack.GUIDANCE));
  }

  @Test
  void aFileWithAnotherFunctionBehindARuleIsMutated() {
    PackSource earlier =
        PACK.replacing(
            TinyPack.GUIDANCE, "rule \"That the pain", FUNCTION + "rule \"That the pain");
    PackSource edited = earlier.replacing(TinyPack.GUIDANCE, "It is ", "That is ");
    assertThatOfWhatChanged(earlier, edited, mutant -> isIn(mutant, TinyPack.GUIDANCE));
  }

  @Test
  void nothingIsMutatedForAnotherCommentOutsideRules() {
    PackSource edited =
        PACK.with(
            TinyPack.DECISION, "// Decides.\n" + DECISION.replace("\nrule", "\n// A rule.\nrule"));
    assertThat(Mutants.ofWhatChanged(PACK, edited)).isEmpty();
  }

  @Test
  void onlyTheKeyOfTheDescriptorThatChangedIsMutated() {
    PackSource edited = PACK.describedWith("adultYears = 18", "adultYears = 16");
    assertThatOfWhatChanged(
        PACK,
        edited,
        mutant ->
            isIn(mutant, PackSource.DESCRIPTOR)
                && mutant.part().text().equals("boundary.adultYears"));
  }

  @Test
  void aChangeInALaterLineOfAKeyMutatesTheKey() {
    PackSource edited = PACK.describedWith("No procedure \\", "No such procedure \\");
    assertThatOfWhatChanged(PACK, edited, mutant -> mutant.part().text().equals("evidence.base"));
  }

  @Test
  void nothingIsMutatedForAnotherCommentInTheDescriptor() {
    PackSource edited = PACK.describedWith("# What every row", "# What each row");
    assertThat(Mutants.ofWhatChanged(PACK, edited)).isEmpty();
  }

  /** Those, and no others, of the mutants of what it was edited to. */
  private static void assertThatOfWhatChanged(
      PackSource earlier, PackSource edited, Predicate<Mutant> expected) {
    List<Mutant> those = Mutants.of(edited).stream().filter(expected).toList();
    assertThat(those).isNotEmpty();
    assertThat(Mutants.ofWhatChanged(earlier, edited)).isEqualTo(those);
  }

  private static Predicate<Mutant> isOfRule(String rule) {
    return mutant -> mutant.part().rule().equals(Optional.of(rule));
  }

  private static boolean isIn(Mutant mutant, String file) {
    return mutant.part().file().equals(file);
  }
}
