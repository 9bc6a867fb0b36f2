package org.spinepain.guideline.tests.mutation;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The codes that a pack uses, by the place that takes them, such as {@code Reason} or {@code
 * CarriedReason.code}: what a code is exchanged for.
 */
final class Codes {

  private final Map<String, SortedSet<String>> byPlace = new TreeMap<>();

  /** Whether a text is a code rather than words. */
  static boolean isCode(String text) {
    return text.matches("[a-z0-9]+(?:[-.][a-z0-9]+)*");
  }

  void add(String place, String code) {
    byPlace.computeIfAbsent(place, any -> new TreeSet<>()).add(code);
  }

  /** Another code that the place takes, not among these; an invented one when there is none. */
  String other(String place, String code, List<String> notThese) {
    SortedSet<String> codes = byPlace.getOrDefault(place, new TreeSet<>());
    List<String> following = new java.util.ArrayList<>(codes.tailSet(code));
    following.addAll(codes.headSet(code));
    return following.stream()
        .filter(other -> !other.equals(code) && !notThese.contains(other))
        .findFirst()
        .orElse(code + "-changed");
  }
}
