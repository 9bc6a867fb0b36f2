package org.spinepain.guideline.tests.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.MissingFact;

/**
 * What must make no difference: the spinal level, but for its caveat; names; and which other
 * procedures are asked about, and in which order.
 */
class IndifferenceTest {

  private static final String LEVEL_CAVEAT = "level-not-pictured";

  @Property(tries = 500)
  void theLevelChangesNothingButItsCaveat(
      @ForAll("any") ClinicalCase clinicalCase, @ForAll("levels") Optional<SpinalLevel> level) {
    assertThat(assessed(at(clinicalCase, level)).stream().map(IndifferenceTest::anywhere).toList())
        .isEqualTo(assessed(clinicalCase).stream().map(IndifferenceTest::anywhere).toList());
  }

  @Property(tries = 500)
  void theNamesOfCaseProceduresAndJurisdictionChangeNothing(
      @ForAll("any") ClinicalCase clinicalCase, @ForAll("texts") String name) {
    assertThat(
            assessed(renamed(clinicalCase, name)).stream().map(IndifferenceTest::unnamed).toList())
        .isEqualTo(assessed(clinicalCase).stream().map(IndifferenceTest::unnamed).toList());
  }

  @Property(tries = 500)
  void eachProcedureIsAnsweredOnceInItsPlaceAndAsIfAskedAlone(
      @ForAll("any") ClinicalCase clinicalCase) {
    List<Determination> alone = new ArrayList<>();
    for (ProcedureRequest procedure : clinicalCase.procedures()) {
      List<Determination> one = assessed(about(clinicalCase, List.of(procedure)));
      assertThat(one).hasSize(1);
      alone.add(one.get(0));
    }
    List<Determination> together = assessed(clinicalCase);
    assertThat(together).hasSameSizeAs(clinicalCase.procedures());
    for (int i = 0; i < alone.size(); i++) {
      assertThat(together.get(i))
          .as("procedure %d", i + 1)
          .isEqualTo(asProcedureNumber(i, alone.get(i)));
    }
  }

  @Property(tries = 500)
  void theOrderOfProceduresIsTheOrderOfTheAnswersAndChangesNothingElse(
      @ForAll("any") ClinicalCase clinicalCase, @ForAll Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < clinicalCase.procedures().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<Determination> inOrder = assessed(clinicalCase);
    List<Determination> shuffled =
        assessed(about(clinicalCase, order.stream().map(clinicalCase.procedures()::get).toList()));
    assertThat(shuffled).hasSameSizeAs(inOrder);
    for (int i = 0; i < order.size(); i++) {
      assertThat(asProcedureNumber(0, shuffled.get(i)))
          .as("procedure %d, now number %d", order.get(i) + 1, i + 1)
          .isEqualTo(asProcedureNumber(0, inOrder.get(order.get(i))));
    }
  }

  private static List<Determination> assessed(ClinicalCase clinicalCase) {
    return Answered.of(clinicalCase).determinations();
  }

  // Cases that are changed.

  private static ClinicalCase at(ClinicalCase clinicalCase, Optional<SpinalLevel> level) {
    PainHistory pain = clinicalCase.pain();
    return new ClinicalCase(
        clinicalCase.caseId(),
        clinicalCase.assessedOn(),
        clinicalCase.patient(),
        new PainHistory(
            pain.pattern(),
            level,
            pain.onset(),
            pain.duration(),
            pain.cancer(),
            pain.inflammatoryArthropathy(),
            pain.otherCauses()),
        clinicalCase.procedures(),
        clinicalCase.practice());
  }

  private static ClinicalCase renamed(ClinicalCase clinicalCase, String name) {
    PracticeContext practice = clinicalCase.practice();
    List<ProcedureRequest> procedures = new ArrayList<>();
    for (ProcedureRequest procedure : clinicalCase.procedures()) {
      procedures.add(CaseArbitraries.named(procedure, name + procedures.size()));
    }
    return new ClinicalCase(
        name,
        clinicalCase.assessedOn(),
        clinicalCase.patient(),
        clinicalCase.pain(),
        procedures,
        new PracticeContext(
            practice.jurisdiction().isPresent() ? Optional.empty() : Optional.of(name),
            practice.proceduresRemainCommon(),
            practice.use()));
  }

  private static ClinicalCase about(ClinicalCase clinicalCase, List<ProcedureRequest> procedures) {
    return new ClinicalCase(
        clinicalCase.caseId(),
        clinicalCase.assessedOn(),
        clinicalCase.patient(),
        clinicalCase.pain(),
        procedures,
        clinicalCase.practice());
  }

  // Answers without what may differ.

  private static Determination anywhere(Determination d) {
    return new Determination(
        d.procedureId(),
        d.verdict(),
        d.recommendations(),
        d.reasons(),
        d.missing(),
        d.evidence(),
        d.guidance(),
        d.caveats().stream().filter(caveat -> !caveat.code().equals(LEVEL_CAVEAT)).toList(),
        d.assumptions(),
        d.trace().stream().filter(rule -> !rule.id().equals(LEVEL_CAVEAT)).toList());
  }

  private static Determination unnamed(Determination d) {
    return with(d, "unnamed", d.missing());
  }

  /** The same, with the fields that would answer what is missing being those of this procedure. */
  private static Determination asProcedureNumber(int index, Determination d) {
    return with(
        d,
        d.procedureId(),
        d.missing().stream()
            .map(
                missing ->
                    new MissingFact(
                        missing.fact(),
                        missing.answerWith().stream()
                            .map(
                                field ->
                                    field.replaceFirst(
                                        "^procedures\\[\\d+]", "procedures[" + index + "]"))
                            .toList(),
                        missing.outcomes()))
            .toList());
  }

  private static Determination with(
      Determination d, String procedureId, List<MissingFact> missing) {
    return new Determination(
        procedureId,
        d.verdict(),
        d.recommendations(),
        d.reasons(),
        missing,
        d.evidence(),
        d.guidance(),
        d.caveats(),
        d.assumptions(),
        d.trace());
  }

  @Provide
  static Arbitrary<ClinicalCase> any() {
    return CaseArbitraries.any();
  }

  @Provide
  static Arbitrary<Optional<SpinalLevel>> levels() {
    return Arbitraries.of(SpinalLevel.class).optional(0.8);
  }

  @Provide
  static Arbitrary<String> texts() {
    return CaseArbitraries.texts();
  }
}
