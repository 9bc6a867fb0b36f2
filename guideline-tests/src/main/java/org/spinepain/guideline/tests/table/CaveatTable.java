package org.spinepain.guideline.tests.table;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.fact.Presentation;

/** The caveats, and what each of them follows from. */
final class CaveatTable implements TablePart {

  static final String NAME = "Caveats";

  private static final List<String> COLUMNS = List.of("caveat", "about", "is any of", "in words");

  private static final String BASIS = "recommendation.basis";
  private static final String STATUS = "evidence.status";
  private static final String REASON = "reason";
  private static final String EDITION = "edition.state";

  private final Map<String, When> caveats;

  private CaveatTable(Map<String, When> caveats) {
    this.caveats = caveats;
  }

  private record When(String about, List<String> anyOf) {

    boolean holds(Map<String, Collection<String>> said) {
      return !Collections.disjoint(said.get(about), anyOf);
    }
  }

  /** Reads a table that refers to these reasons. */
  static CaveatTable read(MarkdownTable table, List<String> reasons) {
    Map<String, List<String>> subjects = Facts.of(List.of(Presentation.class));
    subjects.put(BASIS, Coded.codes(Basis.class));
    subjects.put(STATUS, Coded.codes(Status.class));
    subjects.put(REASON, reasons);
    subjects.put(EDITION, Coded.codes(EditionState.class));
    Map<String, When> caveats = new LinkedHashMap<>();
    table
        .withColumns(COLUMNS)
        .rowsBy("caveat")
        .forEach((code, row) -> caveats.put(code, when(row, subjects)));
    return new CaveatTable(caveats);
  }

  private static When when(Row row, Map<String, List<String>> subjects) {
    String about = row.cell("about").oneOf(subjects.keySet());
    return new When(about, row.cell("is any of").someOf(subjects.get(about)));
  }

  /** The codes of the caveats that stand. */
  List<String> codes(
      Presentation presentation,
      Collection<Basis> bases,
      List<String> reasons,
      List<EvidenceRow> evidence,
      EditionState edition) {
    Map<String, Collection<String>> said = new LinkedHashMap<>();
    Facts.valuesIn(presentation).forEach((fact, value) -> said.put(fact, List.of(value)));
    said.put(BASIS, bases.stream().map(Coded::code).toList());
    said.put(STATUS, evidence.stream().map(row -> row.status().code()).toList());
    said.put(REASON, reasons);
    said.put(EDITION, List.of(edition.code()));
    return caveats.entrySet().stream()
        .filter(caveat -> caveat.getValue().holds(said))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(
        NAME,
        caveats.entrySet().stream()
            .filter(caveat -> !caveat.getValue().about().equals(EDITION))
            .map(Map.Entry::getKey)
            .toList());
  }
}
