package org.spinepain.guideline.tests.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tables that are not as they have to be are refused, with the line. */
class RefusedTablesTest {

  private final String text = bundledText();

  @Test
  void aMissingRow() {
    assertRefused(
        without("| `axial-and-radicular` | `axial`, `radicular` | Both at once. |\n"),
        lineOf("| pattern | looks in |"),
        "Patterns: found no row `axial-and-radicular`");
  }

  @Test
  void aMissingRowOfEvidence() {
    assertRefused(
        text.replaceFirst("\\| `radicular` \\| `dorsal-[a-z-]+` \\| `none` .*\n", ""),
        lineOf("| pattern | technique | injectate | effect"),
        "no row `radicular dorsal-root-ganglion-radiofrequency none`");
  }

  @Test
  void aDoubledRow() {
    String row = "| `axial` | `axial` | In the spine itself. |\n";
    assertRefused(
        with(row, row + row),
        lineOf(row) + 1,
        "Patterns: found a second row `axial`; allowed is only that of line " + lineOf(row));
  }

  @Test
  void aDoubledCaveat() {
    String row = "| `edition-withdrawn` |";
    assertRefused(
        with(row, "| `read-by-component` |"), lineOf(row), "a second row `read-by-component`");
  }

  @Test
  void anUnknownRow() {
    assertRefused(
        with("| `patient.adult` |", "| `patient.tall` |"),
        lineOf("| `patient.adult` |"),
        "Scope, column \"fact\": found `patient.tall`; allowed is `patient.adult`, ");
  }

  @Test
  void anUnknownColumn() {
    String head = "| pattern | looks in | in words |";
    assertRefused(
        with(head, "| pattern | looks at | in words |"),
        lineOf(head),
        "Patterns: found the column \"looks at\"; allowed is pattern | looks in | in words");
  }

  @Test
  void aMissingColumn() {
    String head = "| fact | unknown when | can turn out |";
    int start = text.indexOf(head);
    int end = text.indexOf("\n\n", start);
    String narrow = text.substring(start, end).replaceAll("(?m)^(.*\\|)[^|]+\\|$", "$1");
    assertRefused(
        text.substring(0, start) + narrow + text.substring(end),
        lineOf(head),
        "Unknown facts: found no column \"can turn out\"");
  }

  @Test
  void aDoubledColumn() {
    String head = "| technique | `none` | `local-anaesthetic` | `steroid` |";
    assertRefused(
        text.replace(head, "| technique | `none` | `local-anaesthetic` | `none` |"),
        lineOf(head),
        "Procedures: axial: found a second column \"none\"; allowed is each column once");
  }

  @Test
  void aRowWithACellTooFew() {
    String row = "| `other` | - | Neither;";
    assertRefused(with(row, "| `other` | Neither;"), lineOf(row), "found 2 cells; allowed is 3");
  }

  @Test
  void anEmptyCell() {
    String row = "| `other` | - | Neither;";
    assertRefused(with(row, "| `other` | | Neither;"), lineOf(row), "- for none");
  }

  @Test
  void aLineOfTextInATable() {
    String row = "| `other` | - | Neither; neurogenic claudication is an example.";
    assertRefused(with(row, row.substring(2)), lineOf(row), "between bars");
  }

  @Test
  void aTableWithoutALineBelowItsHead() {
    String head = "| pattern | looks in | in words |\n";
    assertRefused(
        with(head + "|---|---|---|\n", head), lineOf(head), "a head of 3 columns, |---| for each");
  }

  @Test
  void aTableWithoutRows() {
    String head = "| pattern | looks in | in words |\n|---|---|---|\n";
    assertRefused(with(head, head + "\n"), lineOf(head), "a head of 3 columns");
  }

  @Test
  void anUnknownTable() {
    assertRefused(
        with("## Patterns\n", "## Levels\n"),
        lineOf("## Patterns"),
        "headings: found Levels; allowed is once each: Scope; Verdict; Patterns; ");
  }

  @Test
  void aDoubledHeading() {
    assertRefused(text + "\n## Scope\n", lines(text) + 2, "headings: found Scope");
  }

  @Test
  void aMissingTable() {
    String end = text.substring(text.indexOf("## Host assumptions"));
    assertRefused(
        without(end), lineOf("## Host assumptions") - 1, "Host assumptions: found no table");
  }

