package org.spinepain.guideline.tests.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.tests.pack.CompilationException;
import org.spinepain.guideline.tests.pack.DrlText;

/**
 * The criteria of a rule, and which of them hold: the rule is compiled with its first criterion
 * only, with its first two, and so on, and each of these is fired. Of a rule for which that cannot
 * be done no criteria are known; it is told why.
 */
final class RuleCriteria {

  private static final String CONCLUDE = "conclude";

  /** Far above what one rule concludes that comes to rest. */
  private static final int MOST_FIRINGS = 1_000;

  private final List<Criterion> criteria = new ArrayList<>();
  private final String file;
  private final String place;
  private final KnownRules known;
  private String drl = "";
  private Optional<String> unknown = Optional.empty();

  /**
   * A criterion: a constraint, or a pattern without any.
   *
   * @param text what it says
   * @param place its file and line
   * @param type the type of fact that it is about
   * @param quantifier {@code exists} or {@code not}; empty when there is none
   */
  record Criterion(String text, String place, String type, Optional<String> quantifier) {}

  RuleCriteria(DrlText file, RuleDescr rule, KnownRules known) {
    this.known = known;
    this.file = file.file();
    this.place = file.file() + ":" + file.line(rule.getStartCharacter());
    try {
      this.drl = partByPart(file, rule);
    } catch (CompilationException notTakenApart) {
      isUnknown(notTakenApart.getMessage());
    }
  }

  private void isUnknown(String why) {
    criteria.clear();
    unknown = Optional.of(why);
  }

  private String partByPart(DrlText file, RuleDescr rule) {
    List<String> conditions = new ArrayList<>();
    StringBuilder kept = new StringBuilder();
    StringBuilder bound = new StringBuilder();
    String consequence = file.of(file.consequence(rule));
    for (DrlText.Pattern pattern : file.patterns(rule)) {
      String open = open(file, pattern);
      if (pattern.binding().filter(consequence::contains).isPresent()) {
        bound.append(open).append(")\n");
      }
      if (pattern.quantifier().isPresent() || pattern.constraints().isEmpty()) {
        add(file, pattern, pattern.whole());
        conditions.add(kept + file.of(pattern.whole()) + "\n");
      } else {
        StringBuilder some = new StringBuilder(open);
        for (DrlText.Span constraint : pattern.constraints()) {
          add(file, pattern, constraint);
          some.append(some.length() == open.length() ? "" : ", ").append(file.of(constraint));
          conditions.add(kept + some.toString() + ")\n");
        }
      }
      kept.append(file.of(pattern.whole())).append('\n');
    }
    StringBuilder rules = new StringBuilder(file.outsideRules());
    rules.append(rule(CONCLUDE, bound.toString(), consequence));
    for (int i = 0; i < conditions.size(); i++) {
      rules.append(rule(Integer.toString(i + 1), conditions.get(i), ""));
    }
    return rules.toString();
  }

  private void add(DrlText file, DrlText.Pattern pattern, DrlText.Span span) {
    criteria.add(
        new Criterion(
            file.of(span).strip().replaceAll("\\s+", " "),
            file.file() + ":" + file.line(span.from()),
            pattern.type(),
            pattern.quantifier()));
  }

  /** A pattern up to its constraints. */
  private static String open(DrlText file, DrlText.Pattern pattern) {
    String core = file.of(pattern.core());
    return core.substring(0, core.indexOf('(', core.indexOf(pattern.type())) + 1);
  }

  private static String rule(String name, String condition, String consequence) {
    return "\nrule \"" + name + "\"\nwhen\n" + condition + "then\n" + consequence + "\nend\n";
  }

  /** The criteria, in the order of the rule; empty when they are not known. */
  List<Criterion> all() {
    return List.copyOf(criteria);
  }

  /** Why the criteria are not known, with file and line; empty when they are. */
  Optional<String> unknown() {
    return unknown;
  }

  /** How many of the first criteria hold together; none when they are not known. */
  int held(Firing firing) {
    Set<String> fired = new TreeSet<>();
    base()
        .ifPresent(
            rules ->
                fire(
                    rules,
                    firing,
                    name -> {
                      fired.add(name);
                      return false;
                    }));
    int held = 0;
    while (fired.contains(Integer.toString(held + 1))) {
      held++;
    }
    return held;
  }

  /**
   * What the rule would conclude if its criteria held.
   *
   * @param conclusions what it would; empty when that is not known
   * @param unknown why it is not known, with file and line
   */
  record Would(List<Conclusion> conclusions, Optional<String> unknown) {}

  /** What the rule would conclude if its criteria held. */
  Would wouldConclude(Firing firing) {
    Optional<KieBase> rules = base();
    if (rules.isEmpty()) {
      return new Would(List.of(), unknown);
    }
    try {
      return fire(rules.get(), firing, CONCLUDE::equals)
          .map(conclusions -> new Would(conclusions, Optional.empty()))
          .orElseGet(() -> notKnown("does not come to rest"));
    } catch (RuntimeException thrown) {
      Throwable root = thrown;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return notKnown("throws " + root.getClass().getSimpleName());
    }
  }

  private Would notKnown(String why) {
    return new Would(
        List.of(),
        Optional.of(
            place
                + ": what this would conclude is not known: without its criteria, its consequence "
                + why));
  }

  private Optional<KieBase> base() {
    if (unknown.isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(known.base(file, drl));
    } catch (CompilationException notByParts) {
      isUnknown(place + ": this cannot be taken apart; it compiles as a whole only");
      return Optional.empty();
    }
  }

  /** What was concluded; empty when the rules do not come to rest. */
  private static Optional<List<Conclusion>> fire(
      KieBase rules, Firing firing, Predicate<String> isFired) {
    KieSession session = rules.newKieSession();
    try {
      firing.atRest().forEach(session::insert);
      AgendaFilter filter = match -> isFired.test(match.getRule().getName());
      if (session.fireAllRules(filter, MOST_FIRINGS) >= MOST_FIRINGS) {
        return Optional.empty();
      }
      return Optional.of(
          session.getObjects(Conclusion.class::isInstance).stream()
              .map(Conclusion.class::cast)
              .filter(conclusion -> conclusion.rule().getName().equals(CONCLUDE))
              .toList());
    } finally {
      session.dispose();
    }
  }
}
