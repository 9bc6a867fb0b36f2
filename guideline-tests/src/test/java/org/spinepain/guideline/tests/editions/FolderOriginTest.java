package org.spinepain.guideline.tests.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.TrustedDigests;

/** Which jar of a folder serves, and what is told of the others. */
class FolderOriginTest {

  private static final TrustedDigests ALL = digest -> true;
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(RulePack.class);

  private final ListAppender<ILoggingEvent> told = new ListAppender<>();

  @TempDir Path folder;

  @BeforeEach
  void listen() {
    told.start();
    LOG.setLevel(Level.WARN);
    LOG.addAppender(told);
  }

  @AfterEach
  void stopListening() {
    LOG.detachAppender(told);
    LOG.setLevel(null);
  }

  @Test
  void theNewestServesByNumberAndNotByText() {
    put("a.jar", "2025.9.0");
    put("b.jar", "2025.10.0");
    put("c.jar", "2025.10.0-rc.1");
    assertThat(version(RulePack.load(PackOrigin.folder(folder), ALL))).isEqualTo("2025.10.0");
    assertThat(told.list).isEmpty();
  }

  @Test
  void onlyFilesThatAreNamedAsJarsAndNotHiddenCount() throws IOException {
    put("a.jar", "2025.1.0");
    put(".b.jar", "2025.2.0");
    put("c.jar.tmp", "2025.3.0");
    Files.createDirectory(folder.resolve("below"));
    put("below/d.jar", "2025.4.0");
    assertThat(version(RulePack.load(PackOrigin.folder(folder), ALL))).isEqualTo("2025.1.0");
  }

  @Test
  void aNewerOneThatIsNotTrustedIsPassedOverAndTold() {
    TrustedDigests pinned = TrustedDigests.of(EditionJars.digest(put("a.jar", "2025.1.0")));
    String other = EditionJars.digest(put("b.jar", "2025.2.0"));
    assertThat(version(RulePack.load(PackOrigin.folder(folder), pinned))).isEqualTo("2025.1.0");
    assertTold("passed over b.jar: it is not trusted; whoever trusts it pins " + other);
  }

  @Test
  void aNewerOneForAnotherDroolsIsPassedOverAndTold() {
    put("a.jar", "2025.1.0");
    put(
        "b.jar",
        EditionJars.replacing(
            EditionJars.bundled("2025.2.0"), RefusedJarsTest.MODELS, "10\\.2\\.0", "10.3.0"));
    assertThat(version(RulePack.load(PackOrigin.folder(folder), ALL))).isEqualTo("2025.1.0");
    assertTold(
        "passed over b.jar: the pack was built with Drools 10.3.0 and needs that version, not"
            + " 10.2.0");
  }

  @Test
  void aNewerOneWhoseClassesDoNotLoadIsPassedOverAndTold() {
    put("a.jar", "2025.1.0");
    SortedMap<String, byte[]> broken = EditionJars.bundled("2025.2.0");
    broken.keySet().removeIf(name -> name.contains("/LambdaConsequence"));
    put("b.jar", broken);
    assertThat(version(RulePack.load(PackOrigin.folder(folder), ALL))).isEqualTo("2025.1.0");
    assertThat(told.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .startsWith("passed over b.jar: the compiled rules ")
        .contains("NoClassDefFoundError");
  }

  @Test
  void aNewerOneThatRecursesWithoutEndWhenLoadedIsPassedOverAndTold(@TempDir Path classes)
      throws IOException {
    put("a.jar", "2025.1.0");
    put("b.jar", Tripwire.overflowing(classes).in(EditionJars.bundled("2025.2.0")));
    assertThat(version(RulePack.load(PackOrigin.folder(folder), ALL))).isEqualTo("2025.1.0");
    assertTold(
        "passed over b.jar: the compiled rules cannot be loaded: java.lang.StackOverflowError");
  }

  @Test
  void whatIsNamedAsAJarAndCannotBeReadIsPassedOverAndTold() throws IOException {
    put("a.jar", "2025.1.0");
    Files.createDirectory(folder.resolve("b.jar"));
    assertThat(version(RulePack.load(PackOrigin.folder(folder), ALL))).isEqualTo("2025.1.0");
    assertTold("passed over b.jar: there is no such file");
  }

  @Test
  void aNamedVersionServesAlsoWhenThereAreNewer() {
    put("a.jar", "2025.1.0");
    put("b.jar", "2025.2.0");
    assertThat(version(RulePack.load(PackOrigin.folder(folder, "2025.1.0"), ALL)))
        .isEqualTo("2025.1.0");
    assertThat(told.list).isEmpty();
  }

  @Test
  void whenANamedVersionIsNotThereThoseThatAreAreTold() {
    put("a.jar", "2025.1.0");
    put("b.jar", "2025.2.0");
    assertThatThrownBy(() -> RulePack.load(PackOrigin.folder(folder, "2025.3.0"), ALL))
        .isInstanceOf(RulePackException.class)
        .hasMessage(
            """
            no rule pack in %s, version 2025.3.0 can be used:
            a.jar: it is version 2025.1.0
            b.jar: it is version 2025.2.0\
            """
                .formatted(folder));
  }

  @Test
  void ofSeveralOfOneVersionTheFirstNameServes() {
    Path first = put("a.jar", "2025.1.0");
    put("b.jar", EditionJars.with(EditionJars.bundled("2025.1.0"), "more.txt", "more"));
    assertThat(RulePack.load(PackOrigin.folder(folder), ALL).reference().jar())
        .contains(EditionJars.digest(first));
  }

  @Test
  void whenNoneCanBeUsedEachIsToldWithItsReason() {
    String first = EditionJars.digest(put("a.jar", "2025.1.0"));
    String second = EditionJars.digest(put("b.jar", "2025.2.0"));
    assertThatThrownBy(() -> RulePack.load(PackOrigin.folder(folder), digest -> false))
        .isInstanceOf(RulePackException.class)
        .hasMessage(
            """
            no rule pack in %s can be used:
            a.jar: it is not trusted; whoever trusts it pins %s
            b.jar: it is not trusted; whoever trusts it pins %s\
            """
                .formatted(folder, first, second));
  }

  @Test
  void anEmptyFolderIsRefused() {
    assertThatThrownBy(() -> RulePack.load(PackOrigin.folder(folder, "2025.1.0"), ALL))
        .isInstanceOf(RulePackException.class)
        .hasMessage("there is no rule pack in " + folder + ", version 2025.1.0");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> RulePack.load(PackOrigin.folder(none), ALL))
        .isInstanceOf(RulePackException.class)
        .hasMessageStartingWith("the folder " + none + " cannot be read");
  }

  private Path put(String name, String version) {
    return put(name, EditionJars.bundled(version));
  }

  private Path put(String name, SortedMap<String, byte[]> files) {
    return EditionJars.write(folder.resolve(name), files);
  }

  private void assertTold(String message) {
    assertThat(told.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.WARN);
              assertThat(event.getFormattedMessage()).isEqualTo(message);
            });
  }

  private static String version(RulePack pack) {
    return pack.reference().coordinates().replaceFirst(".*:", "");
  }
}
