package org.spinepain.guideline.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of the build: writes, beside the compiled rules, the coordinates of the pack and the index
 * of its rules. No host needs it.
 */
public final class RuleIndexer {

  private RuleIndexer() {}

  /** Takes the folder of compiled classes and resources, and the coordinates of the pack. */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    PackFiles files = PackFiles.in(classes.resolve(PackFiles.FOLDER));
    List<String> lines = new ArrayList<>();
    lines.add(args[1]);
    lines.addAll(RuleIndex.of(files.drl()).lines());
    Path index = classes.resolve(PackFiles.INDEX);
    Files.createDirectories(index.getParent());
    Files.writeString(index, String.join("\n", lines) + "\n");
  }
}
