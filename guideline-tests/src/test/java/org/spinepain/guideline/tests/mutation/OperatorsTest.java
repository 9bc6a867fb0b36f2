package org.spinepain.guideline.tests.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.tests.mutation.Mutant.Edit;
import org.spinepain.guideline.tests.mutation.Mutant.Kind;
import org.spinepain.guideline.tests.pack.PackSource;

/** What each operator makes of a small rule, function or descriptor. */
class OperatorsTest {

  private static final String FILE = "decision/1-test.drl";

  private static final String RULE =
      """
      package org.spinepain.guideline.rules.decision;

      import org.spinepain.guideline.model.assessment.Certainty;
      import org.spinepain.guideline.model.assessment.Status;
      import org.spinepain.guideline.model.fact.Injectate;
      import org.spinepain.guideline.model.fact.Intent;
      import org.spinepain.guideline.rules.conclusion.Reason;

      rule "A rule"
        @id( "a-rule" ) @source( "bmj-e079970#scope" )
      when
        CONDITION
      then
        CONSEQUENCE
      end
      """;

  // Constraints.

  @Test
  void aConstraintOfItsOwnIsDroppedAndNegated() {
    assertThat(ofCondition("$patient : Patient( adult )"))
        .containsExactly(
            "constraint-dropped: $patient : Patient(  )",
            "constraint-negated: $patient : Patient( !adult )");
  }

  @Test
  void aNegatedConstraintIsDroppedAndAffirmed() {
    assertThat(ofCondition("$patient : Patient( !adult )"))
        .containsExactly(
            "constraint-dropped: $patient : Patient(  )",
            "constraint-negated: $patient : Patient( adult )");
  }

  @Test
  void aConstraintIsDroppedWithTheCommaThatWouldBeLeftOver() {
    assertThat(ofCondition("$pain : SpinePain( chronic, infection, fracture )"))
        .filteredOn(change -> change.startsWith("constraint-dropped"))
        .containsExactly(
            "constraint-dropped: $pain : SpinePain( infection, fracture )",
            "constraint-dropped: $pain : SpinePain( chronic, fracture )",
            "constraint-dropped: $pain : SpinePain( chronic, infection )");
  }

  @Test
  void aComparisonWithACodeIsNegatedAndTheCodeChanged() {
    assertThat(ofCondition("$reason : Reason( code == \"acute-pain\" )"))
        .containsExactly(
            "constraint-dropped: $reason : Reason(  )",
            "constraint-negated: $reason : Reason( code != \"acute-pain\" )",
            "code-changed: $reason : Reason( code == \"acute-pain-changed\" )");
  }

  @Test
  void aCodeIsExchangedForOneThatThePackComparesTheSameFieldWith() {
    assertThat(
            ofCondition(
                "$a : Reason( code == \"acute-pain\" ) Reason( code == \"not-adult\" )"
                    + " Recommendation( id == \"axial-epidural\" )"))
        .filteredOn(change -> change.startsWith("code-changed"))
        .containsExactly(
            "code-changed: $a : Reason( code == \"not-adult\" ) Reason( code == \"not-adult\" )"
                + " Recommendation( id == \"axial-epidural\" )",
            "code-changed: $a : Reason( code == \"acute-pain\" ) Reason( code == \"acute-pain\" )"
                + " Recommendation( id == \"axial-epidural\" )",
            "code-changed: $a : Reason( code == \"acute-pain\" ) Reason( code == \"not-adult\" )"
                + " Recommendation( id == \"axial-epidural-changed\" )");
  }

  @Test
  void aComparisonWithAConstantIsNegatedAndTheConstantExchanged() {
    assertThat(ofCondition("$procedure : Procedure( intent != Intent.DIAGNOSIS )"))
        .containsExactly(
            "constraint-dropped: $procedure : Procedure(  )",
            "constraint-negated: $procedure : Procedure( intent == Intent.DIAGNOSIS )",
            "value-exchanged: $procedure : Procedure( intent != Intent.TREATMENT )");
  }

