package org.spinepain.guideline.tests.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.tests.diff.DiffReport.Packs;

/**
 * Who has signed off which changes, and why: a YAML or JSON file with the digests of both packs,
 * old and new, and one entry a change. It holds the id of the change, its sentence, and {@code by},
 * {@code on} and {@code why}; an entry in which one of the three is {@code pending} signs nothing.
 *
 * <p>A sentence does not say all that changes, as the text of guidance that comes. So a sign-off is
 * of one pair of packs and of no other, however alike.
 */
public final class SignOff {

  private static final String PENDING = "pending";
  private static final String ROOT = "sign-off";

  private final Packs packs;
  private final Map<String, Entry> entries;

  private SignOff(Packs packs, Map<String, Entry> entries) {
    this.packs = packs;
    this.entries = entries;
  }

  private record Entry(String sentence, boolean isSigned) {}

  /**
   * How it compares with a report.
   *
   * @param otherPacks what is said of each pack that is not the one it was written for
   * @param unsigned the changes that it does not sign
   * @param gone the sentences that it has and that no longer occur
   */
  public record Result(List<String> otherPacks, List<ToldChange> unsigned, List<String> gone) {

    /** Keeps copies of the lists. */
    public Result {
      otherPacks = List.copyOf(otherPacks);
      unsigned = List.copyOf(unsigned);
      gone = List.copyOf(gone);
    }

    /** Whether it is of both packs, and signs exactly the changes, no more and no fewer. */
    public boolean isExact() {
      return otherPacks.isEmpty() && unsigned.isEmpty() && gone.isEmpty();
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
      root.requireFields("old", "new", "changes");
      Packs packs = new Packs(root.requiredField("old").text(), root.requiredField("new").text());
      Map<String, Entry> entries = new LinkedHashMap<>();
      for (DocumentNode node : root.requiredField("changes").items()) {
        node.requireFields("id", "change", "by", "on", "why");
        String id = node.requiredField("id").text();
        if (entries.put(id, entry(node)) != null) {
          throw node.requiredField("id").refuse("each change once");
        }
      }
      return new SignOff(packs, entries);
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

  /** Compares it with a report. */
  public Result of(DiffReport report) {
    List<ToldChange> unsigned = new ArrayList<>();
    Map<String, Entry> gone = new LinkedHashMap<>(entries);
    for (ToldChange change : report.changes()) {
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
    return new Result(
        otherPacks(report.packs()), unsigned, gone.values().stream().map(Entry::sentence).toList());
  }

  private List<String> otherPacks(Packs asked) {
    List<String> others = new ArrayList<>();
    other("old", packs.old(), asked.old()).ifPresent(others::add);
    other("new", packs.young(), asked.young()).ifPresent(others::add);
    return others;
  }

  private static Optional<String> other(String which, String signed, String asked) {
    return signed.equals(asked)
        ? Optional.empty()
        : Optional.of(
            "the "
                + which
                + " pack is not the one of the sign-off: found "
                + asked
                + ", signed off was "
                + signed
                + "; look at all changes and sign them again");
  }

  /** A sign-off of the changes of a report, in YAML, in which nothing is signed yet. */
  public static String skeleton(DiffReport report) {
    List<ToldChange> changes = report.changes();
    StringBuilder yaml =
        new StringBuilder("# Replace each pending; on is a date, as 2026-01-31. Nothing else.\n");
    yaml.append("old: \"" + report.packs().old() + "\"\n")
        .append("new: \"" + report.packs().young() + "\"\n")
        .append(changes.isEmpty() ? "changes: []\n" : "changes:\n");
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
