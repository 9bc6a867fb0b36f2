package org.spinepain.guideline.tests.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spinepain.guideline.rules.conclusion.Caveat;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.rules.conclusion.Guidance;
import org.spinepain.guideline.rules.conclusion.ReasonText;
import org.spinepain.guideline.rules.conclusion.RecommendationText;
import org.spinepain.guideline.rules.merged.CarriedEvidence;

/**
 * How long the texts are that fired: those that are computed show their length only then. A text of
 * a rule about the carried evidence may be as long again for every further row.
 */
final class TextChecks {

  private final Pack pack;
  private final Set<String> aboutEvidence;

  /** By rule: by how much its longest text goes beyond what it may have, and that text. */
  private final Map<String, Longest> longest = new HashMap<>();

  private record Longest(int beyond, int length) {}

  private TextChecks(Pack pack) {
    this.pack = pack;
    this.aboutEvidence =
        pack.rules().stream()
            .filter(this::isAboutEvidence)
            .map(DrlRule::name)
            .collect(Collectors.toSet());
  }

  /**
   * Tells rules whose texts are too long, but for those of which it is told already.
   *
   * @param guidance the firings of the guidance rules
   * @param situations what each was given
   */
  static void check(Pack pack, Firings guidance, List<List<Object>> situations) {
    TextChecks checks = new TextChecks(pack);
    for (int i = 0; i < situations.size(); i++) {
      int rows = rows(situations.get(i));
      guidance.conclusions(i).forEach(conclusion -> checks.measure(conclusion, rows));
    }
    pack.rules().forEach(checks::tell);
  }

  private static int rows(List<Object> facts) {
    return facts.stream()
        .filter(CarriedEvidence.class::isInstance)
        .mapToInt(carried -> ((CarriedEvidence) carried).rows().size())
        .max()
        .orElse(1);
  }

  private void measure(Conclusion conclusion, int rows) {
    String rule = conclusion.rule().getName();
    int allowed =
        ConsequenceChecks.LONGEST_TEXT * (aboutEvidence.contains(rule) ? Math.max(1, rows) : 1);
    int length = text(conclusion).length();
    longest.merge(
        rule,
        new Longest(length - allowed, length),
        (one, other) -> other.beyond() > one.beyond() ? other : one);
  }

  private boolean isAboutEvidence(DrlRule rule) {
    return pack.condition(rule).stream()
        .flatMap(condition -> condition.patterns().stream())
        .anyMatch(pattern -> pattern.typeName().equals("CarriedEvidence"));
  }

  private static String text(Conclusion conclusion) {
    if (conclusion instanceof Guidance guidance) {
      return guidance.text();
    } else if (conclusion instanceof Caveat caveat) {
      return caveat.text();
    } else if (conclusion instanceof ReasonText reason) {
      return reason.text();
    }
    return conclusion instanceof RecommendationText recommendation ? recommendation.text() : "";
  }

  private void tell(DrlRule rule) {
    Longest text = longest.get(rule.name());
    boolean isTold =
        pack.findings().stream()
            .anyMatch(
                finding ->
                    finding.code() == FindingCode.LONG_TEXT
                        && finding.rule().equals(Optional.of(rule.name())));
    if (text != null && text.beyond() > 0 && !isTold) {
      pack.add(
          FindingCode.LONG_TEXT,
          rule,
          "a text of this rule comes to " + text.length() + " characters",
          ConsequenceChecks.AT_MOST);
    }
  }
}