  @Test
  void aListOfConstantsLosesExchangesAndGainsOne() {
    assertThat(ofCondition("Procedure( injectate in ( Injectate.STEROID, Injectate.OTHER ) )"))
        .containsExactly(
            "constraint-dropped: Procedure(  )",
            "constraint-negated: Procedure( injectate not in ( Injectate.STEROID, Injectate.OTHER )"
                + " )",
            "value-dropped: Procedure( injectate in ( Injectate.OTHER ) )",
            "value-dropped: Procedure( injectate in ( Injectate.STEROID ) )",
            "value-added: Procedure( injectate in ( Injectate.STEROID, Injectate.OTHER,"
                + " Injectate.LOCAL_ANAESTHETIC_AND_STEROID ) )",
            "value-exchanged: Procedure( injectate in ( Injectate.LOCAL_ANAESTHETIC_AND_STEROID,"
                + " Injectate.OTHER ) )",
            "value-exchanged: Procedure( injectate in ( Injectate.STEROID, Injectate.NONE ) )");
  }

  @Test
  void aListOfWhatIsNotIsTurnedIntoAListOfWhatIs() {
    assertThat(ofCondition("Procedure( injectate not in ( Injectate.STEROID, Injectate.OTHER ) )"))
        .contains(
            "constraint-negated: Procedure( injectate in ( Injectate.STEROID, Injectate.OTHER ) )");
  }

  @Test
  void aListOfAllConstantsGainsNone() {
    assertThat(ofCondition("Procedure( intent in ( Intent.TREATMENT, Intent.DIAGNOSIS ) )"))
        .containsExactly(
            "constraint-dropped: Procedure(  )",
            "constraint-negated: Procedure( intent not in ( Intent.TREATMENT, Intent.DIAGNOSIS ) )",
            "value-dropped: Procedure( intent in ( Intent.DIAGNOSIS ) )",
            "value-dropped: Procedure( intent in ( Intent.TREATMENT ) )");
  }

  @Test
  void aListOfOneLosesNone() {
    assertThat(ofCondition("Procedure( intent in ( Intent.TREATMENT ) )"))
        .noneMatch(change -> change.startsWith("value-dropped"));
  }

  @Test
  void aListOfCodesLosesEachExchangesEachAndGainsOne() {
    assertThat(ofCondition("exists Reason( code in ( \"a\", \"b\", \"c\" ) )"))
        .containsExactly(
            "constraint-dropped: exists Reason(  )",
            "constraint-negated: exists Reason( code not in ( \"a\", \"b\", \"c\" ) )",
            "value-dropped: exists Reason( code in ( \"b\", \"c\" ) )",
            "value-dropped: exists Reason( code in ( \"a\", \"c\" ) )",
            "value-dropped: exists Reason( code in ( \"a\", \"b\" ) )",
            "value-added: exists Reason( code in ( \"a\", \"b\", \"c\", \"a-changed\" ) )",
            "code-changed: exists Reason( code in ( \"a-changed\", \"b\", \"c\" ) )",
            "code-changed: exists Reason( code in ( \"a\", \"b-changed\", \"c\" ) )",
            "code-changed: exists Reason( code in ( \"a\", \"b\", \"c-changed\" ) )");
  }

  @Test
  void aCompoundConstraintLosesEachSideAndItsConnectiveIsExchanged() {
    assertThat(ofCondition("$pain : SpinePain( infection || fracture )"))
        .containsExactly(
            "constraint-dropped: $pain : SpinePain(  )",
            "constraint-negated: $pain : SpinePain( !(infection || fracture) )",
            "constraint-dropped: $pain : SpinePain(  fracture )",
            "constraint-dropped: $pain : SpinePain( infection  )",
            "connective-exchanged: $pain : SpinePain( infection && fracture )");
  }

  @Test
  void eachSideOfALongCompoundConstraintIsDropped() {
    assertThat(ofCondition("SpinePain( infection && fracture && chronic )"))
        .filteredOn(change -> change.startsWith("con"))
        .containsExactly(
            "constraint-dropped: SpinePain(  )",
            "constraint-negated: SpinePain( !(infection && fracture && chronic) )",
            "constraint-dropped: SpinePain(  fracture && chronic )",
            "constraint-dropped: SpinePain( infection && chronic )",
            "constraint-dropped: SpinePain( infection && fracture  )",
            "connective-exchanged: SpinePain( infection || fracture && chronic )",
            "connective-exchanged: SpinePain( infection && fracture || chronic )");
  }

