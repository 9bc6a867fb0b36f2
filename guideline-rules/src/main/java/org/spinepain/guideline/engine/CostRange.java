package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.util.Currency;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Status;

/**
 * What one procedure costs, about, as an edition of the guideline has it.
 *
 * @param low the lower end, in whole units of the currency
 * @param high the upper end, not below {@code low}
 * @param currency the currency
 * @param status how far the figures have been checked
 * @param source where they stand
 */
public record CostRange(int low, int high, Currency currency, Status status, Source source) {

  /** Refuses null with a {@link NullPointerException}, and another range with an exception. */
  public CostRange {
    requireNonNull(currency, "currency");
    requireNonNull(status, "status");
    requireNonNull(source, "source");
    if (low < 0 || high < low) {
      throw new IllegalArgumentException(
          "high: allowed is a number not below low, nor low below 0");
    }
  }
}
