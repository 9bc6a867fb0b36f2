package org.spinepain.guideline.model.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads one JSON or YAML document into a tree that knows the place of each value. Thread-safe.
 *
 * <p>Refused with an {@link InvalidDocumentException}: what is not well-formed; an empty document,
 * null, and anything after the document; a name that an object has twice; more than {@link
 * #LARGEST_DOCUMENT} characters or bytes; more than {@link #MOST_VALUES} values; more than {@link
 * #DEEPEST_NESTING} objects and lists inside one another; a byte order mark at the beginning, bytes
 * that are not UTF-8 and characters that are not Unicode. JSON is read without extensions such as
 * comments and {@code NaN}.
 *
 * <p>Of YAML only that is read which JSON can say as well, and comments: anchors, aliases, tags and
 * merge keys are refused. What YAML takes for a number or a truth value must be written as in JSON
 * ({@code 054}, {@code 0x1F}, {@code 1_000}, {@code True} and {@code yes} are refused, and are a
 * text when they stand in quotes); every other plain word is a text, dates too.
 */
public final class DocumentParser {

  /** The most characters, or bytes where bytes are given, that a document may have: 1 MiB. */
  public static final int LARGEST_DOCUMENT = 1 << 20;

  /** The most values that a document may have, objects and lists among them. */
  public static final int MOST_VALUES = 20_000;

  /** The most objects and lists that may stand inside one another. */
  public static final int DEEPEST_NESTING = 50;

  private final Syntax syntax;
  private final DocumentPath root;
  private final boolean deferring;

  private DocumentParser(Syntax syntax, DocumentPath root, boolean deferring) {
    this.syntax = syntax;
    this.root = root;
    this.deferring = deferring;
  }

  private static DocumentParser of(Syntax syntax, String rootName) {
    return new DocumentParser(
        syntax, DocumentPath.root(requireNonNull(rootName, "rootName")), false);
  }

  /**
   * A parser of JSON documents.
   *
   * @param rootName what the path of the document as a whole is, {@code case} for a case document;
   *     it stands in messages
   */
  public static DocumentParser json(String rootName) {
    return of(Syntax.JSON, rootName);
  }

  /**
   * A parser of YAML documents.
   *
   * @param rootName what the path of the document as a whole is, {@code case} for a case document;
   *     it stands in messages
   */
  public static DocumentParser yaml(String rootName) {
    return of(Syntax.YAML, rootName);
  }

  /**
   * The same parser, but that two things are refused only when they are read: an object that has a
   * name twice, when its fields are; and what YAML takes for a number or a truth value and is not
   * written as in JSON, when its value is. So one part of a document may be refused and others
   * read. Who leaves a field unread does not learn that it would be refused.
   */
  public DocumentParser deferringRefusals() {
    return new DocumentParser(syntax, root, true);
  }

  /**
   * Reads a document.
   *
   * @throws InvalidDocumentException for what this class refuses
   */
  public DocumentNode parse(String document) {
    SourceText source = SourceText.of(document, syntax, root);
    try (JsonParser parser = syntax.open(document)) {
      return new TreeReader(syntax, source, parser, root, deferring).read();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  /**
   * Reads a document in UTF-8.
   *
   * @throws InvalidDocumentException for what this class refuses
   */
  public DocumentNode parse(byte[] document) {
    return parse(SourceText.decode(document, root));
  }

  /**
   * Reads a document in UTF-8: all that the stream holds, at most {@link #LARGEST_DOCUMENT} bytes
   * and one. The stream stays open.
   *
   * @throws InvalidDocumentException for what this class refuses
   * @throws IOException when the stream cannot be read
   */
  public DocumentNode parse(InputStream document) throws IOException {
    return parse(document.readNBytes(LARGEST_DOCUMENT + 1));
  }
}
