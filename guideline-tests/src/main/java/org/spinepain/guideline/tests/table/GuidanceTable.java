package org.spinepain.guideline.tests.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.GuidanceKind;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Practice;

/** The guidance that comes with each verdict. */
final class GuidanceTable implements TablePart {

  static final String NAME = "Guidance";

  private static final String YES = Facts.yesOrNo(true);

  private final Map<String, Piece> pieces;

  private GuidanceTable(Map<String, Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * When a piece of guidance comes.
   *
   * @param with for each verdict with which it comes {@code yes}, or the reason that it needs
   * @param practice for each fact of the practice that makes a difference, the values it needs
   * @param statements what else is said of it
   */
  private record Piece(
      Map<Verdict, String> with,
      Map<String, List<String>> practice,
      List<TableStatement> statements) {

    boolean comes(Verdict verdict, List<String> reasons, Map<String, String> known) {
      String needed = with.get(verdict);
      return needed != null
          && (needed.equals(YES) || reasons.contains(needed))
          && practice.entrySet().stream()
              .allMatch(fact -> fact.getValue().contains(known.get(fact.getKey())));
    }
  }

  /** Reads a table that refers to these reasons. */
  static GuidanceTable read(MarkdownTable table, List<String> reasons) {
    Map<String, List<String>> facts = Facts.of(List.of(Practice.class));
    List<String> columns = new ArrayList<>(List.of("guidance", "kind", "in words", "status"));
    columns.addAll(Coded.codes(Verdict.class));
    columns.addAll(facts.keySet());
    Map<String, Piece> pieces = new LinkedHashMap<>();
    table
        .withColumns(columns)
        .rowsBy("guidance")
        .forEach((code, row) -> pieces.put(code, piece(code, row, reasons, facts)));
    return new GuidanceTable(pieces);
  }

  private static Piece piece(
      String code, Row row, List<String> reasons, Map<String, List<String>> facts) {
    List<String> needed = new ArrayList<>(List.of(YES));
    needed.addAll(reasons);
    Map<Verdict, String> with = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      Cell cell = row.cell(verdict.code());
      if (!cell.isNone()) {
        with.put(verdict, cell.oneOf(needed));
      }
    }
    Map<String, List<String>> practice = new LinkedHashMap<>();
    facts.forEach(
        (fact, values) -> {
          Cell cell = row.cell(fact);
          if (!cell.isNone()) {
            practice.put(fact, cell.someOf(values));
          }
        });
    List<TableStatement> statements = new ArrayList<>();
    statements.add(row.cell("kind").statement(code, GuidanceKind.class));
    row.cell("status").statementOrNone(code, Status.class).forEach(statements::add);
    return new Piece(with, practice, statements);
  }

  /** The codes of the guidance that comes with this verdict and these reasons. */
  List<String> codes(Verdict verdict, List<String> reasons, Practice practice) {
    Map<String, String> known = Facts.valuesIn(practice);
    return pieces.entrySet().stream()
        .filter(piece -> piece.getValue().comes(verdict, reasons, known))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Stream<TableItem> items() {
    return pieces.entrySet().stream()
        .flatMap(
            piece ->
                piece.getValue().with().keySet().stream()
                    .map(verdict -> TableItem.cell(NAME, piece.getKey(), verdict.code())));
  }

  @Override
  public Stream<TableStatement> statements() {
    return pieces.values().stream().flatMap(piece -> piece.statements().stream());
  }
}
