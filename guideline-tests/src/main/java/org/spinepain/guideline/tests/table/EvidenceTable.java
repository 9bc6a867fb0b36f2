package org.spinepain.guideline.tests.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;
import org.spinepain.guideline.tests.table.RecommendationTable.Named;

/** The evidence: one row for each procedure that a recommendation names. */
final class EvidenceTable implements TablePart {

  static final String NAME = "Evidence";

  private static final List<String> COLUMNS =
      List.of(
          "pattern",
          "technique",
          "injectate",
          "effect (95% CI)",
          "certainty",
          "plain words",
          "status");

  private final Map<String, EvidenceRow> rows;

  private EvidenceTable(Map<String, EvidenceRow> rows) {
    this.rows = rows;
  }

  /** Reads the evidence behind these recommendations. */
  static EvidenceTable read(MarkdownTable table, RecommendationTable recommendations) {
    Map<String, String> named = new LinkedHashMap<>();
    for (Named recommendation : recommendations.all()) {
      for (Injectate injectate : recommendation.injectates()) {
        named.put(key(recommendation, injectate), recommendation.id());
      }
    }
    Map<String, EvidenceRow> rows = new LinkedHashMap<>();
    table
        .withColumns(COLUMNS)
        .rowsBy(row -> key(row, named.keySet()), named.keySet())
        .forEach((key, row) -> rows.put(key, evidence(row, named.get(key))));
    return new EvidenceTable(rows);
  }

  private static String key(Row row, Collection<String> named) {
    Cell injectate = row.cell("injectate");
    String key =
        key(
            row.cell("pattern").constant(PainPattern.class),
            row.cell("technique").constant(Technique.class),
            injectate.constant(Injectate.class));
    if (!named.contains(key)) {
      throw injectate.refused("what a recommendation names: " + Cell.listed(named));
    }
    return key;
  }

  private static String key(Named recommendation, Injectate injectate) {
    return key(recommendation.pattern(), recommendation.technique(), injectate);
  }

  private static String key(Coded pattern, Coded technique, Coded injectate) {
    return String.join(" ", pattern.code(), technique.code(), injectate.code());
  }

  private static EvidenceRow evidence(Row row, String recommendation) {
    Status status = row.cell("status").constant(Status.class);
    return new EvidenceRow(
        recommendation,
        row.cell("pattern").constant(PainPattern.class),
        row.cell("technique").constant(Technique.class),
        row.cell("injectate").constant(Injectate.class),
        Effect.in(row.cell("effect (95% CI)"), status),
        Effect.certainty(row.cell("certainty")),
        row.cell("plain words").text(),
        status);
  }

  /** The row of the procedure that this recommendation names with this injectate. */
  EvidenceRow row(Named recommendation, Injectate injectate) {
    return rows.get(key(recommendation, injectate));
  }

  /** All rows, in the order of the table. */
  List<EvidenceRow> rows() {
    return List.copyOf(rows.values());
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(NAME, rows.keySet());
  }
}
