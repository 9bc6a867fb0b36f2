package org.spinepain.guideline.tests.diff;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.pack.PackSourceException;

/**
 * Finds the pack that a person names: {@code bundled}; a folder or jar; {@code REVISION:FOLDER},
 * the folder as it was at a git revision; or {@code REVISION} alone, that of the folder which was
 * given for it, or else of the folder that the other pack is in. The folder must stand in the work
 * tree today. A folder that is called like one of the others is named as {@code ./NAME}.
 */
public final class PackAddress {

  private static final String BUNDLED = "bundled";

  private static final String ALLOWED =
      "allowed is bundled, a folder or jar of rules, REVISION:FOLDER, or a git REVISION together"
          + " with --rules FOLDER or beside a folder";

  private PackAddress() {}

  /**
   * The pack of this name, compiled and checked.
   *
   * @param name what a person wrote
   * @param folder the folder of which a revision alone is meant
   * @param other the name of the pack that it is compared with
   * @throws IllegalArgumentException when there is none, there are two, or it cannot be used; the
   *     message is one line
   */
  public static BuiltPack open(String name, Optional<Path> folder, String other) {
    try {
      BuiltPack pack = source(name, folder, other).build();
      pack.load();
      return pack;
    } catch (PackSourceException | CompilationException | RulePackException e) {
      String why = e.getMessage().replaceAll("\\s+", " ").strip();
      throw new IllegalArgumentException(why.startsWith(name) ? why : name + ": " + why, e);
    }
  }

  private static PackSource source(String name, Optional<Path> folder, String other) {
    if (name.equals(BUNDLED)) {
      return PackSource.bundled();
    }
    Optional<Path> path = existing(name);
    if (path.isPresent()) {
      if (folder.isPresent() && isRevision(name, folder.get())) {
        throw new IllegalArgumentException(
            name
                + " is both a path and a git revision: write ./"
                + name
                + " for the path, or "
                + name
                + ":"
                + folder.get()
                + " for the revision");
      }
      return PackSource.in(path.get());
    }
    int colon = name.lastIndexOf(':');
    if (colon > 0) {
      Optional<Path> itsFolder = existing(name.substring(colon + 1));
      if (itsFolder.isPresent()) {
        return PackSource.at(name.substring(0, colon), itsFolder.get());
      }
    }
    Optional<Path> meant = folder.or(() -> existing(other).filter(Files::isDirectory));
    if (meant.isEmpty() || colon >= 0 || name.isBlank()) {
      throw new IllegalArgumentException("found no rules at \"" + name + "\", " + ALLOWED);
    }
    return PackSource.at(name, meant.get());
  }

  private static boolean isRevision(String name, Path folder) {
    try {
      PackSource.at(name, folder);
      return true;
    } catch (PackSourceException isNone) {
      return false;
    }
  }

  private static Optional<Path> existing(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name)).filter(Files::exists);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
