package org.spinepain.guideline.tests.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.tests.table.RecommendationTable.Named;

/** Which row of the evidence stands behind a recommendation, by the injectate that is given. */
final class EvidenceBehindTable implements TablePart {

  static final String NAME = "Evidence behind each recommendation";

  private final Map<Carried, Injectate> cells;

  private EvidenceBehindTable(Map<Carried, Injectate> cells) {
    this.cells = cells;
  }

  private record Carried(Named recommendation, Injectate injectate) {}

  /** Reads a table about these recommendations, as these procedures carry them. */
  static EvidenceBehindTable read(
      MarkdownTable table, RecommendationTable recommendations, ProcedureTables procedures) {
    List<String> columns = new ArrayList<>(List.of("recommendation"));
    columns.addAll(Coded.codes(Injectate.class));
    Map<Carried, Injectate> cells = new LinkedHashMap<>();
    table
        .withColumns(columns)
        .rowsBy("recommendation", recommendations.ids())
        .forEach(
            (id, row) -> {
              for (Injectate injectate : Injectate.values()) {
                Carried carried = new Carried(recommendations.get(id), injectate);
                Cell cell = row.cell(injectate.code());
                if (procedures.carries(carried.recommendation(), injectate)) {
                  cells.put(carried, behind(cell, carried));
                } else if (!cell.isNone()) {
                  throw cell.refused("-, as it is never carried with this injectate");
                }
              }
            });
    return new EvidenceBehindTable(cells);
  }

  /** What a recommendation names with this injectate has a row of its own. */
  private static Injectate behind(Cell cell, Carried carried) {
    List<Injectate> named = carried.recommendation().injectates();
    Injectate given = carried.injectate();
    List<Injectate> allowed = named.contains(given) ? List.of(given) : named;
    String code = cell.oneOf(allowed.stream().map(Coded::code).toList());
    return Coded.of(Injectate.class, code).orElseThrow();
  }

  Injectate behind(Named recommendation, Injectate given) {
    return cells.get(new Carried(recommendation, given));
  }

  @Override
  public Stream<TableItem> items() {
    return cells.keySet().stream()
        .map(cell -> TableItem.cell(NAME, cell.recommendation().id(), cell.injectate().code()));
  }
}
