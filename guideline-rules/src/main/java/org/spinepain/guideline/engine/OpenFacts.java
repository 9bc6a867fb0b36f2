package org.spinepain.guideline.engine;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Setting;

/**
 * One procedure of a case, reduced to what rules understand: for each fact the answers that are
 * possible, one where it is known. Defaults and the host's assumptions are applied here, and
 * listed.
 *
 * @param answers for each fact, the possible answers; see {@link AnswerSpace}
 * @param infection whether infection is listed as a cause
 * @param fracture whether fracture is listed as a cause
 * @param assumptions what was assumed, in the order of the guideline's tables
 */
record OpenFacts(
    Map<CaseFact, List<?>> answers,
    boolean infection,
    boolean fracture,
    List<AppliedAssumption> assumptions) {

  static OpenFacts of(
      ClinicalCase clinicalCase,
      ProcedureRequest procedure,
      Set<Assumption> assuming,
      Boundaries boundaries) {
    return new Reduction(clinicalCase, procedure, assuming, boundaries).openFacts();
  }

  private static final class Reduction {

    private final ClinicalCase clinicalCase;
    private final PainHistory pain;
    private final ProcedureRequest procedure;
    private final Set<Assumption> assuming;
    private final Boundaries boundaries;
    private final Map<CaseFact, List<?>> answers = new EnumMap<>(CaseFact.class);
    private final Set<DefaultAssumption> defaults = EnumSet.noneOf(DefaultAssumption.class);
    private final Set<Assumption> applied = EnumSet.noneOf(Assumption.class);

    Reduction(
        ClinicalCase clinicalCase,
        ProcedureRequest procedure,
        Set<Assumption> assuming,
        Boundaries boundaries) {
      this.clinicalCase = clinicalCase;
      this.pain = clinicalCase.pain();
      this.procedure = procedure;
      this.assuming = assuming;
      this.boundaries = boundaries;
    }

    OpenFacts openFacts() {
      put(CaseFact.PATIENT_AGE, adult());
      put(CaseFact.PAIN_DURATION, chronic());
      put(CaseFact.PAIN_CANCER, pain.cancer());
      put(CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY, pain.inflammatoryArthropathy());
      put(CaseFact.PAIN_PATTERN, pain.pattern());
      put(CaseFact.PROCEDURE_TECHNIQUE, procedure.technique());
      put(CaseFact.PROCEDURE_INJECTATE, injectate());
      put(CaseFact.PROCEDURE_INTENT, intent());
      put(CaseFact.PROCEDURE_SETTING, setting());
      if (pain.otherCauses().isEmpty()) {
        defaults.add(DefaultAssumption.NO_INFECTION_OR_FRACTURE);
      }
      without(Assumption.CANCER_ABSENT, CaseFact.PAIN_CANCER, Presence.PRESENT);
      without(
          Assumption.INFLAMMATORY_ARTHROPATHY_ABSENT,
          CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY,
          Presence.PRESENT);
      without(Assumption.PATTERN_AXIAL_OR_RADICULAR, CaseFact.PAIN_PATTERN, PainPattern.OTHER);
      without(
          Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID,
          CaseFact.PROCEDURE_INJECTATE,
          Injectate.OTHER);
      return new OpenFacts(
          answers,
          pain.otherCauses().contains(OtherCause.INFECTION),
          pain.otherCauses().contains(OtherCause.FRACTURE),
          assumptions());
    }

    private Optional<Boolean> adult() {
      return clinicalCase
          .patient()
          .birthDate()
          .map(born -> boundaries.isAdult(born, clinicalCase.assessedOn()))
          .or(() -> clinicalCase.patient().ageYears().map(boundaries::isAdult));
    }

    private Optional<Boolean> chronic() {
      return pain.onset()
          .or(() -> Onsets.computed(clinicalCase))
          .map(onset -> boundaries.isChronic(onset, clinicalCase.assessedOn()));
    }

    private Optional<Injectate> injectate() {
      boolean hasDefault = procedure.technique().filter(t -> !t.isInjection()).isPresent();
      return hasDefault
          ? stated(procedure.injectate(), Injectate.NONE, DefaultAssumption.NO_INJECTATE)
          : procedure.injectate().known();
    }

    private Optional<Intent> intent() {
      return stated(procedure.intent(), Intent.TREATMENT, DefaultAssumption.TREATMENT_INTENT);
    }

    private Optional<Setting> setting() {
      return stated(procedure.setting(), Setting.ROUTINE_CARE, DefaultAssumption.ROUTINE_CARE);
    }

    private <T> Optional<T> stated(Stated<T> stated, T otherwise, DefaultAssumption assumption) {
      if (stated instanceof Stated.Nothing) {
        defaults.add(assumption);
        return Optional.of(otherwise);
      }
      return stated.known();
    }

    private void put(CaseFact fact, Optional<?> known) {
      answers.put(fact, known.<List<?>>map(List::of).orElseGet(() -> AnswerSpace.answers(fact)));
    }

    private void without(Assumption assumption, CaseFact fact, Object answer) {
      List<?> possible = answers.get(fact);
      if (assuming.contains(assumption) && possible.size() > 1) {
        answers.put(fact, possible.stream().filter(other -> !other.equals(answer)).toList());
        applied.add(assumption);
      }
    }

    private List<AppliedAssumption> assumptions() {
      return Stream.concat(
              defaults.stream().map(AppliedAssumption::of),
              applied.stream().map(AppliedAssumption::of))
          .toList();
    }
  }
}