  @Test
  void anEmptyText() {
    assertRefused("", 1, "Scope: found no table; allowed is a table below a heading \"## Scope\"");
  }

  @Test
  void aSecondTableBelowAHeading() {
    assertRefused(
        text + "\n| a |\n|---|\n| b |\n",
        lines(text) + 2,
        "Host assumptions: found a table too many; allowed is one table below each heading");
  }

  @Test
  void aTableOfProceduresThatNoPatternLooksIn() {
    assertRefused(
        text + "\n## Procedures: other\n",
        lines(text) + 2,
        "found this table; allowed is a table that a pattern looks in");
  }

  @Test
  void aCodeWithoutBackticks() {
    assertRefused(
        with("| `exercise-therapy` | `alternative` |", "| `exercise-therapy` | alternative |"),
        lineOf("| `exercise-therapy` |"),
        "Guidance, column \"kind\": found alternative; allowed is `communication`, ");
  }

  @Test
  void anUnknownReasonInGuidance() {
    assertRefused(
        with("| `yes` | `clinical-trial` |", "| `yes` | `in-trial` |"),
        lineOf("| `trial-is-the-setting` |"),
        "column \"no-recommendation\": found `in-trial`; allowed is `yes`, `not-adult`, ");
  }

  @Test
  void anUnknownReasonInACaveat() {
    assertRefused(
        with("`inflammatory-arthropathy`, `cause-excluded", "`inflammation`, `cause-excluded"),
        lineOf("| `cause-needs-own-pathway` |"),
        "Caveats, column \"is any of\"");
  }

  @Test
  void aValueOfAFactThatIsNeitherInNorOut() {
    assertRefused(
        with(
            "| `routine-care` | `clinical-trial` | `clinical-trial` |",
            "| `routine-care` | `routine-care` | `clinical-trial` |"),
        lineOf("| `procedure.setting` |"),
        "Scope, column \"does not apply\": found `routine-care`; allowed is the other values");
  }

  @Test
  void anUnknownRecommendationInACell() {
    assertRefused(
        with(
            "| `intramuscular-injection` | not possible | `axial-intramuscular` (direct) |",
            "| `intramuscular-injection` | not possible | `axial-muscle` (direct) |"),
        lineOf("| `intramuscular-injection` | not possible | `axial"),
        "Procedures: axial, column \"local-anaesthetic\": found `axial-muscle` (direct)");
  }

  @Test
  void aRecommendationForAnotherPatternInACell() {
    String cell = "| `dorsal-root-ganglion-radiofrequency` | - | `axial-epidural` (by component) |";
    assertRefused(
        with(cell, cell.replace("axial", "radicular")),
        lineOf(cell),
        "found `radicular-epidural` (by component)");
  }

  @Test
  void anotherBasisThanTheRecommendationsHave() {
    String cell = "| `joint-radiofrequency-ablation` | `axial-joint-rfa` (direct) |";
    assertRefused(
        with(cell, cell.replace("direct", "by component")),
        lineOf(cell),
        "column \"none\": found `axial-joint-rfa` (by component)");
  }

  @Test
  void aNamedProcedureThatNothingAddresses() {
    String cell = "| `joint-radiofrequency-ablation` | `axial-joint-rfa` (direct) |";
    assertRefused(
        with(cell, "| `joint-radiofrequency-ablation` | - |"),
        lineOf(cell),
        "column \"none\": found -");
  }

  @Test
  void anInjectionOfNothing() {
    String cell = "| `joint-targeted-injection` | not possible | - |";
    assertRefused(
        with(cell, "| `joint-targeted-injection` | - | - |"),
        lineOf(cell),
        "column \"none\": found -; allowed is not possible");
  }

  @Test
  void aProcedureSaidNotToBePossible() {
    String cell = "| `joint-radiofrequency-ablation` | - | - | - |";
    assertRefused(
        with(cell, "| `joint-radiofrequency-ablation` | not possible | - | - |"),
        lineOf(cell),
        "Procedures: radicular, column \"none\": found not possible");
  }

  @Test
  void evidenceBehindWhatIsNeverCarried() {
    String row = "| `axial-epidural` | - | `local-anaesthetic` |";
    assertRefused(
        with(row, "| `axial-epidural` | `steroid` | `local-anaesthetic` |"),
        lineOf(row),
        "column \"none\": found `steroid`; allowed is -, as it is never carried");
  }

