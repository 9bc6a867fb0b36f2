package org.spinepain.guideline.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The entries of a pack's jar, unzipped from its bytes into memory. No file is held open, and none
 * can change below what was checked.
 */
final class PackContents {

  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_BYTES = 64 << 20;

  private static final String RULES = PackFiles.FOLDER + "/";
  private static final String VIGNETTES = "META-INF/spinepain/vignettes/";
  private static final String CLASS = ".class";

  // The record that ends a zip file, and where in it stands what.
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int DISK = 4;
  private static final int ENTRIES_HERE = 8;
  private static final int ENTRIES = 10;
  private static final int COMMENT_SIZE = 20;

  private final Map<String, byte[]> entries;

  private PackContents(Map<String, byte[]> entries) {
    this.entries = entries;
  }

  /**
   * Unzips a jar.
   *
   * @throws RulePackException when it is not a whole zip file, when an entry comes twice or has a
   *     path that leads out of the jar, or when it is larger than a pack is
   */
  static PackContents of(byte[] jar) {
    int expected = entriesBy(jar);
    Map<String, byte[]> entries = new HashMap<>();
    int left = MOST_BYTES;
    int read = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        read++;
        String name = entry.getName();
        byte[] bytes = zip.readNBytes(left + 1);
        left -= bytes.length;
        if (left < 0 || read > MOST_ENTRIES) {
          throw new RulePackException("unzipped, it is larger than a rule pack is");
        }
        if (name.startsWith("/") || List.of(name.split("/", -1)).contains("..")) {
          throw new RulePackException("it has the entry " + name + ", which leads out of the jar");
        }
        if (entries.put(name, bytes) != null) {
          throw new RulePackException("it has the entry " + name + " twice");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new RulePackException("it is no whole jar: " + e.getMessage());
    }
    // Reading just ends where a zip file is cut between two entries.
    if (read != expected) {
      throw new RulePackException(
          "it is no whole jar: " + read + " of " + expected + " entries are there");
    }
    return new PackContents(entries);
  }

  /** How many entries the end of a zip file says that there are. */
  private static int entriesBy(byte[] jar) {
    ByteBuffer bytes = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = jar.length - END_SIZE; at >= 0 && at >= jar.length - END_SIZE - 0xffff; at--) {
      if (bytes.getInt(at) == END
          && at + END_SIZE + unsigned(bytes, at + COMMENT_SIZE) == jar.length) {
        int entries = unsigned(bytes, at + ENTRIES);
        // More entries, or several disks: no pack needs it.
        if (bytes.getInt(at + DISK) != 0 || entries != unsigned(bytes, at + ENTRIES_HERE)) {
          throw new RulePackException("it is a zip file in parts, which no rule pack is");
        }
        return entries;
      }
    }
    throw new RulePackException("it is no whole jar: the record at its end is missing");
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  /** The text of an entry, UTF-8. */
  String text(String name) {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new RulePackException("it is no rule pack: it has no " + name);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What the rule author wrote. */
  PackFiles files() {
    Map<String, String> files = new HashMap<>();
    for (String name : entries.keySet()) {
      if (name.startsWith(RULES) && PackFiles.belongs(name.substring(RULES.length()))) {
        files.put(name.substring(RULES.length()), text(name));
      }
    }
    return PackFiles.of(files);
  }

  /** The classes of its rules, by their names; what else it has in classes is left out. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new HashMap<>();
    entries.forEach(
        (name, bytes) -> {
          if (name.endsWith(CLASS)) {
            String type = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
            if (isOfRules(type)) {
              classes.put(type, bytes);
            }
          }
        });
    return classes;
  }

  /** Whether a class of this name is one of the compiled rules of a pack. */
  static boolean isOfRules(String type) {
    return Arrays.stream(RuleSet.values())
        .anyMatch(set -> type.startsWith(set.packageName() + "."));
  }

  /** The vignettes that it brings, by their paths below the folder of vignettes. */
  SortedMap<String, String> vignettes() {
    SortedMap<String, String> vignettes = new TreeMap<>();
    for (String name : entries.keySet()) {
      if (name.startsWith(VIGNETTES) && name.matches(".*\\.ya?ml")) {
        vignettes.put(name.substring(VIGNETTES.length()), text(name));
      }
    }
    return Collections.unmodifiableSortedMap(vignettes);
  }
}
