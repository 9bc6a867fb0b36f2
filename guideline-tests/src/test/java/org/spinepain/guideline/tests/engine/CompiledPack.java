package org.spinepain.guideline.tests.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RuleSet;

/**
 * The files of the guideline's rule pack, or a changed copy of them, whose DRL is compiled in this
 * JVM. Files are named by their paths relative to the folder of the rules. Immutable; what is
 * compiled once is kept, so that tests may compile the same DRL as often as they like.
 *
 * <p>Each rule set is compiled by itself into a rule base without a name: to read a {@code
 * kmodule.xml}, Drools would need its XML support.
 */
public final class CompiledPack {

  /** What assessments of packs compiled here name as coordinates. */
  static final String COORDINATES = "org.spinepain:compiled-by-a-test:0";

  /** The file that describes the pack. */
  static final String DESCRIPTOR = "guideline.properties";

  private static final CompiledPack BUNDLED = new CompiledPack(bundledFiles());
  private static final Map<SortedMap<String, String>, KieBase> COMPILED = new ConcurrentHashMap<>();
  private static final AtomicInteger COMPILATIONS = new AtomicInteger();

  private final SortedMap<String, String> files;

  private CompiledPack(SortedMap<String, String> files) {
    this.files = files;
  }

  /** The files of the pack that is on the classpath, which are in its jar too. */
  public static CompiledPack ofTheGuideline() {
    return BUNDLED;
  }

  /** No rules, and the descriptor of the guideline. */
  static CompiledPack withoutRules() {
    CompiledPack none = BUNDLED;
    for (String file : BUNDLED.drl().keySet()) {
      none = none.without(file);
    }
    return none;
  }

  /** With this file, which takes the place of one of the same name. */
  CompiledPack with(String file, String text) {
    SortedMap<String, String> changed = new TreeMap<>(files);
    changed.put(file, text);
    return new CompiledPack(changed);
  }

  /** Without this file. */
  CompiledPack without(String file) {
    SortedMap<String, String> changed = new TreeMap<>(files);
    if (changed.remove(file) == null) {
      throw new IllegalArgumentException("the pack has no file " + file);
    }
    return new CompiledPack(changed);
  }

  /** With {@code old}, which stands exactly once in this file, replaced. */
  CompiledPack replacing(String file, String old, String replacement) {
    String text = files.get(file);
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException(file + " does not have once: " + old);
    }
    return with(file, text.replace(old, replacement));
  }

  /** With {@code old}, which stands exactly once in the descriptor, replaced. */
  public CompiledPack describedWith(String old, String replacement) {
    return replacing(DESCRIPTOR, old, replacement);
  }

  /** The DRL files. */
  SortedMap<String, String> drl() {
    SortedMap<String, String> drl = new TreeMap<>(files);
    drl.remove(DESCRIPTOR);
    return drl;
  }

  /** The text of the descriptor. */
  String descriptor() {
    return files.get(DESCRIPTOR);
  }

  /** The files, as the engine reads them from a folder. */
  PackFiles files() {
    try {
      Path folder = Files.createTempDirectory("rule-pack");
      try {
        for (Map.Entry<String, String> file : files.entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.writeString(path, file.getValue());
        }
        return PackFiles.in(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compiled rules of a set. */
  KieBase compiled(RuleSet set) {
    SortedMap<String, String> ofSet = new TreeMap<>(drl());
    ofSet.keySet().removeIf(file -> !file.startsWith(set.folder() + "/"));
    return COMPILED.computeIfAbsent(ofSet, CompiledPack::compile);
  }

  /** The pack, checked as the engine checks every pack. */
  RulePack load() {
    return loadWithRulesOf(this);
  }

  /** A pack of these files, but with the compiled rules of another pack. */
  RulePack loadWithRulesOf(CompiledPack other) {
    return RulePack.of(
        COORDINATES, files(), other.compiled(RuleSet.DECISION), other.compiled(RuleSet.GUIDANCE));
  }

  /** A new engine on the pack, with default options. */
  public GuidelineEngine open() {
    return open(EngineOptions.defaults());
  }

  /** A new engine on the pack. */
  GuidelineEngine open(EngineOptions options) {
    return GuidelineEngine.on(load(), options);
  }

  private static KieBase compile(SortedMap<String, String> drl) {
    KieServices services = KieServices.get();
    ReleaseId id =
        services.newReleaseId(
            "org.spinepain", "compiled-by-a-test", "0." + COMPILATIONS.incrementAndGet());
    KieFileSystem source = services.newKieFileSystem().generateAndWritePomXML(id);
    drl.forEach(
        (file, text) -> source.write("src/main/resources/" + PackFiles.FOLDER + "/" + file, text));
    KieBuilder builder = services.newKieBuilder(source).buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("the DRL does not compile: " + errors);
    }
    try {
      return services.newKieContainer(id).getKieBase();
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }

  private static SortedMap<String, String> bundledFiles() {
    try {
      Path home =
          Path.of(RulePack.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        return read(home.resolve(PackFiles.FOLDER));
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return read(jar.getPath(PackFiles.FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, String> read(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (name.endsWith(".drl") || name.equals(DESCRIPTOR)) {
          files.put(name, Files.readString(path));
        }
      }
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
