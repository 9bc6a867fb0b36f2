package org.spinepain.guideline.tests.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spinepain.guideline.tests.mutation.Mutant;
import org.spinepain.guideline.tests.mutation.Mutant.Kind;
import org.spinepain.guideline.tests.mutation.MutantResult;
import org.spinepain.guideline.tests.mutation.Mutants;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;
import org.spinepain.guideline.tests.mutation.Operator;
import org.spinepain.guideline.tests.mutation.Outcome;
import org.spinepain.guideline.tests.pack.TinyPack;
import org.spinepain.guideline.tests.table.DecisionTable;
import org.spinepain.guideline.tests.table.TableItem;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.Vignettes;

/** What vignettes reach, as a person reads it. */
class CoverageReportTest {

  private static final DecisionTable TABLE = DecisionTable.bundled();

  private static final List<Vignette> BUNDLED = Vignettes.bundled().all();

  @TempDir private Path folder;

  // The matrix.

  @Test
  void theMatrixCountsVignettesByWhatTheyCarryAndTheirKind() throws IOException {
    write("a", "typical", "local-anaesthetic", "recommend-against", "{axial-epidural: direct}", "");
    write("b", "typical", "steroid", "recommend-against", "{axial-epidural: direct}", "");
    write("c", "combination", "steroid", "no-recommendation", "{}", "[clinical-trial]");
    write(
        "d", "unknown", "unspecified", "insufficient-information", "{axial-epidural: direct}", "");
    assertThat(report(List.of()))
        .startsWith(
            """
            # What the vignettes reach

            ## Vignettes by recommendation and kind

            | carries                | typical | boundary | exclusion | unknown | combination | not-addressed | assumption | robustness |
            |------------------------|--------:|---------:|----------:|--------:|------------:|--------------:|-----------:|-----------:|
            | axial-joint-rfa        |       . |        . |         . |       . |           . |             . |          . |          . |
            | axial-epidural         |       2 |        . |         . |       1 |           . |             . |          . |          . |
            | axial-joint-targeted   |       . |        . |         . |       . |           . |             . |          . |          . |
            | axial-intramuscular    |       . |        . |         . |       . |           . |             . |          . |          . |
            | radicular-drg-rf       |       . |        . |         . |       . |           . |             . |          . |          . |
            | radicular-epidural     |       . |        . |         . |       . |           . |             . |          . |          . |
            | no recommendation      |       . |        . |         . |       . |           1 |             . |          . |          . |
            | not enough information |       . |        . |         . |       1 |           . |             . |          . |          . |
            """);
  }

  @Test
  void everyRecommendationHasAVignetteOfSeveralKinds() {
    for (String recommendation : TABLE.recommendations()) {
      assertThat(
              BUNDLED.stream()
                  .filter(v -> v.expect().toString().contains(recommendation + "="))
                  .map(Vignette::kind)
                  .distinct())
          .as(recommendation)
          .hasSizeGreaterThan(1);
    }
  }

  // Rows of the decision table.

  @Test
  void theGuidelinesVignettesTouchEveryRowOfTheDecisionTable() {
    assertThat(CoverageReport.untouched(BUNDLED, TABLE)).isEmpty();
  }

  @Test
  void withoutVignettesEveryRowIsUntouched() {
    assertThat(CoverageReport.untouched(List.of(), TABLE)).isEqualTo(TABLE.rows());
  }

