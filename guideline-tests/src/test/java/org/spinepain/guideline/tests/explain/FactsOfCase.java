package org.spinepain.guideline.tests.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Technique;

/** Which answers a case leaves possible, read as sections 1 and 3 of the specification say. */
final class FactsOfCase {

  private FactsOfCase() {}

  /** For each of {@link BruteForce#FACTS} the answers that are possible. */
  static List<List<String>> of(
      ClinicalCase clinicalCase, ProcedureRequest procedure, Set<Assumption> assuming) {
    PainHistory pain = clinicalCase.pain();
    LocalDate date = clinicalCase.assessedOn();
    Optional<Boolean> adult =
        clinicalCase
            .patient()
            .birthDate()
            .map(born -> !born.plusYears(18).isAfter(date))
            .or(() -> clinicalCase.patient().ageYears().map(years -> years >= 18));
    Optional<Boolean> chronic =
        pain.onset()
            .or(() -> pain.duration().map(date::minus))
            .map(onset -> !onset.plusMonths(3).isAfter(date));
    List<List<String>> possible = new ArrayList<>();
    possible.add(answers("patient.age", adult.map(is -> is ? "at-least-18" : "below-18")));
    possible.add(
        answers("pain.duration", chronic.map(is -> is ? "at-least-3-months" : "below-3-months")));
    possible.add(
        without(
            assuming.contains(Assumption.CANCER_ABSENT),
            "present",
            answers("pain.cancer", pain.cancer().map(Coded::code))));
    possible.add(
        without(
            assuming.contains(Assumption.INFLAMMATORY_ARTHROPATHY_ABSENT),
            "present",
            answers(
                "pain.inflammatory-arthropathy", pain.inflammatoryArthropathy().map(Coded::code))));
    possible.add(listed(pain, OtherCause.INFECTION));
    possible.add(listed(pain, OtherCause.FRACTURE));
    possible.add(
        without(
            assuming.contains(Assumption.PATTERN_AXIAL_OR_RADICULAR),
            "other",
            answers("pain.pattern", pain.pattern().map(Coded::code))));
    possible.add(answers("procedure.technique", procedure.technique().map(Coded::code)));
    boolean ablationOrOther =
        procedure
            .technique()
            .filter(
                technique ->
                    List.of(
                            Technique.JOINT_RADIOFREQUENCY_ABLATION,
                            Technique.DORSAL_ROOT_GANGLION_RADIOFREQUENCY,
                            Technique.OTHER)
                        .contains(technique))
            .isPresent();
    possible.add(
        without(
            assuming.contains(Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID),
            "other",
            answers(
                "procedure.injectate",
                procedure.injectate() instanceof Stated.Nothing && ablationOrOther
                    ? Optional.of("none")
                    : procedure.injectate().known().map(Coded::code))));
    possible.add(answers("procedure.intent", stated(procedure.intent(), "treatment")));
    possible.add(answers("procedure.setting", stated(procedure.setting(), "routine-care")));
    return possible;
  }

  private static <T extends Coded> Optional<String> stated(Stated<T> stated, String otherwise) {
    return stated instanceof Stated.Nothing
        ? Optional.of(otherwise)
        : stated.known().map(Coded::code);
  }

  private static List<String> answers(String fact, Optional<String> known) {
    return known.map(List::of).orElse(BruteForce.FACTS.get(fact));
  }

  private static List<String> listed(PainHistory pain, OtherCause cause) {
    return List.of(pain.otherCauses().contains(cause) ? "present" : "absent");
  }

  /** An assumption takes an answer away from what is unknown. */
  private static List<String> without(boolean assumed, String answer, List<String> possible) {
    return assumed && possible.size() > 1
        ? possible.stream().filter(other -> !other.equals(answer)).toList()
        : possible;
  }
}
