package org.spinepain.guideline.tests.cli;

import static org.spinepain.guideline.tests.cli.ReviewPageTable.chart;
import static org.spinepain.guideline.tests.cli.ReviewPageTable.more;
import static org.spinepain.guideline.tests.cli.ReviewPageTable.number;
import static org.spinepain.guideline.tests.cli.ReviewPageTable.row;
import static org.spinepain.guideline.tests.cli.ReviewPageTable.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.explain.Fact;
import org.spinepain.guideline.model.assessment.CaseFact;
import org.spinepain.guideline.model.assessment.Verdict;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.ReviewedRecommendation;
import org.spinepain.guideline.review.SharedCounts;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.tests.review.SummaryComparison;
import org.spinepain.guideline.tests.review.SummaryComparison.ComparedTable;
import org.spinepain.guideline.tests.review.SummaryFiles;

/** The tables of the page of a review, as its template takes them. */
final class ReviewPageTables {

  static final String AGAINST = "Recommended against";
  static final String NONE = "No recommendation";
  static final String INSUFFICIENT = "Not enough information";

  private static final List<String> VERDICTS = List.of(AGAINST, NONE, INSUFFICIENT, "All");

  private static final String REQUESTS = "Requests";

  private static final String MONTH_AXIS = "month of assessment";
  private static final String AGAINST_AXIS = "requests recommended against";

