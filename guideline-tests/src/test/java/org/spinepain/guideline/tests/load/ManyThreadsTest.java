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
import org.spinepain.guideline.tests.engine.Question;

/**
 * Threads that ask one engine at the same time get the bytes that a thread gets which has an engine
 * for itself. Of each answer only a digest is kept, so that there can be many.
 */
@Tag("thorough")
class ManyThreadsTest {

  private static final int CASES = 200_000;
  private static final int THREADS = 8;

  /** Threads with an engine each, that share out the cases. */
  private static final int ALONE = 2;

  /**
   * A case with more completions takes many times as long as another: of such cases there is one in
   * twenty of those that chance would give.
   */
  private static final int MANY_COMPLETIONS = 200;

  @Test
  void eightThreadsThatShareAnEngineGetTheAnswersOfOneThread() throws Exception {
    long[] alone = alone();
    long[] shared = shared();

    List<String> different =
        IntStream.range(0, CASES)
            .filter(i -> alone[i] != shared[i])
            .limit(10)
            .mapToObj(i -> question(i).toString())
            .toList();
    assertThat(different).as("the first cases with another answer").isEmpty();
    assertThat(Arrays.stream(alone).distinct().count())
        .as("answers of their own, by the ids of their cases")
        .isEqualTo(CASES);
  }

  private static long[] alone() throws Exception {
    long[] digests = new long[CASES];
    int share = CASES / ALONE;
    try (Crew crew = new Crew(ALONE)) {
      crew.work(
          0,
          ALONE,
          part -> {
            try (GuidelineEngine engine = GuidelineEngine.bundled()) {
              for (int i = part * share; i < (part + 1) * share; i++) {
                digests[i] = answer(engine, i);
              }
            }
          });
    }
    return digests;
  }

  private static long[] shared() throws Exception {
    long[] digests = new long[CASES];
    try (GuidelineEngine engine = GuidelineEngine.bundled();
        Crew crew = new Crew(THREADS)) {
      crew.work(0, CASES, i -> digests[i] = answer(engine, i));
    }
    return digests;
  }

  private static long answer(GuidelineEngine engine, int number) {
    return digest(AssessmentDocuments.toCompactJson(question(number).askedOf(engine)));
  }

  private static Question question(int number) {
    Question question = MixedCases.question(number);
    return question.completions() <= MANY_COMPLETIONS || number % 20 == 0
        ? question
        : question(number + CASES);
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
