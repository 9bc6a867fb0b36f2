package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of a jar, read once: what is pinned, checked and loaded are these and no others,
 * whatever becomes of the file. Immutable.
 */
public final class PackJar {

  /** The most bytes that a jar may have. */
  static final int MOST_BYTES = 32 << 20;

  private final String name;
  private final byte[] bytes;
  private final Optional<String> unreadable;

  private PackJar(String name, byte[] bytes, Optional<String> unreadable) {
    this.name = requireNonNull(name, "name");
    this.bytes = bytes;
    this.unreadable = unreadable;
  }

  /**
   * Reads a jar. It is not unzipped, so that it need not be trusted yet.
   *
   * @throws RulePackException when there is no such file, when it cannot be read, or is larger than
   *     32 MiB
   */
  public static PackJar read(Path file) {
    PackJar jar = unchecked(file);
    if (jar.unreadable.isPresent()) {
      throw new RulePackException(file + ": " + jar.unreadable.get());
    }
    return jar;
  }

  /** As {@link #read}, but what speaks against it is told when it is asked for its bytes. */
  static PackJar unchecked(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      return unreadable(name, "there is no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? unreadable(name, "it is larger than 32 MiB, which no rule pack is")
          : new PackJar(name, bytes, Optional.empty());
    } catch (IOException e) {
      return unreadable(name, "it cannot be read: " + e);
    }
  }

  /** A jar that could not be had, and why. */
  static PackJar unreadable(String name, String reason) {
    return new PackJar(name, new byte[0], Optional.of(reason));
  }

  /** The name of its file. */
  public String name() {
    return name;
  }

  /** {@code sha256:} and the SHA-256 of its bytes, in 64 lower-case hexadecimal digits. */
  public String digest() {
    return Sha256.of(bytes());
  }

  /** Its bytes, which nobody may change. */
  byte[] bytes() {
    if (unreadable.isPresent()) {
      throw new RulePackException(unreadable.get());
    }
    return bytes;
  }
}
