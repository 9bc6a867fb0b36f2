package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeGzipTest {

  private static final byte[] ONE = packed("{\"caseId\": \"one\"}\n");
  private static final byte[] TWO = concat(ONE, packed("{\"caseId\": \"two\"}\n"));

  @TempDir private Path folder;

  @Test
  void allMembersAreReadHoweverManyBytesAtATime() throws IOException {
    for (int size = 1; size <= TWO.length; size++) {
      assertThat(new WholeGzip(new ByteArrayInputStream(TWO), size).readAllBytes())
          .asString(UTF_8)
          .isEqualTo("{\"caseId\": \"one\"}\n{\"caseId\": \"two\"}\n");
    }
  }

  @Test
  void aSecondMemberThatIsCutOffAnywhereIsRefusedHoweverManyBytesAreReadAtATime() {
    for (int size = 1; size <= TWO.length; size++) {
      for (int end = ONE.length + 1; end < TWO.length; end++) {
        assertRefused(Arrays.copyOf(TWO, end), size);
      }
    }
  }

  @Test
  void whatFollowsAndIsNoGzipIsRefusedHoweverManyBytesAreReadAtATime() {
    byte[] damaged = TWO.clone();
    damaged[ONE.length] ^= 1;
    for (int size = 1; size <= TWO.length; size++) {
      assertRefused(damaged, size);
      assertRefused(Arrays.copyOf(ONE, ONE.length + 1), size);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 9, 12})
  void aFileOfReferralsWithACutOffMemberIsNotTakenForAWholeOne(int bytes) throws IOException {
    Path file = Files.write(folder.resolve("r.ndjson.gz"), Arrays.copyOf(TWO, ONE.length + bytes));

    assertThatExceptionOfType(ReferralFileException.class)
        .isThrownBy(() -> countOf(file))
        .withMessageStartingWith(file + ": this ");
  }

  @Test
  void aFileOfReferralsMayHaveSeveralMembers() throws IOException {
    assertThat(countOf(Files.write(folder.resolve("r.ndjson.gz"), TWO))).isEqualTo(2);
  }

  private static int countOf(Path file) {
    try (ReferralFiles files =
        new ReferralFiles(
            List.of(file.toString()), Optional.empty(), new ByteArrayInputStream(new byte[0]))) {
      int count = 0;
      while (files.next().isPresent()) {
        count++;
      }
      return count;
    }
  }

  private static void assertRefused(byte[] bytes, int size) {
    assertThatExceptionOfType(IOException.class)
        .as("%s of %s bytes, %s at a time", bytes.length, TWO.length, size)
        .isThrownBy(() -> new WholeGzip(new ByteArrayInputStream(bytes), size).readAllBytes());
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return packed.toByteArray();
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
