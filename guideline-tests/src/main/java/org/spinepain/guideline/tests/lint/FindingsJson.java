package org.spinepain.guideline.tests.lint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Findings for other tools: as JSON, and as SARIF 2.1.0, which code hosts and editors show. */
public final class FindingsJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final String SARIF_SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private FindingsJson() {}

  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** The findings as an array of objects. A column or rule that is not known is null. */
  public static String of(List<Finding> findings) {
    return written(
        json -> {
          json.writeStartArray();
          for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("code", finding.code().code());
            json.writeStringField("file", finding.file());
            json.writeNumberField("line", finding.line());
            if (finding.column() > 0) {
              json.writeNumberField("column", finding.column());
            } else {
              json.writeNullField("column");
            }
            json.writeStringField("rule", finding.rule().orElse(null));
            json.writeStringField("message", finding.message());
            json.writeStringField("instead", finding.instead());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /**
   * The findings as a SARIF log of one run.
   *
   * @param folder where the files are, as a relative URI that ends in a slash, or empty
   */
  public static String sarif(List<Finding> findings, String folder) {
    return written(
        json -> {
          json.writeStartObject();
          json.writeStringField("$schema", SARIF_SCHEMA);
          json.writeStringField("version", "2.1.0");
          json.writeArrayFieldStart("runs");
          json.writeStartObject();
          tool(json);
          json.writeStringField("columnKind", "utf16CodeUnits");
          json.writeArrayFieldStart("results");
          for (Finding finding : findings) {
            result(json, finding, folder);
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void tool(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "guideline lint");
    json.writeArrayFieldStart("rules");
    for (FindingCode code : FindingCode.values()) {
      json.writeStartObject();
      json.writeStringField("id", code.code());
      text(json, "shortDescription", code.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, Finding finding, String folder)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.code().code());
    json.writeNumberField("ruleIndex", Arrays.asList(FindingCode.values()).indexOf(finding.code()));
    json.writeStringField("level", "error");
    text(
        json,
        "message",
        finding.rule().map(rule -> "Rule \"" + rule + "\": ").orElse("")
            + finding.message()
            + ". Write instead: "
            + finding.instead());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField(
        "uri",
        finding.code() == FindingCode.OVERLAY
            ? uri(Path.of(finding.file()))
            : folder + finding.file().replace(" ", "%20"));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", finding.line());
    if (finding.column() > 0) {
      json.writeNumberField("startColumn", finding.column());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A file as an absolute URI, or as one relative to the working folder, as it was named. */
  public static String uri(Path file) {
    return file.isAbsolute()
        ? file.toUri().toString()
        : file.normalize().toString().replace('\\', '/').replace(" ", "%20");
  }

  private static String written(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }
}
