package org.spinepain.guideline.tests.neutral;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.assessment.Basis;
import org.spinepain.guideline.model.assessment.GuidelineReference;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.InvalidDocumentException;
import org.spinepain.guideline.tests.vignette.Aspect;

/**
 * Vignettes as one JSON document. What a vignette states stands in it unchanged, but for its
 * expectations: they are written in the fields of assessments, as {@code
 * neutral-vignettes.schema.json} has them.
 */
final class NeutralDocument {

  private static final String FORMAT_VERSION = "1.0";
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private static final Separators SEPARATORS =
      new Separators()
          .withObjectFieldValueSpacing(Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private final JsonGenerator json;

  private NeutralDocument(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The document, which ends with a line end.
   *
   * @param guideline what the vignettes are about
   * @param coordinates where the document comes from
   * @param vignettes the vignettes as their files have them
   * @throws InvalidDocumentException when a vignette states what no assessment could have
   */
  static String of(GuidelineReference guideline, String coordinates, List<DocumentNode> vignettes) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(SEPARATORS)
              .withObjectIndenter(INDENTER)
              .withArrayIndenter(INDENTER));
      new NeutralDocument(json).document(guideline, coordinates, vignettes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory", impossible);
    }
    return out + "\n";
  }

  private void document(
      GuidelineReference guideline, String coordinates, List<DocumentNode> vignettes)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("formatVersion", FORMAT_VERSION);
    json.writeStringField("coordinates", coordinates);
    json.writeObjectFieldStart("guideline");
    json.writeStringField("id", guideline.id());
    json.writeStringField("edition", guideline.edition());
    json.writeStringField("doi", guideline.doi());
    json.writeEndObject();
    json.writeArrayFieldStart("vignettes");
    for (DocumentNode vignette : vignettes) {
      vignette(vignette);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void vignette(DocumentNode vignette) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, DocumentNode> field : vignette.entries().entrySet()) {
      json.writeFieldName(field.getKey());
      switch (field.getKey()) {
        case "story" -> json.writeString(field.getValue().text().strip());
        case "expect" -> expect(field.getValue());
        default -> unchanged(field.getValue());
      }
    }
    json.writeEndObject();
  }

  private void unchanged(DocumentNode node) throws IOException {
    switch (node.kind()) {
      case OBJECT -> {
        json.writeStartObject();
        for (Map.Entry<String, DocumentNode> field : node.entries().entrySet()) {
          json.writeFieldName(field.getKey());
          unchanged(field.getValue());
        }
        json.writeEndObject();
      }
      case ARRAY -> {
        json.writeStartArray();
        for (DocumentNode item : node.items()) {
          unchanged(item);
        }
        json.writeEndArray();
      }
      case TEXT -> json.writeString(node.text());
      case NUMBER -> json.writeNumber(node.wholeNumber());
      case BOOLEAN -> json.writeBoolean(node.bool());
      case NULL -> json.writeNull();
    }
  }

  private void expect(DocumentNode procedures) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, DocumentNode> procedure : procedures.entries().entrySet()) {
      json.writeObjectFieldStart(procedure.getKey());
      for (Map.Entry<String, DocumentNode> stated : procedure.getValue().entries().entrySet()) {
        json.writeFieldName(stated.getKey());
        aspect(Coded.of(Aspect.class, stated.getKey()).orElseThrow(), stated.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void aspect(Aspect aspect, DocumentNode stated) throws IOException {
    if (aspect == Aspect.VERDICT) {
      unchanged(stated);
      return;
    }
    json.writeStartArray();
    switch (aspect) {
      case RECOMMENDATIONS -> {
        for (Map.Entry<String, DocumentNode> entry : stated.entries().entrySet()) {
          recommendation(entry.getKey(), entry.getValue());
        }
      }
      case MISSING -> {
        for (Map.Entry<String, DocumentNode> entry : stated.entries().entrySet()) {
          missing(entry.getKey(), entry.getValue());
        }
      }
      case EVIDENCE -> {
        for (DocumentNode row : stated.items()) {
          StatedRow.of(row).writeTo(json);
        }
      }
      default -> {
        for (DocumentNode code : stated.items()) {
          code(code);
        }
      }
    }
    json.writeEndArray();
  }

  private void recommendation(String id, DocumentNode stated) throws IOException {
    Dependent basis = Dependent.of(stated);
    if (Coded.of(Basis.class, basis.text()).isEmpty()) {
      throw stated.refuse(
          "one of "
              + String.join(", ", Coded.codes(Basis.class))
              + ", then what it depends on, as in: direct depending-on pain.pattern");
    }
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("basis", basis.text());
    basis.writeTo(json);
    json.writeEndObject();
  }

  private void missing(String fact, DocumentNode outcomes) throws IOException {
    Dependent.requireFact(fact, outcomes);
    json.writeStartObject();
    json.writeStringField("fact", fact);
    json.writeArrayFieldStart("outcomes");
    for (Map.Entry<String, DocumentNode> outcome : outcomes.entries().entrySet()) {
      json.writeStartObject();
      json.writeStringField("value", outcome.getKey());
      json.writeStringField("verdict", outcome.getValue().text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void code(DocumentNode code) throws IOException {
    if (!CODE.matcher(code.text()).matches()) {
      throw code.refuse("a code, in small letters, its words joined by hyphens");
    }
    json.writeStartObject();
    json.writeStringField("code", code.text());
    json.writeEndObject();
  }
}
