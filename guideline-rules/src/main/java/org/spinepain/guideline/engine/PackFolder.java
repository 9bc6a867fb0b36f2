package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The jars of a folder.
 *
 * @param folder the folder
 * @param version the only version that is wanted; empty: any
 */
record PackFolder(Path folder, Optional<String> version) implements PackOrigin {

  PackFolder {
    requireNonNull(folder, "folder");
    requireNonNull(version, "version");
  }

  @Override
  public List<PackJar> jars() {
    List<PackJar> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.jar")) {
      files.forEach(file -> jars.add(PackJar.unchecked(file)));
    } catch (IOException | DirectoryIteratorException e) {
      throw new RulePackException("the folder " + folder + " cannot be read: " + e);
    }
    return jars;
  }

  @Override
  public boolean takes(String offered) {
    return version.isEmpty() || version.get().equals(offered);
  }

  @Override
  public String toString() {
    return folder + version.map(only -> ", version " + only).orElse("");
  }
}
