package org.spinepain.guideline.tests.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.spinepain.guideline.model.ClinicalCase;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.tests.diff.ToldChange.Counts;

/** Writes a report as JSON. */
public final class DiffDocument {

  private static final JsonFactory JSON = new JsonFactory();

  private DiffDocument() {}

  /** The report on several lines, which end with {@code \n}. */
  public static String of(DiffReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeObjectFieldStart("packs");
      json.writeStringField("old", report.packs().old());
      json.writeStringField("new", report.packs().young());
      json.writeEndObject();
      json.writeObjectFieldStart("asked");
      json.writeNumberField("complete", report.asked().complete());
      json.writeNumberField("incomplete", report.asked().incomplete());
      json.writeNumberField("assuming", report.asked().assuming());
      json.writeNumberField("boundaryCases", report.asked().boundaryCases());
      json.writeNumberField("vignettes", report.asked().vignettes());
      json.writeNumberField("cases", report.asked().cases());
      json.writeEndObject();
      json.writeArrayFieldStart("changes");
      for (ToldChange change : report.changes()) {
        write(change, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory", impossible);
    }
    return text.toString().replace("\r\n", "\n") + "\n";
  }

  private static void example(String name, Optional<ClinicalCase> example, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (example.isPresent()) {
      json.writeRawValue(CaseDocuments.toCompactJson(example.get()));
    } else {
      json.writeNull();
    }
  }

  private static void write(ToldChange change, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", change.id());
    json.writeStringField("change", change.sentence());
    Counts counts = change.counts();
    json.writeNumberField("complete", counts.complete());
    json.writeNumberField("incomplete", counts.incomplete());
    json.writeNumberField("incompleteVerdicts", counts.incompleteVerdicts());
    json.writeNumberField("assuming", counts.assuming());
    json.writeNumberField("boundaryCases", counts.boundaryCases());
    strings("vignettes", counts.vignettes(), json);
    strings("cases", counts.cases(), json);
    example("example", change.example(), json);
    example("exampleAfter", change.exampleAfter(), json);
    strings("assume", change.assume().stream().map(Coded::code).toList(), json);
    json.writeStringField("before", change.before());
    json.writeStringField("after", change.after());
    strings("rulesBefore", change.rulesBefore(), json);
    strings("rulesAfter", change.rulesAfter(), json);
    strings("itemsBefore", change.itemsBefore(), json);
    strings("itemsAfter", change.itemsAfter(), json);
    json.writeEndObject();
  }

  private static void strings(String name, List<String> values, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
