package org.spinepain.guideline.tests.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.RuleDescr;
import org.spinepain.guideline.engine.RuleSet;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.rules.conclusion.Decided;
import org.spinepain.guideline.tests.failure.RuleCriteria.Criterion;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.pack.DrlText;
import org.spinepain.guideline.tests.vignette.Aspect;
import org.spinepain.guideline.tests.vignette.Vignette;

/**
 * Tells why the rules of a pack answer a vignette otherwise than it expects, by firing them again:
 * in full, and each rule that could have made what is expected with its first criteria only.
 */
public final class Explainer implements AutoCloseable {

  /** Of as many things of an aspect it is told why they are there or not. */
  private static final int MOST_ITEMS = 4;

  private static final Set<String> CONCLUDED =
      Arrays.stream(Conclusion.class.getPermittedSubclasses())
          .map(Class::getSimpleName)
          .collect(Collectors.toSet());

  private final RecordingEngine engine;
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /** A rule in its file. */
  private record Rule(DrlText file, RuleDescr parsed, RuleCriteria criteria) {

    String told() {
      return "\""
          + parsed.getName()
          + "\" "
          + file.file()
          + ":"
          + file.line(parsed.getStartCharacter());
    }

    boolean mentions(List<String> words) {
      String consequence = ((String) parsed.getConsequence()).replaceAll("\\s+", "");
      return words.stream().allMatch(word -> consequence.contains(word.replaceAll("\\s+", "")));
    }
  }

  /**
   * Of this pack.
   *
   * @param known what earlier explainers compiled
   */
  public Explainer(BuiltPack pack, KnownRules known) {
    engine = new RecordingEngine(pack);
    pack.source()
        .drl()
        .forEach(
            (file, text) -> {
              DrlText drl = DrlText.of(file, text);
              drl.rules()
                  .forEach(
                      rule ->
                          rules.put(
                              rule.getName(),
                              new Rule(drl, rule, new RuleCriteria(drl, rule, known))));
            });
  }

  /** Why each thing in which a vignette differs does; empty when it agrees. */
  public List<Why> of(Vignette vignette) {
    RecordingEngine.Answer answer = engine.ask(vignette);
    List<String> procedures =
        answer.assessment().determinations().stream().map(Determination::procedureId).toList();
    List<Vignette.Difference> differences = vignette.differences(answer.assessment());
    List<Why> all = new ArrayList<>();
    for (Vignette.Difference difference : differences) {
      List<Firing> firings = answer.byProcedure().get(procedures.indexOf(difference.procedure()));
      all.add(
          follows(difference, differences)
              ? new Why(difference, "", List.of(), List.of(), List.of())
              : new Telling(difference, firings, wanted(difference, differences)).why());
    }
    return all;
  }

  /** The reasons and recommendations that are expected of the same procedure, and were not got. */
  private static List<Item> wanted(
      Vignette.Difference difference, List<Vignette.Difference> differences) {
    List<Item> wanted = new ArrayList<>();
    for (Vignette.Difference other : differences) {
      if (other.procedure().equals(difference.procedure())
          && (other.aspect() == Aspect.REASONS || other.aspect() == Aspect.RECOMMENDATIONS)) {
        wanted.addAll(Item.of(other.aspect(), other.expected()));
        wanted.removeAll(Item.of(other.aspect(), other.got()));
      }
    }
    return wanted;
  }

  /** Whether it differs only because the verdict does. */
  private static boolean follows(
      Vignette.Difference difference, List<Vignette.Difference> differences) {
    return differences.stream()
            .anyMatch(
                other ->
                    other.aspect() == Aspect.VERDICT
                        && other.procedure().equals(difference.procedure()))
        && difference.aspect() != Aspect.VERDICT
        && difference.aspect() != Aspect.REASONS;
  }

  @Override
  public void close() {
    engine.close();
  }

  /** What is told of one difference. */
  private final class Telling {

    private final Vignette.Difference difference;
    private final List<Firing> firings;
    private final List<Item> wanted;
    private final Set<String> madeBy = new LinkedHashSet<>();
    private final Set<String> notMadeBy = new LinkedHashSet<>();
    private final Set<String> decidedBy = new LinkedHashSet<>();
    private String ways = "";

    Telling(Vignette.Difference difference, List<Firing> all, List<Item> wanted) {
      this.difference = difference;
      this.wanted = wanted;
      RuleSet set = new Item(difference.aspect(), "").set();
      this.firings = all.stream().filter(firing -> firing.set() == set).toList();
    }

    Why why() {
      Set<Item> missing = Item.of(difference.aspect(), difference.expected());
      Set<Item> surplus = Item.of(difference.aspect(), difference.got());
      Set<Item> both = Set.copyOf(surplus);
      surplus.removeAll(missing);
      missing.removeAll(both);
      Firing shown = firings.get(0);
      for (Item item : missing.stream().filter(Item::isConcluded).limit(MOST_ITEMS).toList()) {
        shown = notMade(item);
      }
      for (Item item : surplus.stream().limit(MOST_ITEMS).toList()) {
        made(item, shown);
      }
      return new Why(
          difference, ways, List.copyOf(madeBy), List.copyOf(notMadeBy), List.copyOf(decidedBy));
    }

