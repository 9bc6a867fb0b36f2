package org.spinepain.guideline.tests.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells when files of rules or vignettes are saved, added or deleted, by looking at them a few
 * times a second: that works on every file system, and however an editor saves.
 */
final class FolderWatch {

  private static final long POLL_MILLIS = 150;
  private static final long SETTLE_MILLIS = 50;

  private final List<Path> roots;
  private Map<Path, Stamp> seen;

  /** What of a file differs once it was saved: the time, or the content at the same time. */
  private record Stamp(FileTime modified, ByteBuffer content) {}

  /** Watches files, and folders with all below them. */
  FolderWatch(List<Path> roots) {
    this.roots = List.copyOf(roots);
    this.seen = stamps();
  }

  /**
   * Waits until something differs from what was last seen, and then holds still for a moment.
   *
   * @return when it was last seen unchanged, in the nanoseconds of {@link System#nanoTime}: the
   *     save came later
   * @throws InterruptedException when the thread is interrupted
   */
  long awaitChange() throws InterruptedException {
    long unchanged = System.nanoTime();
    Map<Path, Stamp> now = stamps();
    while (now.equals(seen)) {
      Thread.sleep(POLL_MILLIS);
      long before = System.nanoTime();
      now = stamps();
      if (now.equals(seen)) {
        unchanged = before;
      }
    }
    Map<Path, Stamp> last;
    do {
      last = now;
      Thread.sleep(SETTLE_MILLIS);
      now = stamps();
    } while (!now.equals(last));
    seen = now;
    return unchanged;
  }

  private Map<Path, Stamp> stamps() {
    Map<Path, Stamp> stamps = new TreeMap<>();
    for (Path root : roots) {
      try (Stream<Path> paths = Files.walk(root)) {
        paths.filter(FolderWatch::matters).forEach(path -> stamp(path, stamps));
      } catch (IOException | UncheckedIOException gone) {
        // Deleted while it was looked at; the next look finds what is there then.
      }
    }
    return stamps;
  }

  private static boolean matters(Path path) {
    return path.toString().matches(".*\\.(drl|properties|ya?ml|jar)");
  }

  private static void stamp(Path path, Map<Path, Stamp> stamps) {
    try {
      stamps.put(
          path,
          new Stamp(Files.getLastModifiedTime(path), ByteBuffer.wrap(Files.readAllBytes(path))));
    } catch (IOException gone) {
      // As above.
    }
  }
}
