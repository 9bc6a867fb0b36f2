package org.spinepain.guideline.tests.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.SharedCounts;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.tests.review.SummaryComparison;
import org.spinepain.guideline.tests.review.SummaryComparison.ComparedTable;
import org.spinepain.guideline.tests.review.SummaryFiles;

/** What may be shown of a review, for a person. */
final class ReviewText {

  /** How many referrers, clinics and pairs are told; the files have all. */
  private static final int MOST_ROWS = 10;

  private static final int GAP = 2;

  private final SharedSummary summary;
  private final Optional<SummaryComparison> comparison;
  private final TextLayout text;
  private final Origins origins = new Origins();

  private ReviewText(
      SharedSummary summary, Optional<SummaryComparison> comparison, int width, boolean styled) {
    this.summary = summary;
    this.comparison = comparison;
    this.text = new TextLayout(width, styled);
  }

  static String of(
      SharedSummary summary, Optional<SummaryComparison> comparison, int width, boolean styled) {
    return new ReviewText(summary, comparison, width, styled).write();
  }

  private String write() {
    SharedCounts requests = summary.requests();
    if (summary.madeUp()) {
      text.title("Made up. " + SummaryFiles.MADE_UP);
      text.blank();
    }
    text.title(
        (summary.madeUp() ? "Made-up referrals" : "Referrals")
            + SummaryFiles.period(summary).map(p -> ", " + p).orElse(""));
    text.paragraph(
        0, "What this guideline says of them: " + SummaryWords.guideline(summary.edition()) + ".");
    text.paragraph(
        0,
        SummaryWords.number(summary.cases())
            + " cases with "
            + SummaryWords.number(requests.total())
            + " requests: "
            + SummaryWords.number(requests.against())
            + " recommended against, "
            + SummaryWords.number(requests.noRecommendation())
            + " no recommendation (which is no support), "
            + SummaryWords.number(requests.insufficient())
            + " not enough information.");
    cost();
    SummaryFiles.harms(summary)
        .ifPresent(
            harms ->
                text.paragraph(
                    0,
                    harms.text()
                        + " ("
                        + Words.of(harms.provenance())
                        + ") These rates are not multiplied by the count."));
    comparison.ifPresent(this::compared);
    recommendations();
    verdicts("By technique", Breakdown.TECHNIQUE);
    verdicts("By pain pattern", Breakdown.PATTERN);
    verdicts("By level", Breakdown.LEVEL);
    verdicts("By month", Breakdown.MONTH);
    verdicts("By clinic", Breakdown.CLINIC);
    verdicts("By referrer", Breakdown.REFERRER);
    missing();
    assumptions();
    repeats();
    refused();
    unmapped();
    origins.addSources(text);
    closing();
    return text.toString();
  }

  private void cost() {
    CostRange cost = summary.edition().cost().orElse(null);
    if (cost == null) {
      text.paragraph(0, "This edition states no cost.");
      return;
    }
    text.paragraph(
        0,
        "Had those recommended against been done: "
            + SummaryWords.cost(summary, cost)
            + ", "
            + SummaryWords.eachCost(cost)
            + ".");
  }

  private void recommendations() {
    List<List<String>> rows = new ArrayList<>();
    summary
        .against(Breakdown.RECOMMENDATION)
        .forEach((labels, count) -> rows.add(List.of(label(labels), SummaryWords.number(count))));
    section("Recommended against, by recommendation", List.of("", "against"), rows);
    summary
        .recommendations()
        .forEach(
            (id, one) ->
                text.item(
                    GAP, id + ":", SummaryWords.recommendation(one, summary.edition(), origins)));
    if (!rows.isEmpty()) {
      text.paragraph(GAP, SummaryFiles.BY_COMPONENT);
    }
  }

  private void compared(SummaryComparison compared) {
    text.blank();
    text.paragraph(0, ComparisonWords.of(compared));
    for (String name : ComparisonWords.TABLES) {
      ComparedTable table = compared.tables().get(name);
      if (table != null) {
        List<List<String>> rows =
            ComparisonWords.rows(table, MOST_ROWS).stream()
                .map(row -> Stream.concat(Stream.of(Printable.of(row.label())), row.texts()))
                .map(Stream::toList)
                .toList();
        int more = table.labels().isEmpty() ? 0 : table.rows().size() - rows.size();
        section(
            ComparisonWords.title(name)
                + (more > 0 ? ", the " + rows.size() + " largest changes" : ""),
            Stream.concat(Stream.of(""), ComparisonWords.COLUMNS.stream()).toList(),
            rows);
        more(more);
      }
    }
  }

