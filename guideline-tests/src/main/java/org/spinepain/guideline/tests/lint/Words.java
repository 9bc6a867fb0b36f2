package org.spinepain.guideline.tests.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant. */
final class Words {

  private static final int PART_THAT_MAY_DIFFER = 3;

  private Words() {}

  /** The candidate that is most like a word, if one is like it at all. */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    int allowed = Math.max(1, word.length() / PART_THAT_MAY_DIFFER);
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= allowed)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** The candidate that is most like a word, or else all candidates. */
  static String nearestOrAll(String word, Collection<String> candidates) {
    return nearest(word, candidates).orElseGet(() -> "one of " + String.join(", ", candidates));
  }

  /** How many characters have to be added, dropped, exchanged or swapped with their neighbour. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean isSwap =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (isSwap) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
