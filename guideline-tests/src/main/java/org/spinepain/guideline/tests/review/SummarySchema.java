package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds a document to {@code referral-summary.schema.json}, of which it knows the keywords that
 * stand there.
 */
final class SummarySchema {

  /** Makes what is thrown, of the place, what was found there, and what is allowed. */
  @FunctionalInterface
  interface Refusal {
    ReferralFileException of(String where, String found, String allowed);
  }

  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$ref",
          "title",
          "description",
          "type",
          "required",
          "properties",
          "additionalProperties",
          "items",
          "enum",
          "pattern",
          "minimum",
          "maximum");

  private static final Map<String, Object> SCHEMA = schema();

  private static final int LONGEST = 40;

  private static final String REFERENCE = "#/$defs/";

  private final Refusal refusal;

  private SummarySchema(Refusal refusal) {
    this.refusal = refusal;
  }

  private static Map<String, Object> schema() {
    try (InputStream in = SummarySchema.class.getResourceAsStream("referral-summary.schema.json")) {
      return JsonTree.object(JsonTree.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Refuses a document that is not as the schema says.
   *
   * @param refusal of the first field that is not
   */
  static void check(Object document, Refusal refusal) {
    new SummarySchema(refusal).check(document, SCHEMA, "");
  }

  private void check(Object value, Map<String, Object> schema, String where) {
    if (!KEYWORDS.containsAll(schema.keySet())) {
      throw new IllegalStateException("no check for all of " + schema.keySet());
    }
    if (schema.containsKey("$ref")) {
      check(value, referred(schema), where);
    }
    if (!isAllowed(value, schema)) {
      throw refusal.of(
          where.isEmpty() ? "the document" : where, found(value, schema), allowed(schema));
    }
    if (value instanceof Map<?, ?>) {
      checkFields(JsonTree.object(value), schema, where);
    }
    if (value instanceof List<?> list && schema.containsKey("items")) {
      Map<String, Object> items = JsonTree.object(schema.get("items"));
      for (int i = 0; i < list.size(); i++) {
        check(list.get(i), items, where + "[" + i + "]");
      }
    }
  }

  private void checkFields(Map<String, Object> object, Map<String, Object> schema, String where) {
    Map<String, Object> properties = fields(schema, "properties");
    for (Object name : list(schema, "required")) {
      if (!object.containsKey(name)) {
        Map<String, Object> property = JsonTree.object(properties.get(name));
        throw refusal.of(path(where, name), "nothing", allowed(property));
      }
    }
    Map<String, Object> others = fields(schema, "additionalProperties");
    object.forEach(
        (name, field) ->
            check(
                field, JsonTree.object(properties.getOrDefault(name, others)), path(where, name)));
  }

  private static boolean isAllowed(Object value, Map<String, Object> schema) {
    List<?> types = types(schema);
    if (!types.isEmpty() && types.stream().noneMatch(type -> isOf(value, type))) {
      return false;
    }
    if (value instanceof String text) {
      return (!schema.containsKey("enum") || list(schema, "enum").contains(text))
          && (!schema.containsKey("pattern")
              || Pattern.compile((String) schema.get("pattern")).matcher(text).find());
    }
    if (value instanceof Long number) {
      return number >= (Long) schema.getOrDefault("minimum", Long.MIN_VALUE)
          && number <= (Long) schema.getOrDefault("maximum", Long.MAX_VALUE)
          && !schema.containsKey("enum");
    }
    return !schema.containsKey("enum");
  }

  private static boolean isOf(Object value, Object type) {
    return switch ((String) type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Long;
      case "boolean" -> value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE;
      case "null" -> value == null;
      default -> throw new IllegalStateException("no check for " + type);
    };
  }

  /** A code that is none is told; a longer text may be of another file than was meant. */
  private static String found(Object value, Map<String, Object> schema) {
    if (value instanceof String text
        && (schema.containsKey("enum") || schema.containsKey("pattern"))) {
      return text.length() > LONGEST ? "another text" : '"' + text + '"';
    }
    return value == null ? "null" : JsonTree.kind(value);
  }

  private static String allowed(Map<String, Object> schema) {
    if (schema.containsKey("enum")) {
      return "one of "
          + list(schema, "enum").stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    if (schema.containsKey("pattern")) {
      return "a text as " + schema.get("pattern");
    }
    if (types(schema).isEmpty() && schema.containsKey("$ref")) {
      return allowed(referred(schema));
    }
    return types(schema).stream()
        .map(type -> words(type, schema))
        .collect(Collectors.joining(" or "));
  }

  private static String words(Object type, Map<String, Object> schema) {
    return switch ((String) type) {
      case "object" -> "an object";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" ->
          "a whole number"
              + (schema.containsKey("minimum") ? " from " + schema.get("minimum") : "")
              + (schema.containsKey("maximum") ? " to " + schema.get("maximum") : "");
      case "boolean" -> "true or false";
      default -> "null";
    };
  }

  private static Map<String, Object> referred(Map<String, Object> schema) {
    String name = ((String) schema.get("$ref")).substring(REFERENCE.length());
    return JsonTree.object(fields(SCHEMA, "$defs").get(name));
  }

  private static List<?> types(Map<String, Object> schema) {
    return schema.get("type") instanceof String type ? List.of(type) : list(schema, "type");
  }

  private static List<?> list(Map<String, Object> schema, String keyword) {
    return (List<?>) schema.getOrDefault(keyword, List.of());
  }

  private static Map<String, Object> fields(Map<String, Object> schema, String keyword) {
    return JsonTree.object(schema.getOrDefault(keyword, Map.of()));
  }

  private static String path(String where, Object name) {
    return where.isEmpty() ? name.toString() : where + "." + name;
  }
}
