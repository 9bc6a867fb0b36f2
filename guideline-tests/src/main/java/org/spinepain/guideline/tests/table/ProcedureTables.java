package org.spinepain.guideline.tests.table;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.tests.table.RecommendationTable.Named;

/** The recommendations that address each procedure, for every pain pattern. */
final class ProcedureTables implements TablePart {

  private final PatternTable patterns;
  private final RecommendationTable recommendations;
  private final Map<PainPattern, ProcedureTable> tables;

  private ProcedureTables(
      PatternTable patterns,
      RecommendationTable recommendations,
      Map<PainPattern, ProcedureTable> tables) {
    this.patterns = patterns;
    this.recommendations = recommendations;
    this.tables = tables;
  }

  /** The headings that such tables can have. */
  static List<String> names() {
    return Arrays.stream(PainPattern.values()).map(ProcedureTable::name).toList();
  }

  /** Reads the table of each pattern that another looks in. */
  static ProcedureTables read(
      MarkdownTables tables, PatternTable patterns, RecommendationTable recommendations) {
    List<PainPattern> lookedIn = patterns.lookedIn();
    Map<PainPattern, ProcedureTable> read = new EnumMap<>(PainPattern.class);
    for (PainPattern pattern : PainPattern.values()) {
      String name = ProcedureTable.name(pattern);
      if (lookedIn.contains(pattern)) {
        read.put(pattern, ProcedureTable.read(tables.named(name), recommendations.of(pattern)));
      } else if (tables.has(name)) {
        throw tables.refused(name, "a table that a pattern looks in");
      }
    }
    return new ProcedureTables(patterns, recommendations, read);
  }

  /** What addresses the procedure for this pattern, in the order of the recommendations. */
  Map<String, Basis> addressing(PainPattern pattern, Procedure procedure) {
    Map<String, Basis> listed = new HashMap<>();
    for (PainPattern part : patterns.looksIn(pattern)) {
      listed.putAll(tables.get(part).addressing(procedure.technique(), procedure.injectate()));
    }
    Map<String, Basis> addressing = new LinkedHashMap<>();
    for (String id : recommendations.ids()) {
      if (listed.containsKey(id)) {
        addressing.put(id, listed.get(id));
      }
    }
    return addressing;
  }

  /** Whether a recommendation addresses some technique with this injectate. */
  boolean carries(Named recommendation, Injectate injectate) {
    return tables.values().stream()
        .anyMatch(table -> table.carries(recommendation.id(), injectate));
  }

  @Override
  public Stream<TableItem> items() {
    return tables.values().stream().flatMap(TablePart::items);
  }
}
