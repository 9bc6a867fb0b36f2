package org.spinepain.guideline.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;

/** Every list of a determination has the order of the specification's tables, each item once. */
class OrderTest {

  private static List<Determination> determinations;

  @BeforeAll
  static void ask() {
    try (GuidelineEngine engine = GuidelineEngine.bundled()) {
      determinations =
          Question.random(5, 6_000, 400).stream()
              .flatMap(question -> question.askedOf(engine).determinations().stream())
              .toList();
    }
  }

  @Test
  void recommendationsAreInTheOrderOfTheirTable() {
    assertOrder(
        d -> d.recommendations().stream().map(Recommendation::id).toList(),
        "axial-joint-rfa",
        "axial-epidural",
        "axial-joint-targeted",
        "axial-intramuscular",
        "radicular-drg-rf",
        "radicular-epidural");
  }

  @Test
  void reasonsAreInTheOrderOfTheirList() {
    assertOrder(
        d -> d.reasons().stream().map(Reason::code).toList(),
        "not-adult",
        "acute-pain",
        "cancer-related",
        "inflammatory-arthropathy",
        "cause-excluded-from-evidence",
        "clinical-trial",
        "diagnostic-intent",
        "not-addressed");
  }

  @Test
  void missingFactsAreInTheOrderOfTheirTable() {
    assertOrder(
        d -> d.missing().stream().map(MissingFact::fact).map(CaseFact::code).toList(),
        "patient.age",
        "pain.duration",
        "pain.cancer",
        "pain.inflammatory-arthropathy",
        "pain.pattern",
        "procedure.technique",
        "procedure.injectate",
        "procedure.intent",
        "procedure.setting");
  }

  @Test
  void possiblePatternsAreInTheOrderOfTheirTable() {
    assertOrder(
        d -> values(d, CaseFact.PAIN_PATTERN),
        "axial",
        "radicular",
        "axial-and-radicular",
        "other");
  }

  @Test
  void possibleInjectatesAreInTheOrderOfTheirTable() {
    assertOrder(
        d -> values(d, CaseFact.PROCEDURE_INJECTATE),
        "local-anaesthetic",
        "steroid",
        "local-anaesthetic-and-steroid",
        "other",
        "none");
  }

  @Test
  void evidenceIsInTheOrderOfItsTable() {
    assertOrder(
        d ->
            d.evidence().stream()
                .map(
                    e ->
                        String.join(
                            " ", e.pattern().code(), e.technique().code(), e.injectate().code()))
                .toList(),
        "axial epidural-injection local-anaesthetic",
        "axial epidural-injection local-anaesthetic-and-steroid",
        "axial epidural-injection steroid",
        "axial joint-targeted-injection steroid",
        "axial joint-targeted-injection local-anaesthetic",
        "axial joint-targeted-injection local-anaesthetic-and-steroid",
        "axial intramuscular-injection local-anaesthetic",
        "axial intramuscular-injection local-anaesthetic-and-steroid",
        "axial joint-radiofrequency-ablation none",
        "axial joint-radiofrequency-ablation local-anaesthetic-and-steroid",
        "radicular epidural-injection local-anaesthetic-and-steroid",
        "radicular epidural-injection local-anaesthetic",
        "radicular epidural-injection steroid",
        "radicular dorsal-root-ganglion-radiofrequency none",
        "radicular dorsal-root-ganglion-radiofrequency local-anaesthetic",
        "radicular dorsal-root-ganglion-radiofrequency local-anaesthetic-and-steroid");
  }

  @Test
  void guidanceIsInTheOrderOfItsTable() {
    assertOrder(
        d -> d.guidance().stream().map(Guidance::code).toList(),
        "benefit",
        "harms",
        "burden-and-cost",
        "informed-people-decline",
        "exercise-therapy",
        "document-discussion",
        "document-local-practice",
        "reconsider-referral",
        "trial-is-the-setting",
        "review-protocol",
        "not-an-endorsement");
  }

  @Test
  void caveatsAreInTheOrderOfTheirList() {
    assertOrder(
        d -> d.caveats().stream().map(Caveat::code).toList(),
        "level-not-pictured",
        "near-duration-boundary",
        "read-by-component",
        "evidence-awaiting-check",
        "cause-needs-own-pathway",
        "leads-to-opposed-treatment");
  }

  @Test
  void assumptionsAreTheDefaultsThenThoseOfTheHostInTheOrderOfTheText() {
    assertOrder(
        d -> d.assumptions().stream().map(AppliedAssumption::code).toList(),
        "treatment-intent",
        "routine-care",
        "no-infection-or-fracture",
        "no-injectate",
        "cancer-absent",
        "inflammatory-arthropathy-absent",
        "pattern-axial-or-radicular",
        "injectate-local-anaesthetic-or-steroid");
  }

  private static List<String> values(Determination determination, CaseFact fact) {
    return determination.missing().stream()
        .filter(missing -> missing.fact() == fact)
        .flatMap(missing -> missing.outcomes().stream())
        .map(MissingFact.Outcome::value)
        .toList();
  }

  /** Each list is in this order, without repetition, and each of these was seen in some list. */
  private static void assertOrder(Function<Determination, List<String>> list, String... order) {
    List<String> ordered = List.of(order);
    List<List<String>> lists = determinations.stream().map(list).distinct().toList();
    assertThat(lists)
        .allSatisfy(
            codes ->
                assertThat(codes).isEqualTo(ordered.stream().filter(codes::contains).toList()));
    assertThat(lists).flatMap(Function.identity()).containsOnly(order);
  }
}
