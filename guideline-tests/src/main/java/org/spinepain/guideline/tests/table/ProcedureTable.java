package org.spinepain.guideline.tests.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.table.RecommendationTable.Named;

/** The recommendations that address each technique with each injectate, for one pain pattern. */
final class ProcedureTable implements TablePart {

  private static final String NOT_POSSIBLE = "not possible";

  private final String name;
  private final Map<Pair, Map<String, Basis>> cells;

  private ProcedureTable(String name, Map<Pair, Map<String, Basis>> cells) {
    this.name = name;
    this.cells = cells;
  }

  private record Pair(Technique technique, Injectate injectate) {}

  /** The heading of the table for this pattern. */
  static String name(PainPattern pattern) {
    return "Procedures: " + pattern.code();
  }

  /** Reads the table of a pattern with these recommendations. */
  static ProcedureTable read(MarkdownTable table, List<Named> recommendations) {
    List<String> columns = new ArrayList<>(List.of("technique"));
    columns.addAll(Coded.codes(Injectate.class));
    Map<String, Row> rows =
        table.withColumns(columns).rowsBy("technique", Coded.codes(Technique.class));
    Map<Pair, Map<String, Basis>> cells = new LinkedHashMap<>();
    for (Row row : rows.values()) {
      Technique technique = row.cell("technique").constant(Technique.class);
      for (Injectate injectate : Injectate.values()) {
        Pair pair = new Pair(technique, injectate);
        Cell cell = row.cell(injectate.code());
        if (Procedure.isPossible(technique, injectate)) {
          cells.put(pair, addressing(cell, pair, recommendations));
        } else if (!cell.text().equals(NOT_POSSIBLE)) {
          throw cell.refused(NOT_POSSIBLE);
        }
      }
    }
    return new ProcedureTable(table.name(), cells);
  }

  /** A recommendation that names the pair has to be listed, others of the pattern may be. */
  private static Map<String, Basis> addressing(Cell cell, Pair pair, List<Named> recommendations) {
    List<String> unread =
        new ArrayList<>(cell.isNone() ? List.of() : List.of(cell.text().split(", ", -1)));
    Map<String, Basis> addressing = new LinkedHashMap<>();
    List<String> allowed = new ArrayList<>();
    boolean complete = true;
    for (Named recommendation : recommendations) {
      Basis basis = recommendation.basis(pair.technique(), pair.injectate());
      String entry = "`%s` (%s)".formatted(recommendation.id(), basis.words());
      allowed.add(entry);
      if (unread.remove(entry)) {
        addressing.put(recommendation.id(), basis);
      } else if (basis == Basis.DIRECT) {
        complete = false;
      }
    }
    if (!complete || !unread.isEmpty()) {
      throw cell.refused("-, or each at most once and what is direct always: " + allowed);
    }
    return addressing;
  }

  /** The recommendations that address the procedure. */
  Map<String, Basis> addressing(Technique technique, Injectate injectate) {
    return cells.get(new Pair(technique, injectate));
  }

  /** Whether the recommendation addresses some technique with this injectate. */
  boolean carries(String recommendation, Injectate injectate) {
    return cells.entrySet().stream()
        .filter(cell -> cell.getKey().injectate() == injectate)
        .anyMatch(cell -> cell.getValue().containsKey(recommendation));
  }

  @Override
  public Stream<TableItem> items() {
    return cells.keySet().stream()
        .map(pair -> TableItem.cell(name, pair.technique().code(), pair.injectate().code()));
  }
}
