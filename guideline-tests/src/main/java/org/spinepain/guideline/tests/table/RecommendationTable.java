package org.spinepain.guideline.tests.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.Direction;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Strength;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/** The recommendations and the procedures that each of them names. */
final class RecommendationTable implements TablePart {

  static final String NAME = "Recommendations";

  private static final List<String> COLUMNS =
      List.of(
          "recommendation",
          "pattern",
          "technique",
          "injectates named",
          "direction",
          "strength",
          "in words",
          "status");

  private final Map<String, Named> recommendations;

  private RecommendationTable(Map<String, Named> recommendations) {
    this.recommendations = recommendations;
  }

  /** What a recommendation names, and what else is said of it. */
  record Named(
      String id,
      PainPattern pattern,
      Technique technique,
      List<Injectate> injectates,
      List<TableStatement> statements) {

    Basis basis(Technique given, Injectate with) {
      return technique == given && injectates.contains(with) ? Basis.DIRECT : Basis.BY_COMPONENT;
    }
  }

  static RecommendationTable read(MarkdownTable table) {
    Map<String, Named> recommendations = new LinkedHashMap<>();
    table
        .withColumns(COLUMNS)
        .rowsBy("recommendation")
        .forEach((id, row) -> recommendations.put(id, named(id, row)));
    return new RecommendationTable(recommendations);
  }

  private static Named named(String id, Row row) {
    return new Named(
        id,
        row.cell("pattern").constant(PainPattern.class),
        row.cell("technique").constant(Technique.class),
        row.cell("injectates named").constants(Injectate.class),
        List.of(
            row.cell("direction").statement(id, Direction.class),
            row.cell("strength").statement(id, Strength.class),
            row.cell("status").statement(id, Status.class)));
  }

  List<Named> all() {
    return List.copyOf(recommendations.values());
  }

  List<String> ids() {
    return List.copyOf(recommendations.keySet());
  }

  List<Named> of(PainPattern pattern) {
    return all().stream().filter(named -> named.pattern() == pattern).toList();
  }

  Named get(String id) {
    return recommendations.get(id);
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(NAME, ids());
  }

  @Override
  public Stream<TableStatement> statements() {
    return all().stream().flatMap(named -> named.statements().stream());
  }
}
