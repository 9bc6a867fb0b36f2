package org.spinepain.guideline.tests.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/**
 * Who has signed off which changes, and why: a YAML or JSON file with one entry a change. It holds
 * the id of the change, which stands for exactly what changes and where, its sentence, and {@code
 * by}, {@code on} and {@code why}; an entry in which one of the three is {@code pending} signs
 * nothing.
 */
public final class SignOff {

  private static final String PENDING = "pending";
  private static final String ROOT = "sign-off";

  private final Map<String, Entry> entries;

  private SignOff(Map<String, Entry> entries) {
    this.entries = entries;
  }

  private record Entry(String sentence, boolean isSigned) {}

  /**
   * How it compares with the changes.
   *
   * @param unsigned the changes that it does not sign
   * @param gone the sentences that it has and that no longer occur
   */
  public record Result(List<ToldChange> unsigned, List<String> gone) {

    /** Keeps copies of the lists. */
    public Result {
      unsigned = List.copyOf(unsigned);
      gone = List.copyOf(gone);
    }

    /** Whether it signs exactly the changes, no more and no fewer. */
    public boolean isExact() {
      return unsigned.isEmpty() && gone.isEmpty();
    }
  }

  /**
   * Reads a sign-off.
   *
   * @throws IllegalArgumentException when it is none; the message is one line
   * @throws IOException when the file cannot be read
   */
  public static SignOff read(Path file) throws IOException {
    boolean isJson = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    DocumentParser parser = isJson ? DocumentParser.json(ROOT) : DocumentParser.yaml(ROOT);
    try {
      DocumentNode root = parser.parse(Files.readAllBytes(file));
      root.requireFields("changes");
      Map<String, Entry> entries = new LinkedHashMap<>();
      for (DocumentNode node : root.requiredField("changes").items()) {
        node.requireFields("id", "change", "by", "on", "why");
        String id = node.requiredField("id").text();
        if (entries.put(id, entry(node)) != null) {
          throw node.requiredField("id").refuse("each change once");
        }
      }
      return new SignOff(entries);
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(
          file
              + ":"
              + e.line()
              + ": "
              + e.path()
              + ": found "
              + e.found()
              + ", allowed is "
              + e.allowed(),
          e);
    }
  }

  private static Entry entry(DocumentNode node) {
    boolean isDated = !node.requiredField("on").text().equals(PENDING);
    if (isDated) {
      node.requiredField("on").date();
    }
    return new Entry(
        node.requiredField("change").text(),
        isDated && isSaid(node.requiredField("by")) && isSaid(node.requiredField("why")));
  }

  private static boolean isSaid(DocumentNode node) {
    return !node.text().isBlank() && !node.text().strip().equals(PENDING);
  }

  /** Compares it with the changes. */
  public Result of(List<ToldChange> changes) {
    List<ToldChange> unsigned = new ArrayList<>();
    Map<String, Entry> gone = new LinkedHashMap<>(entries);
    for (ToldChange change : changes) {
      Entry entry = entries.get(change.id());
      if (entry == null || !entry.sentence().equals(change.sentence())) {
        unsigned.add(change);
      } else {
        gone.remove(change.id());
        if (!entry.isSigned()) {
          unsigned.add(change);
        }
      }
    }
    return new Result(unsigned, gone.values().stream().map(Entry::sentence).toList());
  }

  /** A sign-off of these changes, in YAML, in which nothing is signed yet. */
  public static String skeleton(List<ToldChange> changes) {
    StringBuilder yaml =
        new StringBuilder("# Replace each pending; on is a date, as 2026-01-31. Nothing else.\n");
    yaml.append(changes.isEmpty() ? "changes: []\n" : "changes:\n");
    for (ToldChange change : changes) {
      yaml.append("  - id: \"" + change.id() + "\"\n")
          .append("    change: " + Quoted.of(change.sentence()) + "\n")
          .append("    by: " + PENDING + "\n")
          .append("    on: " + PENDING + "\n")
          .append("    why: " + PENDING + "\n");
    }
    return yaml.toString();
  }
}
