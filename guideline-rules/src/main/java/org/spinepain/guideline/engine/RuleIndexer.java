package org.spinepain.guideline.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A step of the build: writes, beside the compiled rules, the coordinates of the pack, what it
 * needs of an engine, and the index of its rules. No host needs it.
 */
public final class RuleIndexer {

  private RuleIndexer() {}

  /** Takes the folder of compiled classes and resources, and the coordinates of the pack. */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    PackFiles files = PackFiles.in(classes.resolve(PackFiles.FOLDER));
    Path index = classes.resolve(PackFiles.INDEX);
    Files.createDirectories(index.getParent());
    Files.writeString(index, new PackIndex(args[1], RuleIndex.of(files.drl())).text());
  }
}