  // Patterns and rules.

  @Test
  void aPatternIsDroppedAndNegated() {
    assertThat(of("Patient( adult ) SpinePain()", "", Kind.PATTERN))
        .containsExactly(
            "pattern-dropped: SpinePain()",
            "pattern-negated: not Patient( adult ) SpinePain()",
            "pattern-dropped: Patient( adult )",
            "pattern-negated: Patient( adult ) not SpinePain()");
  }

  @Test
  void aPatternLosesItsBindingWhenItIsNegated() {
    assertThat(of("$patient : Patient( adult )", "", Kind.PATTERN))
        .containsExactly("pattern-dropped: ", "pattern-negated: not Patient( adult )");
  }

  @Test
  void anAbsenceIsTurnedIntoAPresenceAndBack() {
    assertThat(of("not Reason() exists Recommendation()", "", Kind.PATTERN))
        .containsExactly(
            "pattern-dropped: exists Recommendation()",
            "pattern-negated: exists Reason() exists Recommendation()",
            "pattern-dropped: not Reason()",
            "pattern-negated: not Reason() not Recommendation()");
  }

  @Test
  void aPatternThatTheConsequenceUsesIsNeitherDroppedNorNegated() {
    assertThat(of("$reason : Reason()", "insert( $reason.code() );", Kind.PATTERN)).isEmpty();
  }

  @Test
  void aRuleIsDropped() {
    Mutant dropped = pack("Patient()", "").get(0);
    assertThat(dropped.operator()).isEqualTo(Operator.RULE_DROPPED);
    assertThat(((Edit) dropped.change()).changedText()).endsWith("conclusion.Reason;\n\n\n");
  }

  @Test
  void theNameIdAndSourceOfARuleAreChanged() {
    assertThat(
            pack("Patient()", "").stream()
                .filter(mutant -> mutant.part().kind() == Kind.HEAD)
                .map(OperatorsTest::beforeAndAfter))
        .containsExactly(
            "head-changed: A rule -> A rule changed",
            "head-changed: a-rule -> a-rule-changed",
            "head-changed: bmj-e079970#scope -> bmj-e079970#scope-changed");
  }

  // Consequences.

  @Test
  void aCodeIsChanged() {
    assertThat(ofConsequence("insertLogical( new Reason( \"acute-pain\" ) );"))
        .containsExactly("code-changed: acute-pain -> acute-pain-changed");
  }

  @Test
  void aCodeIsExchangedForOneThatThePackGivesToTheSame() {
    assertThat(
            ofConsequence(
                "insert( new Reason( \"b\" ) ); insert( new Reason( \"a\" ) ); f( \"c\" );"))
        .containsExactly(
            "code-changed: b -> a", "code-changed: a -> b", "code-changed: c -> c-changed");
  }

  @Test
  void aFigureIsChangedInItsLastDigit() {
    assertThat(ofConsequence("evidence.estimate( \"0.28\", \"-1.10\", \"1.79\" );"))
        .containsExactly(
            "figure-changed: 0.28 -> 0.29",
            "figure-changed: -1.10 -> -1.11",
            "figure-changed: 1.79 -> 1.78");
  }

  @Test
  void whatIsNotHeldIsInvented() {
    assertThat(ofConsequence("evidence.estimateNotHeld().certaintyNotHeld();"))
        .containsExactly(
            "figure-changed: certaintyNotHeld() -> certainty( Certainty.LOW )",
            "figure-changed: estimateNotHeld() -> estimate( \"0.01\", \"0.00\", \"0.02\" )");
  }

  @Test
  void aStatusIsExchanged() {
    assertThat(ofConsequence("evidence.status( Status.CHECKED ).status( Status.PENDING );"))
        .containsExactly(
            "status-changed: Status.CHECKED -> Status.DIGEST_ONLY",
            "status-changed: Status.PENDING -> Status.CHECKED");
  }

