package org.spinepain.guideline.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars from a Maven repository, which here is a folder that stands for Maven Central too. */
class MavenOriginTest {

  private static final String ARTIFACT = "org.example:pack:";

  @TempDir Path folder;

  @BeforeEach
  void publish() throws IOException {
    publish("1.0.0", "1.9.0", "1.10.0");
    settings("");
  }

  @Test
  void aVersionIsItsJar() {
    assertThat(origin("1.9.0").jars())
        .singleElement()
        .satisfies(
            jar -> {
              assertThat(jar.name()).isEqualTo("pack-1.9.0.jar");
              assertThat(new String(jar.bytes(), UTF_8)).isEqualTo("the jar of 1.9.0");
            });
  }

  @Test
  void aRangeIsTheJarsOfTheVersionsInIt() {
    assertThat(names("[1.9,2)")).containsExactlyInAnyOrder("pack-1.9.0.jar", "pack-1.10.0.jar");
  }

  @Test
  void ofARangeTheTwentyNewestAreTaken() throws IOException {
    publish(IntStream.rangeClosed(0, 20).mapToObj(i -> "1." + i + ".0").toArray(String[]::new));
    assertThat(names("[1,2)"))
        .hasSize(20)
        .contains("pack-1.1.0.jar", "pack-1.20.0.jar")
        .doesNotContain("pack-1.0.0.jar");
  }

  @Test
  void aRepositoryThatDoesNotAnswerIsToldBesideTheVersionsOfTheOthers() throws IOException {
    settings(
        """
        <profiles><profile><id>site</id><repositories><repository>
          <id>site</id><url>http://127.0.0.1:1/</url>
        </repository></repositories></profile></profiles>
        <activeProfiles><activeProfile>site</activeProfile></activeProfiles>
        """);
    List<PackJar> jars = origin("[1.10,2)").jars();
    assertThat(jars)
        .extracting(PackJar::name)
        .containsExactlyInAnyOrder("org.example:pack:[1.10,2)", "pack-1.10.0.jar");
    assertThatThrownBy(() -> RulePack.load(origin("[3,4)"), digest -> true))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("org.example:pack:[3,4): its versions are not all known: ")
        .hasMessageContaining("site (http://127.0.0.1:1/");
  }

  @Test
  void aVersionThatWasPublishedSinceIsFoundInARange() throws IOException {
    assertThat(names("[1.10,2)")).containsExactly("pack-1.10.0.jar");
    publish("1.0.0", "1.9.0", "1.10.0", "1.11.0");
    assertThat(names("[1.10,2)")).containsExactlyInAnyOrder("pack-1.10.0.jar", "pack-1.11.0.jar");
  }

  @Test
  void aRangeWithoutVersionIsRefused() {
    assertThatThrownBy(() -> origin("[3,4)").jars())
        .isInstanceOf(RulePackException.class)
        .hasMessage("no repository has a version of org.example:pack:[3,4)");
  }

  @Test
  void aVersionThatNoRepositoryHasIsToldAsOneJarThatCannotBeHad() {
    assertThatThrownBy(() -> RulePack.load(origin("3.0.0"), digest -> true))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("pack-3.0.0.jar: it cannot be fetched: ");
  }

  @Test
  void aJarFromARepositoryNeedsItsPinToo() {
    String digest = origin("1.9.0").jars().get(0).digest();
    assertThatThrownBy(() -> RulePack.load(origin("1.9.0"), TrustedDigests.of()))
        .isInstanceOf(RulePackException.class)
        .hasMessage("pack-1.9.0.jar: it is not trusted; whoever trusts it pins " + digest);
  }

  @Test
  void offlineOnlyTheLocalRepositoryAnswers() {
    assertThatThrownBy(() -> RulePack.load(origin("1.9.0").offline(), digest -> true))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("pack-1.9.0.jar: it cannot be fetched: ");
    assertThat(origin("1.9.0").jars().get(0).digest())
        .isEqualTo(origin("1.9.0").offline().jars().get(0).digest());
  }

  @Test
  void settingsThatSayOfflineAreHeard() throws IOException {
    settings("<offline>true</offline>");
    assertThatThrownBy(() -> RulePack.load(origin("1.9.0"), digest -> true))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("offline mode");
  }

