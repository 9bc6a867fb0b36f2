package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Trusted digests in a file, one a line.
 *
 * @param file the file
 */
record TrustedFile(Path file) implements TrustedDigests {

  TrustedFile {
    requireNonNull(file, "file");
  }

  @Override
  public boolean trusts(String digest) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new RulePackException("the trusted digests in " + file + " cannot be read: " + e);
    }
    boolean trusts = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        if (!Sha256.isDigest(line)) {
          throw new RulePackException(
              file + ":" + (i + 1) + ": found " + line + ", allowed is " + Sha256.FORM);
        }
        trusts |= line.equals(digest);
      }
    }
    return trusts;
  }
}
