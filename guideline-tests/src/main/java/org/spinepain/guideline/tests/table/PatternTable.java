package org.spinepain.guideline.tests.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.fact.PainPattern;

/** In which tables of procedures each pain pattern is looked up. */
final class PatternTable implements TablePart {

  static final String NAME = "Patterns";

  private static final List<String> COLUMNS = List.of("pattern", "looks in", "in words");

  private final Map<PainPattern, List<PainPattern>> looksIn;

  private PatternTable(Map<PainPattern, List<PainPattern>> looksIn) {
    this.looksIn = looksIn;
  }

  static PatternTable read(MarkdownTable table) {
    Map<PainPattern, List<PainPattern>> looksIn = new EnumMap<>(PainPattern.class);
    table
        .withColumns(COLUMNS)
        .rowsBy("pattern", Coded.codes(PainPattern.class))
        .values()
        .forEach(row -> looksIn.put(pattern(row), looksIn(row.cell("looks in"))));
    return new PatternTable(looksIn);
  }

  private static PainPattern pattern(Row row) {
    return row.cell("pattern").constant(PainPattern.class);
  }

  private static List<PainPattern> looksIn(Cell cell) {
    return cell.isNone() ? List.of() : cell.constants(PainPattern.class);
  }

  List<PainPattern> looksIn(PainPattern pattern) {
    return looksIn.get(pattern);
  }

  /** The patterns that have a table of procedures. */
  List<PainPattern> lookedIn() {
    return looksIn.values().stream().flatMap(List::stream).distinct().toList();
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(NAME, looksIn.keySet().stream().map(Coded::code).toList());
  }
}
