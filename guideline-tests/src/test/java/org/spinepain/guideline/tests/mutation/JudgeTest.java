package org.spinepain.guideline.tests.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

/** What becomes of single mutants when only a few vignettes look, and what is told of them. */
@Tag("thorough")
class JudgeTest {

  private static final PackSource PACK = TinyPack.source();
  private static final String EPIDURAL =
      "An epidural injection for axial pain is recommended against";

  private static final Mutant WITHOUT_STEROID =
      mutant(PACK, EPIDURAL, Operator.VALUE_DROPPED, ", Injectate.STEROID");

  /** What becomes of it when the typical vignette looks; asked by several tests. */
  private static MutantResult ofWithoutSteroid;

  @TempDir private Path folder;

  private TinyRun run;

  @BeforeEach
  void oneVignetteLooks() throws IOException {
    run = new TinyRun(folder).withTypical();
  }

  // Killed.

  @Test
  void theVignettesThatExpectOtherwiseAreNamed() throws IOException {
    run.with("again", TinyPack.ADULT, TinyPack.CHRONIC, "recommend-against");
    run.with("child", "2013-01-01", TinyPack.CHRONIC, "no-recommendation");
    MutantResult result =
        judge(PACK, EPIDURAL, Operator.VALUE_DROPPED, "Injectate.LOCAL_ANAESTHETIC,");
    assertThat(result.outcome()).isEqualTo(Outcome.KILLED_BY_VIGNETTES);
    assertThat(result.vignettes()).containsExactlyInAnyOrder("typical", "again");
  }

  @Test
  void aMutantThatAnswersNothingToAVignetteIsKilledByIt() throws IOException {
    MutantResult result = judge(PACK, EPIDURAL, Operator.CODE_CHANGED, "axial-epidural");
    assertThat(result.outcome()).isEqualTo(Outcome.KILLED_BY_VIGNETTES);
    assertThat(result.vignettes()).containsExactly("typical");
  }

  @Test
  void anotherTextIsNoticedByTheApprovedSheetAndByNoVignette() throws IOException {
    MutantResult result =
        judge(PACK, "Epidural injection for axial pain, in words", Operator.TEXT_CHANGED, "offer");
    assertThat(result.outcome()).isEqualTo(Outcome.KILLED_BY_APPROVED_TEXTS);
    assertThat(result.vignettes()).isEmpty();
  }

  @Test
  void whatIsSaidOfAWithdrawnEditionOnlyIsNoticedByTheApprovedSheet() throws IOException {
    PackSource pack =
        PACK.with(
            TinyPack.GUIDANCE,
            PACK.files()
                    .get(TinyPack.GUIDANCE)
                    .replaceFirst(
                        "\nimport ",
                        """

                        import org.spinepain.guideline.model.assessment.EditionState;
                        import org.spinepain.guideline.rules.conclusion.Caveat;
                        import org.spinepain.guideline.rules.merged.Edition;
                        import\040""")
                + """

                rule "Withdrawn"
                  @id( "withdrawn" ) @source( "bmj-e079970#standing" )
                when
                  $edition : Edition( state == EditionState.WITHDRAWN )
                then
                  insertLogical( new Caveat( "edition-withdrawn", "For audit only.",
                      Status.CHECKED, Reading.OURS, drools.getRule() ) );
                end
                """);
    MutantResult otherState = judge(pack, "Withdrawn", Operator.VALUE_EXCHANGED, "EditionState");
    assertThat(otherState.outcome()).isEqualTo(Outcome.KILLED_BY_APPROVED_TEXTS);
    MutantResult otherText = judge(pack, "Withdrawn", Operator.TEXT_CHANGED, "audit");
    assertThat(otherText.outcome()).isEqualTo(Outcome.KILLED_BY_APPROVED_TEXTS);
  }

  @Test
  void aRuleThatNoVignetteFiresSurvivesWhenItIsDroppedAlthoughTheSheetNamesIt() throws IOException {
    MutantResult result = judge(PACK, "The pain is acute", Operator.RULE_DROPPED, "rule");
    assertThat(result.outcome()).isEqualTo(Outcome.SURVIVED);
  }

