package org.spinepain.guideline.tests.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.spinepain.guideline.engine.CostRange;
import org.spinepain.guideline.model.Assumption;
import org.spinepain.guideline.model.assessment.Guidance;
import org.spinepain.guideline.model.assessment.OverlayReference;
import org.spinepain.guideline.model.assessment.Provenance;
import org.spinepain.guideline.model.assessment.Source;
import org.spinepain.guideline.model.assessment.Status;
import org.spinepain.guideline.model.assessment.Suppression;
import org.spinepain.guideline.review.Breakdown;
import org.spinepain.guideline.review.ReviewedEdition;
import org.spinepain.guideline.review.ReviewedRecommendation;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.tests.review.SummaryTables.Row;
import org.spinepain.guideline.tests.review.SummaryTables.Table;

/** Writes what may be shown of a review: as one JSON document, or as tables in CSV. */
public final class SummaryFiles {

  /** What stands in a table for a number that is withheld. */
  public static final String WITHHELD = "withheld";

  /** What stands with a summary that holds made-up referrals. */
  public static final String MADE_UP =
      "These referrals were made up by a program, to try the review. They are no data: nothing here"
          + " was observed.";

  /** What is counted by recommendation beside requests that the guideline names as they are. */
  public static final String BY_COMPONENT =
      "Combinations of which the guideline names a part only are counted too: that is our reading.";

  /** How the name of each table of made-up referrals begins. */
  private static final String MADE_UP_NAME = "made-up-";

  private static final JsonFactory JSON = new JsonFactory();

  private static final String HARMS = "harms";

  private final SharedSummary summary;
  private final Optional<SummaryComparison> comparison;
  private final Map<String, Table> tables;

  /** Of this summary, with what differs in it from another. */
  public SummaryFiles(SharedSummary summary, Optional<SummaryComparison> comparison) {
    this.summary = summary;
    this.comparison = comparison;
    this.tables = SummaryTables.of(summary);
  }

  /** What the rules say of harms, beside which stands the number of requests, never multiplied. */
  public static Optional<Guidance> harms(SharedSummary summary) {
    return Optional.ofNullable(summary.guidance().get(HARMS));
  }

  /** The months of the referrals, first and last; empty when there are none. */
  public static Optional<String> period(SharedSummary summary) {
    return period(
        summary.rows(Breakdown.MONTH).keySet().stream().map(labels -> labels.get(0)).toList());
  }

  /** Months in order, first and last. */
  static Optional<String> period(List<String> months) {
    return months.isEmpty()
        ? Optional.empty()
        : Optional.of(
            months.get(0) + (months.size() == 1 ? "" : " to " + months.get(months.size() - 1)));
  }

