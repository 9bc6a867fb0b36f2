package org.spinepain.guideline.tests.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.Coded;

/** What each assumption of the host takes out of the ways in which an unknown fact can turn out. */
final class HostAssumptionTable implements TablePart {

  static final String NAME = "Host assumptions";

  private static final List<String> COLUMNS =
      List.of("assumption", "fact", "takes out", "in words");

  private final Map<String, TakenOut> takenOut;

  private HostAssumptionTable(Map<String, TakenOut> takenOut) {
    this.takenOut = takenOut;
  }

  private record TakenOut(String fact, List<String> values) {}

  /** Reads a table about facts that can turn out like this. */
  static HostAssumptionTable read(MarkdownTable table, Map<String, List<String>> completions) {
    Map<String, TakenOut> takenOut = new LinkedHashMap<>();
    table
        .withColumns(COLUMNS)
        .rowsBy("assumption", Coded.codes(Assumption.class))
        .forEach((code, row) -> takenOut.put(code, takenOut(row, completions)));
    return new HostAssumptionTable(takenOut);
  }

  private static TakenOut takenOut(Row row, Map<String, List<String>> completions) {
    String fact = row.cell("fact").oneOf(completions.keySet());
    return new TakenOut(fact, row.cell("takes out").someOf(completions.get(fact)));
  }

  /** Whether this assumption takes this value of this fact out. */
  boolean takesOut(Assumption assumption, String fact, String value) {
    TakenOut out = takenOut.get(assumption.code());
    return out.fact().equals(fact) && out.values().contains(value);
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(NAME, takenOut.keySet());
  }
}
