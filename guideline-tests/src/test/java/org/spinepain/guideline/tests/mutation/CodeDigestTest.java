package org.spinepain.guideline.tests.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.pack.ModuleHome;

/** Which changes of the code make the results of an earlier mutation run unusable. */
class CodeDigestTest {

  private static final byte[] CODE = {1, 2, 3};

  @TempDir private Path folder;

  @BeforeEach
  void aClass() throws IOException {
    Files.createDirectories(folder.resolve("p"));
    Files.write(folder.resolve("p/A.class"), CODE);
  }

  private String digest() {
    return CodeDigest.of(List.of(folder));
  }

  @Test
  void aClassThatChangedIsOtherCode() throws IOException {
    String before = digest();
    Files.write(folder.resolve("p/A.class"), new byte[] {1, 2, 4});
    assertThat(digest()).isNotEqualTo(before);
  }

  @Test
  void aClassOfAnotherNameIsOtherCode() throws IOException {
    String before = digest();
    Files.move(folder.resolve("p/A.class"), folder.resolve("p/B.class"));
    assertThat(digest()).isNotEqualTo(before);
  }

  @Test
  void whatIsNoClassIsNoCode() throws IOException {
    String before = digest();
    Files.writeString(folder.resolve("p/vignette.yaml"), "id: a");
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void theSameClassesInAJarAreTheSameCode() throws IOException {
    Path jar = folder.resolve("p.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("p/A.class"));
      entries.write(CODE);
    }
    assertThat(CodeDigest.of(List.of(jar))).isEqualTo(digest());
  }

  @Test
  void theClassesOfModelEngineAndKitAreTheCodeThatJudges() {
    assertThat(
            List.of(
                "model/ClinicalCase.class",
                "engine/GuidelineEngine.class",
                "rules/conclusion/Reason.class",
                "tests/mutation/Judge.class",
                "tests/space/SpaceComparison.class"))
        .allMatch(
            name ->
                CodeDigest.HOMES.stream()
                    .anyMatch(
                        home ->
                            ModuleHome.read(
                                home,
                                root ->
                                    Files.exists(
                                        root.resolve("org/spinepain/guideline/" + name)))));
  }
}