    /** Tells why an item was not concluded, in the first firing where it was not. */
    private Firing notMade(Item item) {
      List<Firing> without =
          firings.stream().filter(f -> f.conclusions().stream().noneMatch(item::is)).toList();
      if (without.isEmpty()) {
        Firing any = firings.get(0);
        any.conclusions().stream().filter(item::is).forEach(c -> notCarried(item, c));
        return any;
      }
      if (firings.size() > 1) {
        ways =
            without.size()
                + " of "
                + firings.size()
                + " ways in which what is unknown can turn out";
      }
      Firing firing = without.get(0);
      if (item.aspect() == Aspect.VERDICT) {
        firing.conclusions().stream()
            .filter(Decided.class::isInstance)
            .forEach(decided -> trace(decided, firing));
      }
      List<Rule> could =
          rules.values().stream()
              .filter(rule -> rule.file().file().startsWith(item.set().folder() + "/"))
              .filter(rule -> !item.words().isEmpty() && rule.mentions(item.words()))
              .filter(rule -> wouldConclude(rule, item, firing))
              .toList();
      if (could.isEmpty()) {
        notMadeBy.add("no rule concludes " + item.text());
      } else {
        nearest(could, firing).ifPresent(rule -> failed(rule, firing));
      }
      return firing;
    }

    /** Whether a rule would; one of which that is not known may, and it is told why. */
    private boolean wouldConclude(Rule rule, Item item, Firing firing) {
      RuleCriteria.Would would = rule.criteria().wouldConclude(firing);
      would.unknown().ifPresent(decidedBy::add);
      return would.unknown().isPresent() || would.conclusions().stream().anyMatch(item::is);
    }

    private void notCarried(Item item, Conclusion concluded) {
      Rule rule = rules.get(concluded.rule().getName());
      madeBy.add(rule.told() + " concludes " + item.text() + ", which the verdict does not carry");
    }

    /** The rule of which most criteria hold; of several, the first. */
    private Optional<Rule> nearest(List<Rule> some, Firing firing) {
      return some.stream()
          .max(
              Comparator.<Rule>comparingDouble(
                      rule ->
                          (double) rule.criteria().held(firing)
                              / Math.max(1, rule.criteria().all().size()))
                  .thenComparing(Comparator.<Rule>comparingInt(some::indexOf).reversed()));
    }

    /** Tells the first criterion of a rule that does not hold, and why what it is about is so. */
    private void failed(Rule rule, Firing firing) {
      int held = rule.criteria().held(firing);
      List<Criterion> criteria = rule.criteria().all();
      rule.criteria().unknown().ifPresent(decidedBy::add);
      if (!notMadeBy.add(rule.told()) || held == criteria.size()) {
        return;
      }
      Criterion first = criteria.get(held);
      decidedBy.add(told(first, "does not hold", firing));
      if (!CONCLUDED.contains(first.type())) {
        return;
      }
      if (first.quantifier().equals(Optional.of("not"))) {
        conclusions(first.type(), firing).forEach(conclusion -> trace(conclusion, firing));
      } else if (firing.ofType(first.type()).isEmpty()) {
        List<Rule> could = concluding(first.type());
        List<Rule> expected =
            could.stream()
                .filter(other -> wanted.stream().anyMatch(item -> other.mentions(item.words())))
                .toList();
        if (expected.isEmpty()) {
          expected = could.stream().filter(other -> other.criteria().held(firing) > 0).toList();
        }
        nearest(expected, firing).ifPresent(other -> failed(other, firing));
      }
    }

    private List<Rule> concluding(String type) {
      return rules.values().stream()
          .filter(
              rule ->
                  rule.mentions(List.of("new " + type + "(")) || rule.mentions(List.of(type + ".")))
          .toList();
    }

    private void made(Item item, Firing shown) {
      Optional<Firing> firing =
          Stream.concat(Stream.of(shown), firings.stream())
              .filter(f -> f.conclusions().stream().anyMatch(item::is))
              .findFirst();
      firing.ifPresent(
          f -> f.conclusions().stream().filter(item::is).forEach(found -> trace(found, f)));
    }

    /** Tells the rule behind a conclusion, those behind what it rests on, and their criteria. */
    private void trace(Conclusion conclusion, Firing firing) {
      Rule rule = rules.get(conclusion.rule().getName());
      if (!madeBy.add(rule.told())) {
        return;
      }
      rule.criteria().unknown().ifPresent(decidedBy::add);
      for (Criterion criterion : rule.criteria().all()) {
        boolean isNot = criterion.quantifier().equals(Optional.of("not"));
        if (CONCLUDED.contains(criterion.type())) {
          if (!isNot) {
            conclusions(criterion.type(), firing).forEach(before -> trace(before, firing));
          } else {
            decidedBy.add(told(criterion, "holds", firing));
          }
        } else if (isNot || !criterion.text().endsWith("()")) {
          decidedBy.add(told(criterion, "holds", firing));
        }
      }
    }

    private List<Conclusion> conclusions(String type, Firing firing) {
      return firing.ofType(type).stream()
          .filter(Conclusion.class::isInstance)
          .map(Conclusion.class::cast)
          .toList();
    }

    private String told(Criterion criterion, String holds, Firing firing) {
      String values = Values.of(criterion, firing);
      return criterion.text()
          + " "
          + holds
          + (values.isEmpty() ? "" : ": " + values)
          + "  "
          + criterion.place();
    }
  }
}
