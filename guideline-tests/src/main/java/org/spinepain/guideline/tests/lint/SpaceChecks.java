package org.spinepain.guideline.tests.lint;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RuleExecutionException;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RulePackException;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.tests.lint.Condition.Matched;
import org.spinepain.guideline.tests.pack.CompiledRules;
import org.spinepain.guideline.tests.pack.PackSource;
import org.spinepain.guideline.tests.space.CaseSpace;
import org.spinepain.guideline.tests.space.Combination;

/**
 * What shows only when the rules fire: the decision rules on every complete combination of facts,
 * the guidance rules on every merged decision in every context.
 */
final class SpaceChecks {

  /** Words for whatever is carried, so that merging does not depend on the guidance rules. */
  private static final String ANY_WORDS =
      """
      package org.spinepain.guideline.rules.guidance;
      import org.spinepain.guideline.model.assessment.Direction;
      import org.spinepain.guideline.model.assessment.Reading;
      import org.spinepain.guideline.model.assessment.Status;
      import org.spinepain.guideline.model.assessment.Strength;
      import org.spinepain.guideline.rules.conclusion.ReasonText;
      import org.spinepain.guideline.rules.conclusion.RecommendationText;
      import org.spinepain.guideline.rules.merged.CarriedReason;
      import org.spinepain.guideline.rules.merged.CarriedRecommendation;
      rule "Any recommendation in words"
        @id( "lint.recommendation" ) @source( "SOURCE" )
      when
        $r : CarriedRecommendation()
      then
        insertLogical( new RecommendationText( $r.id(), Direction.AGAINST, Strength.STRONG, "…",
            Status.CHECKED, drools.getRule() ) );
      end
      rule "Any reason in words"
        @id( "lint.reason" ) @source( "SOURCE" )
      when
        $r : CarriedReason()
      then
        insertLogical( new ReasonText( $r.code(), "…", Status.CHECKED, Reading.OURS, drools.getRule() ) );
      end
      """;

  private static final String ANY_WORDS_FILE = "guidance/any-words.drl";
  private static final List<Combination> COMPLETE = CaseSpace.completeInOneContext().toList();

  private static final List<List<Object>> FACTS =
      COMPLETE.stream().map(c -> List.<Object>of(c.patient(), c.pain(), c.procedure())).toList();

  /** By the files of the decision rules: guidance can change without them. */
  private static final Kept<SortedMap<String, String>, Firings> KEPT = new Kept<>(4);

  /** Likewise, of decision rules that have no finding. */
  private static final Kept<SortedMap<String, String>, List<Combination>> MERGED = new Kept<>(4);

  private final Pack pack;
  private final Links links;
  private final Map<RuleSet, CompiledRules> rules;

  private SpaceChecks(Pack pack, Links links, Map<RuleSet, CompiledRules> rules) {
    this.pack = pack;
    this.links = links;
    this.rules = rules;
  }

  static void check(Pack pack, Links links, Map<RuleSet, CompiledRules> rules) {
    new SpaceChecks(pack, links, rules).check();
  }

  private void check() {
    int before = pack.findings().size();
    Firings decisions =
        KEPT.of(
            pack.source().drl(RuleSet.DECISION),
            drl -> Firings.of(rules.get(RuleSet.DECISION).base(), FACTS));
    check(RuleSet.DECISION, decisions, FACTS, "complete combinations of facts");
    if (decisions.failure().isPresent() || pack.findings().size() > before) {
      return;
    }
    try {
      List<Combination> merged =
          MERGED.of(
              pack.source().drl(RuleSet.DECISION), drl -> MergedDecisions.of(COMPLETE, decisions));
      List<List<Object>> seen = seenByGuidance(merged);
      if (!seen.isEmpty()) {
        Firings guidance = Firings.of(rules.get(RuleSet.GUIDANCE).base(), seen);
        check(RuleSet.GUIDANCE, guidance, seen, "merged decisions in their contexts");
        TextChecks.check(pack, guidance, seen);
      }
      if (pack.findings().isEmpty()) {
        answers(merged);
      }
    } catch (RulePackException refused) {
      if (pack.findings().isEmpty()) {
        pack.add(
            FindingCode.NO_ANSWER,
            PackSource.DESCRIPTOR,
            1,
            "the pack is refused: " + refused.getMessage(),
            "what the engine expects of a pack");
      }
    }
  }

