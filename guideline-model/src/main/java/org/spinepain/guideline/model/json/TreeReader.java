package org.spinepain.guideline.model.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.json.DocumentNode.Kind;

/** Reads the tokens of one document into a tree. Used once. */
final class TreeReader {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private final Syntax syntax;
  private final SourceText source;
  private final JsonParser parser;
  private final DocumentPath root;
  private final boolean deferring;
  private final int[] characters;
  private JsonToken token;
  private String text;
  private Place place = Place.START;
  private int values;

  /**
   * @param deferring whether a value that can be passed over is refused only when it is read
   */
  TreeReader(
      Syntax syntax, SourceText source, JsonParser parser, DocumentPath root, boolean deferring) {
    this.syntax = syntax;
    this.source = source;
    this.parser = parser;
    this.root = root;
    this.deferring = deferring;
    this.characters =
        syntax.looksAtFirstCharacters() ? source.text().codePoints().toArray() : new int[0];
  }

  DocumentNode read() {
    advance("a well-formed " + syntax + " document");
    if (token == null || token == JsonToken.VALUE_NULL) {
      throw refuse(root, token == null ? "nothing" : "null", "a document that is not empty");
    }
    DocumentNode document = value(root, place);
    advance("nothing after the document");
    if (token != null) {
      throw refuse(root, source.around(place), "nothing after the document");
    }
    return document;
  }

  private DocumentNode value(DocumentPath path, Place begins) {
    if (++values > DocumentParser.MOST_VALUES) {
      throw refuse(root, "more values", "at most " + DocumentParser.MOST_VALUES + " values");
    }
    return switch (token) {
      case START_OBJECT -> object(path, begins);
      case START_ARRAY -> array(path, begins);
      case VALUE_STRING -> DocumentNode.scalar(Kind.TEXT, path, begins, text);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        DocumentNode number = DocumentNode.scalar(Kind.NUMBER, path, begins, text);
        yield NUMBER.matcher(text).matches()
            ? number
            : deferred(
                number, refuse(path, text, "a number as JSON writes it, or a text in quotes"));
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        DocumentNode truth = DocumentNode.scalar(Kind.BOOLEAN, path, begins, text);
        yield text.equals(token.asString())
            ? truth
            : deferred(truth, refuse(path, text, "true, false, or a text in quotes"));
      }
      case VALUE_NULL -> DocumentNode.scalar(Kind.NULL, path, begins, "null");
      default -> throw new IllegalStateException("no value begins with " + token);
    };
  }

  private DocumentNode object(DocumentPath path, Place begins) {
    checkDepth(path);
    Map<String, DocumentNode> entries = new LinkedHashMap<>();
    InvalidDocumentException doubled = null;
    while (advance() != JsonToken.END_OBJECT) {
      String name = text;
      Place nameBegins = place;
      DocumentPath field = path.field(name);
      if (entries.containsKey(name)) {
        InvalidDocumentException again =
            refuse(field, "the field \"" + name + "\" again", "each field once");
        if (!deferring) {
          throw again;
        }
        doubled = doubled == null ? again : doubled;
      }
      advance();
      DocumentNode value = value(field, nameBegins);
      entries.putIfAbsent(name, value);
    }
    DocumentNode object = DocumentNode.object(path, begins, entries);
    return doubled == null ? object : object.refused(doubled);
  }

  /** The value, refused so when it is read; unless it is refused at once. */
  private DocumentNode deferred(DocumentNode value, InvalidDocumentException refusal) {
    if (!deferring) {
      throw refusal;
    }
    return value.refused(refusal);
  }

  private DocumentNode array(DocumentPath path, Place begins) {
    checkDepth(path);
    List<DocumentNode> items = new ArrayList<>();
    while (advance() != JsonToken.END_ARRAY) {
      items.add(value(path.item(items.size()), place));
    }
    return DocumentNode.array(path, begins, items);
  }

  private void checkDepth(DocumentPath path) {
    if (path.depth() >= DocumentParser.DEEPEST_NESTING) {
      throw refuse(
          path,
          "a deeper nesting",
          "a nesting of at most " + DocumentParser.DEEPEST_NESTING + " objects and lists");
    }
  }

  private JsonToken advance() {
    return advance("a well-formed " + syntax + " document");
  }

  /**
   * Steps to the next token.
   *
   * @param wellFormed what to say is allowed when there is no readable token; Jackson's words are
   *     not passed on, since they quote the document
   */
  private JsonToken advance(String wellFormed) {
    try {
      token = parser.nextToken();
      text = token == null ? "" : parser.getText();
    } catch (IOException malformed) {
      Place fault = syntax.placeOf(malformed, parser);
      throw source.refuse(fault, source.around(fault), wellFormed);
    }
    if (token != null && !token.isStructEnd()) {
      JsonLocation location = parser.currentTokenLocation();
      place = Place.of(location);
      checkToken(location.getCharOffset());
    }
    return token;
  }

  private void checkToken(long offset) {
    int first = offset < characters.length ? characters[(int) offset] : -1;
    Optional<String> allowed = syntax.allowedInsteadOf(token, text, first);
    if (allowed.isPresent()) {
      throw source.refuse(place, source.around(place), allowed.get());
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        checkPairs();
        return;
      }
    }
  }

  private void checkPairs() {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw source.refuse(place, text, "valid Unicode");
    }
  }

  /**
   * Refuses what is at the current place. The path may hold names that the document made up, so the
   * message shows the root only.
   */
  private InvalidDocumentException refuse(DocumentPath path, String found, String allowed) {
    return new InvalidDocumentException(path, root, found, allowed, place);
  }
}