  @Test
  void aConstantIsExchangedForTheNextOfItsType() {
    assertThat(ofConsequence("evidence.certainty( Certainty.LOW ).on( Injectate.NONE );"))
        .containsExactly(
            "value-exchanged: Certainty.LOW -> Certainty.VERY_LOW",
            "value-exchanged: Injectate.NONE -> Injectate.LOCAL_ANAESTHETIC");
  }

  @Test
  void theMiddleWordOfATextIsLeftOut() {
    assertThat(afterwards("say( \"It may be little.\" );"))
        .containsExactly("text-changed: say( \"It may  little.\" );");
  }

  @Test
  void eachPieceOfATextLosesAWord() {
    assertThat(afterwards("say( \"Do not\"\n      + \" offer it\" );"))
        .containsExactly(
            "text-changed: say( \"Do \"\n      + \" offer it\" );",
            "text-changed: say( \"Do not\"\n      + \" offer \" );");
  }

  @Test
  void eachFigureInATextIsChanged() {
    assertThat(ofConsequence("say( \"In 8.6%, at US$ 1,000 to 5,000, in 2019.\" );"))
        .filteredOn(change -> change.startsWith("figure-changed"))
        .containsExactly(
            "figure-changed: 8.6 -> 8.7",
            "figure-changed: 1,000 -> 1,001",
            "figure-changed: 5,000 -> 5,001",
            "figure-changed: 2019 -> 2018");
  }

  @Test
  void aTextWithoutWordsIsMadeLonger() {
    assertThat(afterwards("say( \"; \" );")).containsExactly("text-changed: say( \";  \" );");
  }

  @Test
  void aTextWithQuotesStaysAText() {
    assertThat(afterwards("say( \"They say \\\"no\\\" at times.\" );"))
        .containsExactly("text-changed: say( \"They say \\\"\\\" at times.\" );");
  }

  @Test
  void theConditionOfAChoiceIsNegated() {
    assertThat(afterwards("say( row.isPending() ? Status.PENDING : Status.CHECKED );"))
        .containsExactly(
            "constraint-negated: say( !(row.isPending()) ? Status.PENDING : Status.CHECKED );",
            "status-changed: say( row.isPending() ? Status.CHECKED : Status.CHECKED );",
            "status-changed: say( row.isPending() ? Status.PENDING : Status.DIGEST_ONLY );");
  }

  @Test
  void aConjunctionInAConsequenceIsNegated() {
    assertThat(afterwards("say( a && b );"))
        .containsExactly("constraint-negated: say( !(a && b) );");
  }

  @Test
  void whatStandsInACommentIsLeftAlone() {
    assertThat(ofConsequence("// say( \"acute-pain\", Status.CHECKED )\n  say();")).isEmpty();
  }

  @Test
  void theTextsOfAFunctionAreChangedAndBelongToNoRule() {
    String function = "function String f( Object row ) {\n  return \"of it all\";\n}\n\nrule \"A";
    List<Mutant> mutants =
        Mutants.of(pack(drl("Patient()", "say();").replace("rule \"A", function)));
    assertThat(mutants.get(0).part().rule()).isEmpty();
    assertThat(mutants.get(0).line()).isEqualTo(10);
    assertThat(beforeAndAfter(mutants.get(0))).isEqualTo("text-changed: it -> (nothing)");
  }

  // The descriptor.

  @Test
  void aBoundaryIsMovedByOneAndByADay() {
    assertThat(ofDescriptor("boundary.adultYears = 18"))
        .containsExactly(
            "boundary-moved: 18 -> 19",
            "boundary-moved: 18 -> 17",
            "boundary-moved: the day on which a patient becomes an adult -> the same, a day later",
            "boundary-moved: the day on which a patient becomes an adult -> the same, a day"
                + " earlier");
  }

  @Test
  void aBoundaryThatIsNoDateIsMovedByOneOnly() {
    assertThat(ofDescriptor("boundary.nearDays = 7"))
        .containsExactly("boundary-moved: 7 -> 8", "boundary-moved: 7 -> 6");
  }

