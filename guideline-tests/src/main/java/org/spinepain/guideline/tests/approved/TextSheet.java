package org.spinepain.guideline.tests.approved;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.model.assessment.Assessment;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.Caveat;
import org.spinepain.guideline.model.assessment.Determination;
import org.spinepain.guideline.model.assessment.Estimate;
import org.spinepain.guideline.model.assessment.Evidence;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Reason;
import org.spinepain.guideline.model.assessment.Recommendation;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Status;

/**
 * The texts and figures that assessments carry, each once, as a sheet in Markdown. Like everything
 * that a person reads, it shows no figure that awaits its check.
 */
public final class TextSheet {

  private final List<Assessment> assessments;
  private final List<Assessment> caveatsOnly;
  private final StringBuilder sheet = new StringBuilder();

  private TextSheet(List<Assessment> assessments, List<Assessment> caveatsOnly) {
    this.assessments = assessments;
    this.caveatsOnly = caveatsOnly;
  }

  /**
   * The sheet of these assessments, sorted by code and text.
   *
   * @param assessments the assessments
   * @param caveatsOnly assessments of which only the caveats are listed, such as by an edition that
   *     is not the current one
   */
  public static String of(List<Assessment> assessments, List<Assessment> caveatsOnly) {
    return new TextSheet(assessments, caveatsOnly).write();
  }

  private String write() {
    sheet.append("# Texts and figures of the rules\n");
    sheet.append("\n## Standing\n");
    assessments.stream()
        .map(Assessment::standing)
        .distinct()
        .forEach(standing -> sheet.append(words(standing)));
    sheet.append("\n## Evidence base\n");
    assessments.stream()
        .map(assessment -> assessment.guideline().evidenceBase())
        .distinct()
        .forEach(base -> sheet.append("\n").append(base).append("\n"));
    section(
        "Recommendations",
        all(Determination::recommendations).filter(r -> r.basis() == Basis.DIRECT),
        Recommendation::id,
        r ->
            r.text()
                + told(r.provenance(), r.direction().code() + ", " + r.strength().code() + ", "));
    section(
        "Reasons", all(Determination::reasons), Reason::code, r -> r.text() + told(r.provenance()));
    section(
        "Evidence",
        all(Determination::evidence),
        e -> String.join(" ", e.pattern().code(), e.technique().code(), e.injectate().code()),
        TextSheet::words);
    section(
        "Guidance",
        determinations()
            // What is worded from the evidence is told for each row alone.
            .filter(determination -> determination.evidence().size() <= 1)
            .flatMap(determination -> determination.guidance().stream()),
        Guidance::code,
        g -> g.text() + told(g.provenance(), g.kind().code() + ", "));
    section(
        "Caveats",
        Stream.concat(
            all(Determination::caveats),
            caveatsOnly.stream()
                .flatMap(assessment -> assessment.determinations().stream())
                .flatMap(determination -> determination.caveats().stream())),
        Caveat::code,
        c -> c.text().replaceAll("\\d{4}-\\d{2}-\\d{2}", "DATE") + told(c.provenance()));
    return sheet.toString();
  }

  private static String words(Standing standing) {
    return "\n"
        + standing.text()
        + "\n["
        + standing.state().code()
        + ", checked to "
        + standing.checkedTo()
        + "]\n";
  }

  private static String words(Evidence evidence) {
    return "For "
        + evidence.recommendation()
        + ": "
        + evidence.plain()
        + ". "
        + figure(evidence)
        + ", "
        + evidence.certainty().map(c -> c.words() + " certainty").orElse("no certainty held")
        + "; "
        + evidence.outcome()
        + ", "
        + evidence.unit()
        + ", against "
        + evidence.comparator()
        + "; the smallest difference that matters to patients is "
        + evidence.smallestImportantDifference().toPlainString()
        + "."
        + told(evidence.provenance());
  }

  private static String figure(Evidence evidence) {
    return evidence.provenance().status() == Status.PENDING
        ? "Estimate awaiting check"
        : evidence.estimate().map(TextSheet::words).orElse("No figure held");
  }

  private static String words(Estimate estimate) {
    return estimate.value().toPlainString()
        + " ("
        + estimate.low().toPlainString()
        + " to "
        + estimate.high().toPlainString()
        + ")";
  }

  private static String told(Provenance provenance) {
    return told(provenance, "");
  }

  private static String told(Provenance provenance, String first) {
    return "\n["
        + first
        + provenance.status().code()
        + ", reading: "
        + provenance.reading().code()
        + ", "
        + provenance.source().id()
        + "#"
        + provenance.source().section()
        + "]";
  }

  private Stream<Determination> determinations() {
    return assessments.stream().flatMap(assessment -> assessment.determinations().stream());
  }

  private <T> Stream<T> all(Function<Determination, Collection<T>> part) {
    return determinations().flatMap(determination -> part.apply(determination).stream());
  }

  private <T> void section(
      String title, Stream<T> items, Function<T, String> code, Function<T, String> text) {
    SortedMap<String, Set<String>> texts =
        items.collect(
            Collectors.groupingBy(
                code,
                TreeMap::new,
                Collectors.mapping(text, Collectors.toCollection(TreeSet::new))));
    sheet.append("\n## ").append(title).append("\n");
    texts.forEach(
        (name, each) -> {
          sheet.append("\n### ").append(name).append("\n");
          each.forEach(line -> sheet.append("\n").append(line).append("\n"));
        });
  }
}
