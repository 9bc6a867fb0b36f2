package org.spinepain.guideline.tests.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.tests.pack.ModuleHome;

/** Tells apart states of the code that judges: the classes of the model, the engine and the kit. */
final class CodeDigest {

  /** The folders or jars of the classes that judge. */
  static final List<Path> HOMES =
      Stream.of(ClinicalCase.class, GuidelineEngine.class, MutationRun.class)
          .map(ModuleHome::of)
          .toList();

  private CodeDigest() {}

  /**
   * Of the classes in folders or jars; other files in them, and which of both they are, count not.
   */
  static String of(List<Path> homes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Path home : homes) {
        ModuleHome.read(home, CodeDigest::classes)
            .forEach(
                (name, code) -> {
                  sha.update((name + '\0' + code.length + '\0').getBytes(UTF_8));
                  sha.update(code);
                });
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static SortedMap<String, byte[]> classes(Path root) throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".class")).toList()) {
        classes.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return classes;
  }
}
