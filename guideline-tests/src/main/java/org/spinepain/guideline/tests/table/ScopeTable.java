package org.spinepain.guideline.tests.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Reading;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.SpinePain;

/**
 * Which answers take a case out, and the reason that each gives. Every fact of a case has a row,
 * but for those by which procedures are looked up.
 */
final class ScopeTable implements TablePart {

  static final String NAME = "Scope";

  private static final List<String> COLUMNS =
      List.of(
          "fact",
          "applies",
          "does not apply",
          "reason",
          "in words",
          "criterion",
          "status",
          "reading");

  private static final Set<String> LOOKED_UP =
      Set.of("pain.pattern", "procedure.technique", "procedure.injectate");

  private static final String ADDRESSED_BY = "recommendations";

  private static final List<String> SOME_OR_NONE = List.of("some", "none");

  private final List<Question> questions;

  private ScopeTable(List<Question> questions) {
    this.questions = questions;
  }

  /** One row; the statements are about the reason. */
  private record Question(
      String fact, List<String> stops, String reason, List<TableStatement> statements) {}

  static ScopeTable read(MarkdownTable table) {
    Map<String, List<String>> facts =
        Facts.of(List.of(Patient.class, SpinePain.class, Procedure.class));
    facts.keySet().removeAll(LOOKED_UP);
    facts.put(ADDRESSED_BY, SOME_OR_NONE);
    List<Question> questions = new ArrayList<>();
    table
        .withColumns(COLUMNS)
        .rowsBy("fact", facts.keySet())
        .forEach((fact, row) -> questions.add(question(fact, facts.get(fact), row)));
    return new ScopeTable(List.copyOf(questions));
  }

  private static Question question(String fact, List<String> values, Row row) {
    List<String> others = new ArrayList<>(values);
    others.removeAll(row.cell("applies").someOf(values));
    Cell stops = row.cell("does not apply");
    if (!new HashSet<>(stops.someOf(values)).equals(new HashSet<>(others))) {
      throw stops.refused("the other values: " + others);
    }
    if (!row.cell("criterion").isNone()) {
      row.cell("criterion").code();
    }
    String reason = row.cell("reason").code();
    List<TableStatement> statements =
        Stream.concat(
                row.cell("status").statementOrNone(reason, Status.class),
                row.cell("reading").statementOrNone(reason, Reading.class))
            .toList();
    return new Question(fact, List.copyOf(others), reason, statements);
  }

  List<String> reasons() {
    return questions.stream().map(Question::reason).distinct().toList();
  }

  /** The reasons that hold. */
  List<String> reasons(Patient patient, SpinePain pain, Procedure procedure, boolean addressed) {
    Map<String, String> values = Facts.valuesIn(patient, pain, procedure);
    values.put(ADDRESSED_BY, someOrNone(addressed));
    return questions.stream()
        .filter(question -> question.stops().contains(values.get(question.fact())))
        .map(Question::reason)
        .distinct()
        .toList();
  }

  private static String someOrNone(boolean some) {
    return some ? SOME_OR_NONE.get(0) : SOME_OR_NONE.get(1);
  }

  @Override
  public Stream<TableItem> items() {
    return TableItem.rows(NAME, questions.stream().map(Question::fact).toList());
  }

  @Override
  public Stream<TableStatement> statements() {
    return questions.stream().flatMap(question -> question.statements().stream()).distinct();
  }
}