  @Test
  void aVignetteTouchesTheRowsOfWhatItSaysAndExpects() throws IOException {
    write(
        "a",
        "typical",
        "local-anaesthetic",
        "recommend-against",
        "{axial-epidural: direct}",
        "evidence: [axial epidural-injection local-anaesthetic 0.28], guidance: [harms],"
            + " caveats: [level-not-pictured], assumptions: [treatment-intent]");
    List<TableItem> touched = new ArrayList<>(TABLE.rows());
    touched.removeAll(CoverageReport.untouched(vignettes(), TABLE));
    assertThat(touched.stream().map(CoverageReportTest::words))
        .containsExactly(
            "Verdict: none",
            "Patterns: axial",
            "Recommendations: axial-epidural",
            "Procedures: axial: epidural-injection, local-anaesthetic",
            "Evidence behind each recommendation: axial-epidural, local-anaesthetic",
            "Evidence: axial epidural-injection local-anaesthetic",
            "Guidance: harms, recommend-against",
            "Caveats: level-not-pictured",
            "Defaults: treatment-intent");
  }

  @Test
  void aVignetteTouchesTheRowOfScopeWhoseReasonItExpects() throws IOException {
    write("a", "exclusion", "steroid", "no-recommendation", "{}", "reasons: [clinical-trial]");
    List<TableItem> untouched = CoverageReport.untouched(vignettes(), TABLE);
    assertThat(TABLE.rows().stream().filter(row -> row.table().equals("Scope")))
        .filteredOn(row -> !untouched.contains(row))
        .extracting(TableItem::row)
        .containsExactly("procedure.setting");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recommend-against | [] | true",
        "no-recommendation | [not-addressed] | true",
        "no-recommendation | [not-adult] | false",
        "no-recommendation | [not-adult, not-addressed] | false",
        "insufficient-information | [] | false"
      })
  void aCellOfProceduresIsTouchedOnlyByAnAnswerThatHangsOnIt(
      String verdict, String reasons, boolean touched) throws IOException {
    write("a", "typical", "steroid", verdict, "{}", reasons);
    List<String> untouched =
        CoverageReport.untouched(vignettes(), TABLE).stream()
            .map(CoverageReportTest::words)
            .toList();
    for (String row :
        List.of("Procedures: axial: epidural-injection, steroid", "Patterns: axial")) {
      assertThat(untouched.contains(row)).as(row).isEqualTo(!touched);
    }
  }

  @Test
  void aVignetteTouchesTheFactsThatItExpectsToBeMissing() throws IOException {
    write(
        "a",
        "unknown",
        "unspecified",
        "insufficient-information",
        "{}",
        "missing: {procedure.injectate: {other: no-recommendation, steroid: recommend-against}}");
    List<TableItem> untouched = CoverageReport.untouched(vignettes(), TABLE);
    assertThat(TABLE.rows().stream().filter(row -> row.table().equals("Unknown facts")))
        .filteredOn(row -> !untouched.contains(row))
        .extracting(TableItem::row)
        .containsExactly("procedure.injectate");
  }

  @Test
  void rowsThatNoVignetteTouchesAreListed() throws IOException {
    write("a", "typical", "local-anaesthetic", "recommend-against", "{axial-epidural: direct}", "");
    int untouched = CoverageReport.untouched(vignettes(), TABLE).size();
    int all = TABLE.rows().size();
    assertThat(report(List.of()))
        .contains(
            (all - untouched) + " of " + all + " rows and cells are touched by a vignette.\n",
            "None touches:\n\n- Scope: patient.adult\n- Scope: pain.chronic\n",
            "\n- Procedures: axial: epidural-injection, steroid\n");
  }

  @Test
  void whenAllRowsAreTouchedNoneIsListed() {
    int all = TABLE.rows().size();
    assertThat(CoverageReport.of(List.of(), BUNDLED, TABLE))
        .contains(all + " of " + all + " rows and cells are touched by a vignette.\n\n## ");
  }

  // What rules need.

  @Test
  void eachRuleAndEachOfItsPartsIsToldWithTheVignettesThatNeedIt() throws IOException {
    write("a", "typical", "local-anaesthetic", "recommend-against", "{}", "");
    List<Judged> judged =
        Mutants.of(TinyPack.source()).stream()
            .filter(m -> m.part().rule().equals(Optional.of("The patient is no adult")))
            .map(
                m ->
                    judged(
                        m,
                        switch (m.part().kind()) {
                          case RULE -> List.of("v-4", "v-1", "v-3", "v-2");
                          case PATTERN ->
                              List.of(m.operator() == Operator.PATTERN_DROPPED ? "v-1" : "v-2");
                          default -> List.of();
                        }))
            .toList();
    assertThat(report(judged))
        .endsWith(
            """

            ## Vignettes that rules need

            A rule, or a part of it, needs the vignettes that fail as soon as it is changed; all of them are named. But a
            vignette with more than 200 completions is asked only when no other notices a change, so that it can be missing
            here.

            ### decision/1-decision.drl: The patient is no adult

            - the rule: 4: v-1, v-2, v-3, v-4
            - `$patient : Patient( !adult )`: 2: v-1, v-2
            - `!adult`: none
            """);
  }

  @Test
  void manyVignettesAreAllNamedOnLinesThatCanBeRead() {
    List<String> ids = IntStream.range(100, 160).mapToObj(number -> "axial-" + number).toList();
    Mutant rule =
        Mutants.of(TinyPack.source()).stream()
            .filter(mutant -> mutant.part().kind() == Kind.RULE)
            .findFirst()
            .orElseThrow();

    String told = report(List.of(judged(rule, ids)));

    String line = told.substring(told.indexOf("- the rule: 60: axial-100, axial-101,"));
    assertThat(line.strip().substring("- the rule: 60:".length()).strip().split(",\\s+"))
        .containsExactlyElementsOf(ids);
    assertThat(line.lines()).hasSize(7).allSatisfy(each -> assertThat(each).hasSizeLessThan(121));
  }

  @Test
  void everyRuleOfThePackIsToldWithAllItsConstraints() {
    List<Mutant> mutants = Mutants.of(TinyPack.source());
    String report = report(mutants.stream().map(mutant -> judged(mutant, List.of())).toList());
    assertThat(mutants.stream().flatMap(mutant -> mutant.part().rule().stream()).distinct())
        .hasSize(11)
        .allSatisfy(rule -> assertThat(report).containsOnlyOnce(": " + rule + "\n"));
    assertThat(mutants.stream().filter(mutant -> mutant.part().kind() == Kind.CONSTRAINT))
        .allSatisfy(m -> assertThat(report).contains("- `" + m.part().text() + "`: none\n"));
  }

  private static Judged judged(Mutant mutant, List<String> vignettes) {
    return new Judged(
        mutant, new MutantResult(mutant.id(), Outcome.KILLED_BY_VIGNETTES, vignettes, ""));
  }

  private String report(List<Judged> judged) {
    return CoverageReport.of(judged, vignettes(), TABLE);
  }

  private List<Vignette> vignettes() {
    return Vignettes.in(folder).all();
  }

  private static String words(TableItem item) {
    return Stream.concat(Stream.of(item.table() + ": " + item.row()), item.column().stream())
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /** A vignette of an epidural injection for axial pain; the last is more that is expected. */
  private void write(
      String id, String kind, String injectate, String verdict, String recommendations, String more)
      throws IOException {
    String rest = more.startsWith("[") ? "reasons: " + more : more;
    Files.writeString(
        folder.resolve(id + ".yaml"),
        """
        id: ID
        title: ID
        kind: KIND
        story: Told in a sentence.
        assume: []
        case:
          caseId: ID
          assessedOn: 2025-06-30
          pain: {pattern: axial}
          procedures: [{technique: epidural-injection, injectate: INJECTATE}]
        expect:
          p1: {verdict: VERDICT, recommendations: RECOMMENDATIONS, MORE}
        reviewed: {by: pending, on: null}
        """
            .replace("ID", id)
            .replace("KIND", kind)
            .replace("INJECTATE", injectate)
            .replace("VERDICT", verdict)
            .replace("RECOMMENDATIONS", recommendations)
            .replace(", MORE}", rest.isEmpty() ? "}" : ", " + rest + "}"));
  }
}
