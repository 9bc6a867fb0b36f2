package org.spinepain.guideline.tests.pack;

import java.util.EnumMap;
import java.util.Map;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RuleSet;

/**
 * The source of a pack and its compiled rules. A change of the source can be built by compiling
 * what changed only. Immutable.
 */
public final class BuiltPack {

  private final PackSource source;
  private final Map<RuleSet, CompiledRules> rules;

  private BuiltPack(PackSource source, Map<RuleSet, CompiledRules> rules) {
    this.source = source;
    this.rules = new EnumMap<>(rules);
  }

  static BuiltPack of(PackSource source) {
    Map<RuleSet, CompiledRules> rules = new EnumMap<>(RuleSet.class);
    for (RuleSet set : RuleSet.values()) {
      rules.put(set, CompiledRules.kept(source.drl(set)));
    }
    return new BuiltPack(source, rules);
  }

  static BuiltPack of(PackSource source, Map<RuleSet, CompiledRules> rules) {
    return new BuiltPack(source, rules);
  }

  /** The source. */
  public PackSource source() {
    return source;
  }

  /** The compiled rules of a set. */
  public CompiledRules rules(RuleSet set) {
    return rules.get(set);
  }

  /** Another source, whose rules are the same. */
  public BuiltPack with(PackSource otherSource) {
    return new BuiltPack(otherSource, rules);
  }

  /** Another source, which has these rules in a set, and the same in the other. */
  public BuiltPack with(PackSource otherSource, RuleSet set, CompiledRules rulesOfSet) {
    BuiltPack other = new BuiltPack(otherSource, rules);
    other.rules.put(set, rulesOfSet);
    return other;
  }

  /** The same, with another state of the edition in its descriptor. */
  public BuiltPack inState(String state) {
    return with(
        source.with(
            PackSource.DESCRIPTOR,
            source
                .descriptor()
                .replaceFirst("(?m)^standing\\.state\\s*=.*$", "standing.state = " + state)));
  }

  /** The pack, checked as the engine checks every pack. */
  public RulePack load() {
    return RulePack.of(
        PackSource.COORDINATES,
        PackFiles.of(source.files()),
        rules.get(RuleSet.DECISION).base(),
        rules.get(RuleSet.GUIDANCE).base());
  }

  /** A new engine on the pack, with default options. */
  public GuidelineEngine open() {
    return GuidelineEngine.on(load(), EngineOptions.defaults());
  }
}
