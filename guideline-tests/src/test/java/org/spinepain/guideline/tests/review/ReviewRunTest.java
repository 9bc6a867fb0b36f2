package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.review.ReferralReview;

class ReviewRunTest {

  private static final ReviewRun.Progress UNSEEN = (bytes, records) -> {};

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "none.ndjson, there is no such file",
    "none.csv, 'what its columns hold is not known'",
    "some.txt, what this file holds is not known from its name"
  })
  void aLaterFileThatCannotBeUsedIsToldBeforeTheFirstIsRead(String later, String why)
      throws IOException {
    Path first = Files.writeString(folder.resolve("first.ndjson"), "{}\n");
    String other = folder.resolve(later).toString();
    try (ReferralFiles files =
        new ReferralFiles(
            List.of(first.toString(), other), Optional.empty(), InputStream.nullInputStream())) {
      assertThatExceptionOfType(ReferralFileException.class)
          .isThrownBy(() -> new ReviewRun(List.of(), 1, UNSEEN).of(files))
          .withMessageStartingWith(other + ": " + why);
      assertThat(files.bytesRead()).isZero();
    }
  }

  /** Each thread fails at its first block, so that all blocks there is room for are still taken. */
  @Test
  void aThreadThatFailsEndsTheRunBeforeThereIsNoMoreRoom() {
    GuidelineEngine closed = GuidelineEngine.bundled();
    ReferralReview review = ReferralReview.of(closed);
    closed.close();
    int threads = 20;
    int blocks = threads * 5;
    Lines lines = new Lines();
    try (ReferralFiles files =
        new ReferralFiles(List.of(ReferralFiles.STANDARD_INPUT), Optional.empty(), lines)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> new ReviewRun(List.of(review), threads, UNSEEN).of(files));
    }
    assertThat(lines.read).isLessThan(blocks / 2 * 256L * lines.line.length);
  }

  /** Referrals without end, slowly. */
  private static final class Lines extends InputStream {

    private static final long A_MOMENT = 1_000_000;

    private final byte[] line =
        (CaseDocuments.toCompactJson(Referrals.anyOf(1, 1).get(0).clinicalCase()) + "\n")
            .getBytes(UTF_8);
    private long read;

    @Override
    public int read() {
      return line[(int) (read++ % line.length)];
    }

    @Override
    public int read(byte[] into, int from, int length) {
      LockSupport.parkNanos(A_MOMENT);
      for (int i = from; i < from + length; i++) {
        into[i] = (byte) read();
      }
      return length;
    }
  }
}
