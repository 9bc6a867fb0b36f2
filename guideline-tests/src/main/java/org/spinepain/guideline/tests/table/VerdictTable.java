package org.spinepain.guideline.tests.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Verdict;

/** Which verdict follows from whether a reason holds, and what it carries. */
final class VerdictTable implements TablePart {

  static final String NAME = "Verdict";

  private static final List<String> COLUMNS =
      List.of("reasons that hold", "verdict", "recommendations and evidence", "in words");

  private static final String NONE = "none";
  private static final String SOME = "some";

  private final Map<String, Outcome> outcomes;

  private VerdictTable(Map<String, Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  /** A verdict, and whether it carries recommendations and their evidence. */
  record Outcome(Verdict verdict, boolean carriesRecommendations) {}

  static VerdictTable read(MarkdownTable table) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    table
        .withColumns(COLUMNS)
        .rowsBy("reasons that hold", List.of(NONE, SOME))
        .forEach((reasons, row) -> outcomes.put(reasons, outcome(row)));
    return new VerdictTable(outcomes);
  }

  private static Outcome outcome(Row row) {
    Verdict verdict = row.cell("verdict").constant(Verdict.class);
    String carried = row.cell("recommendations and evidence").oneOf(Facts.YES_OR_NO);
    return new Outcome(verdict, carried.equals(Facts.yesOrNo(true)));
  }

  Outcome outcome(List<String> reasons) {
    return outcomes.get(reasons.isEmpty() ? NONE : SOME);
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(NAME, outcomes.keySet());
  }
}
