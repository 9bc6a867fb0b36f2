package org.spinepain.guideline.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * The jars whose code the host lets in, by the SHA-256 of their bytes. A rule pack runs with the
 * rights of the host, so this decides what may run: take digests from whoever answers for the pack,
 * by another way than the jar, and keep them where others cannot write.
 */
@FunctionalInterface
public interface TrustedDigests {

  /** Whether the jar with this digest, such as {@link PackJar#digest()} tells, is let in. */
  boolean trusts(String digest);

  /**
   * These.
   *
   * @param digests each {@code sha256:} and 64 lower-case hexadecimal digits
   * @throws IllegalArgumentException when one is not
   */
  static TrustedDigests of(String... digests) {
    for (String digest : digests) {
      if (!Sha256.isDigest(digest)) {
        throw new IllegalArgumentException("found " + digest + ", allowed is " + Sha256.FORM);
      }
    }
    return List.of(digests)::contains;
  }

  /**
   * Those in this file: one a line; a line that is empty or begins with {@code #} counts for
   * nothing. It is read anew at each question, so that a digest can be added or taken away while
   * the host runs; what was loaded before stays loaded.
   *
   * <p>A question is answered by a {@link RulePackException} when the file cannot be read, or a
   * line of it is no digest.
   */
  static TrustedDigests in(Path file) {
    return new TrustedFile(file);
  }
}
