package org.spinepain.guideline.tests.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spinepain.guideline.engine.RuleIndex;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.assessment.TraceEntry;
import org.spinepain.guideline.tests.diff.Change.Kind;
import org.spinepain.guideline.tests.pack.PackSource;

/** The rules of a pack as they are written, to tell which ones are behind a change. */
final class RuleTexts {

  private final Map<String, String> byId = new HashMap<>();

  private RuleTexts() {}

  static RuleTexts of(PackSource pack) {
    RuleTexts texts = new RuleTexts();
    List<RuleIndex.Entry> rules = RuleIndex.of(pack.drl()).entries();
    for (int i = 0; i < rules.size(); i++) {
      RuleIndex.Entry rule = rules.get(i);
      boolean isLast = i + 1 == rules.size() || !rules.get(i + 1).file().equals(rule.file());
      List<String> lines = pack.drl().get(rule.file()).lines().toList();
      int end = isLast ? lines.size() : rules.get(i + 1).line() - 1;
      texts.byId.put(rule.id(), String.join("\n", lines.subList(rule.line() - 1, end)).strip());
    }
    return texts;
  }

  /**
   * The ids of the rules behind an answer that are not behind another, or are written otherwise
   * there.
   *
   * @param change what changes; behind a decision or evidence are decision rules, and what comes or
   *     goes as a whole has a rule that does
   * @param answer the answer
   * @param other the other answer
   * @param others the rules behind it
   */
  List<String> onlyBehind(Change change, Answer answer, Answer other, RuleTexts others) {
    Set<String> behindOther =
        other.trace().stream().map(TraceEntry::id).collect(Collectors.toSet());
    Set<String> sets = new HashSet<>(Set.of(RuleSet.DECISION.folder()));
    if (change.kind() == Kind.CONSEQUENCE) {
      sets.add(RuleSet.GUIDANCE.folder());
    }
    List<String> ids = new ArrayList<>();
    for (TraceEntry rule : answer.trace()) {
      boolean isOfKind = sets.contains(rule.file().split("/", -1)[0]);
      boolean isSame =
          behindOther.contains(rule.id())
              && (change.isOfPresence()
                  || String.valueOf(byId.get(rule.id())).equals(others.byId.get(rule.id())));
      if (isOfKind && !isSame) {
        ids.add(rule.id());
      }
    }
    return ids;
  }
}
