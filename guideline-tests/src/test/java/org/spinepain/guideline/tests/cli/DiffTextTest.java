package org.spinepain.guideline.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.PainHistory;
import org.spinepain.guideline.model.ProcedureRequest;
import org.spinepain.guideline.tests.diff.DiffDocument;
import org.spinepain.guideline.tests.diff.DiffReport;
import org.spinepain.guideline.tests.diff.ToldChange;
import org.spinepain.guideline.tests.diff.ToldChange.Counts;

class DiffTextTest {

  private static ClinicalCase lasting(int months) {
    return ClinicalCase.of("lasting", LocalDate.of(2025, 6, 30))
        .pain(PainHistory.axial().lasting(Period.ofMonths(months)))
        .procedure(ProcedureRequest.epidural("p1"))
        .build();
  }

  private static DiffReport moved() {
    return new DiffReport(
        new DiffReport.Packs("0", "1"),
        DiffReport.Asked.NOTHING,
        List.of(
            new ToldChange(
                "id",
                "The words change.",
                new Counts(0, 1, 0, 0, 0, List.of(), List.of()),
                Optional.of(lasting(3)),
                Optional.of(lasting(6)),
                List.of(),
                "old words",
                "new words",
                List.of(),
                List.of(),
                List.of(),
                List.of())));
  }

  @Test
  void theCaseWhereAMovedBoundaryLiesNowStandsBeforeWhatIsSaidOfIt() {
    assertThat(DiffText.of(moved(), 1_000, false))
        .containsSubsequence(
            "For one: ",
            "\"P3M\"",
            "- old words",
            "For one with the same facts, where the boundary lies now: ",
            "\"P6M\"",
            "+ new words");
  }

  @Test
  void theDocumentHasBothCases() {
    assertThat(DiffDocument.of(moved()).replaceAll("\\s", ""))
        .containsSubsequence("\"example\":{", "\"P3M\"", "\"exampleAfter\":{", "\"P6M\"");
  }
}