  private static final SharedCounts NO_REQUEST =
      new SharedCounts(
          OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0));

  private static final String SETTLED = "Settled by this answer alone";

  /** How many clinics, referrers and other groups are shown; the tables in CSV have all. */
  private static final int MOST_ROWS = 30;

  /** How many clinics have a column each. */
  private static final int MOST_COLUMNS = 15;

  private final SharedSummary summary;

  private ReviewPageTables(SharedSummary summary) {
    this.summary = summary;
  }

  /** Those with a chart. */
  static List<Map<String, Object>> charts(SharedSummary summary) {
    ReviewPageTables tables = new ReviewPageTables(summary);
    return List.of(
        tables.trend(),
        tables.clinicsByMonth(),
        tables.clinics(),
        tables.recommendations(),
        tables.missing());
  }

  /** The others. */
  static List<Map<String, Object>> others(SharedSummary summary) {
    ReviewPageTables tables = new ReviewPageTables(summary);
    return List.of(
        tables.verdicts(
            "technique",
            "By technique",
            "Technique",
            Breakdown.TECHNIQUE,
            code -> Words.ofAnswers(Fact.PROCEDURE_TECHNIQUE, List.of(code))),
        tables.verdicts("pattern", "By pain pattern", "Pattern", Breakdown.PATTERN, Words::ofCode),
        tables.verdicts("level", "By level", "Level", Breakdown.LEVEL, Words::ofCode),
        tables.referrers(),
        tables.assumptions(),
        tables.unmapped(),
        tables.refused());
  }

  /** What differs from another summary. */
  static List<Map<String, Object>> comparison(SummaryComparison compared) {
    List<Map<String, Object>> tables = new ArrayList<>();
    for (String name : ComparisonWords.TABLES) {
      ComparedTable table = compared.tables().get(name);
      if (table != null) {
        boolean groups = !table.labels().isEmpty();
        List<Map<String, Object>> rows =
            ComparisonWords.rows(table, MOST_ROWS).stream()
                .map(ReviewPageTables::compared)
                .toList();
        Map<String, Object> shown =
            table(
                "compared-" + name,
                ComparisonWords.title(name),
                "What was counted there, what is counted here, and by how much it grew."
                    + (groups ? " The largest changes first." : ""),
                List.of(groups ? Words.capitalised(name) : REQUESTS),
                ComparisonWords.COLUMNS.stream().map(Words::capitalised).toList(),
                rows);
        more(shown, groups ? table.rows().size() : rows.size(), rows.size(), "of them");
        tables.add(shown);
      }
    }
    return tables;
  }

  private static Map<String, Object> compared(ComparisonWords.Row row) {
    return Map.of(
        "labels",
        List.of(Printable.of(row.label())),
        "numbers",
        row.texts().map(text -> Map.<String, Object>of("text", text, "marked", false)).toList());
  }

  static String words(Verdict verdict) {
    return switch (verdict) {
      case RECOMMEND_AGAINST -> AGAINST;
      case NO_RECOMMENDATION -> NONE;
      case INSUFFICIENT_INFORMATION -> INSUFFICIENT;
    };
  }

  private Map<String, Object> trend() {
    MonthAxis axis = months();
    Map<String, Object> table =
        table(
            "month",
            "Trend by month",
            "Requests by month of assessment and what the guideline says of them."
                + (axis.leavesOut() ? MonthAxis.WORDS : ""),
            List.of("Month"),
            VERDICTS,
            rows(Breakdown.MONTH, axis.months().stream().map(List::of).toList(), month -> month));
    chart(table, "lines", VERDICTS.subList(0, 3), MONTH_AXIS, "requests");
    return table;
  }

  private MonthAxis months() {
    return MonthAxis.of(
        summary.rows(Breakdown.MONTH).keySet().stream().map(labels -> labels.get(0)).toList());
  }

  /** A line a clinic; those that stand out are told by mark and colour. */
  private Map<String, Object> clinicsByMonth() {
    SortedMap<List<String>, OptionalLong> counts = summary.against(Breakdown.MONTH_AND_CLINIC);
    List<String> months = months().months();
    Map<String, StandingOut> clinics = new HashMap<>();
    for (List<String> clinic : SummaryWords.byAgainst(summary, Breakdown.CLINIC)) {
      clinics.put(
          clinic.get(0),
          StandingOut.among(
              months.stream()
                  .map(month -> counts.getOrDefault(cell(month, clinic), OptionalLong.of(0)))
                  .toList(),
              summary.against(Breakdown.CLINIC).get(clinic)));
    }
    Set<String> shown = new LinkedHashSet<>();
    Stream.concat(
            SummaryWords.byAgainst(summary, Breakdown.CLINIC).stream()
                .filter(c -> clinics.get(c.get(0)).any()),
            SummaryWords.byAgainst(summary, Breakdown.CLINIC).stream())
        .map(clinic -> clinic.get(0))
        .distinct()
        .limit(MOST_COLUMNS)
        .forEach(shown::add);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String month : months) {
      List<Map<String, Object>> numbers = new ArrayList<>();
      for (String clinic : shown) {
        OptionalLong count = counts.getOrDefault(List.of(month, clinic), OptionalLong.of(0));
        numbers.add(number(count, clinics.get(clinic).is(count)));
      }
      rows.add(Map.of("labels", List.of(month), "numbers", numbers));
    }
    List<String> columns = shown.stream().map(Printable::of).toList();
    Map<String, Object> table =
        table(
            "month-and-clinic",
            "By month and clinic",
            "Requests recommended against, by month of assessment and clinic.",
            List.of("Month"),
            columns,
            rows);
    table.put("kind", "matrix");
    table.put("note", StandingOut.WORDS);
    more(table, clinics.size(), shown.size(), "clinics");
    chart(table, "clinics", columns, MONTH_AXIS, AGAINST_AXIS);
    return table;
  }

  private static List<String> cell(String month, List<String> clinic) {
    return List.of(month, clinic.get(0));
  }

  private Map<String, Object> clinics() {
    return first("clinic", "By clinic", "Clinic", Breakdown.CLINIC, "clinics", true);
  }

  private Map<String, Object> referrers() {
    return first("referrer", "By referrer", "Referrer", Breakdown.REFERRER, "referrers", false);
  }

  private Map<String, Object> first(
      String id, String title, String label, Breakdown breakdown, String what, boolean charted) {
    List<List<String>> all = SummaryWords.byAgainst(summary, breakdown);
    List<List<String>> shown = all.subList(0, Math.min(MOST_ROWS, all.size()));
    Map<String, Object> table =
        table(
            id,
            title,
            "Requests and what the guideline says of them; those with most recommended against"
                + " first."
                + (charted ? " The chart shows the requests recommended against." : ""),
            List.of(label),
            VERDICTS,
            rows(breakdown, shown, Printable::of));
    more(table, all.size(), shown.size(), what);
    if (charted) {
      chart(table, "bars", VERDICTS.subList(0, 1), "clinic", AGAINST_AXIS);
    }
    return table;
  }

  private Map<String, Object> recommendations() {
    Origins origins = new Origins();
    List<Map<String, Object>> rows = new ArrayList<>();
    summary
        .against(Breakdown.RECOMMENDATION)
        .forEach(
            (labels, count) -> {
              String id = labels.get(0);
              ReviewedRecommendation met = summary.recommendations().get(id);
              Map<String, Object> row = new HashMap<>(row(Words.ofCode(id), count));
              if (met != null) {
                row.put("words", SummaryWords.recommendation(met, summary.edition(), origins));
                row.put("chartLabel", met.text());
              }
              rows.add(row);
            });
    Map<String, Object> table =
        table(
            "recommendation",
            "By recommendation",
            "Requests recommended against; one that carries several recommendations counts for"
                + " each. "
                + SummaryFiles.BY_COMPONENT,
            List.of("Recommendation against"),
            List.of(REQUESTS),
            rows);
    table.put("sources", origins.sources());
    chart(table, "bars", List.of(REQUESTS), "recommendation", AGAINST_AXIS);
    return table;
  }

  private Map<String, Object> missing() {
    SortedMap<CaseFact, OptionalLong> settled = summary.settled();
    List<Map<String, Object>> rows = new ArrayList<>();
    summary
        .missing()
        .forEach(
            (fact, count) ->
                rows.add(row(Words.capitalised(Words.of(fact)), count, settled.get(fact))));
    List<String> numbers = List.of(REQUESTS, SETTLED);
    Map<String, Object> table =
        table(
            "missing",
            "What is missing",
            "Requests without enough information for which this fact could change the answer.",
            List.of("Missing"),
            numbers,
            rows);
    chart(table, "bars", numbers, "what is missing", "requests without enough information");
    return table;
  }

  private Map<String, Object> verdicts(
      String id, String title, String label, Breakdown breakdown, UnaryOperator<String> words) {
    return table(
        id,
        title,
        "Requests and what the guideline says of them.",
        List.of(label),
        VERDICTS,
        rows(breakdown, summary.rows(breakdown).keySet(), words));
  }

  private Map<String, Object> assumptions() {
    List<Map<String, Object>> rows = new ArrayList<>();
    SummaryWords.assumptions(summary)
        .forEach((words, count) -> rows.add(row(Words.capitalised(words), count)));
    return table(
        "assumptions",
        "What was taken for known",
        "Requests whose referral does not say it, so that it was taken for known: by default by the"
            + " rules, or as this review was asked to.",
        List.of("Taken for known"),
        List.of(REQUESTS),
        rows);
  }

  private Map<String, Object> unmapped() {
    boolean withheld = SummaryWords.withholdsWhetherUnmapped(summary);
    List<Map<String, Object>> rows = new ArrayList<>();
    if (!withheld) {
      summary
          .unmapped()
          .forEach(
              (code, count) ->
                  rows.add(
                      Map.of(
                          "labels",
                          List.of(Printable.of(code.column()), Words.of(code)),
                          "numbers",
                          List.of(number(count, false)))));
    }
    Map<String, Object> table =
        table(
            "unmapped",
            "Local codes without a meaning",
            "Codes to which no fact is mapped, so that it is not known.",
            List.of("Column", "Code"),
            List.of("Times met"),
            rows);
    if (withheld) {
      table.put("none", SummaryWords.WHETHER_UNMAPPED);
    }
    return table;
  }

  private Map<String, Object> refused() {
    List<Map<String, Object>> rows = new ArrayList<>();
    summary.refused().forEach((reason, count) -> rows.add(row(Printable.of(reason), count)));
    return table(
        "refused",
        "Records that are no referrals",
        "They are not counted above.",
        List.of("Reason"),
        List.of("Records"),
        rows);
  }

  private List<Map<String, Object>> rows(
      Breakdown breakdown, Iterable<List<String>> groups, UnaryOperator<String> words) {
    SortedMap<List<String>, SharedCounts> counts = summary.rows(breakdown);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<String> group : groups) {
      SharedCounts row = counts.getOrDefault(group, NO_REQUEST);
      rows.add(
          row(
              words.apply(group.get(0)),
              row.against(),
              row.noRecommendation(),
              row.insufficient(),
              row.total()));
    }
    return rows;
  }
}
