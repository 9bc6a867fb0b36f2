package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document in JSON, which may be larger than a case document, as maps, lists, texts and whole
 * numbers; null is null, and of any other value there is its token.
 */
final class JsonTree {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonTree() {}

  /**
   * Reads one document, to the end of the stream, which stays open.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException for what is no JSON, or more than
   *     one document
   * @throws IOException when the stream cannot be read
   */
  static Object read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      json.nextToken();
      Object document = value(json);
      if (json.nextToken() != null) {
        throw new JsonParseException(json, "more than one document");
      }
      return document;
    }
  }

  /** What kind of value this is; the value itself may be of another file than was meant. */
  static String kind(Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Long number) {
      return number.toString();
    }
    if (value instanceof JsonToken token) {
      return switch (token) {
        case VALUE_TRUE, VALUE_FALSE -> "true or false";
        case VALUE_NUMBER_INT -> "a number that is too large";
        default -> "a number with a fraction or an exponent";
      };
    }
    return value instanceof String ? "a text" : value instanceof Map ? "an object" : "a list";
  }

  @SuppressWarnings("unchecked") // value() makes no other maps
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
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
    if (token == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return json.getLongValue();
    }
    if (token == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    return token == JsonToken.VALUE_NULL ? null : token;
  }
}
