package org.spinepain.guideline.tests.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.spinepain.guideline.rules.conclusion.Conclusion;
import org.spinepain.guideline.tests.pack.DrlText;

/**
 * The criteria of a rule, and which of them hold: the rule is compiled with its first criterion
 * only, with its first two, and so on, and each of these is fired.
 */
final class RuleCriteria {

  private static final String CONCLUDE = "conclude";

  private final List<Criterion> criteria = new ArrayList<>();
  private final String file;
  private final String drl;
  private final KnownRules known;

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
    drl = rules.toString();
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

  /** The criteria, in the order of the rule. */
  List<Criterion> all() {
    return List.copyOf(criteria);
  }

  /** How many of the first criteria hold together. */
  int held(Firing firing) {
    Set<String> fired = new TreeSet<>();
    fire(
        firing,
        name -> {
          fired.add(name);
          return false;
        });
    int held = 0;
    while (fired.contains(Integer.toString(held + 1))) {
      held++;
    }
    return held;
  }

  /** What the rule would conclude if its criteria held. */
  List<Conclusion> wouldConclude(Firing firing) {
    return fire(firing, CONCLUDE::equals);
  }

  private List<Conclusion> fire(Firing firing, Predicate<String> isFired) {
    KieSession session = known.base(file, drl).newKieSession();
    try {
      firing.atRest().forEach(session::insert);
      AgendaFilter filter = match -> isFired.test(match.getRule().getName());
      session.fireAllRules(filter);
      return session.getObjects(Conclusion.class::isInstance).stream()
          .map(Conclusion.class::cast)
          .filter(conclusion -> conclusion.rule().getName().equals(CONCLUDE))
          .toList();
    } finally {
      session.dispose();
    }
  }
}
