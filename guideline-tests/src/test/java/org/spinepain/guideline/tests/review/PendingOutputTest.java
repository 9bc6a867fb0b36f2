package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingOutputTest {

  @TempDir private Path folder;

  @Test
  void untilItIsWholeWhatWasThereBeforeStands() throws IOException {
    Path target = Files.writeString(folder.resolve("s.json"), "before");
    try (PendingOutput output = PendingOutput.file(target)) {
      Files.writeString(output.path(), "after");
      assertThat(target).hasContent("before");
      output.commit();
    }
    assertThat(target).hasContent("after");
    assertThat(folder)
        .isDirectoryContaining("glob:**s.json")
        .isDirectoryNotContaining("glob:**part*");
  }

  @Test
  void whatIsNotCommittedIsRemovedAFolderWithAllThatIsInIt() throws IOException {
    try (PendingOutput output = PendingOutput.folder(folder.resolve("tables"))) {
      Files.writeString(output.path().resolve("half.csv"), "a,b");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anInterruptRemovesAllThatIsNotWholeYet() throws IOException {
    PendingOutput file = PendingOutput.file(folder.resolve("s.json"));
    Files.writeString(file.path(), "{");
    PendingOutput tables = PendingOutput.folder(folder.resolve("tables"));
    Files.writeString(tables.path().resolve("half.csv"), "a,b");

    PendingOutput.discardAll();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void ofSeveralNoneGetsItsNameUntilAllAreOnTheDisk() throws IOException {
    Path first = folder.resolve("s.json");
    try (PendingOutput one = PendingOutput.file(first);
        PendingOutput other = PendingOutput.file(folder.resolve("s.html"))) {
      Files.delete(other.path());

      assertThatThrownBy(() -> PendingOutput.commitAll(List.of(one, other)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(folder.resolve("s.html") + ": ");
      assertThat(first).doesNotExist();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void twoOfOneNameDoNotGetInEachOthersWay() throws IOException {
    // As when one was killed and its file left behind, and the number of its process comes again.
    Path target = folder.resolve("s.json");
    try (PendingOutput left = PendingOutput.file(target);
        PendingOutput output = PendingOutput.file(target)) {
      assertThat(output.path()).isNotEqualTo(left.path());
    }
  }

  @Test
  void itsOwnNameIsNotTold() throws IOException {
    Path target = folder.resolve("none/s.json");
    assertThatThrownBy(() -> PendingOutput.file(target))
        .isInstanceOf(IOException.class)
        .hasMessage("nothing of this name can be written there");
    assertThatThrownBy(() -> PendingOutput.folder(target))
        .isInstanceOf(IOException.class)
        .hasMessage("nothing of this name can be written there");
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.createFile(full.resolve("s.json"));
    try (PendingOutput output = PendingOutput.folder(full)) {
      assertThatThrownBy(output::commit)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(full + ": ")
          .hasMessageNotContaining(".part");
    }
  }

  @Test
  void whatIsTheOwnersIsReadByNobodyElseWhereTheFileSystemCanSaySo() throws IOException {
    Path target = folder.resolve("s.counts");
    try (PendingOutput output = PendingOutput.ownersFile(target)) {
      Files.writeString(output.path(), "n");
      output.commit();
    }
    assertThat(target).content().isEqualTo("n");
    assumeThat(Files.getFileStore(target).supportsFileAttributeView("posix")).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
  }

  @Test
  void aDeviceIsNotReplacedByAFile() {
    assertThatThrownBy(() -> PendingOutput.file(Path.of("/dev/null")))
        .isInstanceOf(IOException.class)
        .hasMessage("/dev/null is no file");
  }
}
