package org.spinepain.guideline.engine;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The index file of a pack, which the build writes: whose it is, and where its rules stand.
 *
 * @param coordinates the Maven coordinates of the pack
 * @param rules its rules
 */
record PackIndex(String coordinates, RuleIndex rules) {

  /**
   * Of what the compiled rules are linked to in this engine, beside the model: the packages {@code
   * rules.conclusion} and {@code rules.merged}. It counts up when something public of these is
   * added, changes or goes, or the index is written otherwise.
   */
  static final int CONTRACT = 1;

  /**
   * Packs that were built for this contract or a later one, up to {@link #CONTRACT}, find all that
   * they are linked to. It becomes {@link #CONTRACT} when something public changes or goes.
   */
  static final int OLDEST_CONTRACT = 1;

  private static final Pattern HEADER =
      Pattern.compile("([^:\\s]+:[^:\\s]+:[^:\\s]+)\\t(\\d{1,4})");

  /**
   * Reads an index file.
   *
   * @throws RulePackException when it is damaged, or of a pack that was built for another engine
   */
  static PackIndex parse(String text) {
    List<String> lines = text.lines().toList();
    Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (!header.matches()) {
      throw new RulePackException("the rule index of the pack is damaged");
    }
    int contract = Integer.parseInt(header.group(2));
    if (contract < OLDEST_CONTRACT || contract > CONTRACT) {
      throw new RulePackException(
          "the pack was built for contract "
              + contract
              + " between rules and engine, and this engine has "
              + CONTRACT
              + (contract > CONTRACT
                  ? ": a newer guideline-rules is needed on the classpath"
                  : ": a newer build of the pack is needed"));
    }
    return new PackIndex(header.group(1), RuleIndex.read(lines.subList(1, lines.size())));
  }

  /** What {@link #parse} reads. */
  String text() {
    return coordinates + "\t" + CONTRACT + "\n" + String.join("\n", rules.lines()) + "\n";
  }

  /** The files that the rules stand in. */
  Set<String> files() {
    return rules.entries().stream().map(RuleIndex.Entry::file).collect(Collectors.toSet());
  }

  /**
   * Checks that it was made of these DRL files.
   *
   * @throws RulePackException when it was not
   */
  void checkMadeOf(SortedMap<String, String> drl) {
    if (!rules.lines().equals(RuleIndex.of(drl).lines())) {
      throw new RulePackException("the rule index of the pack is not that of its rule files");
    }
  }
}
