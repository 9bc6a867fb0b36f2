package org.spinepain.guideline.tests.swap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts one jar in the place of another in a folder, and back, until it is killed. */
final class FolderUpdate {

  private static final int CHUNK = 1 << 14;

  private FolderUpdate() {}

  /** Whether to rename, the file in the folder, and the jars. */
  public static void main(String[] arguments) throws IOException {
    boolean rename = Boolean.parseBoolean(arguments[0]);
    Path file = Path.of(arguments[1]);
    byte[][] jars = {
      Files.readAllBytes(Path.of(arguments[2])), Files.readAllBytes(Path.of(arguments[3]))
    };
    System.out.println("begun");
    for (int i = 0; ; i++) {
      Path written = rename ? file.resolveSibling("." + file.getFileName() + ".tmp") : file;
      write(written, jars[i % 2]);
      if (rename) {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int at = 0; at < bytes.length; at += CHUNK) {
        out.write(bytes, at, Math.min(CHUNK, bytes.length - at));
      }
    }
  }
}