  @Test
  void theStateOfTheEditionIsExchangedForTheNext() {
    assertThat(ofDescriptor("standing.state = withdrawn"))
        .containsExactly("description-changed: withdrawn -> current");
  }

  @Test
  void eachSectionOfASourceIsChanged() {
    assertThat(ofDescriptor("source.x.sections = scope results"))
        .containsExactly(
            "description-changed: scope -> scope-changed",
            "description-changed: results -> results-changed");
  }

  @Test
  void eachCodeOfATextThatOverlaysMayRewordIsChanged() {
    assertThat(ofDescriptor("texts.rewordable = one two \\\n  three"))
        .containsExactly(
            "description-changed: one -> one-changed",
            "description-changed: two -> two-changed",
            "description-changed: three -> three-changed");
  }

  @Test
  void aWordAndTheFiguresOfATextThatGoesOnInTheNextLineAreChanged() {
    assertThat(ofDescriptor("standing.text = Since 2025, \\\n  it is contested"))
        .containsExactly("text-changed: is -> (nothing)", "figure-changed: 2025 -> 2026");
  }

  @Test
  void anyOtherValueEndsInSomethingElse() {
    assertThat(ofDescriptor("model.from = 1.0.0\nevidence.outcome = pain"))
        .containsExactly(
            "description-changed: 1.0.0 -> 1.0.1", "description-changed: pain -> pain-changed");
  }

  @Test
  void whatStandsInACommentOfTheDescriptorIsLeftAlone() {
    assertThat(ofDescriptor("# standing.state = withdrawn")).isEmpty();
  }

  // What is asked.

  private static String drl(String condition, String consequence) {
    return RULE.replace("CONDITION", condition).replace("CONSEQUENCE", consequence);
  }

  private static PackSource pack(String drl) {
    return PackSource.bundled().withoutRules().with(FILE, drl);
  }

  private static List<Mutant> pack(String condition, String consequence) {
    return Mutants.of(pack(drl(condition, consequence))).stream()
        .filter(mutant -> mutant.part().file().equals(FILE))
        .toList();
  }

  /** By operator, the whole condition with each change of a constraint. */
  private static List<String> ofCondition(String condition) {
    return of(condition, "", Kind.CONSTRAINT);
  }

  /** By operator, the whole condition with each change of parts of a kind. */
  private static List<String> of(String condition, String consequence, Kind kind) {
    return pack(condition, consequence).stream()
        .filter(mutant -> mutant.part().kind() == kind)
        .map(mutant -> mutant.operator().code() + ": " + between(mutant, "when", "then"))
        .toList();
  }

  /** By operator, the whole consequence with each change. */
  private static List<String> afterwards(String consequence) {
    return pack("Patient()", consequence).stream()
        .filter(mutant -> mutant.part().kind() == Kind.OUTPUT)
        .map(mutant -> mutant.operator().code() + ": " + between(mutant, "then", "end"))
        .toList();
  }

  private static String between(Mutant mutant, String first, String last) {
    String text = ((Edit) mutant.change()).changedText();
    int from = text.indexOf("\n" + first + "\n") + first.length() + 2;
    return text.substring(from, text.indexOf("\n" + last + "\n")).strip();
  }

  /** By operator, what stood there and what stands there, of each change of a consequence. */
  private static List<String> ofConsequence(String consequence) {
    return pack("Patient()", consequence).stream()
        .filter(mutant -> mutant.part().kind() == Kind.OUTPUT)
        .map(OperatorsTest::beforeAndAfter)
        .toList();
  }

  private static List<String> ofDescriptor(String descriptor) {
    return Stream.of(PackSource.bundled().withoutRules().with(PackSource.DESCRIPTOR, descriptor))
        .flatMap(pack -> Mutants.of(pack).stream())
        .map(OperatorsTest::beforeAndAfter)
        .toList();
  }

  private static String beforeAndAfter(Mutant mutant) {
    return mutant.operator().code()
        + ": "
        + mutant.change().before()
        + " -> "
        + mutant.change().after();
  }
}
