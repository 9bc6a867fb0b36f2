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
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.engine.RuleIndex;
import org.spinepain.guideline.engine.RulePack;
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
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.model.assessment.Status;

/**
 * The texts and figures that assessments carry, each once, as a sheet in Markdown. Like everything
 * that a person reads, it shows no figure that awaits its check.
 */
public final class TextSheet {

  private final RulePack pack;
  private final List<Assessment> assessments;
  private final List<Assessment> caveatsOnly;
  private final StringBuilder sheet = new StringBuilder();

  private TextSheet(RulePack pack, List<Assessment> assessments, List<Assessment> caveatsOnly) {
    this.pack = pack;
    this.assessments = assessments;
    this.caveatsOnly = caveatsOnly;
  }

  /**
   * The sheet of a pack and of these assessments by it. Texts are sorted by code and text, rules
   * stand in the order of the pack.
   *
   * @param pack the pack
   * @param assessments the assessments
   * @param caveatsOnly assessments of which only the caveats are listed, such as by an edition that
   *     is not the current one
   */
  public static String of(
      RulePack pack, List<Assessment> assessments, List<Assessment> caveatsOnly) {
    return new TextSheet(pack, assessments, caveatsOnly).write();
  }

  private String write() {
    sheet.append("# Texts and figures of the rules\n");
    guideline();
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
    pack.procedureCost().ifPresent(this::cost);
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
        // What is worded from the evidence is told for each row alone, and once for several rows.
        Stream.concat(
                determinations().filter(determination -> determination.evidence().size() <= 1),
                determinations().filter(d -> d.evidence().size() > 1).limit(1))
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
    overlays();
    rules();
    return sheet.toString();
  }

  private void guideline() {
    sheet.append("\n## Guideline\n");
    assessments.stream()
        .map(Assessment::guideline)
        .distinct()
        .forEach(
            g ->
                sheet
                    .append("\n" + g.id() + ", edition " + g.edition() + ", doi " + g.doi() + "\n")
                    .append("[guideline-model " + pack.modelVersions() + "]\n"));
    sheet.append("\n## Sources\n");
    sources()
        .map(s -> s.id() + ": " + s.citation() + s.doi().map(doi -> ". doi " + doi).orElse(""))
        .distinct()
        .sorted()
        .forEach(source -> sheet.append("\n").append(source).append("\n"));
  }

  private void cost(CostRange cost) {
    sheet.append(
        "\n## Cost of a procedure\n\n"
            + cost.low()
            + " to "
            + cost.high()
            + " "
            + cost.currency()
            + told(cost.status(), cost.source())
            + "\n");
  }

  private Stream<Source> sources() {
    return Stream.of(
            all(Determination::reasons).map(Reason::provenance),
            all(Determination::recommendations).map(Recommendation::provenance),
            all(Determination::evidence).map(Evidence::provenance),
            all(Determination::guidance).map(Guidance::provenance))
        .flatMap(Function.identity())
        .map(Provenance::source);
  }

  private void overlays() {
    sheet
        .append("\n## What overlays may do with texts\n")
        .append("\nQuoted by translations: " + String.join(", ", pack.quotedTexts()) + "\n")
        .append("\nReworded: " + String.join(", ", pack.rewordableTexts()))
        .append("\n");
  }

  private void rules() {
    sheet.append("\n## Rules\n");
    String file = "";
    for (RuleIndex.Entry rule : pack.rules()) {
      if (!rule.file().equals(file)) {
        file = rule.file();
        sheet.append("\n### ").append(file).append("\n\n");
      }
      sheet.append("- " + rule.rule() + " [" + rule.id() + ", " + rule.source() + "]\n");
    }
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
        + place(provenance.source())
        + "]";
  }

  private static String told(Status status, Source source) {
    return "\n[" + status.code() + ", " + place(source) + "]";
  }

  private static String place(Source source) {
    return source.id() + "#" + source.section();
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
