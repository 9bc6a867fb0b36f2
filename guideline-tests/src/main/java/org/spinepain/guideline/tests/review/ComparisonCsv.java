package org.spinepain.guideline.tests.review;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.spinepain.guideline.tests.review.SummaryComparison.ComparedRow;
import org.spinepain.guideline.tests.review.SummaryComparison.Numbers;

/** Writes what differs between two summaries as one table: a row for each number. */
final class ComparisonCsv {

  /** Of each table that is compared, the labels of its rows: by how many dimensions at the most. */
  private static final int MOST_LABELS = 2;

  private ComparisonCsv() {}

  static void write(SummaryComparison comparison, CsvWriter csv) {
    csv.writeRecord("table", "group", "second group", "count", "was", "is", "change");
    comparison
        .tables()
        .forEach(
            (name, table) -> {
              for (ComparedRow row : table.rows()) {
                for (int i = 0; i < row.numbers().size(); i++) {
                  csv.writeRecord(record(name, row, table.numbers().get(i), row.numbers().get(i)));
                }
              }
            });
  }

  private static List<String> record(String table, ComparedRow row, String name, Numbers numbers) {
    List<String> cells = new ArrayList<>(List.of(table));
    row.labels().forEach(label -> cells.add(SummaryFiles.harmless(label)));
    cells.addAll(Collections.nCopies(MOST_LABELS - row.labels().size(), ""));
    cells.add(name);
    cells.add(SummaryFiles.text(numbers.was()));
    cells.add(SummaryFiles.text(numbers.is()));
    cells.add(SummaryFiles.text(numbers.change()));
    return cells;
  }

  /** With what is compared, and what is not. */
  static void writeAbout(SummaryComparison comparison, CsvWriter csv) {
    ComparedSummary was = comparison.was();
    if (was.madeUp()) {
      csv.writeRecord("compared with: made up", SummaryFiles.MADE_UP);
    }
    about("months", was.period().orElse(""), csv);
    about("edition", was.edition(), csv);
    about("rules", was.rules(), csv);
    about("digest", was.digest(), csv);
    was.assumed().forEach(code -> about("assumed where unknown", code, csv));
    was.overlays().forEach(digest -> about("adapted by overlay", digest, csv));
    for (Set<String> tables : List.of(comparison.withheld(), comparison.small())) {
      tables.forEach(table -> csv.writeRecord("not compared", table));
    }
  }

  /** What the summary says with which is compared; a file may hold anything. */
  private static void about(String what, String value, CsvWriter csv) {
    csv.writeRecord("compared with: " + what, SummaryFiles.harmless(value));
  }
}
