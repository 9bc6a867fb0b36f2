package org.spinepain.guideline.tests.diff;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.tests.space.Boundaries;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Dimension;

/**
 * The complete combinations that one procedure of a case can turn out to be, to find the cause that
 * changes its answer. What is answered comes from the engine.
 *
 * @param possible the complete combinations
 * @param adult whether the patient is an adult, if known
 * @param chronic whether the pain is chronic, if known
 */
record CaseFacts(BitSet possible, Optional<Boolean> adult, Optional<Boolean> chronic) {

  private static final Map<Assumption, Map.Entry<String, Object>> EXCLUDED =
      Map.of(
          Assumption.CANCER_ABSENT, Map.entry("SpinePain.cancerRelated", true),
          Assumption.INFLAMMATORY_ARTHROPATHY_ABSENT, Map.entry("SpinePain.inflammatory", true),
          Assumption.PATTERN_AXIAL_OR_RADICULAR, Map.entry("SpinePain.pattern", PainPattern.OTHER),
          Assumption.INJECTATE_LOCAL_ANAESTHETIC_OR_STEROID,
              Map.entry("Procedure.injectate", Injectate.OTHER));

  /**
   * Of a procedure of a case.
   *
   * @param boundaries the boundaries that hold
   */
  static CaseFacts of(
      ClinicalCase clinicalCase,
      ProcedureRequest procedure,
      Set<Assumption> assumptions,
      Boundaries boundaries) {
    Optional<Boolean> adult =
        clinicalCase
            .patient()
            .birthDate()
            .map(
                born -> !born.plusYears(boundaries.adultYears()).isAfter(clinicalCase.assessedOn()))
            .or(() -> clinicalCase.patient().ageYears().map(boundaries::isAdult));
    PainHistory pain = clinicalCase.pain();
    Optional<Boolean> chronic =
        pain.onset()
            .or(() -> pain.duration().map(clinicalCase.assessedOn()::minus))
            .map(onset -> boundaries.isChronic(onset, clinicalCase.assessedOn()));
    boolean hasDefault = procedure.technique().filter(t -> !t.isInjection()).isPresent();
    Map<String, Optional<?>> known =
        Map.ofEntries(
            Map.entry("Patient.adult", adult),
            Map.entry("SpinePain.chronic", chronic),
            Map.entry("SpinePain.pattern", pain.pattern()),
            Map.entry("SpinePain.cancerRelated", pain.cancer().map(Presence.PRESENT::equals)),
            Map.entry(
                "SpinePain.inflammatory",
                pain.inflammatoryArthropathy().map(Presence.PRESENT::equals)),
            Map.entry("SpinePain.infection", stated(pain, OtherCause.INFECTION)),
            Map.entry("SpinePain.fracture", stated(pain, OtherCause.FRACTURE)),
            Map.entry("Procedure.technique", procedure.technique()),
            Map.entry(
                "Procedure.injectate",
                hasDefault
                    ? orDefault(procedure.injectate(), Injectate.NONE)
                    : procedure.injectate().known()),
            Map.entry("Procedure.intent", orDefault(procedure.intent(), Intent.TREATMENT)),
            Map.entry("Procedure.setting", orDefault(procedure.setting(), Setting.ROUTINE_CARE)));
    return new CaseFacts(possible(known, assumptions), adult, chronic);
  }

  private static Optional<Boolean> stated(PainHistory pain, OtherCause cause) {
    return Optional.of(pain.otherCauses().contains(cause));
  }

  private static <T> Optional<T> orDefault(Stated<T> stated, T otherwise) {
    return stated instanceof Stated.Nothing ? Optional.of(otherwise) : stated.known();
  }

  private static BitSet possible(Map<String, Optional<?>> known, Set<Assumption> assumptions) {
    BitSet possible = CompleteSpace.everything();
    for (Dimension dimension : CaseSpace.DECIDING) {
      Optional<?> value = known.getOrDefault(dimension.name(), Optional.empty());
      if (value.isPresent()) {
        possible.and(CompleteSpace.having(dimension, value.get()));
      } else {
        assumptions.stream()
            .map(EXCLUDED::get)
            .filter(Objects::nonNull)
            .filter(excluded -> excluded.getKey().equals(dimension.name()))
            .forEach(e -> possible.andNot(CompleteSpace.having(dimension, e.getValue())));
      }
    }
    return possible;
  }

  /** On which side of a boundary it lies, if known. */
  Optional<Boolean> side(Boundary boundary) {
    return boundary == Boundary.ADULT ? adult : chronic;
  }

  /** Whether it can turn out as one of the combinations that a cause changes. */
  boolean canBeOf(Cause cause) {
    return possible.intersects(cause.combinations());
  }
}
