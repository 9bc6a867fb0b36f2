package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.review.ReferralReview;
import org.spinepain.guideline.review.SharedSummary;

class ReviewOutputsTest {

  @Test
  void exactCountsAreNotMadeWhereTheyAreNotWritten() throws IOException {
    SharedSummary shared =
        SharedSummary.of(ReferralReview.of(CommandRun.engine()).counts().summary(), 5);
    AtomicInteger asked = new AtomicInteger();

    new ReviewOutputs().write(shared, Optional.empty(), () -> "counts " + asked.incrementAndGet());

    assertThat(asked).hasValue(0);
  }
}
