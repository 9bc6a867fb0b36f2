package org.spinepain.guideline.tests.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spinepain.guideline.tests.cli.Guideline;
import org.spinepain.guideline.tests.pack.GitRepository;
import org.spinepain.guideline.tests.process.PlainProcess;

/**
 * The author's guide in the README of the rules, followed from top to bottom in a repository of its
 * own: diffs are applied, vignettes written, commands run by bash, and what they print is compared
 * with what is shown. Only Maven is not run: the jar that it would build is that of this build; and
 * Java is told to start quickly.
 */
@Tag("thorough")
class GuideTest {

  private static final Path PROJECT = Path.of("..");
  private static final String README = "guideline-rules/README.md";
  private static final String HEADING = "### A guideline update, from zero to a merged change";
  private static final String MAVEN =
      """
      mvn() {
        [ "$*" = "-q -DskipTests package" ] || { echo "mvn $*: not what builds the jar"; return 9; }
        mkdir -p guideline-tests/target && cp "$GUIDELINE_JAR" guideline-tests/target/guideline.jar
      }
      """;

  /** Of commands that end soon, little is gained by compiling what is compiled already better. */
  private static final String JAVA =
      """
      java() {
        command java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "$@"
      }
      """;

  @TempDir private Path folder;

  private Path clone;
  private Path jar;
  private String definitions = MAVEN + JAVA;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void theGuideIsFollowed() throws Exception {
    clone = Files.createDirectory(folder.resolve("clone"));
    copy("guideline-rules");
    copy("guideline-tests");
    Files.copy(PROJECT.resolve(".gitignore"), clone.resolve(".gitignore"));
    GitRepository.of(clone);
    jar = jarOfThisBuild();

    List<Block> blocks = Block.under(HEADING, Files.readString(PROJECT.resolve(README)));
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      switch (block.language()) {
        case "diff" -> assertRuns(block, "git apply -", block.text(), Optional.empty());
        case "yaml" -> write(block);
        case "sh" -> run(block, next(blocks, i));
        default -> assertThat(block.language()).as(at(block)).isEqualTo("text");
      }
    }
    Path log = folder.resolve("status");
    assertThat(bash("git status --porcelain", "", log)).isZero();
    assertThat(Files.readString(log)).as("all that was changed is committed").isEmpty();
  }

  private static Optional<Block> next(List<Block> blocks, int i) {
    return blocks.stream().skip(i + 1L).limit(1).filter(b -> b.language().equals("text")).findAny();
  }

  private static String at(Block block) {
    return README + ":" + block.line();
  }

  private void write(Block block) throws IOException {
    String place = block.text().lines().findFirst().orElseThrow();
    assertThat(place).as(at(block)).startsWith("# guideline-tests/src/main/resources/vignettes/");
    Files.writeString(clone.resolve(place.substring(2)), block.text());
  }

  private void run(Block block, Optional<Block> shown) throws Exception {
    if (block.text().startsWith("guideline()")) {
      definitions += block.text();
    } else if (block.text().contains(" --watch ")) {
      watch(block, shown.orElseThrow());
    } else {
      assertRuns(block, block.text(), "", shown);
    }
  }

  private void assertRuns(Block block, String commands, String in, Optional<Block> shown)
      throws Exception {
    Path log = folder.resolve(block.line() + ".log");
    int exitCode = bash(definitions + commands, in, log);
    String printed = Files.readString(log);
    assertThat(exitCode)
        .as("%s: %s%nprinted: %s", at(block), commands, printed)
        .isEqualTo(shown.map(Block::exitCode).orElse(0));
    shown.ifPresent(s -> assertThat(printed).as(at(s)).containsPattern(s.printed()));
  }

  private int bash(String commands, String in, Path log) throws Exception {
    Process bash = start(commands, log);
    try (OutputStream input = bash.getOutputStream()) {
      input.write(in.getBytes(UTF_8));
    }
    return bash.waitFor();
  }

  private Process start(String commands, Path log) throws IOException {
    ProcessBuilder bash = PlainProcess.of(List.of("bash", "-e", "-c", commands));
    bash.environment().put("GUIDELINE_JAR", jar.toString());
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      bash.environment().put("GIT_" + who + "_NAME", "Author");
      bash.environment().put("GIT_" + who + "_EMAIL", "author@example.org");
    }
    return bash.directory(clone.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Waits until what is shown is printed, and ends what would not end by itself. */
  private void watch(Block block, Block shown) throws Exception {
    Path log = folder.resolve(block.line() + ".log");
    Process bash = start(definitions + block.text(), log);
    Pattern last = Pattern.compile("\\d s\\.\\R");
    try {
      while (bash.isAlive() && !last.matcher(Files.readString(log)).find()) {
        Thread.sleep(100);
      }
      assertThat(Files.readString(log)).as(at(shown)).containsPattern(shown.printed());
    } finally {
      bash.descendants().forEach(ProcessHandle::destroy);
      bash.destroy();
      bash.waitFor();
    }
  }

  /** The files of a module that git would have. */
  private void copy(String module) throws IOException {
    Path from = PROJECT.resolve(module);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path inModule = from.relativize(file);
        if (!inModule.startsWith("target")) {
          Path to = clone.resolve(module).resolve(inModule);
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
  }

  private Path jarOfThisBuild() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Guideline.class.getName());
    main.put(Attributes.Name.CLASS_PATH, classPath());
    Path made = folder.resolve("guideline.jar");
    try (OutputStream out = Files.newOutputStream(made)) {
      new JarOutputStream(out, manifest).close();
    }
    return made;
  }

  /** Without the tests, which log. */
  private static String classPath() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(entry -> !entry.getFileName().toString().matches("test-classes|logback-.*"))
        .map(entry -> entry.toUri().toString())
        .collect(Collectors.joining(" "));
  }
}
