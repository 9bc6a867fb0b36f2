package org.spinepain.guideline.tests.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The tables of a Markdown text: one, with a line of bars at each side, below each heading "##".
 */
final class MarkdownTables {

  private static final String HEADING = "## ";

  private final List<String> lines;
  private final Map<String, Integer> headings = new LinkedHashMap<>();
  private final Map<String, MarkdownTable> tables = new LinkedHashMap<>();

  private MarkdownTables(List<String> lines) {
    this.lines = lines;
  }

  /** Reads a text whose headings are all among {@code names}. */
  static MarkdownTables of(String text, Collection<String> names) {
    MarkdownTables tables = new MarkdownTables(text.lines().map(String::strip).toList());
    tables.read(names);
    return tables;
  }

  boolean has(String name) {
    return headings.containsKey(name);
  }

  /** The table below this heading, which the text has to have. */
  MarkdownTable named(String name) {
    return Optional.ofNullable(tables.get(name)).orElseThrow(() -> missing(name));
  }

  InvalidDecisionTableException refused(String name, String allowed) {
    return new InvalidDecisionTableException(headings.get(name), name, "this table", allowed);
  }

  private InvalidDecisionTableException missing(String name) {
    int line = headings.getOrDefault(name, Math.max(1, lines.size()));
    String allowed = "a table below a heading \"" + HEADING + name + "\"";
    return new InvalidDecisionTableException(line, name, "no table", allowed);
  }

  private void read(Collection<String> names) {
    String name = "before the first heading";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(HEADING)) {
        name = line.substring(HEADING.length());
        addHeading(name, i + 1, names);
      } else if (line.startsWith("|")) {
        int end = endOfTable(i);
        addTable(name, i, end);
        i = end;
      }
    }
  }

  private void addHeading(String name, int line, Collection<String> names) {
    if (!names.contains(name) || headings.put(name, line) != null) {
      String allowed = "once each: " + String.join("; ", names);
      throw new InvalidDecisionTableException(line, "headings", name, allowed);
    }
  }

  private void addTable(String name, int start, int end) {
    if (!headings.containsKey(name) || tables.containsKey(name)) {
      String allowed = "one table below each heading";
      throw new InvalidDecisionTableException(start + 1, name, "a table too many", allowed);
    }
    tables.put(name, table(name, start, end));
  }

  /** A table goes on to the next blank line. */
  private int endOfTable(int start) {
    return IntStream.range(start, lines.size())
        .filter(i -> lines.get(i).isEmpty())
        .findFirst()
        .orElse(lines.size());
  }

  private MarkdownTable table(String name, int start, int end) {
    List<String> columns = columns(name, start);
    if (end - start < 3 || !lines.get(start + 1).matches("\\|(-{3,}\\|){" + columns.size() + "}")) {
      String allowed = "a head of " + columns.size() + " columns, |---| for each, and rows";
      throw new InvalidDecisionTableException(start + 1, name, "a head without them", allowed);
    }
    List<Row> rows =
        IntStream.range(start + 2, end).mapToObj(line -> row(name, line, columns)).toList();
    return new MarkdownTable(name, start + 1, columns, rows);
  }

  private List<String> columns(String name, int line) {
    List<String> columns =
        texts(name, line).stream().map(text -> Cell.code(text).orElse(text)).toList();
    List<String> seen = new ArrayList<>();
    for (String column : columns) {
      if (seen.contains(column)) {
        String found = "a second column \"" + column + "\"";
        throw new InvalidDecisionTableException(line + 1, name, found, "each column once");
      }
      seen.add(column);
    }
    return columns;
  }

  private Row row(String name, int line, List<String> columns) {
    List<String> texts = texts(name, line);
    if (texts.size() != columns.size()) {
      String allowed = columns.size() + ": " + String.join(" | ", columns);
      throw new InvalidDecisionTableException(line + 1, name, texts.size() + " cells", allowed);
    }
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), new Cell(name, line + 1, columns.get(i), texts.get(i)));
    }
    return new Row(line + 1, cells);
  }

  private List<String> texts(String name, int line) {
    String text = lines.get(line);
    List<String> texts =
        text.length() > 1 && text.startsWith("|") && text.endsWith("|")
            ? Arrays.stream(text.substring(1, text.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList()
            : List.of("");
    if (texts.contains("")) {
      String allowed = "cells with something in each, - for none, between bars: | … | … |";
      throw new InvalidDecisionTableException(line + 1, name, "\"" + text + "\"", allowed);
    }
    return texts;
  }
}
