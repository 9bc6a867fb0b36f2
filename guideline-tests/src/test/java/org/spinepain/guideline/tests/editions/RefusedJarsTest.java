package org.spinepain.guideline.tests.editions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.PackOrigin;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.TrustedDigests;

/** Jars that cannot be used: each is refused with its reason, and no class of it is loaded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedJarsTest {

  static final String MODELS = "META-INF/kie/org.spinepain/guideline-rules/drools-model";

  private static final String FIRST_RULE = "decision/1-scope.drl";
  private static final String SCOPE = PackFiles.FOLDER + "/" + FIRST_RULE;

  @TempDir static Path folder;

  private SortedMap<String, byte[]> wired;
  private byte[] whole;

  @BeforeAll
  void makeAWiredPack() throws IOException {
    wired = new Tripwire(folder).in(EditionJars.bundled());
    whole = EditionJars.zip(wired);
  }

  @BeforeEach
  void setTheWire() {
    Tripwire.set();
  }

  /** A jar, and what is said against it. */
  record Refused(String what, Supplier<byte[]> jar, String reason) {

    @Override
    public String toString() {
      return what;
    }
  }

  private Refused refused(String what, SortedMap<String, byte[]> files, String reason) {
    return new Refused(what, () -> EditionJars.zip(files), reason);
  }

  private SortedMap<String, byte[]> without(String name) {
    SortedMap<String, byte[]> files = new TreeMap<>(wired);
    assertThat(files.remove(name)).isNotNull();
    return files;
  }

  Stream<Refused> jars() {
    return Stream.of(
        new Refused("no zip file", () -> "not a zip file, but text".getBytes(UTF_8), NO_END),
        new Refused("an empty file", () -> new byte[0], NO_END),
        new Refused("a byte behind the end", () -> Arrays.copyOf(whole, whole.length + 1), NO_END),
        refused(
            "a jar of something else",
            new TreeMap<>(Map.of("com/example/A.class", new byte[] {1})),
            "it is no rule pack: it has no " + EditionJars.INDEX),
        refused(
            "no descriptor",
            without(EditionJars.DESCRIPTOR),
            "the pack has no " + EditionJars.DESCRIPTOR),
        refused("no list of models", without(MODELS), "it is no rule pack: it has no " + MODELS),
        refused(
            "an empty index",
            EditionJars.with(wired, EditionJars.INDEX, ""),
            "the rule index of the pack is damaged"),
        refused(
            "an index from before contracts",
            EditionJars.replacing(wired, EditionJars.INDEX, "\\t1\n", "\n"),
            "the rule index of the pack is damaged"),
        refused(
            "a later contract",
            EditionJars.replacing(wired, EditionJars.INDEX, "\\t1\n", "\t2\n"),
            "the pack was built for contract 2 between rules and engine, and this engine has 1:"
                + " a newer guideline-rules is needed on the classpath"),
        refused(
            "an earlier contract",
            EditionJars.replacing(wired, EditionJars.INDEX, "\\t1\n", "\t0\n"),
            "the pack was built for contract 0 between rules and engine, and this engine has 1:"
                + " a newer build of the pack is needed"),
        refused(
            "another Drools",
            EditionJars.replacing(wired, MODELS, "10\\.2\\.0", "10.1.0"),
            "the pack was built with Drools 10.1.0 and needs that version, not 10.2.0"),
        refused(
            "a later model",
            EditionJars.replacing(wired, EditionJars.DESCRIPTOR, "from = 1.0.0", "from = 1.9.0"),
            "the pack runs with guideline-model from 1.9.0 and below 2.0.0, not with 1.0.0"),
        refused(
            "a version that is none",
            EditionJars.replacing(wired, EditionJars.INDEX, ":[^:\\t]*\\t", ":latest\t"),
            "the version of the pack is latest, allowed is one such as 2025.1.0"),
        refused(
            "a rule more in the index",
            EditionJars.replacing(
                wired,
                EditionJars.INDEX,
                "\\t1\n",
                "\t1\ndecision/1-scope.drl\t1\tmore\tbmj-e079970#scope\tOne more\n"),
            NOT_ITS_INDEX),
        refused(
            "a rule less in the index",
            EditionJars.replacing(wired, EditionJars.INDEX, "\n[^\n]*\n$", "\n"),
            NOT_ITS_INDEX),
        refused(
            "a rule file changed",
            EditionJars.replacing(wired, SCOPE, "(?s).*(package )", "\n$1"),
            NOT_ITS_INDEX),
        refused(
            "an absolute path",
            EditionJars.with(wired, "/etc/passwd", ""),
            "it has the entry /etc/passwd, which leads out of the jar"),
        refused(
            "a path that leads out",
            EditionJars.with(wired, "org/../../x", ""),
            "it has the entry org/../../x, which leads out of the jar"),
        new Refused("an entry twice", this::twice, "it has the entry META-INF/a1 twice"),
        new Refused("unzipped too large", this::tooLarge, TOO_LARGE),
        new Refused("too many entries", this::tooMany, TOO_LARGE));
  }

  private static final String NO_END = "it is no whole jar: the record at its end is missing";
  private static final String NOT_ITS_INDEX =
      "the rule index of the pack is not that of its rule files";
  private static final String TOO_LARGE = "unzipped, it is larger than a rule pack is";

  private byte[] twice() {
    SortedMap<String, byte[]> files =
        EditionJars.with(EditionJars.with(wired, "META-INF/a1", ""), "META-INF/a2", "");
    return new String(EditionJars.zip(files), ISO_8859_1)
        .replace("META-INF/a2", "META-INF/a1")
        .getBytes(ISO_8859_1);
  }

  private byte[] tooLarge() {
    SortedMap<String, byte[]> files = new TreeMap<>(wired);
    files.put("zeros", new byte[64 << 20]);
    return EditionJars.zip(files);
  }

  private byte[] tooMany() {
    SortedMap<String, byte[]> files = new TreeMap<>(wired);
    for (int i = 0; i < 20_000; i++) {
      files.put("many/" + i, new byte[0]);
    }
    return EditionJars.zip(files);
  }

  @ParameterizedTest
  @MethodSource("jars")
  void aPinnedJarIsRefusedBeforeAClassOfItIsLoaded(Refused refused) throws IOException {
    Path jar = write(refused.jar().get());
    assertRefused(jar, EditionJars.digest(jar)).hasMessage("pack.jar: " + refused.reason());
    assertThat(Tripwire.isSteppedOn()).isFalse();
  }

  @Test
  void aJarThatIsNotPinnedIsRefusedWithTheDigestToPin() throws IOException {
    Path jar = write(whole);
    assertRefused(jar, "sha256:" + "0".repeat(64))
        .hasMessage(
            "pack.jar: it is not trusted; whoever trusts it pins " + EditionJars.digest(jar));
    assertThat(Tripwire.isSteppedOn()).isFalse();
  }

  @Test
  void aJarIsNotPinnedAnyMoreWhenOneByteOfItChanges() throws IOException {
    Path jar = write(whole);
    String pinned = EditionJars.digest(jar);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    write(flipped);
    assertRefused(jar, pinned).hasMessageContaining("not trusted");
    assertThat(Tripwire.isSteppedOn()).isFalse();
  }

  @Test
  void aPinnedJarWithAByteFlippedInAnEntryIsRefused() throws IOException {
    byte[] flipped = whole.clone();
    // One of the last of the first entry's data, before its descriptor of 16 bytes.
    flipped[starts("PK\3\4").get(1) - 18] ^= 1;
    Path jar = write(flipped);
    assertRefused(jar, EditionJars.digest(jar))
        .hasMessageStartingWith("pack.jar: it is no whole jar: ");
    assertThat(Tripwire.isSteppedOn()).isFalse();
  }

  @Test
  void aPinnedJarThatIsCutAnywhereIsRefused() throws IOException {
    List<Integer> cuts = new ArrayList<>(starts("PK\3\4"));
    cuts.addAll(starts("PK\1\2"));
    cuts.addAll(List.of(1, 10, 1_000, whole.length / 2, whole.length - 22, whole.length - 1));
    assertThat(cuts).hasSizeGreaterThan(2 * wired.size());
    for (int cut : cuts) {
      Path jar = write(Arrays.copyOf(whole, cut));
      assertRefused(jar, EditionJars.digest(jar)).hasMessage("pack.jar: " + NO_END);
    }
    assertThat(Tripwire.isSteppedOn()).isFalse();
  }

  @Test
  void aPinnedJarThatLacksEntriesBeforeItsEndIsRefused() throws IOException {
    String end = new String(whole, ISO_8859_1).substring(whole.length - 22);
    List<Integer> starts = starts("PK\3\4");
    for (int cut : starts) {
      Path jar =
          write((new String(whole, ISO_8859_1).substring(0, cut) + end).getBytes(ISO_8859_1));
      assertRefused(jar, EditionJars.digest(jar))
          .hasMessageStartingWith("pack.jar: it is no whole jar: ")
          .hasMessageEndingWith(" of " + wired.size() + " entries are there");
    }
    assertThat(Tripwire.isSteppedOn()).isFalse();
  }

  private List<Integer> starts(String signature) {
    String bytes = new String(whole, ISO_8859_1);
    List<Integer> starts = new ArrayList<>();
    for (int at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) {
      starts.add(at);
    }
    return starts;
  }

  @Test
  void aFileThatIsLargerThanAPackIsRefusedUnread() throws IOException {
    Path jar = folder.resolve("huge.jar");
    try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
      file.setLength((32L << 20) + 1);
    }
    assertThatThrownBy(() -> RulePack.load(PackOrigin.jar(jar), digest -> true))
        .isInstanceOf(RulePackException.class)
        .hasMessage(jar + ": it is larger than 32 MiB, which no rule pack is");
  }

  @Test
  void whatIsNoFileIsRefused() {
    Path jar = folder.resolve("none.jar");
    assertThatThrownBy(() -> RulePack.load(PackOrigin.jar(jar), digest -> true))
        .isInstanceOf(RulePackException.class)
        .hasMessage(jar + ": there is no such file");
  }

  // What shows only when the classes are loaded. No cause is kept: it would hold them.

  @Test
  void whatIsListedAsAModelAndIsNoneIsRefused() throws IOException {
    Path jar = write(whole);
    assertRefused(jar, EditionJars.digest(jar))
        .hasMessageStartingWith(
            "pack.jar: the compiled rules " + Tripwire.NAME + " cannot be loaded")
        .hasNoCause();
    assertThat(Tripwire.isSteppedOn()).as("the wire works").isTrue();
  }

  @Test
  void fewerCompiledRulesThanTheIndexSaysAreRefused() throws IOException {
    SortedMap<String, byte[]> files =
        EditionJars.replacing(
            EditionJars.bundled(), MODELS, "\n?[^\n]*rules\\.decision\\.[^\n]*", "");
    Path jar = write(EditionJars.zip(files));
    assertRefused(jar, EditionJars.digest(jar))
        .hasMessageStartingWith("pack.jar: " + FIRST_RULE)
        .hasMessageEndingWith(": this rule is not among the compiled rules");
  }

  @Test
  void aClassThatIsMissingIsRefusedAndNotTakenFromTheClasspath() throws IOException {
    SortedMap<String, byte[]> files = EditionJars.bundled();
    String lambda =
        files.keySet().stream().filter(n -> n.contains("/LambdaConsequence")).findFirst().get();
    files.remove(lambda);
    Path jar = write(EditionJars.zip(files));
    assertRefused(jar, EditionJars.digest(jar))
        .hasMessageStartingWith("pack.jar: the compiled rules ")
        .hasMessageContaining("NoClassDefFoundError")
        .hasNoCause();
  }

  private static Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("pack.jar"), bytes);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      Path jar, String pinned) {
    return assertThatThrownBy(() -> RulePack.load(PackOrigin.jar(jar), TrustedDigests.of(pinned)))
        .isInstanceOf(RulePackException.class);
  }
}
