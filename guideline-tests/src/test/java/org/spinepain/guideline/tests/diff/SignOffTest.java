package org.spinepain.guideline.tests.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.PackSource;

class SignOffTest {

  private static final ToldChange ONE = change("aaa", "Epidural: was \"a\", becomes \"b\".");
  private static final ToldChange OTHER = change("bbb", "Another.");

  @TempDir private Path folder;

  private static ToldChange change(String id, String sentence) {
    return new ToldChange(
        id,
        sentence,
        new ToldChange.Counts(1, 0, 0, 0, 0, List.of(), List.of()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "a",
        "b",
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static DiffReport report(ToldChange... changes) {
    return report("sha256:01", "sha256:02", changes);
  }

  private static DiffReport report(String old, String young, ToldChange... changes) {
    return new DiffReport(
        new DiffReport.Packs(old, young), new DiffReport.Asked(1, 0, 0, 0, 0, 0), List.of(changes));
  }

  private SignOff read(String text) throws IOException {
    return SignOff.read(Files.writeString(folder.resolve("sign-off.yaml"), text));
  }

  private static String signed(ToldChange... changes) {
    return signed(report(changes));
  }

  private static String signed(DiffReport report) {
    return SignOff.skeleton(report)
        .replace("by: pending", "by: A. Clinician")
        .replace("on: pending", "on: 2026-01-31")
        .replace("why: pending", "why: The guideline was updated.");
  }

  @Test
  void aSkeletonSignsNothing() throws IOException {
    SignOff.Result result = read(SignOff.skeleton(report(ONE))).of(report(ONE));

    assertThat(result.unsigned()).containsExactly(ONE);
    assertThat(result.gone()).isEmpty();
  }

  @Test
  void whatIsSignedWhollyIsExact() throws IOException {
    assertThat(read(signed(ONE, OTHER)).of(report(OTHER, ONE)).isExact()).isTrue();
  }

  @Test
  void anEntryWithoutAReasonSignsNothing() throws IOException {
    String unexplained = signed(ONE).replace("why: The guideline was updated.", "why: pending");

    assertThat(read(unexplained).of(report(ONE)).unsigned()).containsExactly(ONE);
  }

  @Test
  void aChangeThatIsNotNamedIsUnsigned() throws IOException {
    SignOff.Result result = read(signed(ONE)).of(report(ONE, OTHER));

    assertThat(result.isExact()).isFalse();
    assertThat(result.unsigned()).containsExactly(OTHER);
  }

  @Test
  void aNamedChangeThatNoLongerOccursIsTold() throws IOException {
    SignOff.Result result = read(signed(ONE, OTHER)).of(report(ONE));

    assertThat(result.isExact()).isFalse();
    assertThat(result.gone()).containsExactly(OTHER.sentence());
  }

  @Test
  void aChangedSentenceIsNoLongerTheOneThatWasSigned() throws IOException {
    String other = signed(OTHER).replace("Another.", "Something harmless.");

    assertThat(read(other).of(report(OTHER)).isExact()).isFalse();
  }

  @Test
  void aSignOffIsOfTheseTwoPacksOnlyWhateverTheSentences() throws IOException {
    SignOff signOff = read(signed(ONE));

    SignOff.Result otherOld = signOff.of(report("sha256:03", "sha256:02", ONE));
    SignOff.Result otherNew = signOff.of(report("sha256:01", "sha256:03", ONE));

    assertThat(otherOld.isExact()).isFalse();
    assertThat(otherOld.otherPacks())
        .containsExactly(
            "the old pack is not the one of the sign-off: found sha256:03, signed off was"
                + " sha256:01; look at all changes and sign them again");
    assertThat(otherNew.isExact()).isFalse();
    assertThat(otherNew.otherPacks())
        .containsExactly(
            "the new pack is not the one of the sign-off: found sha256:03, signed off was"
                + " sha256:02; look at all changes and sign them again");
    assertThat(signOff.of(report("sha256:02", "sha256:01", ONE)).otherPacks()).hasSize(2);
  }

  /** The sentence says only that guidance comes, and stays the same. */
  @Tag("thorough")
  @Test
  void guidanceThatIsSignedAsGivenCannotBeRewordedBehindTheSignOff() throws IOException {
    String file = "guidance/1-guidance.drl";
    PackSource bundled = PackSource.bundled();
    BuiltPack without = Edits.withoutRule(bundled, file, "exercise-therapy").build();
    PackSource edited = bundled.replacing(file, "such as exercise therapy", "such as exercise");
    DiffReport told = PackDiff.between(without, bundled.build(), List.of());
    DiffReport reworded = PackDiff.between(without, edited.build(), List.of());
    SignOff signOff = read(signed(told));

    assertThat(signOff.of(told).isExact()).isTrue();
    assertThat(reworded.changes().get(0).sentence()).isEqualTo(told.changes().get(0).sentence());
    assertThat(signOff.of(reworded).isExact()).isFalse();
    assertThat(signOff.of(reworded).unsigned()).isEqualTo(reworded.changes());
    assertThat(signOff.of(reworded).otherPacks())
        .singleElement()
        .asString()
        .startsWith("the new pack is not the one of the sign-off");
  }

  @Test
  void aSignOffThatDoesNotSayOfWhichPacksIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(signed(ONE).replace("new: \"sha256:02\"\n", "")))
        .withMessageContaining("new");
  }

  @Test
  void noChangesNeedAnEmptySignOff() throws IOException {
    assertThat(read(SignOff.skeleton(report())).of(report()).isExact()).isTrue();
  }

  @Test
  void aFileThatIsNoSignOffIsRefusedWithItsLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(signed(ONE).replace("2026-01-31", "soon")))
        .withMessageContaining("sign-off.yaml:8: changes[0].on: found \"soon\", allowed is");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(signed(ONE, ONE)))
        .withMessageContaining("each change once");
  }
}
