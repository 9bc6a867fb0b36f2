package org.spinepain.guideline.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where rule packs come from. An origin hands out jars; whether one is trusted, whole and made for
 * this engine is found out by {@link RulePack#load}, whatever the origin. Its {@code toString}
 * names it, in messages and for listeners.
 */
@FunctionalInterface
public interface PackOrigin {

  /**
   * Its jars, read now, in any order.
   *
   * @throws RulePackException when it cannot be read
   */
  List<PackJar> jars();

  /** Whether packs of this version are wanted; those of every version, unless told otherwise. */
  default boolean takes(String version) {
    return true;
  }

  /** This jar. */
  static PackOrigin jar(Path file) {
    return new PackJarFile(file);
  }

  /**
   * The jars of this folder, not of those below it: the files whose names end in {@code .jar} and
   * do not begin with a dot.
   */
  static PackOrigin folder(Path folder) {
    return new PackFolder(folder, Optional.empty());
  }

  /** The jars of this folder, as {@link #folder(Path)}, whose packs have this version. */
  static PackOrigin folder(Path folder, String version) {
    return new PackFolder(folder, Optional.of(version));
  }
}
