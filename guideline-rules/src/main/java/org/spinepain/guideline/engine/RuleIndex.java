package org.spinepain.guideline.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where each rule of a pack stands: a precompiled rule no longer knows its file. The order of the
 * index, by file and line, is the order in which answers list what rules conclude, so rules stand
 * in their files in the order of the guideline's tables.
 *
 * <p>It is made from the heads of the rules when a pack is built, and held to the compiled rules
 * when the pack is loaded: a rule in one and not in the other, or with another id or source,
 * refuses the pack.
 */
public final class RuleIndex {

  private static final Pattern RULE = Pattern.compile("^rule\\s+\"([^\"]*)\".*");
  private static final Pattern WHEN = Pattern.compile("^when\\b.*");
  private static final int COLUMNS = 5;

  private final List<Entry> entries;
  private final Map<String, Entry> byRule = new HashMap<>();

  private RuleIndex(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    Map<String, Entry> byId = new HashMap<>();
    for (Entry entry : entries) {
      refuseSecond(byRule.put(entry.rule(), entry), entry, "name");
      refuseSecond(byId.put(entry.id(), entry), entry, "id");
    }
  }

  private static void refuseSecond(Entry first, Entry second, String what) {
    if (first != null) {
      throw new RulePackException(
          second.place() + ": the " + what + " of this rule is taken by " + first.place());
    }
  }

  /**
   * One rule.
   *
   * @param rank its place in the order of the pack, from 0
   * @param file its file, relative to the folder of the rules
   * @param line the line of its head, from 1
   * @param id its {@code @id}
   * @param source its {@code @source}
   * @param rule its name
   */
  public record Entry(int rank, String file, int line, String id, String source, String rule) {

    /** File and line, for messages. */
    public String place() {
      return file + ":" + line;
    }
  }

  /**
   * The index of these DRL files, by their paths relative to the folder of the rules.
   *
   * @throws RulePackException when a rule has no {@code @id} or no {@code @source}, or shares its
   *     name or id
   */
  public static RuleIndex of(SortedMap<String, String> drlByFile) {
    List<Entry> entries = new ArrayList<>();
    drlByFile.forEach(
        (file, drl) -> {
          List<String> lines = drl.lines().toList();
          int before = entries.size();
          for (int i = 0; i < lines.size(); i++) {
            Matcher rule = RULE.matcher(lines.get(i));
            if (rule.matches()) {
              String head = head(lines, i);
              String place = file + ":" + (i + 1);
              entries.add(
                  new Entry(
                      entries.size(),
                      file,
                      i + 1,
                      annotation("id", head, place),
                      annotation("source", head, place),
                      rule.group(1)));
            }
          }
          if (entries.size() == before) {
            throw new RulePackException(
                file
                    + ": there is no rule in this file; the head of one is rule \"…\" at the start of a line");
          }
        });
    return new RuleIndex(entries);
  }

  private static String head(List<String> lines, int first) {
    StringBuilder head = new StringBuilder();
    for (int i = first; i < lines.size() && !WHEN.matcher(lines.get(i)).matches(); i++) {
      head.append(lines.get(i)).append('\n');
    }
    return head.toString();
  }

  private static String annotation(String name, String head, String place) {
    Matcher annotation =
        Pattern.compile("@" + name + "\\s*\\(\\s*\"([^\"\\t]+)\"\\s*\\)").matcher(head);
    if (!annotation.find()) {
      throw new RulePackException(
          place + ": this rule has no @" + name + "( \"…\" ) before its when");
    }
    return annotation.group(1);
  }

  /** The index that {@link #lines()} wrote. */
  static RuleIndex read(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines) {
      String[] columns = line.split("\t", COLUMNS);
      if (columns.length != COLUMNS || !columns[1].matches("\\d{1,9}")) {
        throw new RulePackException("the rule index of the pack is damaged");
      }
      entries.add(
          new Entry(
              entries.size(),
              columns[0],
              Integer.parseInt(columns[1]),
              columns[2],
              columns[3],
              columns[4]));
    }
    return new RuleIndex(entries);
  }

  /** The index as lines of tab-separated columns: file, line, id, source, name. */
  List<String> lines() {
    return entries.stream()
        .map(
            e ->
                String.join(
                    "\t", e.file(), Integer.toString(e.line()), e.id(), e.source(), e.rule()))
        .toList();
  }

  /** All rules, in the order of the pack. */
  public List<Entry> entries() {
    return entries;
  }

  /** The rule with this name. */
  Optional<Entry> find(String rule) {
    return Optional.ofNullable(byRule.get(rule));
  }
}
