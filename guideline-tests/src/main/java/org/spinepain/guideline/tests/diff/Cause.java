package org.spinepain.guideline.tests.diff;

import java.util.BitSet;
import java.util.List;

/**
 * One cause of changes, to be told in one sentence.
 *
 * @param changes what changes by it; of several rows or wordings one for each
 * @param where the facts that restrict it, in words; empty when none does
 * @param context the context that restricts it, in words; empty when none does
 * @param combinations the complete combinations that it changes
 * @param of how many complete combinations the words cover
 * @param transition where it was found
 */
record Cause(
    List<Change> changes,
    String where,
    String context,
    BitSet combinations,
    int of,
    Transition transition) {

  Cause {
    changes = List.copyOf(changes);
    combinations = (BitSet) combinations.clone();
  }

  Change.Kind kind() {
    return changes.get(0).kind();
  }

  boolean changesVerdict() {
    return changes.get(0).changesVerdict();
  }

  /** Whether it changes what this change does, in the same manner. */
  boolean hasLike(Change other) {
    return kind() == other.kind() && changes.stream().anyMatch(change -> change.isLike(other));
  }

  /** By identity: two causes are never the same one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
