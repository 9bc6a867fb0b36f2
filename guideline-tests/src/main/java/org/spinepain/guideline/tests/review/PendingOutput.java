package org.spinepain.guideline.tests.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A file or folder that is written under a name of its own, and gets its final name when it is
 * whole. Until then nothing stands under the final name, and what was there before still does.
 */
public final class PendingOutput implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 1_000;

  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rw-------");

  private static final Set<Path> PENDING = ConcurrentHashMap.newKeySet();

  private final Path target;
  private final Path temporary;

  private PendingOutput(Path target) {
    this.target = target;
    this.temporary =
        target.resolveSibling("." + target.getFileName() + ".part" + UUID.randomUUID());
    PENDING.add(temporary);
  }

  /** Whether a file can get this name: there is none yet, or one, and no folder or device. */
  public static boolean canBeFile(Path target) {
    return !Files.exists(target) || Files.isRegularFile(target);
  }

  /**
   * A file to write.
   *
   * @throws IOException when it cannot be written there
   */
  public static PendingOutput file(Path target) throws IOException {
    return newFile(target);
  }

  /**
   * A file to write that its owner alone may read, where the file system has such permissions.
   *
   * @throws IOException when it cannot be written there
   */
  public static PendingOutput ownersFile(Path target) throws IOException {
    return target.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? newFile(target, PosixFilePermissions.asFileAttribute(OWNERS))
        : newFile(target);
  }

  private static PendingOutput newFile(Path target, FileAttribute<?>... attributes)
      throws IOException {
    if (!canBeFile(target)) {
      throw new IOException(target + " is no file");
    }
    PendingOutput output = new PendingOutput(target.toAbsolutePath());
    try {
      Files.createFile(output.temporary, attributes);
    } catch (IOException e) {
      output.close();
      throw new IOException(why(e), e);
    }
    return output;
  }

  /**
   * A folder to fill with files. There must be no such folder yet, or an empty one.
   *
   * @throws IOException when it cannot be written there
   */
  public static PendingOutput folder(Path target) throws IOException {
    PendingOutput output = new PendingOutput(target.toAbsolutePath());
    try {
      Files.createDirectory(output.temporary);
    } catch (IOException e) {
      output.close();
      throw new IOException(why(e), e);
    }
    return output;
  }

  /** Where to write it. */
  public Path path() {
    return temporary;
  }

  /**
   * Gives it its final name. What a power failure may still lose was written to the disk first.
   *
   * @throws IOException when it cannot be written to its end, or not be named so
   */
  public void commit() throws IOException {
    commitAll(List.of(this));
  }

  /**
   * Gives all their final names, once what a power failure may still lose of any was written to the
   * disk.
   *
   * @throws IOException when one cannot be written to its end: then none has its name; or when one
   *     cannot be named so: then those before it have theirs
   */
  public static void commitAll(List<PendingOutput> outputs) throws IOException {
    for (PendingOutput output : outputs) {
      try {
        output.force();
      } catch (IOException e) {
        throw new IOException(output.target + ": " + why(e), e);
      }
    }
    for (PendingOutput output : outputs) {
      try {
        Files.move(output.temporary, output.target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new IOException(output.target + ": " + why(e), e);
      }
      PENDING.remove(output.temporary);
    }
  }

  /** Why it cannot be written, without the name of its own, of which nobody knows. */
  private static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "nothing of this name can be written there";
    }
    if (e instanceof AccessDeniedException) {
      return "its folder may not be written to";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "a folder that is not empty is there";
    }
    return e instanceof FileSystemException fault && fault.getReason() != null
        ? fault.getReason()
        : String.valueOf(e.getMessage());
  }

  private void force() throws IOException {
    if (!Files.exists(temporary)) {
      throw new IOException("it was removed while it was written");
    }
    for (Path file : contents(temporary)) {
      if (Files.isRegularFile(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }

  /** Removes it, unless it has its final name. */
  @Override
  public void close() {
    if (PENDING.contains(temporary)) {
      discard(temporary);
      PENDING.remove(temporary);
    }
  }

  /**
   * Removes all that have no final name yet, before the process ends. Other threads may still write
   * into them, so that it may take several attempts.
   */
  public static void discardAll() {
    for (int i = 0; i < MOST_ATTEMPTS && PENDING.stream().anyMatch(Files::exists); i++) {
      PENDING.forEach(PendingOutput::discard);
    }
  }

  private static void discard(Path path) {
    try {
      for (Path each : contents(path)) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException leftBehind) {
      // It does not stand under the final name.
    }
  }

  /** All that is at this path, what is inside first. */
  private static List<Path> contents(Path path) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
