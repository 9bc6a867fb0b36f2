package org.spinepain.guideline.tests.mutation;

import java.util.Optional;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.Stated;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/** In how many ways the unknown facts of a case can turn out: what an answer to it costs. */
final class Width {

  private static final int TWO = 2;

  private Width() {}

  /** The most that one of its procedures can have; an assumption of the host only lowers it. */
  static int of(ClinicalCase clinicalCase) {
    PainHistory pain = clinicalCase.pain();
    boolean ageIsKnown =
        clinicalCase.patient().birthDate().isPresent()
            || clinicalCase.patient().ageYears().isPresent();
    int width =
        (ageIsKnown ? 1 : TWO)
            * (pain.onset().isPresent() || pain.duration().isPresent() ? 1 : TWO)
            * ways(pain.cancer(), TWO)
            * ways(pain.inflammatoryArthropathy(), TWO)
            * ways(pain.pattern(), PainPattern.values().length);
    return clinicalCase.procedures().stream().mapToInt(p -> width * of(p)).max().orElse(width);
  }

  private static int of(ProcedureRequest procedure) {
    boolean injectateHasDefault =
        procedure.injectate() instanceof Stated.Nothing
            && procedure.technique().filter(technique -> !technique.isInjection()).isPresent();
    return ways(procedure.technique(), Technique.values().length)
        * (injectateHasDefault ? 1 : ways(procedure.injectate().known(), Injectate.values().length))
        * (procedure.intent() instanceof Stated.Unspecified ? TWO : 1)
        * (procedure.setting() instanceof Stated.Unspecified ? TWO : 1);
  }

  private static int ways(Optional<?> known, int otherwise) {
    return known.isPresent() ? 1 : otherwise;
  }
}
