package org.spinepain.guideline.tests.lint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps the few results that were used last. Thread-safe. */
final class Kept<K, V> {

  private static final float LOAD = 0.75f;

  private final Map<K, V> results;

  /** Keeps this many. */
  Kept(int limit) {
    this.results =
        Collections.synchronizedMap(
            new LinkedHashMap<>(limit, LOAD, true) {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > limit;
              }
            });
  }

  V of(K key, Function<K, V> make) {
    V kept = results.get(key);
    if (kept == null) {
      kept = make.apply(key);
      results.put(key, kept);
    }
    return kept;
  }
}
