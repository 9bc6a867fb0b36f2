package org.spinepain.guideline.tests.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.DefaultAssumption;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.SpinePain;

/** What silence on a fact is taken to mean. */
final class DefaultTable implements TablePart {

  static final String NAME = "Defaults";

  private static final List<String> COLUMNS =
      List.of("default", "about", "taken to be", "in words");

  private final Set<String> codes;

  private DefaultTable(Set<String> codes) {
    this.codes = codes;
  }

  static DefaultTable read(MarkdownTable table) {
    Map<String, List<String>> facts = Facts.of(List.of(SpinePain.class, Procedure.class));
    Map<String, Row> rows =
        table.withColumns(COLUMNS).rowsBy("default", Coded.codes(DefaultAssumption.class));
    for (Row row : rows.values()) {
      for (String fact : row.cell("about").someOf(facts.keySet())) {
        row.cell("taken to be").oneOf(facts.get(fact));
      }
    }
    return new DefaultTable(rows.keySet());
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(NAME, codes);
  }
}
