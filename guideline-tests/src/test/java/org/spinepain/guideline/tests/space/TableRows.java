package org.spinepain.guideline.tests.space;

import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.assessment.Certainty;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.tests.table.EvidenceRow;

/** Rows of evidence in one form, whether the decision table or the engine has them. */
final class TableRows {

  private TableRows() {}

  static String words(EvidenceRow row) {
    return words(
        List.of(row.recommendation(), row.pattern(), row.technique(), row.injectate()),
        row.estimate(),
        row.certainty(),
        row.plain(),
        row.status());
  }

  static String words(Evidence row) {
    return words(
            List.of(row.recommendation(), row.pattern(), row.technique(), row.injectate()),
            row.estimate(),
            row.certainty(),
            row.plain(),
            row.provenance().status())
        + (row.dependingOn().isEmpty() ? "" : " depending on " + row.dependingOn());
  }

  private static String words(
      List<?> key,
      Optional<Estimate> estimate,
      Optional<Certainty> certainty,
      String plain,
      Status status) {
    return key
        + " "
        + estimate
            .map(
                e ->
                    e.value().toPlainString()
                        + " "
                        + e.low().toPlainString()
                        + " "
                        + e.high().toPlainString())
            .orElse("not held")
        + " "
        + certainty
        + " "
        + plain
        + " "
        + status;
  }
}