  @Test
  void noEvidenceBehindWhatIsCarried() {
    String row = "| `axial-joint-rfa` | `none` | `none` | `none` |";
    assertRefused(
        with(row, "| `axial-joint-rfa` | `none` | - | `none` |"),
        lineOf(row),
        "column \"local-anaesthetic\": found -; allowed is `none`, ");
  }

  @Test
  void anotherRowThanItsOwnBehindANamedProcedure() {
    String row = "| `radicular-drg-rf` | `none` | `local-anaesthetic` |";
    assertRefused(
        with(row, "| `radicular-drg-rf` | `none` | `none` |"),
        lineOf(row),
        "column \"local-anaesthetic\": found `none`; allowed is `local-anaesthetic`");
  }

  @Test
  void evidenceForAProcedureThatNoRecommendationNames() {
    String row = "| `axial` | `intramuscular-injection` | `local-anaesthetic` |";
    assertRefused(
        with(row, "| `axial` | `intramuscular-injection` | `steroid` |"),
        lineOf(row),
        "column \"injectate\": found `steroid`; allowed is what a recommendation names");
  }

  @Test
  void aFigureThatIsPendingAndShown() {
    assertRefused(
        with("estimate awaiting check <!-- 0.15 (-0.98 to 1.28) -->", "0.15 (-0.98 to 1.28)"),
        lineOf("0.15 (-0.98 to 1.28)"),
        "column \"effect (95% CI)\": found 0.15 (-0.98 to 1.28); allowed is not held, or ");
  }

  @Test
  void aFigureOutsideItsInterval() {
    assertRefused(
        with("0.83 (-0.26 to 1.93)", "8.30 (-0.26 to 1.93)"),
        lineOf("0.83 (-0.26 to 1.93)"),
        "allowed is an effect within its interval");
  }

  @Test
  void aFigureInAnotherForm() {
    assertRefused(
        with("0.83 (-0.26 to 1.93)", "0.83 (\u22120.26 to 1.93)"),
        lineOf("0.83 (-0.26 to 1.93)"),
        "column \"effect (95% CI)\"");
  }

  @Test
  void aWayForAnUnknownFactToTurnOutThatIsLeftOut() {
    assertRefused(
        with("| `treatment`, `diagnosis` |", "| `treatment` |"),
        lineOf("| `procedure.intent` | It is unspecified |"),
        "column \"can turn out\": found `treatment`; allowed is all of `treatment`, `");
  }

  @Test
  void aCodeThatIsListedTwice() {
    assertRefused(
        with("| `present`, `absent` |\n| `pain.infl", "| `present`, `present` |\n| `pain.infl"),
        lineOf("| `pain.cancer` | Nothing"),
        "one or more codes in backticks, none twice");
  }

  @Test
  void aHostThatTakesOutWhatAFactCannotTurnOutToBe() {
    assertRefused(
        with(
            "| `cancer-absent` | `pain.cancer` | `present` |",
            "| `cancer-absent` | `pain.cancer` | `other` |"),
        lineOf("| `cancer-absent` |"),
        "column \"takes out\": found `other`; allowed is one or more");
  }

  @Test
  void aDefaultThatIsNoValueOfItsFact() {
    assertRefused(
        with(
            "| `procedure.setting` | `routine-care` | Nothing",
            "| `procedure.setting` | `ward` | Nothing"),
        lineOf("| `routine-care` | `procedure.setting` |"),
        "column \"taken to be\": found `ward`; allowed is `routine-care`, `clinical-trial`");
  }

  private void assertRefused(String broken, int line, String message) {
    assertThatExceptionOfType(InvalidDecisionTableException.class)
        .isThrownBy(() -> DecisionTable.read(broken))
        .withMessageStartingWith("decision table, line " + line + ", ")
        .withMessageContaining(message)
        .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(line));
  }

  private String with(String once, String instead) {
    assertThat(text).containsOnlyOnce(once);
    return text.replace(once, instead);
  }

  private String without(String once) {
    return with(once, "");
  }

  /** The number of the first line in which this stands. */
  private int lineOf(String part) {
    assertThat(text).contains(part);
    return lines(text.substring(0, text.indexOf(part) + 1));
  }

  private int lines(String of) {
    return (int) of.lines().count();
  }

  private static String bundledText() {
    try (InputStream text = DecisionTable.class.getResourceAsStream("/decision-table.md")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
