package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.spinepain.guideline.tests.review.PendingOutput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The files and folders that a command names. None that it writes may be one that it reads, or
 * another that it writes, or be within one of these, by whatever path or symbolic link they are
 * named.
 */
final class NamedFiles {

  private final CommandSpec spec;
  private final Map<Path, String> named = new HashMap<>();
  private final Map<Path, String> folders = new HashMap<>();
  private final Map<Object, String> counted = new HashMap<>();

  NamedFiles(CommandSpec spec) {
    this.spec = spec;
  }

  /** One that is read; so may others of this name be. */
  void read(String option, Path file) {
    named.putIfAbsent(real(file), option + " " + file);
    if (Files.isDirectory(file)) {
      folders.put(real(file), option + " " + file);
    }
  }

  /**
   * One that is read and whose referrals are counted.
   *
   * @throws ParameterException when it has been named already
   */
  void counted(String option, Path file) {
    read(option, file);
    String other = counted.putIfAbsent(identity(file), file.toString());
    if (other != null) {
      throw usage(
          file
              + ": found the same file as "
              + other
              + ", allowed is each file once, since its referrals would count twice");
    }
  }

  /** What a file is, by whatever link it is named; its path, where the platform does not tell. */
  private static Object identity(Path file) {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? real(file) : key;
    } catch (IOException notThere) {
      return real(file);
    }
  }

  /**
   * One that is written; after all that are read.
   *
   * @throws ParameterException when it has been named already, or cannot be written
   */
  void written(String option, Path file) {
    if (!PendingOutput.canBeFile(file)) {
      throw usage(option + ": found a folder or device at " + file + ", allowed is a file");
    }
    nameWritten(option, file);
  }

  /**
   * A folder that is written; after all files that are read.
   *
   * @throws ParameterException when it has been named already, or cannot be written
   */
  void writtenFolder(String option, Path folder) {
    nameWritten(option, folder);
    folders.put(real(folder), option + " " + folder);
  }

  private void nameWritten(String option, Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    if (parent != null && !(Files.isDirectory(parent) && Files.isWritable(parent))) {
      throw usage(
          option
              + ": found "
              + file
              + ", allowed is a name in a folder that is there and may be written to");
    }
    Path real = real(file);
    for (Map.Entry<Path, String> folder : folders.entrySet()) {
      if (real.startsWith(folder.getKey()) && !real.equals(folder.getKey())) {
        throw usage(
            option
                + ": found "
                + file
                + " within "
                + folder.getValue()
                + ", allowed is outside it");
      }
    }
    String other = named.putIfAbsent(real, option + " " + file);
    if (other != null) {
      throw usage(
          option
              + ": found "
              + file
              + ", the same file as "
              + other
              + "; allowed is a file of its own");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
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
