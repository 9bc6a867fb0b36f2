package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.TinyPack;

/** What is told of vignettes that differ, on packs in which one thing was broken. */
class ExplainedVignettesTest {

  private static final PackSource PACK = TinyPack.source();

  @TempDir private Path folder;

  private Path rules;
  private Path vignettes;

  @BeforeEach
  void folders() {
    rules = folder.resolve("rules");
    vignettes = folder.resolve("vignettes");
  }

  private CommandRun runOn(PackSource pack) throws IOException {
    TinyPack.write(pack, rules);
    return CommandRun.of("vignettes", "--rules", rules.toString(), vignettes.toString());
  }

  private void adult(String id) throws IOException {
    TinyPack.writeVignette(
        vignettes, id, TinyPack.ADULT, TinyPack.CHRONIC, "steroid", "recommend-against");
  }

  private void expect(String id, String expectation) throws IOException {
    Path file = vignettes.resolve(id + ".yaml");
    Files.writeString(
        file,
        Files.readString(file).replaceFirst("(?m)^  p1: \\{.*}$", "  p1: {" + expectation + "}"));
  }

  @Test
  void aReasonThatShouldNotBeIsToldWithItsRuleAndTheCriterionThatHeld() throws IOException {
    adult("a");

    CommandRun run = runOn(PACK.replacing(TinyPack.DECISION, "( !adult )", "( adult )"));

    assertThat(run.out())
        .isEqualTo(
            """
            a: a (a.yaml)
              p1, verdict
                expected: recommend-against
                got:      no-recommendation
                made by:  "There is no recommendation when a reason stands in the way" decision/1-decision.drl:63
                          "The patient is no adult" decision/1-decision.drl:18
                not made: "A procedure that is addressed is recommended against" decision/1-decision.drl:53
                decided:  adult holds: adult = true  decision/1-decision.drl:21
                          not Reason() does not hold  decision/1-decision.drl:58

            1 vignettes: 0 agree, 1 differ. 1 await clinical review.
            """);
  }

  @Test
  void aRecommendationThatIsNotMadeIsToldWithTheFirstCriterionThatFailed() throws IOException {
    adult("a");

    CommandRun run =
        runOn(
            PACK.replacing(
                TinyPack.DECISION,
                "technique == Technique.EPIDURAL",
                "technique == Technique.INTRAMUSCULAR"));

    assertThat(run.out())
        .contains(
            "    made by:  \"There is no recommendation when a reason stands in the way\"",
            "              \"The procedure is not addressed\" decision/1-decision.drl:44\n",
            "              \"An epidural injection for axial pain is recommended against\""
                + " decision/1-decision.drl:34\n",
            "technique == Technique.INTRAMUSCULAR_INJECTION does not hold: technique ="
                + " epidural-injection  decision/1-decision.drl:38\n")
        .doesNotContain("pattern.axial");
  }

  @Test
  void theSecondOfTwoConstraintsIsToldWhenTheFirstHolds() throws IOException {
    adult("a");

    CommandRun run =
        runOn(
            PACK.replacing(TinyPack.DECISION, "ANAESTHETIC, Injectate.STEROID )", "ANAESTHETIC )"));

    assertThat(run.out())
        .contains(
            "injectate in ( Injectate.LOCAL_ANAESTHETIC ) does not hold: injectate = steroid"
                + "  decision/1-decision.drl:39\n")
        .doesNotContain("technique ==");
  }

  @Test
  void aRowOfEvidenceIsToldWithTheCriterionOfItsRule() throws IOException {
    adult("a");
    expect("a", "evidence: [axial epidural-injection steroid 0.39]");

    CommandRun run =
        runOn(
            PACK.replacing(
                TinyPack.DECISION,
                "( injectate == Injectate.STEROID )",
                "( injectate == Injectate.OTHER )"));

    assertThat(run.out())
        .contains(
            "p1, evidence\n    expected: [axial epidural-injection steroid 0.39]\n    got:      []\n"
                + "    not made: \"Evidence on axial pain: epidural injection of steroid\""
                + " decision/1-decision.drl:72\n"
                + "    decided:  injectate == Injectate.OTHER does not hold: injectate = steroid"
                + "  decision/1-decision.drl:77\n");
  }

  @Test
  void whatNoRuleConcludesIsToldSo() throws IOException {
    adult("a");
    expect("a", "guidance: [benefit]");

    assertThat(runOn(PACK).out()).contains("    not made: no rule concludes benefit\n");
  }

  @Test
  void anUnknownFactIsToldWithTheWaysInWhichItCanTurnOut() throws IOException {
    TinyPack.writeVignette(
        vignettes, "a", TinyPack.ADULT, TinyPack.CHRONIC, "steroid", "recommend-against");
    Path file = vignettes.resolve("a.yaml");
    Files.writeString(file, Files.readString(file).replace(" onset: 2023-04-01,", ""));

    assertThat(runOn(PACK).out())
        .contains(
            "    got:      insufficient-information\n",
            "\"The pain is acute\" decision/1-decision.drl:26\n",
            "!chronic holds: chronic = false  decision/1-decision.drl:29\n",
            "    in:       1 of 2 ways in which what is unknown can turn out\n");
  }

  @Test
  void vignettesThatDifferForOneCauseAreToldOnce() throws IOException {
    adult("a");
    adult("b");
    adult("c");
    TinyPack.writeVignette(
        vignettes, "d", TinyPack.ADULT, "2025-06-01", "steroid", "recommend-against");

    CommandRun run = runOn(PACK.replacing(TinyPack.DECISION, "( !adult )", "( adult )"));

    assertThat(run.out())
        .contains("  For the same cause: 2 others, b, c\n", "\nd: d (d.yaml)\n")
        .doesNotContain("\nb: b");
  }

