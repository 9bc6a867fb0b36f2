package org.spinepain.guideline.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.rules.conclusion.Decided;
import org.spinepain.guideline.rules.conclusion.Evidence;
import org.spinepain.guideline.rules.conclusion.Reason;
import org.spinepain.guideline.rules.conclusion.Recommendation;

/**
 * The decisions of a pack on complete facts. The rules make each one; kept ones stand in a table
 * with a place for each combination, bounded since the combinations are finite. Thread-safe.
 */
final class Decisions {

  private final RulePack pack;
  private final RuleSessions sessions;
  private final AtomicReferenceArray<CompletionDecision> table;
  private final Map<CompletionDecision, CompletionDecision> distinct = new ConcurrentHashMap<>();

  Decisions(RulePack pack, RuleSessions sessions, EngineOptions options) {
    this.pack = pack;
    this.sessions = sessions;
    this.table = new AtomicReferenceArray<>(options.decisionTable() ? AnswerSpace.COMBINATIONS : 0);
  }

  /** The decision on the combination with this number. */
  CompletionDecision on(int number) {
    if (table.length() == 0) {
      return decide(number);
    }
    CompletionDecision kept = table.get(number);
    if (kept == null) {
      CompletionDecision made = decide(number);
      CompletionDecision same = distinct.putIfAbsent(made, made);
      kept = same == null ? made : same;
      table.set(number, kept);
    }
    return kept;
  }

  private CompletionDecision decide(int number) {
    List<Conclusion> conclusions = sessions.fire(AnswerSpace.facts(number));
    List<Decided> verdicts = of(Decided.class, conclusions);
    if (verdicts.size() != 1) {
      throw new RuleExecutionException(
          "the decision rules gave " + verdicts.size() + " verdicts on complete facts, not one");
    }
    Decided decided = verdicts.get(0);
    boolean against = decided.verdict() == Verdict.RECOMMEND_AGAINST;
    List<Recommendation> recommendations = of(Recommendation.class, conclusions);
    List<Evidence> evidence = of(Evidence.class, conclusions);
    refuseTwice(recommendations, Recommendation::id, "the recommendation ");
    refuseTwice(evidence, Decisions::key, "the evidence ");
    Set<String> carried =
        against
            ? recommendations.stream().map(Recommendation::id).collect(Collectors.toSet())
            : Set.of();
    for (Evidence row : evidence) {
      if (!carried.contains(row.recommendation())) {
        throw new RuleExecutionException(
            "the decision rules conclude the evidence "
                + key(row)
                + ", but not what it stands behind");
      }
    }
    return new CompletionDecision(
        decided.verdict(),
        pack.ruleOf(decided),
        against
            ? recommendations.stream()
                .map(r -> new CompletionDecision.Recommended(r.id(), r.basis(), pack.ruleOf(r)))
                .toList()
            : List.of(),
        of(Reason.class, conclusions).stream()
            .map(r -> new CompletionDecision.Reasoned(r.code(), pack.ruleOf(r)))
            .toList(),
        evidence.stream().map(e -> new CompletionDecision.EvidenceRow(e, pack.ruleOf(e))).toList());
  }

  private static String key(Evidence row) {
    return String.join(
        " ",
        row.recommendation() + ":",
        row.pattern().code(),
        row.technique().code(),
        row.injectate().code());
  }

  /** Two rules that say the same of one complete combination may say it differently. */
  private <T extends Conclusion> void refuseTwice(
      List<T> conclusions, Function<T, String> code, String what) {
    Map<String, T> first = new HashMap<>();
    for (T conclusion : conclusions) {
      T other = first.put(code.apply(conclusion), conclusion);
      if (other != null) {
        throw new RuleExecutionException(
            "the decision rules conclude "
                + what
                + code.apply(conclusion)
                + " twice, by "
                + pack.ruleOf(other).id()
                + " and "
                + pack.ruleOf(conclusion).id());
      }
    }
  }

  private static <T extends Conclusion> List<T> of(Class<T> type, List<Conclusion> conclusions) {
    return conclusions.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
