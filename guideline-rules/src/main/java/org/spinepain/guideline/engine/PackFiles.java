package org.spinepain.guideline.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a rule author writes of a pack: its DRL files and its descriptor, by their paths relative to
 * the folder of the rules.
 */
public final class PackFiles {

  /** The folder of the rules, in a pack's jar and below its resources. */
  public static final String FOLDER = "org/spinepain/guideline/rules";

  /** The index that the build makes of the rules. */
  static final String INDEX = "META-INF/spinepain/rule-index.tsv";

  private static final String DESCRIPTOR = "guideline.properties";
  private static final String DRL = ".drl";

  private final SortedMap<String, String> contents;

  private PackFiles(SortedMap<String, String> contents) {
    this.contents = contents;
    if (!contents.containsKey(DESCRIPTOR)) {
      throw new RulePackException("the pack has no " + FOLDER + "/" + DESCRIPTOR);
    }
  }

  /**
   * The files of the pack in this folder, which holds the descriptor and the folders of the rule
   * sets.
   */
  public static PackFiles in(Path folder) {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> wanted =
          files
              .filter(
                  file -> file.toString().endsWith(DRL) || file.equals(folder.resolve(DESCRIPTOR)))
              .toList();
      for (Path file : wanted) {
        contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PackFiles(contents);
  }

  /**
   * These files of a pack, by their paths relative to the folder of the rules.
   *
   * @throws RulePackException when the descriptor is not among them
   */
  public static PackFiles of(Map<String, String> contents) {
    return new PackFiles(new TreeMap<>(contents));
  }

  /** Whether a file with this path, relative to the folder of the rules, is one of a pack. */
  static boolean belongs(String path) {
    return path.endsWith(DRL) || path.equals(DESCRIPTOR);
  }

  /** The files of the pack that this class loader sees: the descriptor, and these DRL files. */
  static PackFiles in(ClassLoader loader, Collection<String> drlFiles) {
    SortedMap<String, String> contents = new TreeMap<>();
    contents.put(DESCRIPTOR, resource(loader, FOLDER + "/" + DESCRIPTOR));
    drlFiles.forEach(file -> contents.put(file, resource(loader, FOLDER + "/" + file)));
    return new PackFiles(contents);
  }

  /** The text of a resource, UTF-8. */
  static String resource(ClassLoader loader, String name) {
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new RulePackException("the pack has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The DRL files. */
  public SortedMap<String, String> drl() {
    SortedMap<String, String> drl = new TreeMap<>(contents);
    drl.remove(DESCRIPTOR);
    return drl;
  }

  /** The text of the descriptor. */
  String descriptor() {
    return contents.get(DESCRIPTOR);
  }

  /**
   * {@code sha256:} and the SHA-256 over the sorted paths and contents, each closed by a zero byte.
   */
  String digest() {
    StringBuilder all = new StringBuilder();
    contents.forEach((path, content) -> all.append(path).append('\0').append(content).append('\0'));
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
