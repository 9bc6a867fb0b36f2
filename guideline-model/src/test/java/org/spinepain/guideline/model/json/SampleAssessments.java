package org.spinepain.guideline.model.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.AppliedAssumption;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.GuidanceKind;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.LocalItem;
import org.spinepain.guideline.model.assessment.LocalKind;
import org.spinepain.guideline.model.assessment.MissingFact;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.ReplacedText;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.model.assessment.TextKind;
import org.spinepain.guideline.model.assessment.TraceEntry;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/** Assessments for tests. They make no clinical sense: they fill every field. */
final class SampleAssessments {

  private static final String COORDINATES = "org.spinepain:guideline-rules:2025.1.0";

  private static final Provenance CHECKED =
      new Provenance(
          new Source("bmj", "recommendations", "A citation", Optional.of("10.1/x")),
          Status.CHECKED,
          Reading.SOURCE);

  private static final Provenance OURS =
      new Provenance(
          new Source("digest", "harms", "Another citation", Optional.empty()),
          Status.DIGEST_ONLY,
          Reading.OURS);

  private static final Suppression SUPPRESSION =
      new Suppression("Spine service", "On trial.", LocalDate.of(2026, 3, 31));

  private SampleAssessments() {}

  /** Every list has something, nothing is null but a DOI. */
  static Assessment full() {
    return of(
        "c-1",
        List.of(
            new Determination(
                "p1",
                Verdict.RECOMMEND_AGAINST,
                List.of(recommendation(Optional.of(SUPPRESSION))),
                List.of(new Reason("acute-pain", "Acute.", OURS)),
                List.of(
                    new MissingFact(
                        CaseFact.PAIN_DURATION,
                        List.of("pain.onset", "pain.duration"),
                        List.of(
                            new MissingFact.Outcome("below-3-months", Verdict.NO_RECOMMENDATION)))),
                List.of(evidence(Optional.of(estimate()), Optional.of(Certainty.MODERATE))),
                List.of(new Guidance("benefit", GuidanceKind.COMMUNICATION, "Say.", CHECKED)),
                List.of(new Caveat("level-not-pictured", "Limits.", OURS)),
                List.of(
                    AppliedAssumption.of(DefaultAssumption.TREATMENT_INTENT),
                    AppliedAssumption.of(Assumption.CANCER_ABSENT)),
                List.of(new TraceEntry("A sentence", "axial-epidural", "decision/a.drl")),
                List.of(new LocalItem("consent-form", LocalKind.DUTY, "File.", "site")),
                List.of(new ReplacedText(TextKind.GUIDANCE, "benefit", "Tell.", "site")))),
        new RulePackReference(COORDINATES, "sha256:00ff", Optional.of("sha256:0a0b")),
        List.of(new OverlayReference("site", "Spine service", "sha256:11ee", Optional.of("fr"))));
  }

  /** Every list is empty. */
  static Assessment empty() {
    return of(
        "c-2",
        List.of(
            new Determination(
                "p1",
                Verdict.NO_RECOMMENDATION,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
  }

  /** An evidence row of which no figure is held, and a recommendation that nobody suppressed. */
  static Assessment withoutFigures() {
    return withEvidence(evidence(Optional.empty(), Optional.empty()));
  }

  static Assessment withEstimate(String value, String low, String high) {
    return withEvidence(
        evidence(
            Optional.of(
                new Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high))),
            Optional.of(Certainty.VERY_LOW)));
  }

  private static Assessment withEvidence(Evidence evidence) {
    return of(
        "c-3",
        List.of(
            new Determination(
                "p1",
                Verdict.RECOMMEND_AGAINST,
                List.of(recommendation(Optional.empty())),
                List.of(),
                List.of(),
                List.of(evidence),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
  }

  static Assessment of(String caseId, List<Determination> determinations) {
    return of(caseId, determinations, new RulePackReference(COORDINATES, "sha256:00ff"), List.of());
  }

  private static Assessment of(
      String caseId,
      List<Determination> determinations,
      RulePackReference rules,
      List<OverlayReference> overlays) {
    return new Assessment(
        caseId,
        LocalDate.of(2025, 6, 30),
        new GuidelineReference("bmj-2025-e079970", "2025", "10.1136/bmj-2024-079970", "Trials."),
        rules,
        new Standing(
            EditionState.CONTESTED,
            "Contested.",
            YearMonth.of(2025, 11),
            overlays.isEmpty() ? Optional.empty() : Optional.of("Own words.")),
        determinations,
        overlays);
  }

  private static Recommendation recommendation(Optional<Suppression> suppressed) {
    return new Recommendation(
        "axial-epidural",
        Direction.AGAINST,
        Strength.STRONG,
        Basis.BY_COMPONENT,
        List.of(CaseFact.PAIN_PATTERN),
        "Against.",
        CHECKED,
        suppressed);
  }

  private static Estimate estimate() {
    return new Estimate(new BigDecimal("0.20"), new BigDecimal("-1.11"), new BigDecimal("1.51"));
  }

  private static Evidence evidence(Optional<Estimate> estimate, Optional<Certainty> certainty) {
    return new Evidence(
        "axial-epidural",
        PainPattern.AXIAL,
        Technique.EPIDURAL_INJECTION,
        Injectate.LOCAL_ANAESTHETIC_AND_STEROID,
        "pain",
        estimate,
        "cm on a 10 cm VAS",
        new BigDecimal("1.5"),
        "sham",
        certainty,
        "Plain.",
        List.of(CaseFact.PATIENT_AGE),
        CHECKED);
  }
}
