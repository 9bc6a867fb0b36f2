package org.spinepain.guideline.tests.space;

import java.util.List;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.tests.table.TableStatement;

/** What comes with reasons, recommendations and guidance, as the decision table would state it. */
final class Statements {

  private static final String SCOPE = "Scope";
  private static final String RECOMMENDATIONS = "Recommendations";
  private static final String GUIDANCE = "Guidance";

  private static final String STATUS = "status";

  private Statements() {}

  /** What is stated, without its value. */
  static List<String> place(TableStatement statement) {
    return List.of(statement.table(), statement.code(), statement.column());
  }

  /** All that could be stated of what this determination holds. */
  static Stream<TableStatement> said(Determination d) {
    Stream<TableStatement> ofReasons =
        d.reasons().stream()
            .flatMap(
                reason ->
                    Stream.of(
                        new TableStatement(
                            SCOPE, reason.code(), STATUS, reason.provenance().status()),
                        new TableStatement(
                            SCOPE, reason.code(), "reading", reason.provenance().reading())));
    Stream<TableStatement> ofRecommendations =
        d.recommendations().stream()
            .flatMap(
                carried ->
                    Stream.of(
                        new TableStatement(
                            RECOMMENDATIONS, carried.id(), "direction", carried.direction()),
                        new TableStatement(
                            RECOMMENDATIONS, carried.id(), "strength", carried.strength()),
                        new TableStatement(
                            RECOMMENDATIONS, carried.id(), STATUS, carried.provenance().status())));
    Stream<TableStatement> ofGuidance =
        d.guidance().stream()
            .flatMap(
                piece ->
                    Stream.of(
                        new TableStatement(GUIDANCE, piece.code(), "kind", piece.kind()),
                        new TableStatement(
                            GUIDANCE, piece.code(), STATUS, piece.provenance().status())));
    return Stream.of(ofReasons, ofRecommendations, ofGuidance).flatMap(statements -> statements);
  }
}
