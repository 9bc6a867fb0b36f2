package org.spinepain.guideline.model.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The schemas, read by a validator that knows nothing of our code. */
final class Schemas {

  static final ObjectMapper MAPPER = new ObjectMapper();
  static final JsonNode CASE = load("case.schema.json");
  static final JsonNode ASSESSMENT = load("assessment.schema.json");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema CASE_SCHEMA = REGISTRY.getSchema(CASE);
  private static final Schema ASSESSMENT_SCHEMA = REGISTRY.getSchema(ASSESSMENT);

  private Schemas() {}

  private static JsonNode load(String name) {
    try (InputStream in = CaseDocuments.class.getResourceAsStream(name)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema of cases has against the document. */
  static List<Error> caseErrors(String document) {
    return CASE_SCHEMA.validate(document, InputFormat.JSON);
  }

  /** What the schema of assessments has against the document. */
  static List<Error> assessmentErrors(String document) {
    return ASSESSMENT_SCHEMA.validate(document, InputFormat.JSON);
  }

  /** What the specification of schemas has against the schema. */
  static List<Error> errorsOfSchema(JsonNode schema) {
    return REGISTRY
        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
        .validate(schema);
  }

  /** The values of every {@code enum} of the schema, null aside, by its pointer. */
  static Map<String, List<String>> enumerations(JsonNode schema) {
    Map<String, List<String>> enumerations = new TreeMap<>();
    walk(
        "",
        schema,
        (pointer, node) -> {
          if (node.path("enum").isArray()) {
            List<String> values = new ArrayList<>();
            node.get("enum").forEach(value -> values.add(value.asText()));
            values.removeIf(value -> value.equals("null"));
            enumerations.put(pointer + "/enum", values);
          }
        });
    return enumerations;
  }

  /**
   * The pointers of properties and definitions that neither have a description nor refer to one.
   */
  static List<String> undescribed(JsonNode schema) {
    List<String> undescribed = new ArrayList<>();
    walk(
        "",
        schema,
        (pointer, node) -> {
          boolean named =
              pointer.matches(".*/(properties|\\$defs)/[^/]+") && !pointer.contains("/not/");
          if (named && !node.has("description") && !node.has("$ref")) {
            undescribed.add(pointer);
          }
        });
    return undescribed;
  }

  private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(pointer, node);
    node.properties()
        .forEach(entry -> walk(pointer + "/" + entry.getKey(), entry.getValue(), visitor));
  }
}
