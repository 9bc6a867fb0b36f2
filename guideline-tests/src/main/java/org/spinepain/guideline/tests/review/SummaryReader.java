package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.spinepain.guideline.review.SharedSummary;
import org.spinepain.guideline.tests.review.SummaryTables.Row;
import org.spinepain.guideline.tests.review.SummaryTables.Table;

/** Reads a summary that was written as JSON, which may be larger than a case document. */
final class SummaryReader {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final String THRESHOLD = "threshold";
  private static final String OVERLAYS = "overlays";

  private final Path file;

  private SummaryReader(Path file) {
    this.file = file;
  }

  static ComparedSummary read(Path file, int least) throws IOException {
    SummaryReader reader = new SummaryReader(file);
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = JSON.createParser(in)) {
      json.nextToken();
      Object document = value(json);
      if (json.nextToken() != null) {
        throw reader.refused("the end", "more than one document");
      }
      return reader.summary(reader.object(document, "the document"), least);
    } catch (JsonProcessingException e) {
      throw reader.refused("line " + e.getLocation().getLineNr(), "no JSON");
    }
  }

  private ComparedSummary summary(Map<String, Object> document, int least) {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put(
        ComparedSummary.REQUESTS,
        new Table(
            List.of(),
            SummaryTables.VERDICTS,
            List.of(
                row(
                    List.of(),
                    SummaryTables.VERDICTS,
                    object(document.get(ComparedSummary.REQUESTS), ComparedSummary.REQUESTS),
                    ComparedSummary.REQUESTS))));
    Map<String, Object> written = object(document.get("tables"), "tables");
    SummaryTables.COMPARED.forEach(
        (name, empty) -> tables.put(name, table(empty, written.get(name), "tables." + name)));
    int threshold = threshold(document.get(THRESHOLD));
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
    Map<String, Object> rules = object(document.get("rules"), "rules");
    return new ComparedSummary(
        text(object(document.get("guideline"), "guideline").get("edition"), "guideline.edition"),
        text(rules.get("coordinates"), "rules.coordinates"),
        text(rules.get("digest"), "rules.digest"),
        texts(document.get("assumed"), "assumed"),
        overlays(document.get("overlays")),
        threshold,
        tables,
        truth(document.get("madeUp"), "madeUp"));
  }

  private int threshold(Object value) {
    if (value instanceof Long threshold
        && threshold >= 1
        && threshold <= SharedSummary.HIGHEST_THRESHOLD) {
      return threshold.intValue();
    }
    throw refused(THRESHOLD, kind(value));
  }

  private Table table(Table empty, Object written, String where) {
    List<?> rows = list(written, where);
    List<Row> read = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String place = where + "[" + i + "]";
      read.add(row(empty.labels(), empty.numbers(), object(rows.get(i), place), place));
    }
    return new Table(empty.labels(), empty.numbers(), read);
  }

  private Row row(
      List<String> labels, List<String> numbers, Map<String, Object> row, String where) {
    return new Row(
        labels.stream().map(name -> text(row.get(name), where + "." + name)).toList(),
        numbers.stream().map(name -> number(row, name, where + "." + name)).toList());
  }

  private OptionalLong number(Map<String, Object> row, String name, String where) {
    Object number = row.get(name);
    if (number == null && row.containsKey(name)) {
      return OptionalLong.empty();
    }
    if (number instanceof Long count && count >= 0) {
      return OptionalLong.of(count);
    }
    throw refused(where, kind(number));
  }

  private List<String> texts(Object value, String where) {
    return list(value, where).stream().map(each -> text(each, where)).toList();
  }

  private List<String> overlays(Object value) {
    return list(value, OVERLAYS).stream()
        .map(overlay -> text(object(overlay, OVERLAYS).get("digest"), OVERLAYS + ".digest"))
        .toList();
  }

  private List<?> list(Object value, String where) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw refused(where, kind(value));
  }

  private boolean truth(Object value, String where) {
    if (value != JsonToken.VALUE_TRUE && value != JsonToken.VALUE_FALSE) {
      throw refused(where, kind(value));
    }
    return value == JsonToken.VALUE_TRUE;
  }

  private String text(Object value, String where) {
    if (value instanceof String text) {
      return text;
    }
    throw refused(where, kind(value));
  }

  @SuppressWarnings("unchecked") // value() makes no other maps
  private Map<String, Object> object(Object value, String where) {
    if (value instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw refused(where, kind(value));
  }

  private ReferralFileException refused(String where, String found) {
    return new ReferralFileException(
        file.toString(),
        where + ": found " + found + ", allowed is a summary that review has written with --json");
  }

  /** What kind of value this is; the value itself may be of another file than was meant. */
  private static String kind(Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Long number) {
      return number.toString();
    }
    if (value instanceof String) {
      return "a text";
    }
    return value instanceof Map ? "an object" : value instanceof List ? "a list" : "another value";
  }

  private static Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        object.put(name, value(json));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(json));
      }
      return array;
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue();
    }
    if (token == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    // Others stand nowhere in a summary where something is read.
    return token == JsonToken.VALUE_NULL ? null : token;
  }
}
