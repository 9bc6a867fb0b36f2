package org.spinepain.guideline.tests.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.tests.review.SummaryComparison.ComparedRow;
import org.spinepain.guideline.tests.review.SummaryComparison.ComparedTable;
import org.spinepain.guideline.tests.review.SummaryComparison.Numbers;
import org.spinepain.guideline.tests.review.SummaryTables.Row;
import org.spinepain.guideline.tests.review.SummaryTables.Table;

class SummaryComparisonTest {

  /** Practices of the same months. */
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void itHasTheNumbersThatAreShownAndOfTheSameMonthsWholeTablesOnly(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    ComparedSummary was = practice(seed);
    ComparedSummary is = practice(seed + 1);
    // Most have a month in common.
    Assume.that(!Collections.disjoint(was.months(), is.months()));
    SummaryComparison comparison = SummaryComparison.of(was, is);

    comparison
        .tables()
        .forEach(
            (name, table) -> {
              assertThat(comparison.withheld()).doesNotContain(name);
              assertNumbers(table, was.tables().get(name), true);
              assertNumbers(table, is.tables().get(name), false);
              assertThat(table.rows())
                  .flatExtracting(ComparedRow::numbers)
                  .allMatch(numbers -> numbers.change().isPresent(), "has a difference");
            });
    Set<String> told = new TreeSet<>(comparison.tables().keySet());
    told.addAll(comparison.withheld());
    told.addAll(comparison.small());
    assertThat(told)
        .hasSize(
            comparison.tables().size() + comparison.withheld().size() + comparison.small().size());
    assertThat(is.tables().keySet().stream().filter(name -> !told.contains(name)))
        .allMatch(name -> name.contains("month") && comparison.sharesSomeMonthsOnly());
  }

  @Test
  void aWithheldSideHasNoDifference() {
    assertThat(new Numbers(OptionalLong.of(0), OptionalLong.of(7)).change()).hasValue(7);
    assertThat(new Numbers(OptionalLong.empty(), OptionalLong.of(7)).change()).isEmpty();
    assertThat(new Numbers(OptionalLong.of(7), OptionalLong.empty()).change()).isEmpty();
  }

  private static ComparedSummary practice(long seed) {
    return ComparedSummary.of(
        SharedSummary.of(Engines.summaryOf(Referrals.smallPractice(seed)), 5));
  }

  private static void assertNumbers(ComparedTable compared, Table table, boolean was) {
    Map<List<String>, List<OptionalLong>> rows =
        table.rows().stream().collect(Collectors.toMap(Row::labels, Row::numbers));
    for (ComparedRow row : compared.rows()) {
      assertThat(row.numbers().stream().map(n -> was ? n.was() : n.is()).toList())
          .isEqualTo(
              rows.getOrDefault(
                  row.labels(), row.numbers().stream().map(n -> OptionalLong.of(0)).toList()));
    }
  }
}
