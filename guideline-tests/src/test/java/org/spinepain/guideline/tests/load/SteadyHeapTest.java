package org.spinepain.guideline.tests.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;

/**
 * An engine keeps nothing of what it was asked, however long it is open.
 *
 * <p>The heap is measured after collections, at the end of each twentieth of the work, with no
 * assessment under way. The lowest measure of the last quarter must not lie {@link #GROWTH} above
 * the lowest of the quarter before: by then the decisions are kept and everything is warm, and
 * since the lowest count, what a collection once left over does not. A quarter of the work lies
 * between the two. If each of 25,000 assessments left but the smallest object behind, of 16 bytes,
 * that would be 400 kB; and where there are fewer, they use more new sessions than that.
 */
@Tag("thorough")
class SteadyHeapTest {

  private static final long GROWTH = 300_000;
  private static final int MEASURES = 20;
  private static final int THREADS = 4;

  /** Less than this is no progress of a collection. */
  private static final long NOISE = 100_000;

  @Test
  void twoHundredThousandAssessmentsLeaveNothingBehind() throws Exception {
    assertSteady(EngineOptions.defaults(), 200_000);
  }

  @Test
  void aHundredThousandAssessmentsInNewSessionsLeaveNothingBehind() throws Exception {
    assertSteady(EngineOptions.defaults().withoutSessionPool(), 100_000);
  }

  @Test
  void tenThousandAssessmentsThatKeepNeitherSessionsNorDecisionsLeaveNothingBehind()
      throws Exception {
    assertSteady(EngineOptions.defaults().withoutDecisionTable().withoutSessionPool(), 10_000);
  }

  private static void assertSteady(EngineOptions options, int assessments) throws Exception {
    long[] used = new long[MEASURES];
    int share = assessments / MEASURES;
    try (GuidelineEngine engine = GuidelineEngine.on(RulePack.bundled(), options);
        Crew crew = new Crew(THREADS)) {
      for (int i = 0; i < MEASURES; i++) {
        crew.work(i * share, (i + 1) * share, number -> MixedCases.assess(engine, number));
        used[i] = usedHeap();
      }
    }
    long before = lowest(used, MEASURES / 2, MEASURES * 3 / 4);
    long last = lowest(used, MEASURES * 3 / 4, MEASURES);
    assertThat(last - before)
        .as("bytes by which the heap grew in the last quarter: %s", Arrays.toString(used))
        .isLessThan(GROWTH);
  }

  private static long lowest(long[] used, int from, int to) {
    return Arrays.stream(used, from, to).min().orElseThrow();
  }

  /** The heap in use once collecting frees no more. */
  private static long usedHeap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long used = Long.MAX_VALUE;
    for (long freed = Long.MAX_VALUE; freed > NOISE; ) {
      memory.gc();
      long now = memory.getHeapMemoryUsage().getUsed();
      freed = used - now;
      used = Math.min(used, now);
    }
    return used;
  }
}
