package org.spinepain.guideline.tests.table;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Patient;
import org.spinepain.guideline.model.fact.Practice;
import org.spinepain.guideline.model.fact.Presentation;
import org.spinepain.guideline.model.fact.Procedure;
import org.spinepain.guideline.model.fact.SpinePain;

/**
 * The guideline's decision, looked up in tables: what the rules have to say, known without them.
 * {@link #decide} answers for complete facts. {@link #guidance} and {@link #caveats} follow from
 * the merged answers for an incomplete case as they do from a single one.
 *
 * <p>Every method refuses null with a {@link NullPointerException}.
 */
public final class DecisionTable {

  private static final String BUNDLED = "/decision-table.md";

  private final ScopeTable scope;
  private final VerdictTable verdicts;
  private final RecommendationTable recommendations;
  private final ProcedureTables procedures;
  private final EvidenceBehindTable evidenceBehind;
  private final EvidenceTable evidence;
  private final GuidanceTable guidance;
  private final CaveatTable caveats;
  private final UnknownFactTable unknownFacts;
  private final HostAssumptionTable hostAssumptions;
  private final List<TableItem> rows;
  private final List<TableStatement> statements;

  private DecisionTable(MarkdownTables tables) {
    scope = ScopeTable.read(tables.named(ScopeTable.NAME));
    verdicts = VerdictTable.read(tables.named(VerdictTable.NAME));
    PatternTable patterns = PatternTable.read(tables.named(PatternTable.NAME));
    recommendations = RecommendationTable.read(tables.named(RecommendationTable.NAME));
    procedures = ProcedureTables.read(tables, patterns, recommendations);
    evidenceBehind =
        EvidenceBehindTable.read(
            tables.named(EvidenceBehindTable.NAME), recommendations, procedures);
    evidence = EvidenceTable.read(tables.named(EvidenceTable.NAME), recommendations);
    guidance = GuidanceTable.read(tables.named(GuidanceTable.NAME), scope.reasons());
    caveats = CaveatTable.read(tables.named(CaveatTable.NAME), scope.reasons());
    unknownFacts = UnknownFactTable.read(tables.named(UnknownFactTable.NAME));
    DefaultTable defaults = DefaultTable.read(tables.named(DefaultTable.NAME));
    hostAssumptions =
        HostAssumptionTable.read(
            tables.named(HostAssumptionTable.NAME), unknownFacts.completions());
    List<TablePart> parts =
        List.of(
            scope,
            verdicts,
            patterns,
            recommendations,
            procedures,
            evidenceBehind,
            evidence,
            guidance,
            caveats,
            unknownFacts,
            defaults,
            hostAssumptions);
    rows = parts.stream().flatMap(TablePart::items).toList();
    statements = parts.stream().flatMap(TablePart::statements).toList();
  }

  /** The tables of this project. */
  public static DecisionTable bundled() {
    try (InputStream text = DecisionTable.class.getResourceAsStream(BUNDLED)) {
      requireNonNull(text, BUNDLED);
      return read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(BUNDLED, e);
    }
  }

  /**
   * Reads tables: Markdown, a table below each heading of the second level, codes in backticks.
   *
   * @throws InvalidDecisionTableException when a table, row or column is missing, doubled or
   *     unknown, when a cell holds what is not allowed there, and when tables contradict each
   *     other: what a recommendation names is addressed by it directly and has a row of evidence
   */
  public static DecisionTable read(String markdown) {
    List<String> names = new ArrayList<>();
    names.addAll(List.of(ScopeTable.NAME, VerdictTable.NAME, PatternTable.NAME));
    names.add(RecommendationTable.NAME);
    names.addAll(ProcedureTables.names());
    names.addAll(List.of(EvidenceBehindTable.NAME, EvidenceTable.NAME));
    names.addAll(List.of(GuidanceTable.NAME, CaveatTable.NAME));
    names.addAll(List.of(UnknownFactTable.NAME, DefaultTable.NAME, HostAssumptionTable.NAME));
    return new DecisionTable(MarkdownTables.of(markdown, names));
  }

  /** The ids of the recommendations, in order. */
  public List<String> recommendations() {
    return recommendations.ids();
  }

  /** The codes of the reasons, in order. */
  public List<String> reasons() {
    return scope.reasons();
  }

  /** The rows of the table of evidence, in order. */
  public List<EvidenceRow> evidence() {
    return evidence.rows();
  }

  /** What the tables say of this procedure. */
  public TableAnswer decide(Patient patient, SpinePain pain, Procedure procedure) {
    Map<String, Basis> addressing = procedures.addressing(pain.pattern(), procedure);
    List<String> reasons = scope.reasons(patient, pain, procedure, !addressing.isEmpty());
    VerdictTable.Outcome outcome = verdicts.outcome(reasons);
    Map<String, Basis> carried = outcome.carriesRecommendations() ? addressing : Map.of();
    return new TableAnswer(
        outcome.verdict(), carried, reasons, behind(carried.keySet(), procedure.injectate()));
  }

  private List<EvidenceRow> behind(Set<String> carried, Injectate given) {
    Set<EvidenceRow> behind =
        carried.stream()
            .map(recommendations::get)
            .map(each -> evidence.row(each, evidenceBehind.behind(each, given)))
            .collect(toSet());
    return evidence.rows().stream().filter(behind::contains).toList();
  }

  /**
   * The codes of what follows, in order.
   *
   * @param verdict the verdict, of one answer or merged
   * @param reasons the reasons given with it
   * @param practice what is known of the practice
   */
  public List<String> guidance(Verdict verdict, List<String> reasons, Practice practice) {
    requireNonNull(verdict, "verdict");
    requireNonNull(reasons, "reasons");
    return guidance.codes(verdict, reasons, practice);
  }

  /**
   * The codes of what limits the answer, in order.
   *
   * @param presentation what is known of how the pain presents
   * @param carried the recommendations carried, each with its basis, of one answer or merged
   * @param reasons the reasons given
   * @param behind the rows of evidence carried
   * @param edition the state of the edition that was asked
   */
  public List<String> caveats(
      Presentation presentation,
      Map<String, Basis> carried,
      List<String> reasons,
      List<EvidenceRow> behind,
      EditionState edition) {
    requireNonNull(reasons, "reasons");
    return caveats.codes(presentation, carried.values(), reasons, behind, edition);
  }

  /**
   * The codes of what a fact can turn out to be when it is unknown, in order. Whether a technique
   * and an injectate can go together is for {@link Procedure#isPossible} to say.
   *
   * @param host what the host assumes
   */
  public List<String> completions(CaseFact fact, Set<Assumption> host) {
    return unknownFacts.completions().get(fact.code()).stream()
        .filter(
            value -> host.stream().noneMatch(a -> hostAssumptions.takesOut(a, fact.code(), value)))
        .toList();
  }

  /**
   * The rows of all tables, and of matrices the cells, in order; without those of which no case can
   * make use: procedures that are not possible, recommendations never carried with an injectate,
   * guidance that does not come with a verdict.
   */
  public List<TableItem> rows() {
    return rows;
  }

  /**
   * The kind, direction, strength, status and reading of reasons, recommendations and guidance, in
   * order, as far as the tables hold one.
   */
  public List<TableStatement> statements() {
    return statements;
  }
}
