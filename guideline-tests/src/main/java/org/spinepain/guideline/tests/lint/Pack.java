package org.spinepain.guideline.tests.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.tests.pack.PackSource;

/** A pack that is being checked: its files, what is known of its rules, and what was found. */
final class Pack {

  /** Each rule is parsed by itself, which is slow; most files are as they were. */
  private static final Kept<List<String>, DrlSource> PARSED = new Kept<>(64);

  private final PackSource source;
  private final List<DrlSource> files;
  private final List<DrlRule> rules;
  private final Map<String, DrlRule> byName = new HashMap<>();
  private final Map<DrlSource, Types> types = new HashMap<>();
  private final Map<DrlRule, Condition> conditions = new HashMap<>();
  private final Map<DrlRule, Consequence> consequences = new HashMap<>();
  private final Set<Finding> findings = new TreeSet<>();
  private final Set<DrlRule> rulesWithFindings = new HashSet<>();
  private final Set<DrlSource> filesThatDoNotBuild = new HashSet<>();

  Pack(PackSource source) {
    this.source = source;
    this.files =
        source.drl().entrySet().stream()
            .map(
                file ->
                    PARSED.of(
                        List.of(file.getKey(), file.getValue()),
                        key -> new DrlSource(file.getKey(), file.getValue())))
            .toList();
    this.rules = files.stream().flatMap(file -> file.rules().stream()).toList();
    rules.forEach(rule -> byName.putIfAbsent(rule.name(), rule));
    for (DrlSource file : files) {
      types.put(file, new Types(file, files));
      for (DrlRule rule : file.rules()) {
        rule.descr()
            .ifPresent(
                descr -> {
                  conditions.put(rule, new Condition(rule, descr, types.get(file)));
                  consequences.put(rule, new Consequence(rule, types.get(file)));
                });
      }
    }
  }

  PackSource source() {
    return source;
  }

  List<DrlSource> files() {
    return files;
  }

  /** The files of a rule set. */
  List<DrlSource> files(RuleSet set) {
    return files.stream().filter(file -> file.folder().equals(set.folder())).toList();
  }

  List<DrlRule> rules() {
    return rules;
  }

  /** The first rule of this name. */
  Optional<DrlRule> rule(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Types types(DrlSource file) {
    return types.get(file);
  }

  /** The condition of a rule; empty when it cannot be parsed. */
  Optional<Condition> condition(DrlRule rule) {
    return Optional.ofNullable(conditions.get(rule));
  }

  /** The consequence of a rule; empty when the rule cannot be parsed. */
  Optional<Consequence> consequence(DrlRule rule) {
    return Optional.ofNullable(consequences.get(rule));
  }

  /** Notes a finding at a place in a file. */
  void add(FindingCode code, DrlSource file, int at, String message, String instead) {
    Optional<DrlRule> rule = file.ruleAt(at);
    findings.add(
        new Finding(
            code,
            file.name(),
            file.line(at),
            file.column(at),
            rule.map(DrlRule::name),
            message,
            instead));
    rule.ifPresent(rulesWithFindings::add);
    if (code.keepsFromBuilding()) {
      filesThatDoNotBuild.add(file);
    }
  }

  /** Notes a finding at a place in a rule. */
  void add(FindingCode code, DrlRule rule, int at, String message, String instead) {
    add(code, rule.file(), at, message, instead);
  }

  /** Notes a finding at the head of a rule. */
  void add(FindingCode code, DrlRule rule, String message, String instead) {
    add(code, rule.file(), rule.from(), message, instead);
  }

  /** Notes a finding of which the line only is known, or a finding in the descriptor. */
  void add(FindingCode code, String file, int line, String message, String instead) {
    findings.add(new Finding(code, file, line, 0, Optional.empty(), message, instead));
  }

  List<Finding> findings() {
    return new ArrayList<>(findings);
  }

  boolean hasFinding(DrlRule rule) {
    return rulesWithFindings.contains(rule);
  }

  boolean hasFinding(FindingCode... codes) {
    return findings.stream().anyMatch(finding -> Set.of(codes).contains(finding.code()));
  }

  /** Whether this was told to be written instead. */
  boolean hasFinding(FindingCode code, String instead) {
    return findings.stream().anyMatch(f -> f.code() == code && f.instead().equals(instead));
  }

  /** Whether nothing has been found yet that keeps a file from building. */
  boolean builds(DrlSource file) {
    return !filesThatDoNotBuild.contains(file);
  }

  /** Whether nothing has been found yet that keeps a rule from building. */
  boolean builds(DrlRule rule) {
    return findings.stream()
        .noneMatch(
            finding ->
                finding.code().keepsFromBuilding()
                    && finding.file().equals(rule.file().name())
                    && (finding.rule().isEmpty() || finding.rule().get().equals(rule.name())));
  }
}
