package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.PracticeContext;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.review.OpenFact;
import org.spinepain.guideline.review.Population;
import org.spinepain.guideline.review.Protocol;
import org.spinepain.guideline.review.ProtocolReview;
import org.spinepain.guideline.review.ProtocolStep;
import org.spinepain.guideline.review.Range;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.ReferralCounts;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.ReferralSummary;
import org.spinepain.guideline.review.ReviewedStep;
import org.spinepain.guideline.review.SharedSummary;

/** What the README of the rules shows of reviews works as shown. */
class ReviewReadmeTest {

  private final GuidelineEngine engine = Engines.BUNDLED;

  @Test
  void referralsAreCounted() throws IOException {
    ClinicalCase clinicalCase =
        Referrals.clinicalCase(
            Referrals.JUNE,
            PainPattern.AXIAL,
            SpinalLevel.LUMBAR,
            ProcedureRequest.epidural("p1").injecting(Injectate.STEROID));

    ReferralReview review = ReferralReview.of(engine);
    ReferralCounts counts = review.counts();
    counts.add(
        new Referral(
            clinicalCase, Optional.of("clinic-1"), Optional.empty(), Optional.of("person-7")));
    ReferralSummary summary = counts.summary();
    SharedSummary shared = SharedSummary.of(summary, 5);

    assertThat(summary.requests().against()).isOne();
    assertThat(shared.requests().against()).isEmpty();
    assertShown("shared.requests().against();");
  }

  @Test
  void aProtocolIsReviewed() throws IOException {
    ProtocolStep step =
        new ProtocolStep(
            "Everybody with back pain gets an epidural.",
            new Population(Range.from(18), Range.any(), PainHistory.axial()),
            ProcedureRequest.epidural("step-1"));
    Protocol protocol = new Protocol("Back pain", PracticeContext.unstated(), List.of(step));
    ReviewedStep reviewed =
        ProtocolReview.of(engine, protocol, LocalDate.of(2025, 6, 30)).steps().get(0);

    assertThat(reviewed.determination().verdict()).isEqualTo(Verdict.INSUFFICIENT_INFORMATION);
    assertThat(reviewed.openFacts())
        .extracting(OpenFact::fact)
        .containsExactly(
            CaseFact.PAIN_DURATION, CaseFact.PAIN_CANCER, CaseFact.PAIN_INFLAMMATORY_ARTHROPATHY);
    assertShown("reviewed.openFacts();");
  }

  /** The statements of the example that has this one stand in this test. */
  private static void assertShown(String statement) throws IOException {
    String readme = Files.readString(Path.of("../guideline-rules/README.md"));
    String test =
        Files.readString(
            Path.of("src/test/java/org/spinepain/guideline/tests/review/ReviewReadmeTest.java"));
    String example =
        List.of(readme.split("```java\n", -1)).stream()
            .map(part -> part.split("```", -1)[0])
            .filter(part -> part.contains(statement))
            .findFirst()
            .orElseThrow();
    String statements = withoutSpace(example.replaceAll("//[^\\n]*", ""));
    assertThat(statements.split(";")).allSatisfy(s -> assertThat(withoutSpace(test)).contains(s));
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }
}
