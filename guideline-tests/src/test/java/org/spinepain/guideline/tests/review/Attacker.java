package org.spinepain.guideline.tests.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Somebody who has the numbers that were published and knows how they hang together. It looks for
 * other whole numbers, none below zero, that would have been published the same way.
 */
final class Attacker {

  private static final int MOST_STEPS = 200_000;

  /** The sum of some numbers, some of them negative, is from {@code low} up. */
  private record Bound(List<Integer> numbers, List<Integer> times, long low) {

    boolean holds(long[] values) {
      long sum = 0;
      for (int i = 0; i < numbers.size(); i++) {
        sum += times.get(i) * values[numbers.get(i)];
      }
      return sum >= low;
    }
  }

  private final List<String> unknown = new ArrayList<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, OptionalLong> published;
  private final List<Bound> bounds = new ArrayList<>();
  private final long most;
  private int steps;

  /**
   * @param published the numbers by name; empty where they are withheld
   * @param most more than any number can be
   */
  Attacker(Map<String, OptionalLong> published, long most) {
    this.published = published;
    this.most = most;
    published.forEach(
        (name, number) -> {
          if (number.isEmpty()) {
            index.put(name, unknown.size());
            unknown.add(name);
          }
        });
  }

  /** These numbers add up to that one. */
  void sum(List<String> parts, String whole) {
    atLeast(parts, List.of(whole));
    atLeast(List.of(whole), parts);
  }

  /** The sum of some numbers is that of others, or more. */
  void atLeast(List<String> more, List<String> less) {
    Map<Integer, Integer> times = new HashMap<>();
    long known = 0;
    for (String name : more) {
      known += count(name, 1, times);
    }
    for (String name : less) {
      known += count(name, -1, times);
    }
    bounds.add(new Bound(new ArrayList<>(times.keySet()), new ArrayList<>(times.values()), -known));
  }

  private long count(String name, int sign, Map<Integer, Integer> times) {
    // A row that is not published has no requests.
    OptionalLong number = published.getOrDefault(name, OptionalLong.of(0));
    if (number.isEmpty()) {
      times.merge(index.get(name), sign, Integer::sum);
      return 0;
    }
    return sign * number.getAsLong();
  }

  List<String> unknown() {
    return unknown;
  }

  /**
   * Whether a number can be another one than it is.
   *
   * @param truth the true numbers, near which others are looked for
   */
  boolean canBeAnother(String name, Map<String, Long> truth) {
    long[] near = unknown.stream().mapToLong(truth::get).toArray();
    // Nearly always there is one of which no number is far from the true one.
    return LongStream.of(1, 2, most)
        .anyMatch(
            away ->
                differs(index.get(name), 1, away, near)
                    || differs(index.get(name), -1, away, near));
  }

  private boolean differs(int number, int by, long away, long[] near) {
    long[] low = LongStream.of(near).map(n -> Math.max(0, n - away)).toArray();
    long[] high = LongStream.of(near).map(n -> Math.min(most, n + away)).toArray();
    if (by > 0) {
      low[number] = near[number] + by;
    } else {
      high[number] = near[number] + by;
    }
    steps = 0;
    return search(low, high, near);
  }

  /**
   * Whether a number can be this or more.
   *
   * @param truth the true numbers, near which others are looked for
   */
  boolean canBeAtLeast(String name, long least, Map<String, Long> truth) {
    long[] low = new long[unknown.size()];
    low[index.get(name)] = least;
    long[] high = new long[low.length];
    Arrays.fill(high, most);
    steps = 0;
    return search(low, high, unknown.stream().mapToLong(truth::get).toArray());
  }

  private boolean search(long[] low, long[] high, long[] near) {
    if (++steps > MOST_STEPS) {
      throw new IllegalStateException("the search takes too long");
    }
    if (!narrow(low, high)) {
      return false;
    }
    long[] tried = new long[near.length];
    for (int i = 0; i < tried.length; i++) {
      tried[i] = Math.max(low[i], Math.min(high[i], near[i]));
    }
    Optional<Bound> broken = bounds.stream().filter(bound -> !bound.holds(tried)).findFirst();
    if (broken.isEmpty()) {
      return true;
    }
    int next =
        broken.get().numbers().stream()
            .filter(i -> low[i] < high[i])
            .min(Comparator.comparingLong(i -> high[i] - low[i]))
            .orElseThrow();
    // What mends it first.
    int step = broken.get().times().get(broken.get().numbers().indexOf(next)) > 0 ? 1 : -1;
    long first = tried[next] + step;
    for (long away = 0; away <= high[next] - low[next] + 1; away++) {
      for (long value : away == 0 ? new long[] {first} : new long[] {first - away, first + away}) {
        if (value >= low[next] && value <= high[next]) {
          long[] lower = low.clone();
          long[] upper = high.clone();
          lower[next] = value;
          upper[next] = value;
          if (search(lower, upper, near)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Narrows the numbers to what the bounds leave; false when they leave none. */
  private boolean narrow(long[] low, long[] high) {
    for (boolean changed = true; changed; ) {
      changed = false;
      for (Bound bound : bounds) {
        long largest = 0;
        for (int i = 0; i < bound.numbers().size(); i++) {
          largest += largest(bound, i, low, high);
        }
        if (largest < bound.low()) {
          return false;
        }
        for (int i = 0; i < bound.numbers().size(); i++) {
          int n = bound.numbers().get(i);
          int times = bound.times().get(i);
          // What this one must give, the others giving all they can.
          long least = bound.low() - (largest - largest(bound, i, low, high));
          if (times > 0 && -Math.floorDiv(-least, times) > low[n]) {
            low[n] = -Math.floorDiv(-least, times);
            changed = true;
          } else if (times < 0 && Math.floorDiv(-least, -times) < high[n]) {
            high[n] = Math.floorDiv(-least, -times);
            changed = true;
          }
          if (low[n] > high[n]) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static long largest(Bound bound, int i, long[] low, long[] high) {
    int times = bound.times().get(i);
    return times * (times > 0 ? high : low)[bound.numbers().get(i)];
  }
}