  /**
   * Writes one document, lines ended by {@code \n}. A number that is withheld is null.
   *
   * @throws IOException when the file cannot be written
   */
  public void writeJson(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, UTF_8);
        JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeBooleanField("madeUp", summary.madeUp());
      ReviewedEdition edition = summary.edition();
      json.writeObjectFieldStart("guideline");
      json.writeStringField("id", edition.guideline().id());
      json.writeStringField("citation", edition.citation().orElse(null));
      json.writeStringField("edition", edition.guideline().edition());
      json.writeStringField("doi", edition.guideline().doi());
      json.writeEndObject();
      json.writeObjectFieldStart("rules");
      json.writeStringField("coordinates", edition.rules().coordinates());
      json.writeStringField("digest", edition.rules().digest());
      json.writeEndObject();
      json.writeObjectFieldStart("standing");
      json.writeStringField("state", edition.standing().state().code());
      json.writeStringField("text", edition.standing().text());
      json.writeStringField("checkedTo", edition.standing().checkedTo().toString());
      json.writeEndObject();
      json.writeArrayFieldStart("assumed");
      for (Assumption assumption : edition.assumptions()) {
        json.writeString(assumption.code());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("overlays");
      for (OverlayReference overlay : edition.overlays()) {
        json.writeStartObject();
        json.writeStringField("id", overlay.id());
        json.writeStringField("owner", overlay.owner());
        json.writeStringField("digest", overlay.digest());
        json.writeStringField("locale", overlay.locale().orElse(null));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("threshold", summary.threshold());
      write("cases", summary.cases(), json);
      Row requests = requests();
      json.writeObjectFieldStart("requests");
      write(tables.get(Breakdown.TECHNIQUE.code()).numbers(), requests.numbers(), json);
      json.writeEndObject();
      writeCost(json);
      writeHarms(json);
      json.writeObjectFieldStart("repeats");
      write("persons", summary.persons(), json);
      write("repeatedPersons", summary.repeatedPersons(), json);
      write("requests", summary.repeatedRequests(), json);
      json.writeEndObject();
      json.writeObjectFieldStart("tables");
      for (Map.Entry<String, Table> table : tables.entrySet()) {
        json.writeArrayFieldStart(table.getKey());
        for (Row row : table.getValue().rows()) {
          json.writeStartObject();
          for (int i = 0; i < row.labels().size(); i++) {
            json.writeStringField(table.getValue().labels().get(i), row.labels().get(i));
          }
          write(table.getValue().numbers(), row.numbers(), json);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeObjectFieldStart("recommendations");
      for (ReviewedRecommendation recommendation : summary.recommendations().values()) {
        write(recommendation, json);
      }
      json.writeEndObject();
      if (comparison.isPresent()) {
        json.writeFieldName("comparison");
        ComparisonJson.write(comparison.get(), json);
      }
      json.writeEndObject();
      json.writeRaw("\n");
    }
  }

  /**
   * Writes a file a table, {@code about.csv} with what they are of, and {@code comparison.csv}
   * where there is one, into this folder. Where the referrals are made up, or for a comparison
   * those with which they are compared, the name begins with {@code made-up-}.
   *
   * @throws IOException when a file cannot be written
   */
  public void writeCsv(Path folder) throws IOException {
    try {
      writeTables(folder);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writeTables(Path folder) throws IOException {
    try (CsvWriter csv = csv(folder, "about", summary.madeUp())) {
      csv.writeRecord("what", "value");
      ReviewedEdition edition = summary.edition();
      if (summary.madeUp()) {
        csv.writeRecord("made up", MADE_UP);
      }
      csv.writeRecord("guideline", edition.guideline().id());
      csv.writeRecord("guideline, citation", edition.citation().orElse(""));
      csv.writeRecord("guideline, DOI", edition.guideline().doi());
      csv.writeRecord("edition", edition.guideline().edition());
      csv.writeRecord("rules", edition.rules().coordinates());
      csv.writeRecord("digest", edition.rules().digest());
      for (Assumption assumption : edition.assumptions()) {
        csv.writeRecord("assumed where unknown", assumption.code());
      }
      for (OverlayReference overlay : edition.overlays()) {
        csv.writeRecord(
            "adapted by overlay",
            overlay.id() + " of " + harmless(overlay.owner()) + ", " + overlay.digest());
      }
      csv.writeRecord("standing", edition.standing().state().code());
      csv.writeRecord("standing text", edition.standing().text());
      csv.writeRecord("months", period(summary).orElse(""));
      csv.writeRecord("least count shown", Integer.toString(summary.threshold()));
      csv.writeRecord("cases", text(summary.cases()));
      List<String> verdicts = tables.get(Breakdown.TECHNIQUE.code()).numbers();
      for (int i = 0; i < verdicts.size(); i++) {
        csv.writeRecord("requests: " + verdicts.get(i), text(requests().numbers().get(i)));
      }
      edition
          .cost()
          .ifPresent(
              cost -> {
                csv.writeRecord("cost, low, " + cost.currency(), text(summary.lowCost()));
                csv.writeRecord("cost, high, " + cost.currency(), text(summary.highCost()));
                csv.writeRecord("cost, status", cost.status().code());
                csv.writeRecord("cost, source", cost.source().citation());
              });
      harms(summary)
          .ifPresent(
              harms -> {
                csv.writeRecord(HARMS, harms.text());
                csv.writeRecord("harms, status", harms.provenance().status().code());
                csv.writeRecord("harms, reading", harms.provenance().reading().code());
                csv.writeRecord("harms, source", harms.provenance().source().citation());
              });
      summary.recommendations().values().forEach(met -> write(met, csv));
      csv.writeRecord("persons", text(summary.persons()));
      csv.writeRecord("persons with a repeated procedure", text(summary.repeatedPersons()));
      csv.writeRecord("requests of repeated procedures", text(summary.repeatedRequests()));
      comparison.ifPresent(compared -> ComparisonCsv.writeAbout(compared, csv));
    }
    if (comparison.isPresent()) {
      SummaryComparison compared = comparison.get();
      try (CsvWriter csv = csv(folder, "comparison", summary.madeUp() || compared.was().madeUp())) {
        ComparisonCsv.write(compared, csv);
      }
    }
    for (Map.Entry<String, Table> table : tables.entrySet()) {
      try (CsvWriter csv = csv(folder, table.getKey(), summary.madeUp())) {
        List<String> header = new ArrayList<>(table.getValue().labels());
        header.addAll(table.getValue().numbers());
        csv.writeRecord(header);
        for (Row row : table.getValue().rows()) {
          List<String> cells = new ArrayList<>();
          row.labels().forEach(label -> cells.add(harmless(label)));
          row.numbers().forEach(number -> cells.add(text(number)));
          csv.writeRecord(cells);
        }
      }
    }
  }

  private Row requests() {
    return new Row(List.of(), SummaryTables.numbers(summary.requests()));
  }

  private void writeCost(JsonGenerator json) throws IOException {
    Optional<CostRange> range = summary.edition().cost();
    json.writeFieldName("cost");
    if (range.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    write("low", summary.lowCost(), json);
    write("high", summary.highCost(), json);
    json.writeStringField("currency", range.get().currency().getCurrencyCode());
    json.writeNumberField("eachLow", range.get().low());
    json.writeNumberField("eachHigh", range.get().high());
    writeOrigin(range.get().status(), range.get().source(), json);
    json.writeEndObject();
  }

  private void writeHarms(JsonGenerator json) throws IOException {
    Optional<Guidance> harms = harms(summary);
    json.writeFieldName(HARMS);
    if (harms.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    Provenance provenance = harms.get().provenance();
    json.writeStringField("text", harms.get().text());
    writeOrigin(provenance.status(), provenance.source(), json);
    json.writeStringField("reading", provenance.reading().code());
    json.writeEndObject();
  }

  private void write(ReviewedRecommendation recommendation, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(recommendation.id());
    json.writeStringField("direction", recommendation.direction().code());
    json.writeStringField("strength", recommendation.strength().code());
    json.writeStringField("text", recommendation.text());
    AssessmentFields.writeProvenance(recommendation.provenance(), json);
    AssessmentFields.writeSuppressed(suppressed(recommendation), json);
    json.writeEndObject();
  }

  private void write(ReviewedRecommendation recommendation, CsvWriter csv) {
    String what = "recommendation: " + recommendation.id();
    Provenance provenance = recommendation.provenance();
    csv.writeRecord(what, recommendation.text());
    csv.writeRecord(what + ", direction", recommendation.direction().code());
    csv.writeRecord(what + ", strength", recommendation.strength().code());
    csv.writeRecord(what + ", status", provenance.status().code());
    csv.writeRecord(what + ", reading", provenance.reading().code());
    csv.writeRecord(what + ", source", provenance.source().citation());
    suppressed(recommendation)
        .ifPresent(
            suppression -> {
              csv.writeRecord(what + ", suppressed by", harmless(suppression.by()));
              csv.writeRecord(what + ", suppressed until", suppression.until().toString());
              csv.writeRecord(what + ", suppressed because", harmless(suppression.reason()));
            });
  }

  private Optional<Suppression> suppressed(ReviewedRecommendation recommendation) {
    return Optional.ofNullable(summary.edition().suppressions().get(recommendation.id()));
  }

  private static void writeOrigin(Status status, Source source, JsonGenerator json)
      throws IOException {
    json.writeStringField("status", status.code());
    json.writeStringField("source", source.id() + "#" + source.section());
    json.writeStringField("citation", source.citation());
  }

  private static void write(List<String> names, List<OptionalLong> numbers, JsonGenerator json)
      throws IOException {
    for (int i = 0; i < names.size(); i++) {
      write(names.get(i), numbers.get(i), json);
    }
  }

  static void write(String name, OptionalLong number, JsonGenerator json) throws IOException {
    json.writeFieldName(name);
    if (number.isPresent()) {
      json.writeNumber(number.getAsLong());
    } else {
      json.writeNull();
    }
  }

  private static CsvWriter csv(Path folder, String table, boolean madeUp) throws IOException {
    Path file = folder.resolve((madeUp ? MADE_UP_NAME : "") + table + ".csv");
    return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file, UTF_8);
  }

  static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : WITHHELD;
  }

  /** A host's code, all of it seen, that a spreadsheet does not take for a formula. */
  static String harmless(String label) {
    String visible = VisibleText.of(label);
    return label.isEmpty() || "=+-@".indexOf(label.charAt(0)) < 0 ? visible : "'" + visible;
  }
}
