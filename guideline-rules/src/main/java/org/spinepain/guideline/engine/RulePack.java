package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.rules.conclusion.Conclusion;

/**
 * A rule pack, loaded and checked: the compiled rules agree with the index of the files that they
 * come from, their sources stand in the descriptor, and the descriptor accepts the model on the
 * classpath. Immutable and thread-safe; an engine works with one.
 */
public final class RulePack {

  private static final String MODEL_VERSION = "META-INF/spinepain/guideline-model.properties";

  private final RulePackReference reference;
  private final PackDescriptor descriptor;
  private final RuleIndex index;
  private final Map<RuleSet, KieBase> bases;

  private RulePack(
      String coordinates, PackFiles files, RuleIndex index, Map<RuleSet, KieBase> bases) {
    this.reference = new RulePackReference(coordinates, files.digest());
    this.descriptor = PackDescriptor.parse(files.descriptor());
    this.index = index;
    this.bases = Map.copyOf(bases);
    checkModel();
    checkRules();
  }

  /**
   * The precompiled pack on the classpath.
   *
   * @throws RulePackException when there is none, or it cannot be used
   */
  public static RulePack bundled() {
    ClassLoader loader = RulePack.class.getClassLoader();
    List<String> lines = PackFiles.resource(loader, PackFiles.INDEX).lines().toList();
    if (lines.isEmpty()) {
      throw new RulePackException("the rule index of the pack is damaged");
    }
    String coordinates = lines.get(0);
    RuleIndex index = RuleIndex.read(lines.subList(1, lines.size()));
    Set<String> files =
        index.entries().stream().map(RuleIndex.Entry::file).collect(Collectors.toSet());
    return new RulePack(
        coordinates,
        PackFiles.in(loader, files),
        index,
        PrecompiledRules.load(loader, coordinates));
  }

  /**
   * A pack whose rules were compiled elsewhere, for those who edit rules.
   *
   * @param coordinates what assessments name as the pack's coordinates
   * @param files the files that the rules were compiled from
   * @param decision the compiled rules of the set {@link RuleSet#DECISION}
   * @param guidance the compiled rules of the set {@link RuleSet#GUIDANCE}
   * @throws RulePackException when it cannot be used
   */
  public static RulePack of(
      String coordinates, PackFiles files, KieBase decision, KieBase guidance) {
    return new RulePack(
        requireNonNull(coordinates, "coordinates"),
        files,
        RuleIndex.of(files.drl()),
        Map.of(RuleSet.DECISION, decision, RuleSet.GUIDANCE, guidance));
  }

  private void checkModel() {
    Properties properties = new Properties();
    try {
      properties.load(
          new StringReader(PackFiles.resource(ClinicalCase.class.getClassLoader(), MODEL_VERSION)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version", "");
    if (!version.matches("\\d+\\.\\d+.*")) {
      throw new RulePackException("the guideline-model on the classpath does not tell its version");
    }
    Version model = Version.parse(version);
    if (model.compareTo(descriptor.modelFrom()) < 0
        || model.compareTo(descriptor.modelBelow()) >= 0) {
      throw new RulePackException(
          "the pack runs with guideline-model from "
              + descriptor.modelFrom()
              + " and below "
              + descriptor.modelBelow()
              + ", not with "
              + model);
    }
  }

  private void checkRules() {
    Set<String> compiled = new HashSet<>();
    bases.forEach(
        (set, base) ->
            base.getKiePackages().stream()
                .flatMap(kiePackage -> kiePackage.getRules().stream())
                .forEach(rule -> compiled.add(check(set, rule).rule())));
    for (RuleIndex.Entry entry : index.entries()) {
      if (!compiled.contains(entry.rule())) {
        throw new RulePackException(entry.place() + ": this rule is not among the compiled rules");
      }
      if (descriptor.source(entry.source()).isEmpty()) {
        throw new RulePackException(
            entry.place() + ": the descriptor has no source " + entry.source());
      }
    }
  }

  private RuleIndex.Entry check(RuleSet set, Rule rule) {
    RuleIndex.Entry entry =
        index
            .find(rule.getName())
            .orElseThrow(
                () ->
                    new RulePackException(
                        "the compiled rule \"" + rule.getName() + "\" is not in the index"));
    if (!entry.file().startsWith(set.folder() + "/")) {
      throw new RulePackException(
          entry.place() + ": this rule was compiled into the rule set " + set.folder());
    }
    checkAnnotation(rule, "id", entry.id(), entry);
    checkAnnotation(rule, "source", entry.source(), entry);
    return entry;
  }

  private static void checkAnnotation(
      Rule rule, String name, String expected, RuleIndex.Entry entry) {
    // Depending on how the rule was compiled, the value comes with or without its quotes.
    String value = String.valueOf(rule.getMetaData().get(name)).replaceAll("^\"|\"$", "");
    if (!value.equals(expected)) {
      throw new RulePackException(
          entry.place() + ": the compiled rule has another @" + name + " than its file");
    }
  }

  RulePackReference reference() {
    return reference;
  }

  PackDescriptor descriptor() {
    return descriptor;
  }

  KieBase base(RuleSet set) {
    return bases.get(set);
  }

  /**
   * The versions of guideline-model that the pack runs with, as {@code from 1.0.0, below 2.0.0}.
   */
  public String modelVersions() {
    return "from " + descriptor.modelFrom() + ", below " + descriptor.modelBelow();
  }

  /** What a procedure costs, if this edition says so. */
  public Optional<CostRange> procedureCost() {
    return descriptor.cost();
  }

  /** The rules of the pack, in the order of its files. */
  public Collection<RuleIndex.Entry> rules() {
    return index.entries();
  }

  /** The rule that made a conclusion. */
  RuleIndex.Entry ruleOf(Conclusion conclusion) {
    return index.find(conclusion.rule().getName()).orElseThrow();
  }

  /** The source that a rule names. */
  Source sourceOf(RuleIndex.Entry entry) {
    return descriptor.source(entry.source()).orElseThrow();
  }
}
