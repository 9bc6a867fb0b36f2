package org.spinepain.guideline.tests.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spinepain.guideline.tests.failure.Explainer;
import org.spinepain.guideline.tests.failure.KnownRules;
import org.spinepain.guideline.tests.failure.Why;
import org.spinepain.guideline.tests.pack.BuiltPack;
import org.spinepain.guideline.tests.vignette.Vignette;
import org.spinepain.guideline.tests.vignette.VignetteResult;

/**
 * What is told of vignettes that do not hold: of each cause the first in full, with the rules and
 * criteria behind it, and the ids of the others.
 */
final class FailureReport {

  /** So many causes are told in full. */
  private static final int MOST_CAUSES = 10;

  /** So many failures are looked into. */
  private static final int MOST_EXPLAINED = 40;

  /** So many ids are listed. */
  private static final int MOST_IDS = 8;

  private FailureReport() {}

  /** The report, which ends in an empty line; empty when all agree. */
  static String of(List<VignetteResult> results, BuiltPack pack, KnownRules known) {
    List<VignetteResult> failed = results.stream().filter(result -> !result.agrees()).toList();
    StringBuilder report = new StringBuilder();
    failed.stream()
        .filter(result -> result.vignette().isEmpty())
        .forEach(unread -> report.append(unread.report()).append("\n\n"));
    List<VignetteResult> differing =
        failed.stream().filter(result -> result.vignette().isPresent()).toList();
    if (!differing.isEmpty()) {
      report.append(explained(differing, pack, known));
    }
    return report.toString();
  }

  private static String explained(
      List<VignetteResult> differing, BuiltPack pack, KnownRules known) {
    Map<List<String>, List<Explained>> byCause = new LinkedHashMap<>();
    try (Explainer explainer = new Explainer(pack, known)) {
      for (VignetteResult result : differing.stream().limit(MOST_EXPLAINED).toList()) {
        Vignette vignette = result.vignette().orElseThrow();
        Explained explained = new Explained(result.file(), vignette, explainer.of(vignette));
        byCause.computeIfAbsent(explained.cause(), any -> new ArrayList<>()).add(explained);
      }
    }
    String told =
        byCause.values().stream()
            .limit(MOST_CAUSES)
            .map(FailureReport::told)
            .collect(Collectors.joining());
    List<String> rest = new ArrayList<>();
    byCause.values().stream()
        .skip(MOST_CAUSES)
        .flatMap(List::stream)
        .forEach(explained -> rest.add(explained.vignette().id()));
    differing.stream()
        .skip(MOST_EXPLAINED)
        .forEach(result -> rest.add(result.vignette().orElseThrow().id()));
    return rest.isEmpty() ? told : told + "Not told here: " + ids(rest) + "\n\n";
  }

  private record Explained(String file, Vignette vignette, List<Why> whys) {

    /** The cause of the first difference: others follow from it, or are told with it. */
    List<String> cause() {
      return whys.stream().findFirst().map(Why::cause).orElse(List.of());
    }
  }

  private static String told(List<Explained> ofOneCause) {
    Explained first = ofOneCause.get(0);
    StringBuilder text = new StringBuilder();
    text.append(first.vignette().id())
        .append(": ")
        .append(first.vignette().title())
        .append(" (")
        .append(first.file())
        .append(")\n");
    Set<String> before = new HashSet<>();
    for (Why why : first.whys()) {
      text.append("  ").append(why.difference()).append('\n');
      text.append(before.containsAll(why.cause()) ? "" : told(why));
      before.addAll(why.cause());
    }
    if (ofOneCause.size() > 1) {
      text.append("  For the same cause: ")
          .append(ids(ofOneCause.stream().skip(1).map(e -> e.vignette().id()).toList()))
          .append('\n');
    }
    return text.append('\n').toString();
  }

  private static String told(Why why) {
    return part("made by:  ", why.madeBy())
        + part("not made: ", why.notMadeBy())
        + part("decided:  ", why.decidedBy())
        + part("in:       ", Optional.of(why.ways()).filter(w -> !w.isEmpty()).stream().toList());
  }

  private static String part(String name, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "    " + name + String.join("\n    " + " ".repeat(name.length()), lines) + "\n";
  }

  private static String ids(List<String> ids) {
    return ids.size()
        + (ids.size() == 1 ? " other, " : " others, ")
        + ids.stream().limit(MOST_IDS).collect(Collectors.joining(", "))
        + (ids.size() > MOST_IDS ? ", …" : "");
  }
}
