package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * One jar.
 *
 * @param file the jar
 */
record PackJarFile(Path file) implements PackOrigin {

  PackJarFile {
    requireNonNull(file, "file");
  }

  @Override
  public List<PackJar> jars() {
    return List.of(PackJar.read(file));
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