  private void check(RuleSet set, Firings firings, List<List<Object>> situations, String inWords) {
    if (firings.failure().isPresent()) {
      failed(firings.failure().get(), situations);
      return;
    }
    List<DrlRule> all = pack.files(set).stream().flatMap(file -> file.rules().stream()).toList();
    Set<DrlRule> odd = new HashSet<>();
    for (DrlRule rule : all) {
      int holds = firings.holds(rule.name()).cardinality();
      if (holds == 0 || holds == firings.situations() || pack.hasFinding(rule)) {
        odd.add(rule);
      }
    }
    Set<DrlRule> explained = explained(odd);
    List<DrlRule> never = new ArrayList<>();
    for (DrlRule rule : all) {
      if (odd.contains(rule) && !explained.contains(rule) && !pack.hasFinding(rule)) {
        if (firings.holds(rule.name()).isEmpty()) {
          never.add(rule);
        } else {
          pack.add(
              FindingCode.ALWAYS_FIRES,
              rule,
              "the rule fires on all of " + firings.situations() + " " + inWords,
              "the condition that tells when it holds");
        }
      }
    }
    impossible(set, all, never, situations);
    for (DrlRule rule : never) {
      if (!pack.hasFinding(rule)) {
        pack.add(
            FindingCode.NEVER_FIRES,
            rule,
            "the rule fires on none of " + firings.situations() + " " + inWords,
            "a condition that some combination of facts meets, or no rule");
      }
    }
    sameEffects(all, odd, firings);
  }

  /** The rules that fire never or always because another does: what is wrong is the other. */
  private Set<DrlRule> explained(Set<DrlRule> odd) {
    Set<DrlRule> explained = new HashSet<>();
    Set<DrlRule> roots = new HashSet<>(odd);
    pack.rules().stream().filter(pack::hasFinding).forEach(roots::add);
    for (DrlRule root : roots) {
      List<DrlRule> open = new ArrayList<>(links.touchedBy(root));
      while (!open.isEmpty()) {
        DrlRule next = open.remove(open.size() - 1);
        if (next != root && explained.add(next)) {
          open.addAll(links.touchedBy(next));
        }
      }
    }
    return explained;
  }

  private void failed(Firings.Failure failure, List<List<Object>> situations) {
    if (!failure.isRestless() && !pack.findings().isEmpty()) {
      return; // what has been told may well be the reason
    }
    Optional<DrlRule> rule = failure.rule().flatMap(pack::rule);
    String message =
        failure.message()
            + " on "
            + situations.get(failure.situation()).stream()
                .map(SpaceChecks::words)
                .collect(joining(", "));
    FindingCode code = failure.isRestless() ? FindingCode.SELF_FEEDING : FindingCode.NO_ANSWER;
    String instead =
        failure.isRestless()
            ? "a condition on facts, or on another type of conclusion"
            : "a consequence that cannot throw";
    if (rule.isPresent()) {
      pack.add(code, rule.get(), message, instead);
    } else {
      pack.add(code, PackSource.DESCRIPTOR, 1, message, instead);
    }
  }

  /** Facts hide their values from logs. These are no patient's. */
  private static String words(Object fact) {
    if (!(fact instanceof Record)) {
      return fact.toString();
    }
    List<String> parts = new ArrayList<>();
    for (var component : fact.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(fact);
        parts.add(component.getName() + " " + value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a fact cannot be read", e);
      }
    }
    return fact.getClass().getSimpleName() + "(" + String.join(", ", parts) + ")";
  }

  private record Probe(DrlRule rule, Matched pattern, String name) {}

  /**
   * Patterns that no fact meets: those of rules that never fire, and those whose rule fires without
   * them, under {@code not} or in an {@code or}. Each is asked by a rule of its own, which sees
   * what the others conclude.
   */
  private void impossible(
      RuleSet set, List<DrlRule> all, List<DrlRule> never, List<List<Object>> situations) {
    List<Probe> probes = new ArrayList<>();
    CompiledRules withProbes = rules.get(set);
    for (DrlRule rule : all) {
      for (Matched pattern : pack.condition(rule).map(Condition::patterns).orElse(List.of())) {
        boolean isAsked =
            !pattern.comparisons().isEmpty()
                && !pack.hasFinding(rule)
                && (never.contains(rule) || pattern.isAbsent() || pattern.isAlternative());
        if (isAsked) {
          Probe probe = new Probe(rule, pattern, "Lint asks " + probes.size());
          Optional<CompiledRules> compiled = compiled(probe);
          if (compiled.isPresent()) {
            withProbes = withProbes.and(compiled.get());
            probes.add(probe);
          }
        }
      }
    }
    if (probes.isEmpty()) {
      return;
    }
    Firings firings = Firings.of(withProbes.base(), situations);
    for (Probe probe : probes) {
      if (!firings.fires(probe.name()) && firings.failure().isEmpty()) {
        pack.add(
            FindingCode.IMPOSSIBLE_CONSTRAINT,
            probe.rule(),
            probe.pattern().at(),
            "no " + probe.pattern().typeName() + " can ever meet this pattern",
            "constraints that hold together for some fact");
      }
    }
  }

