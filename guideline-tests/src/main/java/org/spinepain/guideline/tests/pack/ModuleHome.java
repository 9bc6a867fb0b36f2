package org.spinepain.guideline.tests.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the classes and resources of a module are: a folder or a jar. */
public final class ModuleHome {

  private ModuleHome() {}

  /** Reads in a folder. */
  public interface Reading<T> {
    T in(Path root) throws IOException;
  }

  /** The folder or jar that holds a class. */
  public static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is read in a folder, or in a jar as if it were one. */
  public static <T> T read(Path home, Reading<T> reading) {
    try {
      if (Files.isDirectory(home)) {
        return reading.in(home);
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return reading.in(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
