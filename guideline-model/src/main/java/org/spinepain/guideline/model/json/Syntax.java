package org.spinepain.guideline.model.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What the two syntaxes of documents have of their own. */
enum Syntax {
  /** RFC 8259, without extensions. */
  JSON {
    @Override
    JsonParser open(String document) throws IOException {
      return JacksonSetup.jsonParser(document);
    }

    @Override
    boolean isWritable(int character) {
      return true;
    }

    @Override
    Optional<String> allowedInsteadOf(JsonToken token, String text, int firstCharacter) {
      return Optional.empty();
    }
  },

  /** The part of YAML that says no more than JSON can. */
  YAML {
    @Override
    JsonParser open(String document) throws IOException {
      return JacksonSetup.yamlParser(document);
    }

    @Override
    boolean isWritable(int character) {
      return switch (character) {
        case '\t', '\n', '\r', 0x85 -> true;
        case 0xFFFE, 0xFFFF -> false;
        default -> character >= ' ' && (character < 0x7F || character > 0x9F);
      };
    }

    /**
     * The first character is looked at because Jackson does not tell of every tag: one on the first
     * name of an object is lost.
     */
    @Override
    Optional<String> allowedInsteadOf(JsonToken token, String text, int firstCharacter) {
      if (firstCharacter == '&' || firstCharacter == '*' || firstCharacter == '!') {
        return Optional.of("YAML without anchors, aliases and tags");
      }
      if (token == JsonToken.FIELD_NAME && text.equals("<<")) {
        return Optional.of("YAML without merge keys");
      }
      return Optional.empty();
    }

    @Override
    Place placeOf(IOException fault, JsonParser parser) {
      Mark mark =
          fault.getCause() instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
      return mark == null
          ? super.placeOf(fault, parser)
          : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
  };

  abstract JsonParser open(String document) throws IOException;

  /** Whether the character may stand in a document as it is; surrogates aside. */
  abstract boolean isWritable(int character);

  /** Whether {@link #allowedInsteadOf} depends on the first character of a token. */
  boolean looksAtFirstCharacters() {
    return this == YAML;
  }

  /** What is allowed instead of this token, where Jackson would take it and we do not. */
  abstract Optional<String> allowedInsteadOf(JsonToken token, String text, int firstCharacter);

  /** Where the parser found the document malformed. */
  Place placeOf(IOException fault, JsonParser parser) {
    JsonLocation location =
        fault instanceof JsonProcessingException malformed ? malformed.getLocation() : null;
    return Place.of(location == null ? parser.currentLocation() : location);
  }
}
