package org.spinepain.guideline.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spinepain.guideline.model.assessment.EditionState;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.RulePackReference;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.rules.conclusion.Conclusion;

/**
 * A rule pack, loaded and checked: the compiled rules agree with the index of the files that they
 * come from, their sources stand in the descriptor, and the descriptor accepts the model on the
 * classpath. Immutable and thread-safe; an engine works with one.
 */
public final class RulePack {

  private static final Logger LOG = LoggerFactory.getLogger(RulePack.class);

  private final PackTexts texts;
  private final RuleIndex index;
  private final PackDescriptor descriptor;
  private final Map<RuleSet, KieBase> bases;
  private final Adaptation adaptation;

  private RulePack(PackTexts texts, Map<RuleSet, KieBase> bases) {
    this.texts = texts;
    this.index = texts.index();
    this.descriptor = texts.descriptor();
    this.bases = Map.copyOf(bases);
    this.adaptation = new Adaptation(List.of());
    checkRules();
  }

  private RulePack(RulePack pack, Adaptation adaptation) {
    this.texts = pack.texts;
    this.index = pack.index;
    this.descriptor = adaptation.of(pack.descriptor);
    this.bases = pack.bases;
    this.adaptation = adaptation;
  }

  /**
   * The precompiled pack on the classpath.
   *
   * @throws RulePackException when there is none, or it cannot be used
   */
  public static RulePack bundled() {
    ClassLoader loader = RulePack.class.getClassLoader();
    PackIndex index = PackIndex.parse(PackFiles.resource(loader, PackFiles.INDEX));
    List<String> models =
        PrecompiledRules.models(
            PackFiles.resource(loader, PrecompiledRules.list(index.coordinates())));
    PackTexts texts =
        PackTexts.of(
            index.coordinates(),
            Optional.empty(),
            PackFiles.in(loader, index.files()),
            index.rules(),
            Collections.emptySortedMap());
    return new RulePack(texts, PrecompiledRules.load(loader, models));
  }

  /**
   * The newest pack of an origin that can be used: that is trusted, whole, and made for this
   * engine. Of several of one version it is that whose jar's name comes first. Its classes are
   * loaded apart from those of any other pack, and go when the last reference to the pack and its
   * engines goes.
   *
   * <p>A jar is read once, and nothing of it is unzipped before its digest is found trusted. Jars
   * that are passed over are logged with the reason, unless it is only that the origin takes
   * another version.
   *
   * @throws RulePackException when there is none, with the reason for each jar; for one that is not
   *     trusted, with the digest to pin
   */
  public static RulePack load(PackOrigin origin, TrustedDigests trusted) {
    return PackLoading.newest(
        origin, trusted, (jar, reason) -> LOG.warn("passed over {}: {}", jar, reason));
  }

  /** The pack of this candidate. */
  static RulePack of(PackCandidate candidate) {
    return new RulePack(candidate.texts(), candidate.load());
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
        PackTexts.of(
            requireNonNull(coordinates, "coordinates"),
            Optional.empty(),
            files,
            RuleIndex.of(files.drl()),
            Collections.emptySortedMap()),
        Map.of(RuleSet.DECISION, decision, RuleSet.GUIDANCE, guidance));
  }

  /**
   * This pack, adapted by these overlays beside those that adapt it already. What it decides stays.
   *
   * @throws RulePackException when an overlay is for another guideline or edition, names what the
   *     pack does not have, puts other words to where the guideline makes no recommendation without
   *     being a translation, does not quote a text that has figures, or does what another does too
   */
  public RulePack adaptedBy(Overlay... overlays) {
    List<Overlay> all = new ArrayList<>(adaptation.overlays());
    all.addAll(List.of(overlays));
    OverlayCheck.check(all, descriptor, RuleText.in(texts.files().drl()));
    return new RulePack(this, new Adaptation(all));
  }

  /** The overlays that adapt the pack, in their order. */
  public List<OverlayReference> overlays() {
    return adaptation.overlays().stream().map(Overlay::reference).toList();
  }

  /**
   * The codes of the texts that have figures, or that rules put together from evidence or dates. A
   * translation has to quote them.
   */
  public SortedSet<String> quotedTexts() {
    return Collections.unmodifiableSortedSet(descriptor.quotedTexts());
  }

  /**
   * The codes of the guidance that an overlay may put in words of its site. All other texts of the
   * rules it can only translate.
   */
  public SortedSet<String> rewordableTexts() {
    return Collections.unmodifiableSortedSet(descriptor.rewordableTexts());
  }

  Adaptation adaptation() {
    return adaptation;
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

  /** How assessments name the pack: its coordinates, its digest, and that of its jar. */
  public RulePackReference reference() {
    return texts.reference();
  }

  /** Whether the edition of the guideline is withdrawn; each assessment by it says so. */
  public boolean withdrawn() {
    return descriptor.standing().state() == EditionState.WITHDRAWN;
  }

  /**
   * The vignettes that the jar of the pack brings in {@code META-INF/spinepain/vignettes}, YAML by
   * path; none of a pack that was not loaded from one.
   */
  public SortedMap<String, String> vignettes() {
    return texts.vignettes();
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
