package org.spinepain.guideline.review;

import java.util.Arrays;
import java.util.Optional;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.Technique;

/**
 * How often what was requested for whom, without names and without boxes: 12 bytes a person and
 * procedure, at most half of them in use. Not thread-safe.
 */
final class PersonRequests {

  /** The lowest bits of a key tell the procedure, the others the person. */
  private static final int PROCEDURE_BITS = 6;

  /** Of which technique or pattern is unknown; no number of a procedure is that high. */
  private static final long UNKNOWN = (1L << PROCEDURE_BITS) - 1;

  private static final int FEWEST = 64;

  private long[] keys = new long[FEWEST];
  private int[] counts = new int[FEWEST];
  private int size;

  /**
   * Keys in order, each with its count.
   *
   * @param keys persons and procedures, sorted
   * @param counts how often
   */
  @SuppressWarnings("ArrayRecordComponent") // Kept inside the package; compared by its values.
  record Sorted(long[] keys, int[] counts) {

    static final Sorted NONE = new Sorted(new long[0], new int[0]);

    boolean isEmpty() {
      return keys.length == 0;
    }

    Repeats repeats() {
      long persons = 0;
      long repeatedPersons = 0;
      long requests = 0;
      long last = 0;
      long lastRepeated = 0;
      for (int i = 0; i < keys.length; i++) {
        long person = keys[i] >>> PROCEDURE_BITS;
        if (i == 0 || person != last) {
          persons++;
        }
        last = person;
        if (counts[i] > 1 && (keys[i] & UNKNOWN) != UNKNOWN) {
          if (repeatedPersons == 0 || person != lastRepeated) {
            repeatedPersons++;
          }
          lastRepeated = person;
          requests += counts[i];
        }
      }
      return new Repeats(persons, repeatedPersons, requests);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sorted sorted
          && Arrays.equals(keys, sorted.keys)
          && Arrays.equals(counts, sorted.counts);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(keys) + 31 * Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
      return keys.length + " kinds of requests of persons";
    }
  }

  /** One request more; where technique or pattern is unknown it is like no other. */
  void add(long token, Optional<Technique> technique, Optional<PainPattern> pattern) {
    Optional<Integer> what = technique.map(Enum::ordinal);
    Optional<Integer> where = pattern.map(Enum::ordinal);
    long procedure =
        what.isPresent() && where.isPresent()
            ? what.get() * (long) PainPattern.values().length + where.get()
            : UNKNOWN;
    add((token << PROCEDURE_BITS) | procedure, 1);
  }

  void add(Sorted others) {
    for (int i = 0; i < others.keys.length; i++) {
      add(others.keys[i], others.counts[i]);
    }
  }

  Sorted sorted() {
    long[] used = new long[size];
    int next = 0;
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] > 0) {
        used[next++] = keys[i];
      }
    }
    Arrays.sort(used);
    int[] times = new int[size];
    for (int i = 0; i < size; i++) {
      times[i] = counts[slot(used[i])];
    }
    return new Sorted(used, times);
  }

  void add(long key, int count) {
    int slot = slot(key);
    if (counts[slot] == 0) {
      if (size * 2 >= keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    counts[slot] = Math.addExact(counts[slot], count);
  }

  /** Where this key is, or would be. */
  private int slot(long key) {
    int mask = keys.length - 1;
    // Tokens are evenly spread; the multiplication brings them into the lower bits.
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
