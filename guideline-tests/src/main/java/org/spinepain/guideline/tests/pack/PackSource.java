package org.spinepain.guideline.tests.pack;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RuleSet;

/**
 * A rule pack in source: its DRL files and its descriptor, by their paths relative to the folder of
 * the rules. It can be changed, which makes another, and compiled. Immutable.
 */
public final class PackSource {

  /** What assessments of packs compiled here name as coordinates. */
  public static final String COORDINATES = "org.spinepain:guideline-rules-in-source:0";

  /** The file that describes the pack. */
  public static final String DESCRIPTOR = "guideline.properties";

  private static final PackSource BUNDLED = new PackSource(bundledFiles());

  private final SortedMap<String, String> files;

  private PackSource(SortedMap<String, String> files) {
    this.files = Collections.unmodifiableSortedMap(files);
  }

  /** The source of the pack that is on the classpath, which is in its jar too. */
  public static PackSource bundled() {
    return BUNDLED;
  }

  /**
   * The source of a pack in a folder or jar.
   *
   * @param path a jar of a pack, the folder of its rules, which has the descriptor in it, or a
   *     folder of resources above that
   * @throws PackSourceException when it is none of these, or cannot be read
   */
  public static PackSource in(Path path) {
    try {
      if (Files.isRegularFile(path)) {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          return checked(read(jar.getPath(PackFiles.FOLDER)), path);
        }
      }
      return checked(read(folderOfRules(path)), path);
    } catch (NoSuchFileException nothingThere) {
      return checked(Collections.emptySortedMap(), path);
    } catch (UncheckedIOException e) {
      throw unreadable(path, e.getCause());
    } catch (IOException | ProviderNotFoundException e) {
      throw unreadable(path, e);
    }
  }

  private static PackSourceException unreadable(Path path, Exception e) {
    return new PackSourceException(path + " cannot be read as a rule pack: " + e.getMessage());
  }

  /**
   * The source of a pack in a folder as it was at a git revision.
   *
   * @param path as for {@link #in}, but no jar; in a work tree of git
   * @param revision what git takes as one
   * @throws PackSourceException when there is no pack in it, or git does not know it
   */
  public static PackSource at(String revision, Path path) {
    return checked(GitRevision.files(folderOfRules(path), revision), path);
  }

  private static Path folderOfRules(Path path) {
    Path below = path.resolve(PackFiles.FOLDER);
    return Files.isDirectory(below) ? below : path;
  }

  private static PackSource checked(SortedMap<String, String> files, Path path) {
    if (!files.containsKey(DESCRIPTOR)) {
      throw new PackSourceException(
          path
              + " holds no rule pack: allowed is a jar of one, or a folder with "
              + DESCRIPTOR
              + " in it or in "
              + PackFiles.FOLDER);
    }
    return new PackSource(files);
  }

  /** These files, by their paths relative to the folder of the rules. */
  public static PackSource of(SortedMap<String, String> files) {
    return new PackSource(new TreeMap<>(files));
  }

  /** With this file, which takes the place of one of the same name. */
  public PackSource with(String file, String text) {
    SortedMap<String, String> changed = new TreeMap<>(files);
    changed.put(file, text);
    return new PackSource(changed);
  }

  /**
   * Without this file.
   *
   * @throws IllegalArgumentException when there is none
   */
  public PackSource without(String file) {
    SortedMap<String, String> changed = new TreeMap<>(files);
    if (changed.remove(file) == null) {
      throw new IllegalArgumentException("the pack has no file " + file);
    }
    return new PackSource(changed);
  }

  /** With the descriptor only. */
  public PackSource withoutRules() {
    return new PackSource(new TreeMap<>(Collections.singletonMap(DESCRIPTOR, descriptor())));
  }

  /**
   * With {@code old} in this file replaced.
   *
   * @throws IllegalArgumentException when it does not stand there exactly once
   */
  public PackSource replacing(String file, String old, String replacement) {
    String text = files.get(file);
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException(file + " does not have once: " + old);
    }
    return with(file, text.replace(old, replacement));
  }

  /** With {@code old}, which stands exactly once in the descriptor, replaced. */
  public PackSource describedWith(String old, String replacement) {
    return replacing(DESCRIPTOR, old, replacement);
  }

  /** All files. */
  public SortedMap<String, String> files() {
    return files;
  }

  /** The DRL files. */
  public SortedMap<String, String> drl() {
    SortedMap<String, String> drl = new TreeMap<>(files);
    drl.remove(DESCRIPTOR);
    return drl;
  }

  /** The DRL files of a rule set. */
  public SortedMap<String, String> drl(RuleSet set) {
    SortedMap<String, String> drl = drl();
    drl.keySet().removeIf(file -> !file.startsWith(set.folder() + "/"));
    return drl;
  }

  /** The text of the descriptor. */
  public String descriptor() {
    return files.get(DESCRIPTOR);
  }

  /** The value of a key of the descriptor; empty when it has none. */
  public Optional<String> described(String key) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(descriptor()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(properties.getProperty(key)).map(String::strip);
  }

  /**
   * A rule base of the compiled rules of a set. What was compiled once is kept.
   *
   * @throws CompilationException when they do not compile
   */
  public KieBase compiled(RuleSet set) {
    return CompiledRules.kept(drl(set)).base();
  }

  /**
   * The pack with its compiled rules. What was compiled once is kept.
   *
   * @throws CompilationException when the rules do not compile
   */
  public BuiltPack build() {
    return BuiltPack.of(this);
  }

  /** The pack, compiled and checked as the engine checks every pack. */
  public RulePack load() {
    return build().load();
  }

  /** A pack of these files, but with the compiled rules of another pack. */
  public RulePack loadWithRulesOf(PackSource other) {
    return other.build().with(this).load();
  }

  /** A new engine on the pack, with default options. */
  public GuidelineEngine open() {
    return open(EngineOptions.defaults());
  }

  /** A new engine on the pack. */
  public GuidelineEngine open(EngineOptions options) {
    return GuidelineEngine.on(load(), options);
  }

  private static SortedMap<String, String> bundledFiles() {
    return ModuleHome.read(
        ModuleHome.of(RulePack.class), root -> read(root.resolve(PackFiles.FOLDER)));
  }

  /** Whether a file of this name, relative to the folder of the rules, belongs to a pack. */
  static boolean isPartOfAPack(String name) {
    return name.endsWith(".drl") || name.equals(DESCRIPTOR);
  }

  private static SortedMap<String, String> read(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (isPartOfAPack(name)) {
          files.put(name, Files.readString(path));
        }
      }
    }
    return files;
  }
}
