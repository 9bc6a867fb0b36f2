package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignOffTest {

  private static final ToldChange ONE = change("aaa", "Epidural: was \"a\", becomes \"b\".");
  private static final ToldChange OTHER = change("bbb", "Another.");

  @TempDir private Path folder;

  private static ToldChange change(String id, String sentence) {
    return new ToldChange(
        id,
        sentence,
        new ToldChange.Counts(1, 0, 0, 0, List.of(), List.of()),
        Optional.empty(),
        "a",
        "b",
        List.of(),
        List.of());
  }

  private SignOff read(String text) throws IOException {
    return SignOff.read(Files.writeString(folder.resolve("sign-off.yaml"), text));
  }

  private static String signed(ToldChange... changes) {
    return SignOff.skeleton(List.of(changes))
        .replace("by: pending", "by: A. Clinician")
        .replace("on: pending", "on: 2026-01-31")
        .replace("why: pending", "why: The guideline was updated.");
  }

  @Test
  void aSkeletonSignsNothing() throws IOException {
    SignOff.Result result = read(SignOff.skeleton(List.of(ONE))).of(List.of(ONE));

    assertThat(result.unsigned()).containsExactly(ONE);
    assertThat(result.gone()).isEmpty();
  }

  @Test
  void whatIsSignedWhollyIsExact() throws IOException {
    assertThat(read(signed(ONE, OTHER)).of(List.of(OTHER, ONE)).isExact()).isTrue();
  }

  @Test
  void anEntryWithoutAReasonSignsNothing() throws IOException {
    String unexplained = signed(ONE).replace("why: The guideline was updated.", "why: pending");

    assertThat(read(unexplained).of(List.of(ONE)).unsigned()).containsExactly(ONE);
  }

  @Test
  void aChangeThatIsNotNamedIsUnsigned() throws IOException {
    SignOff.Result result = read(signed(ONE)).of(List.of(ONE, OTHER));

    assertThat(result.isExact()).isFalse();
    assertThat(result.unsigned()).containsExactly(OTHER);
  }

  @Test
  void aNamedChangeThatNoLongerOccursIsTold() throws IOException {
    SignOff.Result result = read(signed(ONE, OTHER)).of(List.of(ONE));

    assertThat(result.isExact()).isFalse();
    assertThat(result.gone()).containsExactly(OTHER.sentence());
  }

  @Test
  void aChangedSentenceIsNoLongerTheOneThatWasSigned() throws IOException {
    String other = signed(OTHER).replace("Another.", "Something harmless.");

    assertThat(read(other).of(List.of(OTHER)).isExact()).isFalse();
  }

  @Test
  void noChangesNeedAnEmptySignOff() throws IOException {
    assertThat(read(SignOff.skeleton(List.of())).of(List.of()).isExact()).isTrue();
  }

  @Test
  void aFileThatIsNoSignOffIsRefusedWithItsLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(signed(ONE).replace("2026-01-31", "soon")))
        .withMessageContaining("sign-off.yaml:6: changes[0].on: found \"soon\", allowed is");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(signed(ONE, ONE)))
        .withMessageContaining("each change once");
  }
}
