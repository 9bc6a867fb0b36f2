package org.spinepain.guideline.tests.mutation;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spinepain.guideline.tests.mutation.MutationRun.Judged;

/** What came of a mutation run, for a person. */
public final class MutationReport {

  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

  private final List<Judged> judged;
  private final StringBuilder report = new StringBuilder();

  private MutationReport(List<Judged> judged) {
    this.judged = judged;
  }

  /** The report of these results. */
  public static String of(List<Judged> judged) {
    return new MutationReport(judged).write();
  }

  /** Those that nothing noticed although a case is answered otherwise. */
  public static List<Judged> survivors(List<Judged> judged) {
    return with(judged, Outcome.SURVIVED);
  }

  /** Whether none survived, and all that were made could be judged. */
  public static boolean holds(List<Judged> judged) {
    return survivors(judged).isEmpty() && with(judged, Outcome.NOT_COMPILED).isEmpty();
  }

  private static List<Judged> with(List<Judged> judged, Outcome outcome) {
    return judged.stream().filter(each -> each.result().outcome() == outcome).toList();
  }

  private String write() {
    if (judged.isEmpty()) {
      return "Nothing of the rules or the descriptor changed, so nothing was mutated. A changed"
          + " vignette\nis held to all of it without --changed-since.\n";
    }
    table();
    long killed = judged.stream().filter(each -> each.result().outcome().isKilled()).count();
    long counted = killed + survivors(judged).size();
    report.append(
        String.format(
            Locale.ROOT,
            "%nKilled: %d of %d that are not equivalent and compile, %.1f%%.%n",
            killed,
            counted,
            percentage(killed, counted)));
    each("Survived: add a vignette on the case, from the guideline", Outcome.SURVIVED);
    each("Equivalent: no case is answered otherwise", Outcome.EQUIVALENT);
    each("Not compiled: not counted", Outcome.NOT_COMPILED);
    return report.toString().replace(System.lineSeparator(), "\n");
  }

  /** Rounded down, so that it is 100 only when nothing survived. */
  private static double percentage(long killed, long counted) {
    return counted == 0 ? 100 : Math.floor(1000.0 * killed / counted) / 10;
  }

  private void table() {
    report.append(String.format(Locale.ROOT, "%-22s%9s", "changed", "mutants"));
    for (Outcome outcome : OUTCOMES) {
      report.append(String.format(Locale.ROOT, "%15s", heading(outcome)));
    }
    report.append("\n");
    for (Operator operator : Operator.values()) {
      row(
          operator.code(),
          judged.stream().filter(each -> each.mutant().operator() == operator).toList());
    }
    row("all", judged);
  }

  private static String heading(Outcome outcome) {
    return switch (outcome) {
      case KILLED_BY_VIGNETTES -> "by vignettes";
      case KILLED_BY_APPROVED_TEXTS -> "by texts";
      case REFUSED -> "refused";
      case NOT_COMPILED -> "not compiled";
      case EQUIVALENT -> "equivalent";
      case SURVIVED -> "survived";
    };
  }

  private void row(String name, List<Judged> ofRow) {
    if (ofRow.isEmpty()) {
      return;
    }
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    ofRow.forEach(each -> counts.merge(each.result().outcome(), 1, Integer::sum));
    report.append(String.format(Locale.ROOT, "%-22s%9d", name, ofRow.size()));
    for (Outcome outcome : OUTCOMES) {
      report.append(String.format(Locale.ROOT, "%15d", counts.getOrDefault(outcome, 0)));
    }
    report.append("\n");
  }

  private void each(String title, Outcome outcome) {
    List<Judged> ofOutcome = with(judged, outcome);
    if (ofOutcome.isEmpty()) {
      return;
    }
    report.append("\n").append(title).append("\n");
    for (Judged each : ofOutcome) {
      Mutant mutant = each.mutant();
      report
          .append("\n  " + mutant.place() + " " + mutant.operator().code())
          .append(mutant.part().rule().map(rule -> ", rule \"" + rule + "\"").orElse(""))
          .append("\n    before: " + mutant.change().before())
          .append("\n    after:  " + mutant.change().after())
          .append("\n    " + each.result().note().replace("\n", "\n    "))
          .append("\n");
    }
  }
}
