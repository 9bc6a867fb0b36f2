package org.spinepain.guideline.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.assessment.Standing;
import org.spinepain.guideline.review.ReviewedEdition;
import org.spinepain.guideline.review.SharedCounts;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.tests.review.SummaryComparison;
import org.spinepain.guideline.tests.review.SummaryFiles;

/**
 * What may be shown of a review, as one HTML page that needs nothing else: charts, each with its
 * numbers in a table from which it is drawn.
 */
final class ReviewPage {

  private static final String FOLDER = "/org/spinepain/guideline/tests/cli/review/";

  private static final String CHARTS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  private final SharedSummary summary;
  private final Optional<SummaryComparison> comparison;

  private ReviewPage(SharedSummary summary, Optional<SummaryComparison> comparison) {
    this.summary = summary;
    this.comparison = comparison;
  }

  /**
   * Writes the page.
   *
   * @throws IOException when the file cannot be written
   */
  static void write(SharedSummary summary, Optional<SummaryComparison> comparison, Path file)
      throws IOException {
    Map<String, Object> page = new ReviewPage(summary, comparison).page();
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      PageTemplate.write("review/page.ftlh", page, out);
    }
  }

  private Map<String, Object> page() {
    ReviewedEdition edition = summary.edition();
    GuidelineReference guideline = edition.guideline();
    Standing standing = edition.standing();
    Map<String, Object> page = new HashMap<>();
    page.put(
        "title",
        (summary.madeUp() ? "Made up, no data: practice" : "Practice")
            + " review of referrals"
            + SummaryFiles.period(summary).map(p -> ", " + p).orElse(""));
    if (summary.madeUp()) {
      page.put("madeUp", SummaryFiles.MADE_UP);
    }
    everyPage().ifPresent(mark -> page.put("everyPage", mark));
    page.put("guideline", SummaryWords.guideline(edition));
    page.put("state", standing.state().words());
    page.put("checkedTo", standing.checkedTo().toString());
    page.put("standing", standing.text());
    page.put("figures", figures());
    page.put("cost", cost());
    SummaryFiles.harms(summary)
        .ifPresent(
            harms -> {
              page.put("harms", harms.text());
              page.put("harmsFrom", Words.capitalised(Words.of(harms.provenance())));
            });
    page.put("noneAgainst", summary.requests().against().equals(OptionalLong.of(0)));
    comparison.ifPresent(
        compared -> {
          page.put("compared", ComparisonWords.of(compared));
          page.put("comparison", ReviewPageTables.comparison(compared));
        });
    page.put("charts", ReviewPageTables.charts(summary));
    page.put("tables", ReviewPageTables.others(summary));
    page.put("repeats", repeats());
    page.put("withheld", withheld());
    page.put("withheldText", SummaryFiles.WITHHELD);
    page.put(
        "facts",
        List.of(
            fact("Guideline", guideline.id() + ", edition " + guideline.edition()),
            fact("DOI", guideline.doi()),
            fact("Rules", edition.rules().coordinates()),
            fact("Digest of the rules", edition.rules().digest()),
            fact(
                "Assumed where unknown, as asked",
                wordsOr(
                    "nothing; what is taken by default is told above",
                    edition.assumptions().stream().map(Coded::words))),
            fact("Overlays", wordsOr("none", edition.overlays().stream().map(SiteText::words))),
            fact("Standing", standing.state().words() + ", checked to " + standing.checkedTo()),
            fact(
                "Months of assessment",
                SummaryFiles.period(summary).orElse("none, there are no referrals")),
            fact("Least count shown", Integer.toString(summary.threshold()))));
    addWhatIsOurs(page);
    return page;
  }

  /** What must stand on every sheet of paper, in case it is looked at alone. */
  private Optional<String> everyPage() {
    if (summary.madeUp()) {
      return Optional.of(
          "Made up by a program: these referrals are no data, and nothing here was observed.");
    }
    return comparison
        .filter(compared -> compared.was().madeUp())
        .map(
            compared ->
                "Compared with made-up referrals: what stands under \"Was\" and \"Change\" is no"
                    + " data.");
  }

  /** The style and the scripts, and a policy by which a browser takes these and nothing else. */
  private static void addWhatIsOurs(Map<String, Object> page) {
    String style = resource(FOLDER + "page.css");
    String library = resource(CHARTS).replaceAll("\\R//# sourceMappingURL=\\S*", "");
    String script = resource(FOLDER + "page.js");
    page.put("style", style);
    page.put("library", library);
    page.put("script", script);
    page.put(
        "policy",
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
            + hash(style)
            + "; script-src "
            + hash(library)
            + " "
            + hash(script));
  }

  private static String resource(String name) {
    try (InputStream in = ReviewPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Map<String, String>> figures() {
    SharedCounts requests = summary.requests();
    return List.of(
        figure("cases", "Cases", summary.cases()),
        figure("all", "Requests", requests.total()),
        figure("against", ReviewPageTables.AGAINST, requests.against()),
        figure("none", ReviewPageTables.NONE, requests.noRecommendation()),
        figure("open", ReviewPageTables.INSUFFICIENT, requests.insufficient()));
  }

  private static Map<String, String> figure(String kind, String name, OptionalLong number) {
    return Map.of("kind", kind, "name", name, "text", SummaryWords.number(number));
  }

  private static Map<String, String> fact(String name, String text) {
    return Map.of("name", name, "text", text);
  }

  private static String wordsOr(String none, Stream<String> words) {
    String all = words.collect(Collectors.joining("; "));
    return all.isEmpty() ? none : all;
  }

  private List<String> cost() {
    CostRange cost = summary.edition().cost().orElse(null);
    if (cost == null) {
      return List.of("This edition states no cost.");
    }
    return List.of(
        SummaryWords.cost(summary, cost),
        "Had the requests recommended against been done ("
            + SummaryWords.number(summary.requests().against())
            + "), "
            + SummaryWords.eachCost(cost)
            + ".");
  }

  private String repeats() {
    if (summary.persons().equals(OptionalLong.of(0))) {
      return "The referrals do not say which are of the same person.";
    }
    return SummaryWords.repeats(summary);
  }

  private String withheld() {
    if (summary.threshold() == 1) {
      return "Nothing: this page was asked to show small counts too. Think of who may see it.";
    }
    return "Counts from 1 to "
        + (summary.threshold() - 1)
        + " are withheld, since so few people could be recognised; so are others from which they"
        + " could be computed, such as those of what is missing and of local codes. They are told as"
        + " \""
        + SummaryFiles.WITHHELD
        + "\", and a chart has a gap there. Codes of persons, and names of files, are nowhere on"
        + " this page.";
  }
}