  @Test
  void anotherCostIsNoticedByTheApprovedSheetAndOneThatCannotBeReadIsRefused() throws IOException {
    List<String> outcomes = new ArrayList<>();
    for (Mutant mutant : Mutants.of(PACK)) {
      if (mutant.part().text().startsWith("cost.")) {
        outcomes.add(mutant.part().text() + ": " + judge(PACK, mutant).outcome());
      }
    }
    assertThat(outcomes)
        .containsExactly(
            "cost.low: " + Outcome.KILLED_BY_APPROVED_TEXTS,
            "cost.high: " + Outcome.KILLED_BY_APPROVED_TEXTS,
            "cost.currency: " + Outcome.REFUSED,
            "cost.status: " + Outcome.REFUSED,
            "cost.source: " + Outcome.REFUSED);
  }

  // Not usable.

  @Test
  void aMutantThatTheEngineRefusesIsToldToBeSo() throws IOException {
    Mutant mutant =
        Mutants.of(PACK).stream()
            .filter(m -> m.part().text().equals("source.bmj-e079970.sections"))
            .filter(m -> m.change().before().equals("scope"))
            .findFirst()
            .orElseThrow();
    MutantResult result = judge(PACK, mutant);
    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.note()).contains("bmj-e079970#scope").doesNotContain("\n");
  }

  @Test
  void aMutantThatDoesNotCompileIsToldToBeSo() throws IOException {
    PackSource pack =
        PACK.replacing(
            TinyPack.DECISION,
            "  not Reason()\n",
            "  not Reason()\n  $r : Recommendation()\n  exists Recommendation( id == $r.id )\n");
    MutantResult result =
        judge(
            pack,
            "A procedure that is addressed is recommended against",
            Operator.PATTERN_DROPPED,
            "$r : Recommendation()");
    assertThat(result.outcome()).isEqualTo(Outcome.NOT_COMPILED);
    assertThat(result.note()).contains("does not compile").doesNotContain("\n");
  }

  // Equivalent.

  @Test
  void aBoundaryThatChangesNoAnswerIsToldToBeSoWithWhatWasAsked() {
    // Nothing in this pack depends on how near to the boundary a duration lies. 19 ages with three
    // birthdays each; each day of 3 months of 31 days, 8 beyond and 1 more, as onset and duration.
    Mutant mutant =
        Mutants.of(PACK).stream()
            .filter(m -> m.part().text().equals("boundary.nearDays"))
            .findFirst()
            .orElseThrow();
    MutantResult result = judge(PACK, mutant);
    assertThat(result.outcome()).isEqualTo(Outcome.EQUIVALENT);
    assertThat(result.note()).isEqualTo("the same answer to all of 280 cases near the boundaries");
  }

  @Test
  void aMutantThatAnswersEveryCaseAsThePackIsToldToBeSoWithWhatWasAsked() throws IOException {
    MutantResult result =
        judge(PACK, "The procedure is not addressed", Operator.PATTERN_DROPPED, "$procedure");
    assertThat(result.outcome()).isEqualTo(Outcome.EQUIVALENT);
    assertThat(result.note()).isEqualTo("the same answer to all of 27648 complete combinations");
  }

  // Survived.

  @Test
  void aSurvivorIsToldWithTheSmallestCaseAndBothAnswers() throws IOException {
    MutantResult result = ofWithoutSteroid();
    assertThat(result.outcome()).isEqualTo(Outcome.SURVIVED);
    assertThat(result.note().lines().skip(1))
        .satisfiesExactly(
            pack ->
                assertThat(pack)
                    .startsWith("the pack says:   recommend-against of axial-epidural direct;"),
            mutant ->
                assertThat(mutant)
                    .startsWith("the mutant says: no-recommendation because of not-addressed;"));
  }

  @Test
  void theSmallestCaseIsACaseDocumentThatDiffersFromThePlainestInWhatMattersOnly()
      throws IOException {
    ClinicalCase smallest = smallestCase(ofWithoutSteroid());
    ClinicalCase plainest = plainest();
    assertThat(smallest.procedures())
        .containsExactly(plainest.procedures().get(0).injecting(Injectate.STEROID));
    assertThat(smallest.patient()).isEqualTo(plainest.patient());
    assertThat(smallest.pain()).isEqualTo(plainest.pain());
  }

  @Test
  void theSmallestCaseIsAnsweredDifferentlyByThePackAndTheMutant() throws IOException {
    ClinicalCase smallest = smallestCase(ofWithoutSteroid());
    assertThat(verdict(PACK, smallest)).isEqualTo(Verdict.RECOMMEND_AGAINST);
    assertThat(verdict(WITHOUT_STEROID.of(PACK), smallest)).isEqualTo(Verdict.NO_RECOMMENDATION);
  }

  @Test
  void aVignetteOnTheSmallestCaseKillsTheSurvivor() throws IOException {
    TinyPack.writeVignette(
        folder.resolve("vignettes"),
        "steroid",
        TinyPack.ADULT,
        TinyPack.CHRONIC,
        "steroid",
        "recommend-against");
    MutantResult result = judge(PACK, EPIDURAL, Operator.VALUE_DROPPED, ", Injectate.STEROID");
    assertThat(result.outcome()).isEqualTo(Outcome.KILLED_BY_VIGNETTES);
    assertThat(result.vignettes()).containsExactly("steroid");
  }

  @Test
  void aSurvivorThatDiffersInAFigureOnlyIsToldWithTheFigure() throws IOException {
    MutantResult result =
        judge(
            PACK,
            "Evidence on axial pain: epidural injection of steroid",
            Operator.FIGURE_CHANGED,
            "-0.94");
    assertThat(result.outcome()).isEqualTo(Outcome.SURVIVED);
    List<String> told = result.note().lines().toList();
    assertThat(told.get(1)).startsWith("the pack says:   ").contains("-0.94");
    assertThat(told.get(2)).startsWith("the mutant says: ").contains("-0.95");
  }

  @Test
  void theReportOfASurvivorHasItsPlaceTheChangeAndTheCase() throws IOException {
    Judged judged = new Judged(WITHOUT_STEROID, ofWithoutSteroid());
    int line = 1 + linesBefore(PACK.files().get(TinyPack.DECISION), "Injectate.STEROID )");
    assertThat(MutationReport.of(List.of(judged)))
        .contains(
            "\n  decision/1-decision.drl:" + line + " value-dropped, rule \"" + EPIDURAL + "\"\n",
            "\n    before: , Injectate.STEROID\n    after:  (nothing)\n    smallest case: {");
  }

  @Test
  void survivorsOfTheGuidelinesOwnPackAreFoundWhenFewVignettesLook() throws IOException {
    PackSource pack = PackSource.bundled();
    Mutant mutant =
        mutant(
            pack,
            "Radicular pain: an epidural injection of local anaesthetic, steroid or both is"
                + " recommended against",
            Operator.CONSTRAINT_NEGATED,
            "pattern.radicular");
    MutantResult result = judgedByFew(pack, mutant);
    assertThat(result.outcome()).isEqualTo(Outcome.SURVIVED);
    ClinicalCase smallest = smallestCase(result);
    assertThat(asked(pack, smallest)).isNotEqualTo(asked(mutant.of(pack), smallest));
  }

  @Test
  void aTextThatNoVignetteBringsAboutSurvivesWithACaseThatBringsItAbout() throws IOException {
    Mutant mutant = mutant(PACK, "That the pain is acute, in words", Operator.TEXT_CHANGED, "is");
    MutantResult result = judge(PACK, mutant);
    assertThat(result.outcome()).isEqualTo(Outcome.SURVIVED);
    assertThat(result.note()).contains("The pain is acute.", "The pain  acute.");
    ClinicalCase smallest = smallestCase(result);
    assertThat(asked(PACK, smallest)).isNotEqualTo(asked(mutant.of(PACK), smallest));
  }

  // Boundaries.

  @Test
  void aPairOfVignettesNoticesWhenABoundaryIsMovedByADay() throws IOException {
    run.with("birthday", "2007-06-30", TinyPack.CHRONIC, "recommend-against");
    run.with("day-before-birthday", "2007-07-01", TinyPack.CHRONIC, "no-recommendation");
    run.with("chronic-today", TinyPack.ADULT, "2025-03-31", "recommend-against");
    run.with("chronic-tomorrow", TinyPack.ADULT, "2025-04-01", "no-recommendation");
    assertThat(movedByDays().map(mutant -> killer(mutant)))
        .containsExactly(
            "boundary.adultYears, a day later: [birthday]",
            "boundary.adultYears, a day earlier: [day-before-birthday]",
            "boundary.chronicMonths, a day later: [chronic-today]",
            "boundary.chronicMonths, a day earlier: [chronic-tomorrow]");
  }

  @Test
  void withoutAPairABoundaryMovedByADaySurvivesWithACaseOnThatVeryDay() throws IOException {
    List<String> days = new ArrayList<>();
    for (Mutant mutant : movedByDays().toList()) {
      MutantResult result = judge(PACK, mutant);
      assertThat(result.outcome()).isEqualTo(Outcome.SURVIVED);
      ClinicalCase smallest = smallestCase(result);
      days.add(
          mutant.part().text().equals("boundary.adultYears")
              ? "born " + smallest.patient().birthDate().orElseThrow()
              : "since " + smallest.pain().onset().orElseThrow());
    }
    assertThat(days)
        .containsExactly(
            "born 2007-06-30", "born 2007-07-01", "since 2025-03-31", "since 2025-04-01");
  }

  @Test
  void aMovedBoundaryOfTheGuidelinesOwnPackIsToldOnThatDayToo() {
    PackSource pack = PackSource.bundled();
    assertThat(
            movedByDays()
                .skip(2)
                .map(mutant -> smallestCase(judgedByFew(pack, mutant)).pain().onset()))
        .containsExactly(
            Optional.of(LocalDate.of(2025, 3, 31)), Optional.of(LocalDate.of(2025, 4, 1)));
  }

  // The pack itself.

  @Test
  void aPackThatDoesNotDoWhatVignettesExpectIsRefusedWithTheirNames() throws IOException {
    run.with("wrong", TinyPack.ADULT, TinyPack.CHRONIC, "no-recommendation");
    assertThatThrownBy(() -> judge(PACK, Mutants.of(PACK).get(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("vignettes expect, see them first: [wrong]");
  }

  @Test
  void aPackWhoseTextsAreNotTheApprovedOnesIsRefused() {
    String sheet = TinyPack.sheet(PACK, run.vignettes()).replace("Do not offer it.", "Offer it.");
    assertThatThrownBy(() -> new Judge(PACK.build(), run.vignettes(), sheet))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("texts of the pack are not the approved ones");
  }

  // What is asked.

  private MutantResult judge(PackSource pack, Mutant mutant) {
    List<Vignette> vignettes = run.vignettes();
    return new Judge(pack.build(), vignettes, TinyPack.sheet(pack, vignettes)).judge(mutant);
  }

  private MutantResult ofWithoutSteroid() {
    if (ofWithoutSteroid == null) {
      ofWithoutSteroid = judge(PACK, WITHOUT_STEROID);
    }
    return ofWithoutSteroid;
  }

  private static MutantResult judgedByFew(PackSource pack, Mutant mutant) {
    List<Vignette> few = Vignettes.bundled().only("axial-intramuscular").all();
    return new Judge(pack.build(), few, TinyPack.sheet(pack, few)).judge(mutant);
  }

  private MutantResult judge(PackSource pack, String rule, Operator operator, String before) {
    return judge(pack, mutant(pack, rule, operator, before));
  }

  /** The first mutant of a rule by an operator whose stretch begins like this. */
  private static Mutant mutant(PackSource pack, String rule, Operator operator, String before) {
    return Mutants.of(pack).stream()
        .filter(mutant -> mutant.part().rule().filter(rule::equals).isPresent())
        .filter(mutant -> mutant.operator() == operator)
        .filter(mutant -> mutant.change().before().startsWith(before))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Mutant> movedByDays() {
    return Mutants.of(PACK).stream().filter(m -> m.change() instanceof Mutant.MovedByDays);
  }

  private String killer(Mutant mutant) {
    MutantResult result = judge(PACK, mutant);
    return mutant.part().text()
        + mutant.change().after().replace("the same", "")
        + ": "
        + result.vignettes();
  }

  private static ClinicalCase smallestCase(MutantResult result) {
    String line = result.note().lines().findFirst().orElseThrow();
    assertThat(line).startsWith("smallest case: ");
    return CaseDocuments.readJson(line.substring("smallest case: ".length()));
  }

  private static ClinicalCase plainest() {
    return CaseSpace.completeInOneContext()
        .min(Comparator.comparingInt(Combination::oddness))
        .orElseThrow()
        .toCase();
  }

  private static Object asked(PackSource pack, ClinicalCase clinicalCase) {
    try (GuidelineEngine engine = pack.open()) {
      return engine.assess(clinicalCase).determinations();
    }
  }

  private static Verdict verdict(PackSource pack, ClinicalCase clinicalCase) {
    try (GuidelineEngine engine = pack.open()) {
      return engine.assess(clinicalCase).determination("p1").verdict();
    }
  }

  private static int linesBefore(String text, String what) {
    return (int) text.substring(0, text.indexOf(what)).lines().count() - 1;
  }
}