  private void verdicts(String title, Breakdown table) {
    SortedMap<List<String>, SharedCounts> counts = summary.rows(table);
    Stream<Map.Entry<List<String>, SharedCounts>> shown = counts.entrySet().stream();
    boolean many = table == Breakdown.CLINIC || table == Breakdown.REFERRER;
    if (many) {
      shown =
          shown.sorted(
              Comparator.comparingLong(
                  (Map.Entry<List<String>, SharedCounts> row) ->
                      -row.getValue().against().orElse(0)));
    }
    List<List<String>> rows =
        shown
            .limit(many ? MOST_ROWS : Long.MAX_VALUE)
            .map(
                row ->
                    List.of(
                        label(row.getKey()),
                        SummaryWords.number(row.getValue().against()),
                        SummaryWords.number(row.getValue().noRecommendation()),
                        SummaryWords.number(row.getValue().insufficient()),
                        SummaryWords.number(row.getValue().total())))
            .toList();
    section(
        title + (rows.size() < counts.size() ? ", the first " + rows.size() : ""),
        List.of("", "against", "none", "insufficient", "all"),
        rows);
    more(counts.size() - rows.size());
  }

  private void more(int count) {
    if (count > 0) {
      text.paragraph(GAP, "and " + count + " more; --csv has them all");
    }
  }

  private void missing() {
    List<List<String>> rows = new ArrayList<>();
    SortedMap<CaseFact, OptionalLong> settled = summary.settled();
    summary
        .missing()
        .forEach(
            (fact, count) ->
                rows.add(
                    List.of(
                        fact.code(),
                        SummaryWords.number(count),
                        SummaryWords.number(settled.get(fact)))));
    section(
        "What was missing where there was not enough information",
        List.of("", "requests", "settled by it alone"),
        rows);
  }

  private void assumptions() {
    List<List<String>> rows = new ArrayList<>();
    SummaryWords.assumptions(summary)
        .forEach((words, count) -> rows.add(List.of(words, SummaryWords.number(count))));
    section(
        "What was taken for known where the referral does not say", List.of("", "requests"), rows);
  }

  private void repeats() {
    if (!summary.persons().equals(OptionalLong.of(0))) {
      text.blank();
      text.paragraph(0, SummaryWords.repeats(summary));
    }
  }

  private void refused() {
    List<List<String>> rows = new ArrayList<>();
    summary
        .refused()
        .forEach((reason, count) -> rows.add(List.of(SummaryWords.number(count), reason)));
    items("Records that are no referrals, and are not counted above", rows);
  }

  private void unmapped() {
    String title = "Local codes to which no fact is mapped, so that it is not known";
    if (SummaryWords.withholdsWhetherUnmapped(summary)) {
      text.blank().title(title).paragraph(GAP, SummaryWords.WHETHER_UNMAPPED);
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    summary
        .unmapped()
        .forEach(
            (code, count) ->
                rows.add(
                    List.of(
                        SummaryWords.number(count),
                        Printable.of(code.column()) + ": " + Words.of(code))));
    items(title, rows);
  }

  private void items(String title, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      text.blank();
      text.title(title);
      rows.forEach(row -> text.item(2, row.get(0), row.get(1)));
    }
  }

  private void closing() {
    text.blank();
    if (summary.threshold() > 1) {
      text.paragraph(
          0,
          "Counts from 1 to "
              + (summary.threshold() - 1)
              + " are withheld, and others from which they could be computed, such as those of what"
              + " was missing and of local codes.");
    }
    Standing standing = summary.edition().standing();
    text.paragraph(
        0,
        Words.capitalised(standing.state().words())
            + ", checked to "
            + standing.checkedTo()
            + ". "
            + standing.text());
    summary
        .edition()
        .assumptions()
        .forEach(
            assumed ->
                text.paragraph(0, "Assumed where unknown, as asked: " + assumed.words() + "."));
    SiteText.addOverlays(summary.edition().overlays(), text);
    text.paragraph(
        0, summary.edition().rules().coordinates() + " " + summary.edition().rules().digest());
  }

  /** A table: labels to the left, numbers to the right. */
  private void section(String title, List<String> header, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    text.blank();
    text.title(title);
    List<List<String>> lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    int[] widths = new int[header.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length() + (i == 0 ? 0 : GAP));
      }
    }
    for (List<String> line : lines) {
      StringBuilder laid = new StringBuilder(line.get(0));
      laid.append(" ".repeat(widths[0] - line.get(0).length()));
      for (int i = 1; i < widths.length; i++) {
        laid.append(" ".repeat(widths[i] - line.get(i).length())).append(line.get(i));
      }
      text.line(GAP, laid.toString().stripTrailing());
    }
  }

  private static String label(List<String> labels) {
    return labels.stream().map(Printable::of).collect(Collectors.joining(", "));
  }
}
