package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spinepain.guideline.tests.review.SummaryComparison.ComparedRow;
import org.spinepain.guideline.tests.review.SummaryComparison.ComparedTable;
import org.spinepain.guideline.tests.review.SummaryComparison.Numbers;

/** Writes what differs between two summaries, as part of a document. */
final class ComparisonJson {

  private ComparisonJson() {}

  static void write(SummaryComparison comparison, JsonGenerator json) throws IOException {
    ComparedSummary was = comparison.was();
    json.writeStartObject();
    json.writeObjectFieldStart("with");
    json.writeStringField("edition", was.edition());
    json.writeStringField("rules", was.rules());
    json.writeStringField("digest", was.digest());
    writeTexts("assumed", was.assumed(), json);
    writeTexts("overlays", was.overlays(), json);
    writeTexts("months", was.months(), json);
    json.writeBooleanField("madeUp", was.madeUp());
    json.writeEndObject();
    List<String> notCompared = new ArrayList<>(comparison.withheld());
    notCompared.addAll(comparison.small());
    writeTexts("notCompared", notCompared, json);
    json.writeObjectFieldStart("tables");
    for (Map.Entry<String, ComparedTable> table : comparison.tables().entrySet()) {
      json.writeArrayFieldStart(table.getKey());
      for (ComparedRow row : table.getValue().rows()) {
        write(table.getValue(), row, json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(ComparedTable table, ComparedRow row, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (int i = 0; i < row.labels().size(); i++) {
      json.writeStringField(table.labels().get(i), row.labels().get(i));
    }
    for (int i = 0; i < row.numbers().size(); i++) {
      Numbers numbers = row.numbers().get(i);
      json.writeObjectFieldStart(table.numbers().get(i));
      SummaryFiles.write("was", numbers.was(), json);
      SummaryFiles.write("is", numbers.is(), json);
      SummaryFiles.write("change", numbers.change(), json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeTexts(String name, Iterable<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
