package org.spinepain.guideline.tests.vignette;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/** Determinations as no engine should make them, in the words of a vignette. */
class AspectTest {

  private static Provenance provenance(Status status) {
    return new Provenance(
        new Source("s", "table", "A source", Optional.empty()), status, Reading.SOURCE);
  }

  private static Recommendation recommendation(Basis basis) {
    return new Recommendation(
        "axial-epidural",
        Direction.AGAINST,
        Strength.STRONG,
        basis,
        List.of(),
        "text",
        provenance(Status.CHECKED));
  }

  private static Evidence row(Status status) {
    return new Evidence(
        "axial-epidural",
        PainPattern.AXIAL,
        Technique.EPIDURAL_INJECTION,
        Injectate.STEROID,
        "pain",
        Optional.of(
            new Estimate(new BigDecimal("0.39"), new BigDecimal("-0.94"), new BigDecimal("1.71"))),
        "cm",
        BigDecimal.ONE,
        "sham",
        Optional.empty(),
        "plain",
        List.of(),
        provenance(status));
  }

  private static Determination determination(
      List<Recommendation> recommendations, List<MissingFact> missing, List<Evidence> evidence) {
    return new Determination(
        "p1",
        Verdict.RECOMMEND_AGAINST,
        recommendations,
        List.of(),
        missing,
        evidence,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void aRecommendationThatComesTwiceIsNotTheOneThatIsStated() {
    Determination once = determination(List.of(recommendation(Basis.DIRECT)), List.of(), List.of());
    Determination twice =
        determination(
            List.of(recommendation(Basis.DIRECT), recommendation(Basis.DIRECT)),
            List.of(),
            List.of());

    assertThat(Aspect.RECOMMENDATIONS.of(once)).isEqualTo(Map.of("axial-epidural", "direct"));
    assertThat(Aspect.RECOMMENDATIONS.of(twice))
        .isNotEqualTo(Map.of("axial-epidural", "direct"))
        .hasToString("[axial-epidural=direct, axial-epidural=direct]");
  }

  @Test
  void anAnswerThatComesTwiceIsNotTheOneThatIsStated() {
    MissingFact.Outcome present = new MissingFact.Outcome("present", Verdict.NO_RECOMMENDATION);
    Determination twice =
        determination(
            List.of(),
            List.of(new MissingFact(CaseFact.PAIN_CANCER, List.of(), List.of(present, present))),
            List.of());

    assertThat(Aspect.MISSING.of(twice))
        .isNotEqualTo(Map.of("pain.cancer", Map.of("present", "no-recommendation")));
  }

  @ParameterizedTest
  @CsvSource({"CHECKED,''", "DIGEST_ONLY,' digest-only'", "PENDING,' pending'"})
  void theStatusOfARowIsSaidUnlessItIsChecked(Status status, String words) {
    Determination determination = determination(List.of(), List.of(), List.of(row(status)));

    assertThat(Aspect.EVIDENCE.of(determination))
        .isEqualTo(Set.of("axial epidural-injection steroid 0.39" + words));
  }
}
