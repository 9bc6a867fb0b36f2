package org.spinepain.guideline.model.json;

import java.util.Optional;
import org.spinepain.guideline.model.InvalidCaseException;

/**
 * A document that is refused. The message tells the field, the line and what is allowed; it holds
 * nothing that the document says, neither a value nor the name of an undocumented field, and there
 * is no cause, so that it may be logged.
 *
 * <p>{@link #path()} and {@link #found()} may hold what the document says, since a field that is
 * not documented is named in its path: show them only to who gave the document. Control characters
 * in them are escaped.
 */
public final class InvalidDocumentException extends InvalidCaseException {

  private static final long serialVersionUID = 1L;

  private final String documentedPath;
  private final int line;
  private final int column;
  private final String caseId;

  /**
   * @param documentedPath the path as far as it holds no name that the document made up
   * @param caseId the id of the case, or null
   */
  private InvalidDocumentException(
      String path,
      String documentedPath,
      String found,
      String allowed,
      Place place,
      String caseId) {
    super(path, Shown.of(found), allowed);
    this.documentedPath = documentedPath;
    this.line = place.line();
    this.column = place.column();
    this.caseId = caseId;
  }

  /** A refusal at a path whose names are all documented. */
  InvalidDocumentException(String path, String found, String allowed, Place place) {
    this(path, path, found, allowed, place, null);
  }

  /** A refusal at a path that is documented only as far as {@code documented}. */
  InvalidDocumentException(
      DocumentPath path, DocumentPath documented, String found, String allowed, Place place) {
    this(path.text(), documented.text(), found, allowed, place, null);
  }

  /** The same refusal, of the case with this id. */
  InvalidDocumentException ofCase(String id) {
    InvalidDocumentException same =
        new InvalidDocumentException(
            path(), documentedPath, found(), allowed(), new Place(line, column), id);
    same.setStackTrace(getStackTrace());
    return same;
  }

  @Override
  public String getMessage() {
    return documentedPath + " (line " + line + ", column " + column + "): allowed is " + allowed();
  }

  /**
   * What was found, at most 100 characters of it, control characters escaped. This is data of the
   * document: show it only to who gave the document.
   */
  @Override
  public String found() {
    return super.found();
  }

  /**
   * The line, from 1, in which the field begins that is refused; when it is absent, the object that
   * should hold it.
   */
  public int line() {
    return line;
  }

  /** The column, from 1, that goes with {@link #line()}. */
  public int column() {
    return column;
  }

  /**
   * The id of the case, when the document could be read as far as to hold a valid one. Empty when
   * the document is not well-formed, or is no case document.
   */
  public Optional<String> caseId() {
    return Optional.ofNullable(caseId);
  }
}