  @Test
  void onlyWhatDiffersIsTold() throws IOException {
    adult("a");
    expect("a", "verdict: recommend-against, guidance: [benefit]");

    assertThat(runOn(PACK).out()).contains("p1, guidance").doesNotContain("p1, verdict");
  }

  // Rules that cannot be taken apart.

  @Test
  void aRuleThatCannotBeTakenApartIsToldSoInALine() throws IOException {
    adult("a");

    CommandRun run =
        runOn(PACK.replacing(TinyPack.DECISION, "$patient : Patient( !adult )", "eval( true )"));

    assertThat(run.out())
        .contains(
            "              \"The patient is no adult\" decision/1-decision.drl:18\n",
            "    decided:  decision/1-decision.drl:21: this cannot be taken apart; known are patterns,"
                + " alone or after exists or not\n");
  }

  @Test
  void anOrInOneRuleLeavesTheExplanationsOfTheOthers() throws IOException {
    adult("a");

    CommandRun run =
        runOn(
            PACK.replacing(
                    TinyPack.DECISION,
                    "  $pain : SpinePain( !chronic )",
                    "  ( $pain : SpinePain( !chronic ) or $pain : SpinePain( !chronic, infection ) )")
                .replacing(TinyPack.DECISION, "( !adult )", "( adult )"));

    assertThat(run.out())
        .contains(
            "\"The patient is no adult\" decision/1-decision.drl:18\n",
            "adult holds: adult = true  decision/1-decision.drl:21\n")
        .doesNotContain("taken apart");
  }

  @Test
  void ofTwoRulesThatCouldTheOneThatCannotBeTakenApartIsToldBesideTheOther() throws IOException {
    TinyPack.writeVignette(
        vignettes, "a", TinyPack.ADULT, "2025-06-01", "steroid", "recommend-against");
    expect("a", "verdict: no-recommendation, reasons: [not-adult]");

    CommandRun run =
        runOn(PACK.replacing(TinyPack.DECISION, "$patient : Patient( !adult )", "eval( false )"));

    assertThat(run.out())
        .contains(
            "    not made: \"The patient is no adult\" decision/1-decision.drl:18\n",
            "decision/1-decision.drl:21: this cannot be taken apart; known are patterns");
  }

  @Test
  void aConsequenceThatThrowsWithoutItsCriteriaIsToldInALineWithThem() throws IOException {
    adult("a");
    expect("a", "verdict: no-recommendation, reasons: [not-adult]");

    CommandRun run =
        runOn(
            PACK.replacing(
                TinyPack.DECISION,
                "insertLogical( new Reason( \"not-adult\"",
                "if ( $patient.adult() ) { throw new ArithmeticException(); }\n"
                    + "  insertLogical( new Reason( \"not-adult\""));

    assertThat(run.out())
        .contains(
            "decision/1-decision.drl:18: what this would conclude is not known: without its"
                + " criteria, its consequence throws ArithmeticException\n",
            "!adult does not hold: adult = true  decision/1-decision.drl:21\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aConsequenceThatFeedsItselfWithoutItsCriteriaIsToldInALine() throws IOException {
    TinyPack.writeVignette(
        vignettes, "a", "2020-01-01", TinyPack.CHRONIC, "steroid", "no-recommendation");
    expect("a", "reasons: [not-adult, acute-pain]");

    CommandRun run =
        runOn(
            PACK.replacing(
                    TinyPack.DECISION,
                    "  $pain : SpinePain( !chronic )",
                    "  $pain : SpinePain( !chronic )\n  $reason : Reason( code.isEmpty() )")
                .replacing(
                    TinyPack.DECISION,
                    "new Reason( \"acute-pain\"",
                    "new Reason( $reason.code() + \"acute-pain\""));

    assertThat(run.out())
        .contains(
            "decision/1-decision.drl:26: what this would conclude is not known: without its"
                + " criteria, its consequence does not come to rest\n",
            "!chronic does not hold: chronic = true  decision/1-decision.drl:29\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aRuleThatCompilesAsAWholeOnlyIsToldInALine() throws IOException {
    adult("a");
    expect("a", "verdict: no-recommendation, reasons: [not-adult]");

    CommandRun run =
        runOn(
            PACK.replacing(
                    TinyPack.DECISION,
                    "$patient : Patient( !adult )",
                    "Patient( $is : adult, !$is )")
                .replacing(
                    TinyPack.DECISION,
                    "Reason( \"not-adult\"",
                    "Reason( $is ? \"\" : \"not-adult\""));

    assertThat(run.out())
        .contains(
            "              \"The patient is no adult\" decision/1-decision.drl:18\n",
            "              decision/1-decision.drl:18: this cannot be taken apart; it compiles as a"
                + " whole only\n");
  }

  @Test
  void aRuleThatThrowsOnTheCaseIsRefused() throws IOException {
    adult("a");

    CommandRun run =
        runOn(
            PACK.replacing(
                TinyPack.DECISION,
                "insertLogical( new Decided( Verdict.RECOMMEND_AGAINST",
                "if ( true ) { throw new ArithmeticException(); }\n"
                    + "  insertLogical( new Decided( Verdict.RECOMMEND_AGAINST"));

    assertThat(run.errLines())
        .first()
        .asString()
        .contains("A procedure that is addressed is recommended against");
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
