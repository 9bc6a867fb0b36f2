package org.spinepain.guideline.tests.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.engine.PackFiles;

/** Where the source of a pack is found, and what is told where there is none. */
class PackSourceTest {

  private static final PackSource PACK = TinyPack.source();

  /** Of Linux. */
  private static final int LONGEST_PATH = 4096;

  @TempDir private Path folder;

  // Folders and jars.

  @Test
  void aFolderOfRulesHoldsThePack() throws IOException {
    TinyPack.write(PACK, folder);
    assertThat(PackSource.in(folder).files()).isEqualTo(PACK.files());
  }

  @Test
  void aFolderOfResourcesAboveTheRulesHoldsThePack() throws IOException {
    TinyPack.write(PACK, folder.resolve(PackFiles.FOLDER));
    assertThat(PackSource.in(folder).files()).isEqualTo(PACK.files());
  }

  @Test
  void aJarHoldsThePack() throws IOException {
    assertThat(PackSource.in(jar(PackFiles.FOLDER)).files()).isEqualTo(PACK.files());
  }

  @Test
  void whatIsNeitherDrlNorTheDescriptorBelongsToNoPack() throws IOException {
    TinyPack.write(PACK, folder);
    Files.writeString(folder.resolve("notes.txt"), "nothing");
    Files.writeString(folder.resolve("decision/1-decision.drl.orig"), "nothing");
    assertThat(PackSource.in(folder).files()).isEqualTo(PACK.files());
  }

  @Test
  void aFolderThatDoesNotExistIsToldWithWhatIsAllowed() {
    assertHoldsNone(folder.resolve("nowhere"));
  }

  @Test
  void anEmptyFolderIsToldWithWhatIsAllowed() {
    assertHoldsNone(folder);
  }

  @Test
  void aFolderOfRulesWithoutDescriptorIsToldWithWhatIsAllowed() throws IOException {
    TinyPack.write(PACK, folder);
    Files.delete(folder.resolve(PackSource.DESCRIPTOR));
    assertHoldsNone(folder);
  }

  @Test
  void aJarOfSomethingElseIsToldWithWhatIsAllowed() throws IOException {
    assertHoldsNone(jar("com/example"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatCannotBeReadToItsEndIsTold() throws IOException {
    TinyPack.write(PACK, folder);
    longPath(folder.resolve("rest"));
    Path deepest = longPath(folder.resolve("decision/deep"));
    Path tooDeep = deepest.resolve("rest");
    Files.move(folder.resolve("rest"), tooDeep);
    try {
      assertThatThrownBy(() -> PackSource.in(folder))
          .isInstanceOf(PackSourceException.class)
          .hasMessageStartingWith(folder + " cannot be read as a rule pack: ");
    } finally {
      Files.move(tooDeep, folder.resolve("rest"));
    }
  }

  /** Folders in one another, half as deep as a path can be long. */
  private static Path longPath(Path from) throws IOException {
    Path path = from;
    while (path.toString().length() < LONGEST_PATH / 2) {
      path = path.resolve("f".repeat(200));
    }
    return Files.createDirectories(path);
  }

  @Test
  void aFileThatIsNoJarIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("rules.drl"), "rule");
    assertThatThrownBy(() -> PackSource.in(file))
        .isInstanceOf(PackSourceException.class)
        .hasMessageStartingWith(file + " cannot be read as a rule pack: ");
  }

  // Revisions of git.

  @Test
  void aRevisionHoldsThePackAsItWasCommitted() throws IOException {
    TinyPack.write(PACK, folder);
    GitRepository.of(folder);
    TinyPack.write(
        PACK.describedWith("standing.checkedTo = 2025-11", "standing.checkedTo = 2025-12"), folder);
    Files.writeString(folder.resolve("decision/2-new.drl"), "// new");
    assertThat(PackSource.at("HEAD", folder).files()).isEqualTo(PACK.files());
  }

  @Test
  void anEarlierRevisionHoldsThePackAsItWasThen() throws IOException {
    TinyPack.write(PACK, folder);
    GitRepository repository = GitRepository.of(folder);
    Files.delete(folder.resolve(TinyPack.GUIDANCE));
    repository.commit();
    assertThat(PackSource.at("HEAD~1", folder).files()).isEqualTo(PACK.files());
  }

  @Test
  void aFolderOfResourcesDeepInTheWorkTreeHoldsThePack() throws IOException {
    Path resources = folder.resolve("guideline-rules/src/main/resources");
    TinyPack.write(PACK, resources.resolve(PackFiles.FOLDER));
    GitRepository.of(folder);
    assertThat(PackSource.at("HEAD", resources).files()).isEqualTo(PACK.files());
  }

  @Test
  void lettersBeyondAsciiAreReadFromARevisionAsTheyAre() throws IOException {
    PackSource accented = PACK.replacing(TinyPack.GUIDANCE, "no adult.", "pas adulte, désolé.");
    TinyPack.write(accented, folder);
    GitRepository.of(folder);
    assertThat(PackSource.at("HEAD", folder).files()).isEqualTo(accented.files());
  }

  @Test
  void whatGitWarnsOfIsNoPartOfAPack() throws IOException {
    TinyPack.write(PACK, folder);
    GitRepository.of(folder).nameTwice("ambiguous");
    assertThat(PackSource.at("ambiguous", folder).files()).isEqualTo(PACK.files());
  }

  @Test
  void aRevisionThatGitDoesNotKnowIsTold() throws IOException {
    TinyPack.write(PACK, folder);
    GitRepository.of(folder);
    assertNoRevision("no-such-revision").hasMessageContaining("no-such-revision");
  }

  @Test
  void aRevisionIsNoOptionOfGit() throws IOException {
    TinyPack.write(PACK, folder);
    GitRepository.of(folder);
    assertNoRevision("--help").hasMessageContaining("--help");
  }

  @Test
  void aFolderOutsideAnyWorkTreeIsTold() throws IOException {
    TinyPack.write(PACK, folder);
    assertNoRevision("HEAD").hasMessageContaining("git");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertNoRevision(String revision) {
    return assertThatThrownBy(() -> PackSource.at(revision, folder))
        .isInstanceOf(PackSourceException.class)
        .hasMessageStartingWith("git: ")
        .hasMessageNotContaining("\n");
  }

  private static void assertHoldsNone(Path path) {
    assertThatThrownBy(() -> PackSource.in(path))
        .isInstanceOf(PackSourceException.class)
        .hasMessage(
            path
                + " holds no rule pack: allowed is a jar of one, or a folder with"
                + " guideline.properties in it or in "
                + PackFiles.FOLDER);
  }

  /** A jar that has the pack in this folder. */
  private Path jar(String inside) throws IOException {
    Path jar = folder.resolve("pack.jar");
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      TinyPack.write(PACK, files.getPath(inside));
    }
    return jar;
  }
}