  private Optional<CompiledRules> compiled(Probe probe) {
    DrlSource file = probe.rule().file();
    int from = probe.pattern().at();
    int to = Math.min(probe.pattern().descr().getEndCharacter() + 1, file.text().length());
    String pattern = file.text().substring(from, to).strip();
    if (!pattern.endsWith(")")) {
      pattern = pattern.substring(0, pattern.lastIndexOf(')') + 1);
    }
    String bound = pattern.matches("(?s)\\$?\\w+\\s*:.*") ? pattern : "$probe : " + pattern;
    String drl =
        file.textOutsideOfRules().strip()
            + "\nrule \""
            + probe.name()
            + "\"\nwhen\n  "
            + bound
            + "\nthen\nend\n";
    return Compiled.of(new TreeMap<>(Map.of(file.name(), drl))).rules();
  }

  private void sameEffects(List<DrlRule> all, Set<DrlRule> odd, Firings firings) {
    Map<Object, DrlRule> first = new HashMap<>();
    for (DrlRule rule : all) {
      Map<Object, ?> effects = firings.effects(rule.name());
      if (effects.isEmpty() || odd.contains(rule)) {
        continue;
      }
      DrlRule other = first.putIfAbsent(effects, rule);
      if (other != null) {
        pack.add(
            FindingCode.SAME_EFFECT,
            rule,
            "the rule always fires together with \""
                + other.name()
                + "\" ("
                + HeadChecks.place(other)
                + "), to the same effect",
            "one rule; of the two, that whose id was released");
      }
    }
  }

  /** What guidance rules see; empty when the decisions are not such that they can be merged. */
  private List<List<Object>> seenByGuidance(List<Combination> merged) {
    String source = pack.rules().get(0).annotation("source").orElse("");
    String words = ANY_WORDS.replace("SOURCE", source);
    PackSource stub = pack.source().withoutRules().with(ANY_WORDS_FILE, words);
    for (Map.Entry<String, String> file : pack.source().drl(RuleSet.DECISION).entrySet()) {
      stub = stub.with(file.getKey(), file.getValue());
    }
    CompiledRules anyWords =
        Compiled.of(new TreeMap<>(Map.of(ANY_WORDS_FILE, words))).rules().orElseThrow();
    KieBase decision = rules.get(RuleSet.DECISION).base();
    Rule any =
        decision.getKiePackages().stream()
            .flatMap(each -> each.getRules().stream())
            .findFirst()
            .orElseThrow();
    List<List<Object>> seen = new ArrayList<>();
    try (GuidelineEngine engine = open(stub, decision, anyWords.base())) {
      for (Combination combination : merged) {
        Optional<Determination> determination = assess(engine, combination);
        if (determination.isEmpty()) {
          return List.of();
        }
        seen.addAll(GuidanceFacts.of(combination, determination.get(), any));
      }
    }
    return seen;
  }

  private static GuidelineEngine open(PackSource source, KieBase decision, KieBase guidance) {
    return GuidelineEngine.on(
        RulePack.of(PackSource.COORDINATES, PackFiles.of(source.files()), decision, guidance),
        EngineOptions.defaults());
  }

  private void answers(List<Combination> merged) {
    try (GuidelineEngine engine =
        open(
            pack.source(),
            rules.get(RuleSet.DECISION).base(),
            rules.get(RuleSet.GUIDANCE).base())) {
      for (Combination combination : merged) {
        if (assess(engine, combination).isEmpty()) {
          return;
        }
      }
    }
  }

  private Optional<Determination> assess(GuidelineEngine engine, Combination combination) {
    try {
      return Optional.of(engine.assess(combination.toCase()).determinations().get(0));
    } catch (RuleExecutionException failed) {
      if (!pack.findings().isEmpty()) {
        return Optional.empty(); // what has been told may well be the reason
      }
      String message = failed.getMessage() + ", on " + combination;
      String instead = instead(failed.getMessage());
      Optional<DrlRule> rule = named(failed.getMessage());
      if (rule.isPresent()) {
        pack.add(FindingCode.NO_ANSWER, rule.get(), message, instead);
      } else {
        pack.add(FindingCode.NO_ANSWER, PackSource.DESCRIPTOR, 1, message, instead);
      }
      return Optional.empty();
    }
  }

  private static String instead(String message) {
    if (message.contains("no text for")) {
      return "a rule in guidance that concludes the ReasonText or RecommendationText of this code";
    }
    return message.contains(" twice")
        ? "conditions of which one only holds on this combination, or one rule"
        : "rules that conclude what this combination needs, once";
  }

  /** The last rule that a message names by its id, or that concludes a code that it names. */
  private Optional<DrlRule> named(String message) {
    Optional<DrlRule> last = Optional.empty();
    Matcher word = Pattern.compile("[\\w.-]+").matcher(message);
    while (word.find()) {
      for (DrlRule rule : pack.rules()) {
        boolean isNamed = rule.annotation("id").filter(word.group()::equals).isPresent();
        if (isNamed) {
          last = Optional.of(rule);
        }
      }
    }
    return last;
  }
}
