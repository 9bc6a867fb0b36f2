package org.spinepain.guideline.engine.explain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Another answer to one fact. An unknown fact changes by being learnt, to any of its answers; one
 * that an assumption of the host had taken away is among them, since the assumption may be wrong.
 *
 * @param fact the fact
 * @param from the answer that the case has, stated, by default or by assumption; empty when it is
 *     unknown
 * @param to the other answer
 */
public record FactChange(Fact fact, Optional<String> from, String to) {

  /** Refuses null with a {@link NullPointerException}. */
  public FactChange {
    requireNonNull(fact, "fact");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
  }

  /** The fact only, no value of the case. */
  @Override
  public String toString() {
    return "FactChange[" + fact.code() + "]";
  }

  /** Whether something unknown is learnt, and nothing that is known contradicted. */
  public boolean isLearning() {
    return from.isEmpty();
  }
}
