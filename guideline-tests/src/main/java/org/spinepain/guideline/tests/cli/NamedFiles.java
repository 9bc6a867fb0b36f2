package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The files that a command names. None that it writes may be one that it reads, nor another that it
 * writes, by whatever path or link they are named.
 */
final class NamedFiles {

  private final CommandSpec spec;
  private final Map<Path, String> named = new HashMap<>();

  NamedFiles(CommandSpec spec) {
    this.spec = spec;
  }

  /** One that is read; so may others of this name be. */
  void read(String option, Path file) {
    named.putIfAbsent(real(file), option + " " + file);
  }

  /**
   * One that is written; after all that are read.
   *
   * @throws ParameterException when it has been named already
   */
  void written(String option, Path file) {
    String other = named.putIfAbsent(real(file), option + " " + file);
    if (other != null) {
      throw new ParameterException(
          spec.commandLine(),
          option
              + ": found "
              + file
              + ", the same file as "
              + other
              + "; allowed is a file of its own");
    }
  }

  /** Its path without links, also when it is not there yet. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException notThere) {
      Path absolute = file.toAbsolutePath();
      Path folder = absolute.getParent();
      return folder == null ? absolute : real(folder).resolve(absolute.getFileName()).normalize();
    }
  }
}
