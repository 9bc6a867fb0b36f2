package org.spinepain.guideline.tests.swap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spinepain.guideline.tests.editions.EditionJars;
import org.spinepain.guideline.tests.process.OtherJvm;

/**
 * What the README says of hostile packs, held to what they do to a host in a JVM of its own, when
 * they are pinned and when they are not.
 */
@Tag("thorough")
@Timeout(300)
class HostilePackTest {

  private static final String NOT_PINNED = "sha256:" + "0".repeat(64);
  private static final String HANGS = "the calling thread hangs";

  private static final int SECONDS_TO_ASK = 120;
  private static final int SECONDS_TO_HANG = 10;

  /** What ends by itself may take long on a loaded machine. */
  private static final int SECONDS_TO_END = 120;

  @TempDir static Path folder;

  private static Path jar;
  private static Map<String, String> toldOf;

  @BeforeAll
  static void build() throws IOException {
    jar = withOtherClasses(EditionJars.jar(folder, Hostile.pack(), "2025.2.0"));
    toldOf = readme();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheReadmeSaysOfAPinnedPackIsSo(Hostile hostile) throws Exception {
    assertThat(toldOf).containsKey(hostile.words());
    assertThat(observed(hostile, EditionJars.digest(jar), toldOf.get(hostile.words())))
        .as("what comes of a pack whose rules %s", hostile.words())
        .isEqualTo(toldOf.get(hostile.words()));
  }

  @ParameterizedTest
  @EnumSource
  void ofAPackThatIsNotPinnedNothingHappens(Hostile hostile) throws Exception {
    assertThat(observed(hostile, NOT_PINNED, "refused")).isEqualTo("refused");
  }

  @Test
  void theReadmeTellsOfNothingElse() {
    assertThat(toldOf.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Hostile.values()).map(Hostile::words).toList());
  }

  /** In the words of the README. */
  private static String observed(Hostile hostile, String pinned, String expected) throws Exception {
    Path file = folder.resolve("written");
    Files.deleteIfExists(file);
    Path out = folder.resolve("out");
    Process host =
        OtherJvm.of(
                List.of("-Xmx128m", "-XX:+UseSerialGC"),
                HostileHost.class,
                hostile,
                jar,
                pinned,
                file)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    int seconds = expected.equals(HANGS) ? SECONDS_TO_HANG : SECONDS_TO_END;
    boolean ended = endsBeforeItAsks(host, out) || host.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) {
      host.destroyForcibly().waitFor();
    }
    List<String> printed =
        Files.readAllLines(out).stream().filter(HostilePackTest::isOurs).toList();
    if (!ended) {
      assertThat(printed).containsExactly("asks");
      return HANGS;
    }
    if (host.exitValue() == 42) {
      assertThat(printed).containsExactly("asks");
      return "the process ends";
    }
    assertThat(host.exitValue()).as("%s", printed).isZero();
    return switch (String.join(", ", printed)) {
      case "refused" -> "refused";
      case "asks, RuleExecutionException, answered" ->
          "`RuleExecutionException`, and the engine goes on";
      case "asks, OutOfMemoryError, answered" -> "`OutOfMemoryError` to the caller";
      case "asks, answered, answered, it happened" -> "it happens";
      default -> printed.toString();
    };
  }

  /** Waits until the host has loaded the pack and asks, or has ended or was too slow. */
  private static boolean endsBeforeItAsks(Process host, Path out) throws Exception {
    for (int tenths = 0; tenths < 10 * SECONDS_TO_ASK; tenths++) {
      if (host.waitFor(100, TimeUnit.MILLISECONDS)) {
        return true;
      }
      if (Files.readAllLines(out).contains("asks")) {
        return false;
      }
    }
    return false;
  }

  /** Not what a JVM or a logger prints. */
  private static boolean isOurs(String line) {
    return line.matches("refused|asks|answered( otherwise)?|it happened|\\w+(Exception|Error)");
  }

  private static Map<String, String> readme() throws IOException {
    Path repository = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    String readme = Files.readString(repository.resolve("guideline-rules/README.md"));
    String section = readme.replaceFirst("(?s).*\n### Security\n(.*?)\n## .*", "$1");
    Map<String, String> rows = new HashMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| (?!what |---)(.+?) \\| (.+?) \\| .+ \\|$").matcher(section);
    while (row.find()) {
      rows.put(row.group(1), row.group(2));
    }
    return rows;
  }

  /** The class, calling what is not there; the one that has the function keeps its name. */
  private static byte[] calledElsewhere(String name, byte[] bytes) {
    return name.endsWith(".class") && !name.matches(".*/Rules\\p{XDigit}+\\.class")
        ? new String(bytes, ISO_8859_1)
            .replace(Hostile.THERE, Hostile.NOT_THERE)
            .getBytes(ISO_8859_1)
        : bytes;
  }

  private static Path withOtherClasses(Path pack) throws IOException {
    Path source = folder.resolve("Foreign.java");
    Files.writeString(source, "package com.example; public class Foreign {}");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertThat(failed).isZero();
    String name = Hostile.FOREIGN.replace('.', '/') + ".class";
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(pack.toFile())) {
      for (var entry : zip.stream().toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    files.replaceAll(HostilePackTest::calledElsewhere);
    files.put(name, Files.readAllBytes(folder.resolve(name)));
    return EditionJars.write(pack, files);
  }
}
