package org.spinepain.guideline.tests.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.tests.mutation.Mutant.Edit;
import org.spinepain.guideline.tests.mutation.Mutant.Kind;
import org.spinepain.guideline.tests.mutation.Mutant.MovedByDays;
import org.spinepain.guideline.tests.mutation.Mutant.Part;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;

/** What a person reads of a run. */
class MutationReportTest {

  private static final String TEXT =
      "package p;\n\nrule \"R\"\nwhen\n  A( b,\n     c )\nthen\nend\n";

  private static final List<Judged> ONE_OF_EACH =
      List.of(
          judged(Operator.RULE_DROPPED, 3, "rule \"R\"", "", Outcome.KILLED_BY_VIGNETTES, ""),
          judged(
              Operator.CONSTRAINT_DROPPED,
              5,
              "b,\n     ",
              "",
              Outcome.SURVIVED,
              "smallest case: {}\nthe pack says:   x\nthe mutant says: y"),
          judged(Operator.CONSTRAINT_NEGATED, 5, "b", "!b", Outcome.EQUIVALENT, "the same answer"),
          judged(Operator.CONSTRAINT_NEGATED, 6, "c", "!c", Outcome.NOT_COMPILED, "no compiler"),
          judged(Operator.HEAD_CHANGED, 3, "R", "R changed", Outcome.KILLED_BY_APPROVED_TEXTS, ""),
          new Judged(
              new Mutant(
                  Operator.BOUNDARY_MOVED,
                  new Part("guideline.properties", Optional.empty(), Kind.BOUNDARY, "key"),
                  7,
                  new MovedByDays(new CaseShift(CaseShift.Boundary.ADULT, -1))),
              new MutantResult("id", Outcome.REFUSED, List.of(), "refused")));

  @Test
  void countsScoreAndWhatNeedsAnEyeAreTold() {
    assertThat(MutationReport.of(ONE_OF_EACH))
        .isEqualTo(
            """
            changed                 mutants   by vignettes       by texts        refused   not compiled     equivalent       survived
            rule-dropped                  1              1              0              0              0              0              0
            constraint-dropped            1              0              0              0              0              0              1
            constraint-negated            2              0              0              0              1              1              0
            head-changed                  1              0              1              0              0              0              0
            boundary-moved                1              0              0              1              0              0              0
            all                           6              1              1              1              1              1              1

            Killed: 3 of 4 that are not equivalent and compile, 75.0%.

            Survived: add a vignette on the case, from the guideline

              decision/1.drl:5 constraint-dropped, rule "R"
                before: b,
                after:  (nothing)
                smallest case: {}
                the pack says:   x
                the mutant says: y

            Equivalent: no case is answered otherwise

              decision/1.drl:5 constraint-negated, rule "R"
                before: b
                after:  !b
                the same answer

            Not compiled: not counted

              decision/1.drl:6 constraint-negated, rule "R"
                before: c
                after:  !c
                no compiler
            """);
  }

  @Test
  void aBoundaryThatSurvivesIsToldWithoutARule() {
    Mutant mutant = ONE_OF_EACH.get(5).mutant();
    MutantResult survived = new MutantResult("id", Outcome.SURVIVED, List.of(), "smallest case");
    assertThat(MutationReport.of(List.of(new Judged(mutant, survived))))
        .endsWith(
            """

              guideline.properties:7 boundary-moved
                before: the day on which a patient becomes an adult
                after:  the same, a day earlier
                smallest case
            """);
  }

  @Test
  void whenAllAreKilledNothingIsListed() {
    assertThat(MutationReport.of(ONE_OF_EACH.subList(0, 1)))
        .endsWith("\nKilled: 1 of 1 that are not equivalent and compile, 100.0%.\n");
  }

  @Test
  void onlySurvivorsAreSurvivors() {
    assertThat(MutationReport.survivors(ONE_OF_EACH)).containsExactly(ONE_OF_EACH.get(1));
  }

  @Test
  void theScoreNeverRoundsUpToAllWhileSomethingSurvived() {
    List<Judged> many = new java.util.ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      many.add(ONE_OF_EACH.get(0));
    }
    many.add(ONE_OF_EACH.get(1));
    assertThat(MutationReport.of(many)).contains("Killed: 3000 of 3001").doesNotContain("100.0%");
  }

  @Test
  void theReportIsTheSameInEveryLanguage() {
    String report = MutationReport.of(ONE_OF_EACH);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(MutationReport.of(ONE_OF_EACH)).isEqualTo(report);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Judged judged(
      Operator operator, int line, String before, String after, Outcome outcome, String note) {
    int from = TEXT.indexOf(before);
    Mutant mutant =
        new Mutant(
            operator,
            new Part("decision/1.drl", Optional.of("R"), Kind.CONSTRAINT, before),
            line,
            new Edit("decision/1.drl", from, from + before.length(), TEXT, after));
    return new Judged(mutant, new MutantResult(mutant.id(), outcome, List.of(), note));
  }
}
