package org.spinepain.guideline.tests.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.spinepain.guideline.tests.mutation.Mutant.Edit;
import org.spinepain.guideline.tests.mutation.Mutant.Kind;
import org.spinepain.guideline.tests.mutation.Mutant.Part;
import org.spinepain.guideline.tests.pack.DrlText;
import org.spinepain.guideline.tests.pack.DrlText.Span;

/** The mutants of one DRL file, in the order of its text. */
final class DrlMutants {

  private static final Pattern NAME = Pattern.compile("rule\\s+\"([^\"]*)\"");
  private static final Pattern ANNOTATION = Pattern.compile("@(id|source)\\(\\s*\"([^\"]*)\"");

  private final DrlText drl;
  private final Constants constants;
  private final Codes codes;
  private final List<Mutant> mutants = new ArrayList<>();

  private DrlMutants(DrlText drl, Codes codes) {
    this.drl = drl;
    this.constants = Constants.importedBy(drl.parsed());
    this.codes = codes;
  }

  static List<Mutant> of(DrlText drl, Codes codes) {
    DrlMutants made = new DrlMutants(drl, codes);
    for (FunctionDescr function : drl.parsed().getFunctions()) {
      made.outputs(Optional.empty(), drl.body(function));
    }
    drl.rules().forEach(made::ofRule);
    return List.copyOf(made.mutants);
  }

  private void ofRule(RuleDescr rule) {
    Optional<String> name = Optional.of(rule.getName());
    Span whole = drl.span(rule);
    add(Operator.RULE_DROPPED, new Part(drl.file(), name, Kind.RULE, rule.getName()), whole, "");
    ofHead(rule);
    for (DrlText.Pattern pattern : drl.patterns(rule)) {
      ofPattern(rule, pattern);
    }
    outputs(name, drl.consequence(rule));
  }

  private void ofHead(RuleDescr rule) {
    Span head = drl.head(rule);
    Optional<String> name = Optional.of(rule.getName());
    Matcher title = NAME.matcher(drl.of(head));
    if (title.lookingAt()) {
      Span span = new Span(head.from() + title.start(1), head.from() + title.end(1));
      add(
          Operator.HEAD_CHANGED,
          new Part(drl.file(), name, Kind.HEAD, "name"),
          span,
          drl.of(span) + " changed");
    }
    Matcher annotation = ANNOTATION.matcher(drl.of(head));
    while (annotation.find()) {
      Span span = new Span(head.from() + annotation.start(2), head.from() + annotation.end(2));
      String kind = annotation.group(1);
      String value = annotation.group(2);
      add(
          Operator.HEAD_CHANGED,
          new Part(drl.file(), name, Kind.HEAD, "@" + kind),
          span,
          kind.equals("id") ? value + "-changed" : codes.other("@source", value, List.of()));
    }
  }

  private void ofPattern(RuleDescr rule, DrlText.Pattern pattern) {
    Part part = part(rule, Kind.PATTERN, pattern.whole());
    boolean isUsed =
        pattern.binding().isPresent()
            && drl.of(drl.consequence(rule)).contains(pattern.binding().get());
    if (!isUsed) {
      add(Operator.PATTERN_DROPPED, part, pattern.whole(), "");
      add(Operator.PATTERN_NEGATED, part, pattern.whole(), negated(pattern));
    }
    for (int i = 0; i < pattern.constraints().size(); i++) {
      ofConstraint(rule, pattern, i);
    }
  }

  private String negated(DrlText.Pattern pattern) {
    String core = drl.of(pattern.core());
    String unbound =
        pattern
            .binding()
            .map(binding -> core.substring(core.indexOf(':', binding.length()) + 1).strip())
            .orElse(core);
    return (pattern.quantifier().equals(Optional.of("not")) ? "exists " : "not ") + unbound;
  }

  private void ofConstraint(RuleDescr rule, DrlText.Pattern pattern, int number) {
    Span span = pattern.constraints().get(number);
    Part part = part(rule, Kind.CONSTRAINT, span);
    add(Operator.CONSTRAINT_DROPPED, part, withItsComma(pattern.constraints(), number), "");
    ConstraintMutants.of(drl.of(span), pattern.type(), constants, codes)
        .forEach(
            changed ->
                add(
                    changed.operator(),
                    part,
                    new Span(span.from() + changed.from(), span.from() + changed.to()),
                    changed.replacement()));
  }

  /** A constraint with the comma that would be left over. */
  private static Span withItsComma(List<Span> constraints, int number) {
    Span span = constraints.get(number);
    if (number + 1 < constraints.size()) {
      return new Span(span.from(), constraints.get(number + 1).from());
    }
    return number > 0 ? new Span(constraints.get(number - 1).to(), span.to()) : span;
  }

  private void outputs(Optional<String> rule, Span java) {
    ConsequenceMutants.of(drl.of(java), constants, codes)
        .forEach(
            changed -> {
              Span span = new Span(java.from() + changed.from(), java.from() + changed.to());
              add(
                  changed.operator(),
                  new Part(drl.file(), rule, Kind.OUTPUT, drl.of(span)),
                  span,
                  changed.replacement());
            });
  }

  private Part part(RuleDescr rule, Kind kind, Span span) {
    return new Part(
        drl.file(),
        Optional.of(rule.getName()),
        kind,
        drl.of(span).strip().replaceAll("\\s+", " "));
  }

  private void add(Operator operator, Part part, Span span, String replacement) {
    mutants.add(
        new Mutant(
            operator,
            part,
            drl.line(span.from()),
            new Edit(drl.file(), span.from(), span.to(), drl.text(), replacement)));
  }
}
