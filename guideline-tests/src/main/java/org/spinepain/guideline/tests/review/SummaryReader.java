package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.spinepain.guideline.tests.review.SummaryTables.Row;
import org.spinepain.guideline.tests.review.SummaryTables.Table;

/** Reads a summary that was written as JSON: it is as its schema says, and its numbers can be. */
final class SummaryReader {

  private static final String THRESHOLD = "threshold";

  private final Path file;

  private SummaryReader(Path file) {
    this.file = file;
  }

  static ComparedSummary read(Path file, int least) throws IOException {
    SummaryReader reader = new SummaryReader(file);
    try (InputStream in = Files.newInputStream(file)) {
      Object document = JsonTree.read(in);
      SummarySchema.check(document, reader::refused);
      return reader.summary(JsonTree.object(document), least);
    } catch (JsonProcessingException e) {
      throw reader.refused(
          "line " + e.getLocation().getLineNr(), "no JSON, or more than one document", "a summary");
    }
  }

  private ComparedSummary summary(Map<String, Object> document, int least) {
    int threshold = ((Long) document.get(THRESHOLD)).intValue();
    if (threshold < least) {
      throw new ReferralFileException(
          file.toString(),
          THRESHOLD
              + ": found "
              + threshold
              + ", allowed is "
              + least
              + " or more, below which this review withholds counts: write that summary again with"
              + " --threshold "
              + least);
    }
    Map<String, Table> tables = new LinkedHashMap<>();
    Row requests =
        row(
            List.of(),
            SummaryTables.VERDICTS,
            JsonTree.object(document.get(ComparedSummary.REQUESTS)));
    tables.put(
        ComparedSummary.REQUESTS, new Table(List.of(), SummaryTables.VERDICTS, List.of(requests)));
    Map<String, Object> written = JsonTree.object(document.get("tables"));
    SummaryTables.COMPARED.forEach(
        (name, empty) -> tables.put(name, table(empty, (List<?>) written.get(name))));
    SummaryCheck.check(tables, threshold, this::refused);
    SummaryCheck.checkCases(number(document, "cases"), requests, threshold, this::refused);
    Map<String, Object> rules = JsonTree.object(document.get("rules"));
    return new ComparedSummary(
        text(JsonTree.object(document.get("guideline")), "edition"),
        text(rules, "coordinates"),
        text(rules, "digest"),
        ((List<?>) document.get("assumed")).stream().map(String.class::cast).toList(),
        ((List<?>) document.get("overlays"))
            .stream().map(overlay -> text(JsonTree.object(overlay), "digest")).toList(),
        threshold,
        tables,
        document.get("madeUp") == JsonToken.VALUE_TRUE);
  }

  private static Table table(Table empty, List<?> rows) {
    return new Table(
        empty.labels(),
        empty.numbers(),
        rows.stream()
            .map(row -> row(empty.labels(), empty.numbers(), JsonTree.object(row)))
            .toList());
  }

  private static Row row(List<String> labels, List<String> numbers, Map<String, Object> row) {
    return new Row(
        labels.stream().map(name -> text(row, name)).toList(),
        numbers.stream().map(name -> number(row, name)).toList());
  }

  private static OptionalLong number(Map<String, Object> row, String name) {
    return row.get(name) instanceof Long count ? OptionalLong.of(count) : OptionalLong.empty();
  }

  private static String text(Map<String, Object> object, String name) {
    return (String) object.get(name);
  }

  private ReferralFileException refused(String where, String found, String allowed) {
    return new ReferralFileException(
        file.toString(),
        where
            + ": found "
            + found
            + ", allowed is "
            + allowed
            + ", as review writes it with --json");
  }
}
