package org.spinepain.guideline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedDigestsTest {

  private static final String ONE = "sha256:" + "1".repeat(64);
  private static final String TWO = "sha256:" + "2".repeat(64);

  @TempDir Path folder;

  @Test
  void thoseThatAreNamedAreTrustedAndNoOthers() {
    TrustedDigests trusted = TrustedDigests.of(ONE);
    assertThat(trusted.trusts(ONE)).isTrue();
    assertThat(trusted.trusts(TWO)).isFalse();
  }

  @Test
  void whereNoneIsNamedNoneIsTrusted() {
    assertThat(TrustedDigests.of().trusts(ONE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1111111111111111111111111111111111111111111111111111111111111111",
        "sha256:111111111111111111111111111111111111111111111111111111111111111",
        "sha256:11111111111111111111111111111111111111111111111111111111111111111",
        "sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sha512:1111111111111111111111111111111111111111111111111111111111111111"
      })
  void whatIsNoDigestIsRefused(String digest) {
    assertThatThrownBy(() -> TrustedDigests.of(ONE, digest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "found " + digest + ", allowed is sha256: and 64 lower-case hexadecimal digits");
  }

  @Test
  void aFileHasOneDigestALineBetweenCommentsAndEmptyLines() throws IOException {
    TrustedDigests trusted = TrustedDigests.in(write("# pins\n\n  " + ONE + "  \n# " + TWO + "\n"));
    assertThat(trusted.trusts(ONE)).isTrue();
    assertThat(trusted.trusts(TWO)).isFalse();
  }

  @Test
  void aFileIsReadAnewAtEachQuestion() throws IOException {
    TrustedDigests trusted = TrustedDigests.in(write(ONE));
    assertThat(trusted.trusts(ONE)).isTrue();
    write(TWO);
    assertThat(trusted.trusts(ONE)).isFalse();
    assertThat(trusted.trusts(TWO)).isTrue();
  }

  @Test
  void aLineThatIsNoDigestAnswersForNothingInTheFile() throws IOException {
    Path file = write(ONE + "\nlatest\n");
    TrustedDigests trusted = TrustedDigests.in(file);
    assertThatThrownBy(() -> trusted.trusts(ONE))
        .isInstanceOf(RulePackException.class)
        .hasMessage(
            file + ":2: found latest, allowed is sha256: and 64 lower-case hexadecimal digits");
  }

  @Test
  void aFileThatIsNotThereTrustsNothing() {
    TrustedDigests trusted = TrustedDigests.in(folder.resolve("none"));
    assertThatThrownBy(() -> trusted.trusts(ONE))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("the trusted digests in " + folder.resolve("none"));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("trusted"), text);
  }
}
