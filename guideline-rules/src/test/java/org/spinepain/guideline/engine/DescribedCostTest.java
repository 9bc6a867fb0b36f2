package org.spinepain.guideline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Status;

class DescribedCostTest {

  private static final String WITHOUT =
      """
      guideline.id = g
      guideline.edition = 2031
      guideline.doi = 10.1/g
      standing.state = current
      standing.checkedTo = 2032-01
      standing.text = Current.
      boundary.adultYears = 17
      boundary.chronicMonths = 4
      boundary.nearDays = 0
      evidence.outcome = pain
      evidence.unit = points
      evidence.smallestImportantDifference = 0.50
      evidence.comparator = nothing
      evidence.base = Trials.
      model.from = 1.2.0
      model.below = 3
      texts.language = en
      texts.rewordable =
      texts.quoted =
      source.letter.citation = A letter
      source.letter.sections = costs
      """;

  private static final String COST =
      """
      cost.low = 20
      cost.high = 30
      cost.currency = EUR
      cost.status = checked
      cost.source = letter#costs
      """;

  @Test
  void theCostIsRead() {
    assertThat(PackDescriptor.parse(WITHOUT + COST).cost())
        .contains(
            new CostRange(
                20,
                30,
                Currency.getInstance("EUR"),
                Status.CHECKED,
                new Source("letter", "costs", "A letter", Optional.empty())));
  }

  @Test
  void anEditionNeedNotStateACost() {
    assertThat(PackDescriptor.parse(WITHOUT).cost()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cost.low", "cost.high", "cost.currency", "cost.status", "cost.source"})
  void noneOfItsKeysCanBeLeftOut(String key) {
    assertThatThrownBy(() -> PackDescriptor.parse(WITHOUT + COST.replace(key + " =", "# ")))
        .isInstanceOf(RulePackException.class)
        .hasMessageEndingWith("no value for " + key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cost.low = 20|cost.low = 2.5|cost.low: found 2.5, allowed is a whole number",
        "cost.high = 30|cost.high = 19|cost.high: found 19, allowed is a number not below cost.low",
        "cost.currency = EUR|cost.currency = dollars|found dollars, allowed is a code of ISO 4217",
        "cost.status = checked|cost.status = pending|found pending, allowed is one of checked, digest-only",
        "cost.source = letter#costs|cost.source = letter#harms|found letter#harms, allowed is id#section"
      })
  void anotherValueIsRefused(String value, String other, String message) {
    assertThatThrownBy(() -> PackDescriptor.parse(WITHOUT + COST.replace(value, other)))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining(message);
  }
}
