package org.spinepain.guideline.engine;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.assessment.TextKind;

/**
 * A text that rules put to what they conclude.
 *
 * @param of what it belongs to
 * @param code the id or code of that
 */
record RuleText(TextKind of, String code) implements Comparable<RuleText> {

  private static final Pattern CONCLUDED =
      Pattern.compile("new\\s+(RecommendationText|ReasonText|Guidance|Caveat)\\(\\s*\"([^\"]+)\"");

  /** The texts that the rules in these DRL files can conclude. */
  static SortedSet<RuleText> in(SortedMap<String, String> drl) {
    SortedSet<RuleText> texts = new TreeSet<>();
    for (String file : drl.values()) {
      Matcher concluded = CONCLUDED.matcher(file);
      while (concluded.find()) {
        texts.add(new RuleText(kind(concluded.group(1)), concluded.group(2)));
      }
    }
    return texts;
  }

  private static TextKind kind(String type) {
    return switch (type) {
      case "RecommendationText" -> TextKind.RECOMMENDATION;
      case "ReasonText" -> TextKind.REASON;
      case "Guidance" -> TextKind.GUIDANCE;
      default -> TextKind.CAVEAT;
    };
  }

  @Override
  public int compareTo(RuleText other) {
    return Comparator.comparing(RuleText::of).thenComparing(RuleText::code).compare(this, other);
  }
}
