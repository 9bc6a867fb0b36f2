package org.spinepain.guideline.tests.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.json.AssessmentDocuments;

/**
 * Threads that ask one engine at the same time get the bytes that one thread gets which has another
 * engine for itself. Of each answer only a digest is kept, so that there can be many.
 */
@Tag("thorough")
class ManyThreadsTest {

  private static final int CASES = 200_000;
  private static final int THREADS = 8;

  @Test
  void eightThreadsThatShareAnEngineGetTheAnswersOfOneThread() throws Exception {
    long[] alone = answers(1);
    long[] shared = answers(THREADS);

    List<String> different =
        IntStream.range(0, CASES)
            .filter(i -> alone[i] != shared[i])
            .limit(10)
            .mapToObj(MixedCases::describe)
            .toList();
    assertThat(different).as("the first cases with another answer").isEmpty();
    assertThat(Arrays.stream(alone).distinct().count())
        .as("answers of their own, by the ids of their cases")
        .isEqualTo(CASES);
  }

  private static long[] answers(int threads) throws Exception {
    long[] digests = new long[CASES];
    try (GuidelineEngine engine = GuidelineEngine.bundled();
        Crew crew = new Crew(threads)) {
      crew.work(
          0,
          CASES,
          i ->
              digests[i] = digest(AssessmentDocuments.toCompactJson(MixedCases.assess(engine, i))));
    }
    return digests;
  }

  /** The first 64 bits of the SHA-256. */
  private static long digest(String document) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
