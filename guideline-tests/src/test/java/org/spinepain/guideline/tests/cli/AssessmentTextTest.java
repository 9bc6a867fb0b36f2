package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.oracle.RandomCases;

class AssessmentTextTest {

  private static final long SEED = 80;
  private static final int CASES = 1_500;
  private static final Pattern STYLE = Pattern.compile("\u001B\\[[0-9;]*m");

  private static final ClinicalCase AGAINST = Cases.recommendedAgainst("c-1");
  private static final ClinicalCase SILENT =
      Cases.about("c-2", PainHistory.axial())
          .procedure(ProcedureRequest.intramuscular("p1").injecting(Injectate.STEROID))
          .build();
  private static final ClinicalCase UNDECIDED =
      Cases.about("c-3", PainHistory.ofUnknownPattern())
          .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.LOCAL_ANAESTHETIC))
          .build();

  // The verdict, and for what.

  @Test
  void theVerdictComesFirstAndThenTheProcedure() {
    assertThat(textOf(AGAINST))
        .startsWith(
            """
            Case c-1, assessed on 2025-06-30

            Recommended against.
            Procedure p1: epidural injection with local anaesthetic and steroid.

            Why
            """);
  }

  @Test
  void noRecommendationIsSaidPlainlyAndIsNoSupport() {
    assertThat(textOf(SILENT))
        .contains("\n\nNo recommendation.\nProcedure p1: intramuscular injection with steroid.\n")
        .doesNotContain("\nEvidence\n");
    assertThat(unwrapped(textOf(SILENT)))
        .contains("Its silence is not support for the procedure. [1, our reading]");
  }

  @Test
  void missingInformationIsSaidPlainly() {
    assertThat(textOf(UNDECIDED))
        .contains("\n\nNot enough information.\nProcedure p1: epidural injection with local")
        .doesNotContain("\nWhy\n", "\nEvidence\n", "\nWhat to say\n");
  }

  static Stream<Arguments> procedures() {
    return Stream.of(
        arguments(
            ProcedureRequest.jointTargeted("p1").injecting(Injectate.LOCAL_ANAESTHETIC),
            "joint-targeted injection with local anaesthetic"),
        arguments(
            ProcedureRequest.jointRadiofrequencyAblation("p1").injecting(Injectate.NONE),
            "joint radiofrequency ablation alone"),
        arguments(
            ProcedureRequest.dorsalRootGanglionRadiofrequency("p1"),
            "dorsal root ganglion radiofrequency, injectate not stated"),
        arguments(
            ProcedureRequest.epidural("p1").injectate(Stated.unspecified()),
            "epidural injection, injectate not known"),
        arguments(
            ProcedureRequest.of("p1", Technique.OTHER).injecting(Injectate.OTHER),
            "a procedure of another kind with another injectate"),
        arguments(
            ProcedureRequest.ofUnknownTechnique("p1").injecting(Injectate.STEROID),
            "a procedure of which the technique is not known with steroid"));
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void aProcedureIsToldInWords(ProcedureRequest procedure, String words) {
    ClinicalCase clinicalCase =
        Cases.about("c", PainHistory.radicular()).procedure(procedure).build();

    assertThat(unwrapped(textOf(clinicalCase))).contains("Procedure p1: " + words + ". ");
  }

  // Why.

  @Test
  void aRecommendationIsToldWithItsStrengthAndThatItIsDirect() {
    assertThat(unwrapped(textOf(AGAINST)))
        .contains(
            "Why - Strong recommendation against (direct): Axial spine pain: do not offer epidural"
                + " injection of local anaesthetic, steroid or both outside a clinical trial. [1]");
  }

  @Test
  void aRecommendationByComponentIsMarkedAsOurReading() {
    ClinicalCase byComponent =
        Cases.about("c", PainHistory.axial())
            .procedure(
                ProcedureRequest.jointRadiofrequencyAblation("p1").injecting(Injectate.STEROID))
            .build();

    assertThat(unwrapped(textOf(byComponent)))
        .containsPattern(
            "Strong recommendation against \\(by component\\): Axial spine pain: do not offer"
                + " joint-targeted [^\\[]*\\[1, our reading]");
  }

  @Test
  void whatDependsOnAnUnknownFactSaysOnWhich() {
    String text = unwrapped(textOf(UNDECIDED, Assumption.PATTERN_AXIAL_OR_RADICULAR));

    assertThat(text)
        .contains(
            "Strong recommendation against (direct), if the pain pattern turns out so: Radicular",
            "Epidural injection with local anaesthetic for axial pain, if the pain pattern turns"
                + " out so: probably");
  }

  @Test
  void severalUnknownFactsAreNamedTogether() {
    assertThat(Words.dependingOn(List.of(CaseFact.PAIN_PATTERN, CaseFact.PROCEDURE_INJECTATE)))
        .isEqualTo(", if the pain pattern and the injectate turn out so");
  }

  @ParameterizedTest
  @EnumSource
  void everyFactHasWords(CaseFact fact) {
    assertThat(Words.of(fact)).startsWith("the ").doesNotContain("_", ".");
  }

  @Test
  void aReasonIsTold() {
    assertThat(unwrapped(textOf(SILENT)))
        .contains(
            "Why - The guideline makes no recommendation on this procedure for this pain. [1]");
  }

  // Evidence.

  @Test
  void aCheckedFigureIsToldWithItsIntervalUnitAndComparator() {
    assertThat(unwrapped(textOf(AGAINST)))
        .contains(
            "Epidural injection with local anaesthetic and steroid for axial pain: probably little"
                + " to no difference. Certainty of the evidence: moderate. Effect on pain: 0.20 cm"
                + " on a 10 cm VAS (95% CI -1.11 to 1.51) against sham; below zero is less pain,"
                + " and the smallest difference that matters to patients is 1.5."
                + " [2]");
  }

  @ParameterizedTest
  @CsvSource({
    "EPIDURAL_INJECTION, LOCAL_ANAESTHETIC_AND_STEROID, 0.49, 1.54, 0.55",
    "EPIDURAL_INJECTION, LOCAL_ANAESTHETIC, 0.26, 1.37, 0.84",
    "EPIDURAL_INJECTION, STEROID, 0.56, 1.30, 0.17",
    "DORSAL_ROOT_GANGLION_RADIOFREQUENCY, NONE, 0.15, 0.98, 1.28"
  })
  void noNumberIsShownThatAwaitsItsCheck(
      Technique technique, Injectate injectate, String estimate, String low, String high) {
    ClinicalCase clinicalCase =
        Cases.about("c", PainHistory.radicular())
            .procedure(ProcedureRequest.of("p1", technique).injecting(injectate))
            .build();
    Evidence row = CommandRun.engine().assess(clinicalCase).determination("p1").evidence().get(0);

    String text = unwrapped(textOf(clinicalCase));

    assertThat(row.estimate().orElseThrow().toString()).contains(estimate, low, high);
    assertThat(text)
        .contains("Effect on pain: estimate awaiting check. [2, awaiting check]")
        .doesNotContain(estimate, low, high, "95% CI", "VAS");
  }

  @Test
  void noPendingFigureIsShownWhateverIsAsked() {
    for (int i = 0; i < CASES; i++) {
      Assessed assessed = Assessed.random(i);
      String text = unwrapped(assessed.text());
      for (Determination determination : assessed.assessment.determinations()) {
        for (Evidence row : determination.evidence()) {
          if (row.provenance().status() == Status.PENDING) {
            assertThat(text).as("case %d", i).contains("estimate awaiting check. [");
            row.estimate()
                .ifPresent(
                    e ->
                        assertThat(text)
                            .doesNotContain("CI " + e.low() + " to " + e.high())
                            .doesNotContain(": " + e.value() + " " + row.unit()));
          }
        }
      }
    }
  }

  @Test
  void aRowWithoutFigureAndCertaintySaysThatNeitherIsHeld() {
    ClinicalCase clinicalCase =
        Cases.about("c", PainHistory.radicular())
            .procedure(
                ProcedureRequest.dorsalRootGanglionRadiofrequency("p1")
                    .injecting(Injectate.LOCAL_ANAESTHETIC))
            .build();

    assertThat(unwrapped(textOf(clinicalCase)))
        .contains(
            "Certainty of the evidence: not held. Effect on pain: no figure held, estimate awaiting"
                + " check. [2, awaiting check]");
  }

  // What follows.

  @Test
  void whatFollowsStandsUnderWhatItIsFor() {
    assertThat(textOf(AGAINST).lines())
        .containsSubsequence(
            "Why",
            "Evidence",
            "What to say",
            "What to offer instead",
            "What to record",
            "For your practice",
            "Assumed",
            "Standing of the guideline: contested, checked to 2025-11",
            "Sources");
  }

  @Test
  void theHarmsComeWithWhatIsNotKnownOfThem() {
    assertThat(unwrapped(textOf(AGAINST)))
        .containsPattern(
            "8\\.6%, dural puncture in 1\\.4%\\. The source does not say for which procedure;"
                + " [^\\[]*\\[3, read in the practitioner digest only]");
  }

  @Test
  void whatToOfferIsMarkedAsReadInTheDigestOnly() {
    assertThat(unwrapped(textOf(AGAINST)))
        .contains("exercise therapy. [3, read in the practitioner digest only] What to record");
  }

  @Test
  void whatWouldSettleItIsToldWithTheFieldsAndWhatEachAnswerLeadsTo() {
    assertThat(textOf(UNDECIDED))
        .contains(
            """

            What would settle it
              - The pain pattern (pain.pattern):
                - axial, or radicular, or axial and radicular: recommended against
                - other: no recommendation
            """);
  }

  @Test
  void anAnswerThatIsNotEnoughSaysSo() {
    ClinicalCase clinicalCase =
        ClinicalCase.of("c", LocalDate.of(2025, 6, 30))
            .pain(PainHistory.axial())
            .procedure(ProcedureRequest.epidural("p1").injecting(Injectate.STEROID))
            .build();

    assertThat(textOf(clinicalCase))
        .contains(
            """
              - The duration of the pain (pain.onset or pain.duration):
                - below 3 months: no recommendation
                - at least 3 months: still not enough information
            """);
  }

  @Test
  void whatIsAssumedIsToldWithWhoseAssumptionItIs() {
    assertThat(unwrapped(textOf(UNDECIDED, Assumption.PATTERN_AXIAL_OR_RADICULAR)))
        .contains(
            "Assumed - By default, since the case does not say: treatment intent; routine care; no"
                + " infection or fracture. - By whoever asked: pattern axial or radicular."
                + " Standing");
  }

  @Test
  void nothingIsSaidOfAssumptionsWhereNoneIsMade() {
    ClinicalCase stated =
        Cases.about("c", PainHistory.axial().otherCauses(List.of()))
            .procedure(
                ProcedureRequest.epidural("p1")
                    .injecting(Injectate.STEROID)
                    .intendedFor(Intent.DIAGNOSIS))
            .build();

    assertThat(unwrapped(textOf(stated)))
        .contains("does not say: routine care; no infection or fracture.")
        .doesNotContain("treatment intent", "By whoever asked");
  }

  // Of the whole.

  @Test
  void theStandingIsToldOnceHoweverManyProceduresThereAre() {
    ClinicalCase three =
        Cases.about("c", PainHistory.axial())
            .procedure(ProcedureRequest.epidural("a").injecting(Injectate.STEROID))
            .procedure(ProcedureRequest.jointTargeted("b").injecting(Injectate.STEROID))
            .procedure(ProcedureRequest.intramuscular("c").injecting(Injectate.STEROID))
            .build();

    String text = unwrapped(textOf(three));

    assertThat(text)
        .containsOnlyOnce("Standing of the guideline: contested, checked to 2025-11")
        .containsOnlyOnce(CommandRun.engine().standing().text())
        .containsOnlyOnce("Sources [1]")
        .containsSubsequence("Procedure a:", "Procedure b:", "Procedure c:", "Standing");
  }

  @Test
  void theSourcesAreListedByTheirNumbers() {
    assertThat(textOf(AGAINST))
        .containsSubsequence(
            "\nSources\n  [1] Busse JW",
            "doi 10.1136/bmj-2024-079970.\n",
            "  [2] Wang X",
            "doi 10.1136/bmj-2024-079971.\n",
            "  [3] Practitioner digest of the guideline. HCN, hcn.health.\n");
  }

  @Test
  void theLastLineSaysWhichGuidelineAndRulesAnswered() {
    assertThat(textOf(AGAINST).lines().toList())
        .last()
        .isEqualTo("bmj-2025-e079970 (doi 10.1136/bmj-2024-079970), edition 2025, rules 2025.1.0");
  }

  @Test
  void everyClinicalSentenceOfTheAssessmentIsToldWithItsMarks() {
    for (int i = 0; i < CASES; i++) {
      Assessed assessed = Assessed.random(i);
      String text = unwrapped(assessed.text());
      for (Determination determination : assessed.assessment.determinations()) {
        determination.recommendations().forEach(r -> assertTold(text, r.text(), r.provenance()));
        determination.reasons().forEach(r -> assertTold(text, r.text(), r.provenance()));
        determination.guidance().forEach(g -> assertTold(text, g.text(), g.provenance()));
        determination.caveats().forEach(c -> assertTold(text, c.text(), c.provenance()));
        determination
            .evidence()
            .forEach(e -> assertThat(text).contains(": " + e.plain() + ". Certainty"));
      }
    }
  }

  private static void assertTold(String text, String sentence, Provenance provenance) {
    String marks =
        switch (provenance.status()) {
              case CHECKED -> "";
              case DIGEST_ONLY -> ", read in the practitioner digest only";
              case PENDING -> ", awaiting check";
            }
            + (provenance.reading() == Reading.OURS ? ", our reading" : "");
    assertThat(text).containsPattern(Pattern.quote(sentence) + " \\[[1-9]" + marks + "\\]");
  }

  @Test
  void everyReferenceIsToASourceThatIsListed() {
    Pattern reference = Pattern.compile("(?<=\\s)\\[([1-9])[,\\]]");
    for (int i = 0; i < CASES; i++) {
      String[] parts = Assessed.random(i).text().split("\nSources\n", -1);
      Set<String> referred =
          Set.copyOf(reference.matcher(parts[0]).results().map(r -> r.group(1)).toList());
      List<String> listed =
          parts.length == 1
              ? List.of()
              : reference.matcher(parts[1]).results().map(r -> r.group(1)).toList();

      assertThat(listed)
          .as("case %d", i)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, referred.size()).mapToObj(Integer::toString).toList())
          .containsExactlyInAnyOrderElementsOf(referred);
    }
  }

  // The layout.

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 79, 80, 132})
  void noLineIsLongerThanTheWidthUnlessItIsOneWord(int width) {
    for (int i = 0; i < CASES / 5; i++) {
      Assessed assessed = Assessed.random(i);
      AssessmentText.of(assessed.clinicalCase, assessed.assessment, width, false)
          .lines()
          .filter(line -> line.length() > width)
          .forEach(line -> assertThat(withoutMark(line)).doesNotContain(" "));
    }
  }

  private static String withoutMark(String line) {
    return line.strip().replaceFirst("^(-|\\[[1-9]]) ", "");
  }

  @Test
  void noLineEndsWithASpace() {
    assertThat(textOf(AGAINST).lines()).noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void aTerminalSeesTheSameWordsWithTitlesInBold() {
    Assessment assessment = CommandRun.engine().assess(AGAINST);
    String styled = AssessmentText.of(AGAINST, assessment, 80, true);

    assertThat(styled)
        .contains("\u001B[1mRecommended against.\u001B[0m\n", "\u001B[1mEvidence\u001B[0m\n");
    assertThat(STYLE.matcher(styled).replaceAll("")).isEqualTo(textOf(AGAINST));
  }

  @Test
  void aNameOfTheHostHasNoSayOverTheTerminal() {
    ClinicalCase clinicalCase =
        Cases.about("c\u001B[31m\nRecommended", PainHistory.axial())
            .procedure(ProcedureRequest.epidural("p\u202E\r").injecting(Injectate.STEROID))
            .build();

    assertThat(textOf(clinicalCase))
        .startsWith("Case c\\u001b[31m\\u000aRecommended, assessed on 2025-06-30\n")
        .contains("\nProcedure p\\u202e\\u000d: epidural injection with steroid.\n");
  }

  @Test
  void theAssessmentOfAnotherCaseIsRefused() {
    Assessment another = CommandRun.engine().assess(SILENT);

    assertThatThrownBy(() -> AssessmentText.of(AGAINST, another, 80, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the assessment is of another case");
  }

  private static String textOf(ClinicalCase clinicalCase, Assumption... assumptions) {
    return AssessmentText.of(
        clinicalCase, CommandRun.engine().assuming(assumptions).assess(clinicalCase), 80, false);
  }

  private static String unwrapped(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** A random case and its assessment. */
  private record Assessed(ClinicalCase clinicalCase, Assessment assessment) {

    static Assessed random(int index) {
      ClinicalCase clinicalCase = RandomCases.caseNumber(SEED, index);
      Assumption[] assumptions =
          RandomCases.assumptionsNumber(SEED, index).toArray(Assumption[]::new);
      return new Assessed(
          clinicalCase, CommandRun.engine().assuming(assumptions).assess(clinicalCase));
    }

    String text() {
      return AssessmentText.of(clinicalCase, assessment, 80, false);
    }
  }
}
