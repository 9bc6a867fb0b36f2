package org.spinepain.guideline.tests.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.SpinePain;

/** How each fact that can be unknown can turn out. */
final class UnknownFactTable implements TablePart {

  static final String NAME = "Unknown facts";

  private static final List<String> COLUMNS = List.of("fact", "unknown when", "can turn out");

  private final Map<String, List<String>> completions;

  private UnknownFactTable(Map<String, List<String>> completions) {
    this.completions = completions;
  }

  static UnknownFactTable read(MarkdownTable table) {
    Map<String, List<String>> coded = Facts.of(List.of(SpinePain.class, Procedure.class));
    Map<String, List<String>> completions = new LinkedHashMap<>();
    table
        .withColumns(COLUMNS)
        .rowsBy("fact", Arrays.stream(CaseFact.values()).map(CaseFact::code).toList())
        .forEach((fact, row) -> completions.put(fact, completions(row, coded.get(fact))));
    return new UnknownFactTable(completions);
  }

  /** Where the model has an enum for the fact, every constant of it has to be there. */
  private static List<String> completions(Row row, List<String> coded) {
    Cell cell = row.cell("can turn out");
    if (coded == null) {
      return cell.codes();
    }
    List<String> completions = cell.someOf(coded);
    if (completions.size() < coded.size()) {
      throw cell.refused("all of " + Cell.listed(coded));
    }
    return completions;
  }

  /** For the code of each fact the codes of what it can turn out to be. */
  Map<String, List<String>> completions() {
    return completions;
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(NAME, completions.keySet());
  }
}