  @Test
  void anEncryptedPasswordOfTheRepositoryIsRefused() throws IOException {
    settings(server("everything", "{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}"));
    assertThatThrownBy(() -> origin("1.9.0").jars())
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith(
            "the password of the server everything in the Maven settings is encrypted");
  }

  @Test
  void anEncryptedPasswordOfAnotherServerIsNoMatter() throws IOException {
    settings(server("elsewhere", "{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}"));
    assertThat(origin("1.9.0").jars()).hasSize(1);
  }

  @Test
  void repositoriesOfActiveProfilesAreAsked() throws IOException {
    Path other = folder.resolve("other");
    Path jar = other.resolve("org/example/pack/5.0.0/pack-5.0.0.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "the jar of 5.0.0");
    settings(
        """
        <profiles><profile><id>site</id><repositories><repository>
          <id>site</id><url>%s</url>
        </repository></repositories></profile></profiles>
        <activeProfiles><activeProfile>site</activeProfile></activeProfiles>
        """
            .formatted(other.toUri()));
    assertThat(names("5.0.0")).containsExactly("pack-5.0.0.jar");
    assertThat(origin("5.0.0").jars().get(0).bytes()).hasSize("the jar of 5.0.0".length());
  }

  @Test
  void settingsThatAreNotThereAreRefused() {
    Path none = folder.resolve("none.xml");
    assertThatThrownBy(() -> MavenOrigin.of(ARTIFACT + "1.9.0").settings(none).jars())
        .isInstanceOf(RulePackException.class)
        .hasMessage("there are no Maven settings " + none);
  }

  @Test
  void settingsThatCannotBeReadAreRefused() throws IOException {
    settings("<offline>");
    assertThatThrownBy(() -> origin("1.9.0").jars())
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("the Maven settings " + folder.resolve("settings.xml"));
  }

  @Test
  void ofSettingsThatCannotBeReadNoPasswordIsTold() throws IOException {
    settings("<servers><server><password>hunter2</passwrd></server></servers>");
    assertThatThrownBy(() -> origin("1.9.0").jars())
        .hasMessageContaining("they are no valid settings at line ")
        .message()
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "org.example:pack", "org.example:pack:jar:1.0", "a::1", "a:b: 1"})
  void whatAreNoCoordinatesIsRefused(String coordinates) {
    assertThatThrownBy(() -> MavenOrigin.of(coordinates))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("found " + coordinates + ", allowed are group:artifact:version");
  }

  @Test
  void withoutMavensLibrariesItSaysWhatToAdd() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!Path.of(path).getFileName().toString().startsWith("maven-")) {
        urls.add(Path.of(path).toUri().toURL());
      }
    }
    try (URLClassLoader host =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = host.loadClass(MavenOrigin.class.getName());
      Object origin = type.getMethod("of", String.class).invoke(null, ARTIFACT + "1.9.0");
      assertThatThrownBy(() -> type.getMethod("jars").invoke(origin))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageContaining("maven-resolver-supplier-mvn3")
          .hasMessageContaining("maven-settings-builder");
    }
  }

  private MavenOrigin origin(String version) {
    return MavenOrigin.of(ARTIFACT + version).settings(folder.resolve("settings.xml"));
  }

  private List<String> names(String versions) {
    return origin(versions).jars().stream().map(PackJar::name).toList();
  }

  private void publish(String... versions) throws IOException {
    Path artifact = Files.createDirectories(folder.resolve("remote/org/example/pack"));
    StringBuilder listed = new StringBuilder();
    for (String version : versions) {
      listed.append("<version>").append(version).append("</version>");
      Path jar = artifact.resolve(version).resolve("pack-" + version + ".jar");
      Files.createDirectories(jar.getParent());
      Files.writeString(jar, "the jar of " + version);
    }
    Files.writeString(
        artifact.resolve("maven-metadata.xml"),
        """
        <metadata>
          <groupId>org.example</groupId>
          <artifactId>pack</artifactId>
          <versioning><versions>%s</versions></versioning>
        </metadata>
        """
            .formatted(listed));
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        folder.resolve("settings.xml"),
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors><mirror>
            <id>everything</id><url>%s</url><mirrorOf>central</mirrorOf>
          </mirror></mirrors>
          %s
        </settings>
        """
            .formatted(folder.resolve("local"), folder.resolve("remote").toUri(), more));
  }

  private static String server(String id, String password) {
    return "<servers><server><id>%s</id><username>u</username><password>%s</password></server></servers>"
        .formatted(id, password);
  }
}
