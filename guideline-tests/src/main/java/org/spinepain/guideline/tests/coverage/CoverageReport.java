package org.spinepain.guideline.tests.coverage;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.spinepain.guideline.tests.mutation.Mutant;
import org.spinepain.guideline.tests.mutation.Mutant.Kind;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;
import org.spinepain.guideline.tests.table.DecisionTable;
import org.spinepain.guideline.tests.table.TableItem;
import org.spinepain.guideline.tests.vignette.Aspect;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.VignetteKind;

/** What vignettes reach, for a person, in Markdown. */
public final class CoverageReport {

  private static final int WIDTH = 120;

  private final List<Judged> judged;
  private final List<Vignette> vignettes;
  private final DecisionTable table;
  private final StringBuilder report = new StringBuilder();

  private CoverageReport(List<Judged> judged, List<Vignette> vignettes, DecisionTable table) {
    this.judged = judged;
    this.vignettes = vignettes;
    this.table = table;
  }

  /**
   * The report.
   *
   * @param judged the mutants of the rules, judged by these vignettes
   * @param vignettes the vignettes
   * @param table the decision table whose rows they should touch
   */
  public static String of(List<Judged> judged, List<Vignette> vignettes, DecisionTable table) {
    return new CoverageReport(judged, vignettes, table).write();
  }

  /** The rows of the decision table that no vignette touches. */
  public static List<TableItem> untouched(List<Vignette> vignettes, DecisionTable table) {
    return TableCoverage.untouched(table.rows(), vignettes);
  }

  private String write() {
    report.append("# What the vignettes reach\n");
    matrix();
    rows();
    rules();
    return report.toString();
  }

  /** Recommendations against kinds: how many vignettes expect a procedure to carry it. */
  private void matrix() {
    report.append("\n## Vignettes by recommendation and kind\n\n");
    Map<String, Map<VignetteKind, Integer>> counts = new LinkedHashMap<>();
    table.recommendations().forEach(id -> counts.put(id, new LinkedHashMap<>()));
    counts.put("no recommendation", new LinkedHashMap<>());
    counts.put("not enough information", new LinkedHashMap<>());
    for (Vignette vignette : vignettes) {
      for (String row : rowsOf(vignette)) {
        counts
            .computeIfAbsent(row, any -> new LinkedHashMap<>())
            .merge(vignette.kind(), 1, Integer::sum);
      }
    }
    int width = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
    line(width, "carries", VignetteKind::code);
    report.append("|" + "-".repeat(width + 2) + "|");
    for (VignetteKind kind : VignetteKind.values()) {
      report.append("-".repeat(kind.code().length() + 1)).append(":|");
    }
    report.append("\n");
    counts.forEach(
        (row, byKind) ->
            line(width, row, kind -> byKind.containsKey(kind) ? byKind.get(kind).toString() : "."));
  }

  private void line(int width, String first, Function<VignetteKind, String> cell) {
    report.append("| ").append(padded(first, width)).append(" |");
    for (VignetteKind kind : VignetteKind.values()) {
      String text = cell.apply(kind);
      report
          .append(" ")
          .append(" ".repeat(kind.code().length() - text.length()))
          .append(text)
          .append(" |");
    }
    report.append("\n");
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static Set<String> rowsOf(Vignette vignette) {
    Set<String> rows = new LinkedHashSet<>();
    vignette
        .expect()
        .values()
        .forEach(
            expected -> {
              if (expected.get(Aspect.RECOMMENDATIONS) instanceof Map<?, ?> carried) {
                carried.keySet().forEach(id -> rows.add(id.toString()));
              }
              if ("no-recommendation".equals(expected.get(Aspect.VERDICT))) {
                rows.add("no recommendation");
              }
              if ("insufficient-information".equals(expected.get(Aspect.VERDICT))) {
                rows.add("not enough information");
              }
            });
    return rows;
  }

  private void rows() {
    List<TableItem> untouched = untouched(vignettes, table);
    report.append("\n## Rows of the decision table\n\n");
    report.append(
        (table.rows().size() - untouched.size())
            + " of "
            + table.rows().size()
            + " rows and cells are touched by a vignette.\n");
    if (!untouched.isEmpty()) {
      report.append("None touches:\n\n");
      untouched.forEach(
          row ->
              report.append(
                  "- "
                      + row.table()
                      + ": "
                      + row.row()
                      + row.column().map(column -> ", " + column).orElse("")
                      + "\n"));
    }
  }

  private void rules() {
    report.append("\n## Vignettes that rules need\n\n");
    report.append(
        """
        A rule, or a part of it, needs the vignettes that fail as soon as it is changed; all of them are named. But a
        vignette with more than 200 completions is asked only when no other notices a change, so that it can be missing
        here.
        """);
    Map<String, Map<Mutant.Part, Set<String>>> byRule = new LinkedHashMap<>();
    for (Judged each : judged) {
      Mutant.Part part = each.mutant().part();
      if (part.rule().isPresent()
          && (part.kind() == Kind.RULE
              || part.kind() == Kind.PATTERN
              || part.kind() == Kind.CONSTRAINT)) {
        byRule
            .computeIfAbsent(part.file() + ": " + part.rule().get(), any -> new LinkedHashMap<>())
            .computeIfAbsent(part, any -> new LinkedHashSet<>())
            .addAll(each.result().vignettes());
      }
    }
    byRule.forEach(
        (rule, parts) -> {
          report.append("\n### " + rule + "\n\n");
          parts.forEach(this::part);
        });
  }

  private void part(Mutant.Part part, Set<String> needed) {
    StringBuilder line = new StringBuilder("- ");
    line.append(part.kind() == Kind.RULE ? "the rule" : "`" + part.text() + "`").append(":");
    line.append(needed.isEmpty() ? " none" : " " + needed.size() + ":");
    Iterator<String> ids = needed.stream().sorted().iterator();
    while (ids.hasNext()) {
      String id = ids.next() + (ids.hasNext() ? "," : "");
      if (line.length() + 1 + id.length() > WIDTH) {
        report.append(line).append("\n");
        line = new StringBuilder(" ");
      }
      line.append(" ").append(id);
    }
    report.append(line).append("\n");
  }
}
