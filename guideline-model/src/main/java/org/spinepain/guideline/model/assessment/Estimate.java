package org.spinepain.guideline.model.assessment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An effect with its 95% confidence interval, in the unit of its evidence row; decimals as the
 * source prints them.
 *
 * @param value the estimate
 * @param low the lower bound
 * @param high the upper bound
 */
public record Estimate(BigDecimal value, BigDecimal low, BigDecimal high) {

  /**
   * Refuses null with a {@link NullPointerException}, and an estimate outside its interval with an
   * {@link IllegalArgumentException}.
   */
  public Estimate {
    requireNonNull(value, "value");
    requireNonNull(low, "low");
    requireNonNull(high, "high");
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      throw new IllegalArgumentException("an estimate lies within its interval");
    }
  }
}
