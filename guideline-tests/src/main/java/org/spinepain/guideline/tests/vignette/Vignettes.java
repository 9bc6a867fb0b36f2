package org.spinepain.guideline.tests.vignette;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.Assessment;

/**
 * The vignettes of a folder and its subfolders: every file that ends in {@code .yaml} or {@code
 * .yml}, in the order of the paths. Adding one needs no Java.
 */
public final class Vignettes {

  private static final String BUNDLED = "/vignettes";
  private static final Pattern ENDING = Pattern.compile(".*\\.ya?ml");

  private final String place;
  private final List<VignetteFile> files;

  private Vignettes(String place, List<VignetteFile> files) {
    this.place = place;
    this.files = files;
  }

  /** The vignettes of the guideline. */
  public static Vignettes bundled() {
    URL folder = Vignettes.class.getResource(BUNDLED);
    if (folder == null) {
      throw new IllegalStateException("no vignettes are on the classpath");
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return in(Path.of(uri));
      }
      URL jarFile = ((JarURLConnection) folder.openConnection()).getJarFileURL();
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(jarFile.toURI()))) {
        return in(jar.getPath(BUNDLED));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the vignettes on the classpath cannot be read", e);
    }
  }

  /**
   * The vignettes of this folder.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static Vignettes in(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return new Vignettes(
          folder.toString(),
          paths
              .filter(path -> ENDING.matcher(path.toString()).matches())
              .map(path -> VignetteFile.of(folder, path))
              .sorted(Comparator.comparing(VignetteFile::name))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no vignettes can be read from " + folder + ", that is " + folder.toAbsolutePath(), e);
    }
  }

  /** Vignettes from this YAML, by paths, such as {@link RulePack#vignettes}. */
  public static Vignettes of(SortedMap<String, String> yaml) {
    return new Vignettes(
        "the rule pack",
        yaml.entrySet().stream()
            .map(file -> VignetteFile.of(file.getKey(), file.getValue()))
            .toList());
  }

  /**
   * All of them.
   *
   * @throws InvalidVignetteException at the first file that holds none
   */
  public List<Vignette> all() {
    return files.stream().map(VignetteFile::vignette).toList();
  }

  /** Those of them that stand in this subfolder, or are the one with this id. */
  public Vignettes only(String folderOrId) {
    return new Vignettes(
        place + ", " + folderOrId,
        files.stream()
            .filter(file -> file.name().startsWith(folderOrId + "/") || hasId(file, folderOrId))
            .toList());
  }

  private static boolean hasId(VignetteFile file, String id) {
    try {
      return file.vignette().id().equals(id);
    } catch (InvalidVignetteException refused) {
      return false;
    }
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** What comes of asking each of them, from a case and what the vignette assumes. */
  public Stream<VignetteResult> run(BiFunction<ClinicalCase, Set<Assumption>, Assessment> asked) {
    return files.stream().map(file -> file.check(asked));
  }

  /** Asks an engine. */
  public static BiFunction<ClinicalCase, Set<Assumption>, Assessment> asking(
      GuidelineEngine engine) {
    return (clinicalCase, assumptions) ->
        engine.assuming(assumptions.toArray(Assumption[]::new)).assess(clinicalCase);
  }

  /** That there are none, for a person. */
  String absence() {
    return "there are no vignettes in " + place + ": no files that end in .yaml or .yml";
  }

  /** The files, understood or not. */
  List<VignetteFile> files() {
    return files;
  }
}
