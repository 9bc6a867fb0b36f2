package org.spinepain.guideline.tests.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spinepain.guideline.tests.process.PlainProcess;

/** A git repository for a test, by the {@code git} of the machine. */
public final class GitRepository {

  private final Path folder;

  private GitRepository(Path folder) {
    this.folder = folder;
  }

  /** Makes a folder one, and commits what is in it. */
  public static GitRepository of(Path folder) throws IOException {
    GitRepository repository = new GitRepository(folder);
    repository.git("init", "--quiet");
    repository.commit();
    return repository;
  }

  /** Commits all that is in the folder. */
  public void commit() throws IOException {
    git("add", "--all");
    git("commit", "--quiet", "--message", "As it is");
  }

  /** Names what was committed last, as a branch and as a tag. */
  public void nameTwice(String name) throws IOException {
    git("branch", name);
    git("tag", name);
  }

  private void git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of("-c", "user.name=Test", "-c", "user.email=test@example.org"));
    command.addAll(List.of("-c", "commit.gpgSign=false", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    Process git = PlainProcess.of(command).redirectErrorStream(true).start();
    git.getOutputStream().close();
    String output = new String(git.getInputStream().readAllBytes(), UTF_8);
    try {
      if (git.waitFor() != 0) {
        throw new IOException(output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
