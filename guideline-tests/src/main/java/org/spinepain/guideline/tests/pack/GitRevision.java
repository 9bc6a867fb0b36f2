package org.spinepain.guideline.tests.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Reads a folder as it was at a revision, by the {@code git} of the machine. */
final class GitRevision {

  private GitRevision() {}

  /**
   * The files of a pack at a revision.
   *
   * @throws PackSourceException when git does not know the revision or the folder
   */
  static SortedMap<String, String> files(Path folder, String revision) {
    SortedMap<String, String> files = new TreeMap<>();
    String names =
        git(folder, "ls-tree", "-r", "--name-only", "-z", "--end-of-options", revision, "--", ".");
    for (String name : names.split("\0", -1)) {
      if (PackSource.isPartOfAPack(name)) {
        files.put(name, git(folder, "show", "--end-of-options", revision + ":./" + name));
      }
    }
    return files;
  }

  private static String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git = new ProcessBuilder(command).start();
      git.getOutputStream().close();
      CompletableFuture<List<String>> told =
          CompletableFuture.supplyAsync(() -> git.errorReader(UTF_8).lines().toList());
      String output = new String(git.getInputStream().readAllBytes(), UTF_8);
      if (git.waitFor() != 0) {
        throw new PackSourceException("git: " + told.join().stream().findFirst().orElse("failed"));
      }
      return output;
    } catch (IOException e) {
      throw new PackSourceException("git cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PackSourceException("git was interrupted");
    }
  }
}
