package org.spinepain.guideline.tests.editions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.PackJar;
import org.spinepain.guideline.engine.RuleIndexer;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.tests.pack.CompiledRules;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * Jars of rule packs: of the very build that is on the classpath, whose classes have the names of
 * the bundled ones, and of packs that are compiled here. The same content gives the same bytes.
 */
public final class EditionJars {

  /** The index of the rules, in a jar. */
  public static final String INDEX = "META-INF/spinepain/rule-index.tsv";

  /** The descriptor, in a jar. */
  public static final String DESCRIPTOR = PackFiles.FOLDER + "/" + PackSource.DESCRIPTOR;

  private static final String COMPILED_HERE = "org.spinepain:guideline-rules-in-source:";

  /** Up to the first letter of a text in a guidance rule, or of what a row of evidence says. */
  private static final Pattern TEXT =
      Pattern.compile("new [A-Z]\\w+\\( \"[^\"]*\",[^\"]*\"|\\.saying\\( \"");

  private static final Map<SortedMap<String, String>, SortedMap<String, byte[]>> COMPILED =
      new ConcurrentHashMap<>();

  private static final SortedMap<String, byte[]> BUNDLED = readBundled();

  private EditionJars() {}

  /** A jar of this pack in this folder. What was compiled once is kept. */
  public static Path jar(Path folder, PackSource source, String version) {
    SortedMap<String, byte[]> files =
        new TreeMap<>(COMPILED.computeIfAbsent(source.drl(), CompiledRules::files));
    source.files().forEach((file, text) -> put(files, PackFiles.FOLDER + "/" + file, text));
    put(files, INDEX, index(folder, source, COMPILED_HERE + version));
    return write(folder.resolve("guideline-rules-" + version + ".jar"), files);
  }

  private static String index(Path folder, PackSource source, String coordinates) {
    try {
      Path classes = Files.createTempDirectory(folder, ".classes");
      for (Map.Entry<String, String> file : source.files().entrySet()) {
        Path path = classes.resolve(PackFiles.FOLDER).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      RuleIndexer.main(new String[] {classes.toString(), coordinates});
      return Files.readString(classes.resolve(INDEX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a mark before every text that rules conclude, and before that of the standing. */
  public static PackSource marked(PackSource source, String mark) {
    PackSource marked = source.describedWith("standing.text = ", "standing.text = [" + mark + "] ");
    for (Map.Entry<String, String> file : source.drl().entrySet()) {
      marked =
          marked.with(
              file.getKey(),
              TEXT.matcher(file.getValue()).replaceAll(found -> found.group() + "[" + mark + "] "));
    }
    return marked;
  }

  /** The files of the jar that is on the classpath, by their paths in it. */
  public static SortedMap<String, byte[]> bundled() {
    return new TreeMap<>(BUNDLED);
  }

  /** The files of the jar that is on the classpath, with another version in its coordinates. */
  public static SortedMap<String, byte[]> bundled(String version) {
    return replacing(bundled(), INDEX, ":[^:\\t]*\\t", ":" + version + "\t");
  }

  /** With what is found first in this file, by a regular expression, replaced. */
  public static SortedMap<String, byte[]> replacing(
      SortedMap<String, byte[]> files, String name, String found, String replacement) {
    String text = new String(files.get(name), UTF_8);
    if (!Pattern.compile(found).matcher(text).find()) {
      throw new IllegalArgumentException(name + " does not have: " + found);
    }
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    put(changed, name, text.replaceFirst(found, replacement));
    return changed;
  }

  /** With this file, which takes the place of one of the same name. */
  public static SortedMap<String, byte[]> with(
      SortedMap<String, byte[]> files, String name, String text) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    put(changed, name, text);
    return changed;
  }

  private static void put(SortedMap<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(UTF_8));
  }

  /** Writes a jar of these files. */
  public static Path write(Path jar, SortedMap<String, byte[]> files) {
    try {
      return Files.write(jar, zip(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a jar of these files. */
  public static byte[] zip(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The digest to pin for a jar. */
  public static String digest(Path jar) {
    return PackJar.read(jar).digest();
  }

  private static SortedMap<String, byte[]> readBundled() {
    try {
      Path home =
          Path.of(RulePack.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        return read(home);
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return read(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, byte[]> read(Path home) throws IOException {
    try (Stream<Path> paths = Files.walk(home)) {
      SortedMap<String, byte[]> files = new TreeMap<>();
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(home.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
      return files;
    }
  }
}
