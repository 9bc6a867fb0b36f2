package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which saves are noticed. A save that is not leaves the test waiting, until its time is up. */
@Timeout(60)
class FolderWatchTest {

  @TempDir private Path folder;

  private Path file;
  private FolderWatch watch;

  @BeforeEach
  void watch() throws Exception {
    file = Files.writeString(folder.resolve("1.drl"), "( !a )");
    watch = new FolderWatch(List.of(folder));
  }

  @Test
  void anEditOfTheSameLengthAtTheSameTimeIsNoticed() throws Exception {
    FileTime modified = Files.getLastModifiedTime(file);
    Files.writeString(file, "(  a )");
    Files.setLastModifiedTime(file, modified);

    assertThat(watch.awaitChange()).isNotZero();
  }

  @Test
  void aSaveThatChangesNothingIsNoticed() throws Exception {
    FileTime later = FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 1_000);
    Files.setLastModifiedTime(file, later);

    assertThat(watch.awaitChange()).isNotZero();
  }
}
