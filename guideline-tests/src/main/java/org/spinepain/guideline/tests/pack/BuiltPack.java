package org.spinepain.guideline.tests.pack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.engine.EngineOptions;
import org.spinepain.guideline.engine.GuidelineEngine;
import org.spinepain.guideline.engine.Overlay;
import org.spinepain.guideline.engine.PackFiles;
import org.spinepain.guideline.engine.RulePack;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.assessment.OverlayReference;

/**
 * The source of a pack and its compiled rules. A change of the source can be built by compiling
 * what changed only. Immutable.
 */
public final class BuiltPack {

  private final PackSource source;
  private final Map<RuleSet, CompiledRules> rules;
  private final List<Overlay> overlays;

  private BuiltPack(PackSource source, Map<RuleSet, CompiledRules> rules, List<Overlay> overlays) {
    this.source = source;
    this.rules = new EnumMap<>(rules);
    this.overlays = List.copyOf(overlays);
  }

  static BuiltPack of(PackSource source) {
    Map<RuleSet, CompiledRules> rules = new EnumMap<>(RuleSet.class);
    for (RuleSet set : RuleSet.values()) {
      rules.put(set, CompiledRules.kept(source.drl(set)));
    }
    return new BuiltPack(source, rules, List.of());
  }

  static BuiltPack of(PackSource source, Map<RuleSet, CompiledRules> rules) {
    return new BuiltPack(source, rules, List.of());
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
    return new BuiltPack(otherSource, rules, overlays);
  }

  /** Another source, which has these rules in a set, and the same in the other. */
  public BuiltPack with(PackSource otherSource, RuleSet set, CompiledRules rulesOfSet) {
    BuiltPack other = new BuiltPack(otherSource, rules, overlays);
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

  /** The same, adapted by these overlays of a site when it is loaded. */
  public BuiltPack adaptedBy(Overlay... byOverlays) {
    return new BuiltPack(source, rules, List.of(byOverlays));
  }

  /** The overlays that adapt it. */
  public List<OverlayReference> overlays() {
    return overlays.stream().map(Overlay::reference).toList();
  }

  /** The pack, checked as the engine checks every pack. */
  public RulePack load() {
    return RulePack.of(
            PackSource.COORDINATES,
            PackFiles.of(source.files()),
            rules.get(RuleSet.DECISION).base(),
            rules.get(RuleSet.GUIDANCE).base())
        .adaptedBy(overlays.toArray(Overlay[]::new));
  }

  /** A new engine on the pack, with default options. */
  public GuidelineEngine open() {
    return GuidelineEngine.on(load(), EngineOptions.defaults());
  }
}
