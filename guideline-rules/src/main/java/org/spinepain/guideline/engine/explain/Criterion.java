package org.spinepain.guideline.engine.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A fact on which a recommendation rests: there are two combinations of facts that differ in it
 * alone, and the recommendation holds in one of them only.
 *
 * <p>Each criterion can be met, and the recommendation not hold nevertheless, because two facts do
 * not go together; then {@link #holdsWith} and the smallest changes tell which.
 *
 * @param fact the fact
 * @param value the answer that the case has, stated, by default or by assumption; empty when it is
 *     unknown
 * @param met whether that is among the answers with which the recommendation can hold
 * @param canHoldWith the answers with which it can hold at all, whatever the other facts are
 * @param holdsWith the answers with which it holds, the other facts being as they are
 */
public record Criterion(
    Fact fact, Optional<String> value, Met met, List<String> canHoldWith, List<String> holdsWith) {

  /** Refuses null with a {@link NullPointerException}; keeps copies of the lists. */
  public Criterion {
    requireNonNull(fact, "fact");
    requireNonNull(value, "value");
    requireNonNull(met, "met");
    canHoldWith = List.copyOf(canHoldWith);
    holdsWith = List.copyOf(holdsWith);
  }

  /** The fact only, no value of the case. */
  @Override
  public String toString() {
    return "Criterion[" + fact.code() + "]";
  }
}
