package org.spinepain.guideline.model.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.Stated;

/**
 * A value of a document, with its path and its place. A {@link DocumentParser} makes it.
 *
 * <p>The methods that read a value take exactly one kind and convert nothing; what is of another
 * kind, null too, is refused with an {@link InvalidDocumentException} that tells what is allowed.
 * Immutable.
 */
public final class DocumentNode {

  /** The kinds of values. */
  public enum Kind {
    /** An object: names, each with a value. */
    OBJECT,
    /** A list of values. */
    ARRAY,
    /** A text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Null: JSON's {@code null}; in YAML also {@code ~} and nothing at all. */
    NULL
  }

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)");
  private static final Pattern PERIOD =
      Pattern.compile("P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?");

  /** A step of a path: a name, or the index of an item. */
  private static final Pattern STEP =
      Pattern.compile("\\G\\.?([A-Za-z0-9_-]+)|\\G\\[([0-9]{1,9})]");

  private final Kind kind;
  private final DocumentPath path;
  private final Place place;
  private final String written;
  private final List<DocumentNode> items;
  private final Map<String, DocumentNode> entries;
  private final InvalidDocumentException refusal;

  private DocumentNode(
      Kind kind,
      DocumentPath path,
      Place place,
      String written,
      List<DocumentNode> items,
      Map<String, DocumentNode> entries,
      InvalidDocumentException refusal) {
    this.kind = kind;
    this.path = path;
    this.place = place;
    this.written = written;
    this.items = items;
    this.entries = entries;
    this.refusal = refusal;
  }

  /** A text, number, boolean or null, as it is written in the document. */
  static DocumentNode scalar(Kind kind, DocumentPath path, Place place, String written) {
    return new DocumentNode(kind, path, place, written, List.of(), Map.of(), null);
  }

  static DocumentNode array(DocumentPath path, Place place, List<DocumentNode> items) {
    return new DocumentNode(Kind.ARRAY, path, place, "a list", List.copyOf(items), Map.of(), null);
  }

  /**
   * @param entries in the order of the document; not to be changed any more
   */
  static DocumentNode object(DocumentPath path, Place place, Map<String, DocumentNode> entries) {
    return new DocumentNode(
        Kind.OBJECT,
        path,
        place,
        "an object",
        List.of(),
        Collections.unmodifiableMap(entries),
        null);
  }

  /** The same value, refused so when it is read. */
  DocumentNode refused(InvalidDocumentException when) {
    return new DocumentNode(kind, path, place, written, items, entries, when);
  }

  /** The kind of this value. */
  public Kind kind() {
    return kind;
  }

  /**
   * The path from the root: {@code pain.onset}, {@code procedures[0].injectate}; for the root the
   * name that its parser gave it. A field whose name is not made of letters, digits, hyphens and
   * underscores is shown as {@code pain["the name"]}.
   */
  public String path() {
    return path.text();
  }

  /**
   * The line, from 1, in which this value begins; of a field, the line in which its name begins.
   */
  public int line() {
    return place.line();
  }

  /** The column, from 1, that goes with {@link #line()}. */
  public int column() {
    return place.column();
  }

  /**
   * The fields of this object by their names, in the order of the document.
   *
   * @throws InvalidDocumentException when this is no object
   */
  public Map<String, DocumentNode> entries() {
    require(Kind.OBJECT, "an object");
    return entries;
  }

  /**
   * A field of this object, if it is there.
   *
   * @throws InvalidDocumentException when this is no object
   */
  public Optional<DocumentNode> field(String name) {
    return Optional.ofNullable(entries().get(name));
  }

  /**
   * A field that must be there.
   *
   * @throws InvalidDocumentException when this is no object, or has no such field
   */
  public DocumentNode requiredField(String name) {
    return field(name)
        .orElseThrow(
            () ->
                new InvalidDocumentException(
                    path.field(name).text(), "nothing", "a value; the field is required", place));
  }

  /**
   * Checks that this is an object with no other fields than these. It need not have all of them.
   *
   * @throws InvalidDocumentException when this is no object, or at its first field with another
   *     name
   */
  public void requireFields(String... allowed) {
    List<String> names = List.of(allowed);
    for (Map.Entry<String, DocumentNode> entry : entries().entrySet()) {
      if (!names.contains(entry.getKey())) {
        DocumentNode unknown = entry.getValue();
        throw new InvalidDocumentException(
            unknown.path,
            path,
            unknown.shown(),
            "only the fields " + String.join(", ", allowed),
            unknown.place);
      }
    }
  }

  /**
   * The values of this list.
   *
   * @throws InvalidDocumentException when this is no list
   */
  public List<DocumentNode> items() {
    require(Kind.ARRAY, "a list");
    return items;
  }

  /**
   * This text; it may be empty.
   *
   * @throws InvalidDocumentException when this is no text
   */
  public String text() {
    require(Kind.TEXT, "a text");
    return written;
  }

  /**
   * This number, written without a fraction and without an exponent.
   *
   * @throws InvalidDocumentException when this is no such number, or no {@code int} can hold it
   */
  public int wholeNumber() {
    require(Kind.NUMBER, "a whole number");
    if (!WHOLE_NUMBER.matcher(written).matches()) {
      throw refuse("a whole number, without fraction and exponent");
    }
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException tooFar) {
      throw refuse("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
    }
  }

  /**
   * This truth value.
   *
   * @throws InvalidDocumentException when this is not true or false
   */
  public boolean bool() {
    require(Kind.BOOLEAN, "true or false");
    return Boolean.parseBoolean(written);
  }

  /** Whether this is null. */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /**
   * The date of this text, exactly {@code yyyy-MM-dd}.
   *
   * @throws InvalidDocumentException when this is no text, is written otherwise, or the calendar
   *     has no such day
   */
  public LocalDate date() {
    String allowed = "a date of the calendar, as yyyy-MM-dd";
    require(Kind.TEXT, allowed);
    if (!isDate(written)) {
      throw refuse(allowed);
    }
    try {
      return LocalDate.of(
          Integer.parseInt(written, 0, 4, 10),
          Integer.parseInt(written, 5, 7, 10),
          Integer.parseInt(written, 8, 10, 10));
    } catch (DateTimeException impossible) {
      throw refuse(allowed);
    }
  }

  private static boolean isDate(String text) {
    boolean date = text.length() == 10;
    for (int i = 0; date && i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 4 || i == 7;
      date = hyphen ? c == '-' : (c >= '0' && c <= '9');
    }
    return date;
  }

  /**
   * The period of this text, such as {@code P12W}, {@code P3M} or {@code P1Y6M}; it may be zero.
   *
   * @throws InvalidDocumentException when this is no text, is written otherwise, or is longer than
   *     a {@link Period} can be
   */
  public Period period() {
    String allowed = "a period such as P12W, P3M or P1Y6M, in capitals and without sign";
    require(Kind.TEXT, allowed);
    if (!PERIOD.matcher(written).matches()) {
      throw refuse(allowed);
    }
    try {
      return Period.parse(written);
    } catch (DateTimeParseException | ArithmeticException tooLong) { // the latter for weeks
      throw refuse(allowed);
    }
  }

  /**
   * The constant of which this text is the code; upper and lower case differ.
   *
   * @throws InvalidDocumentException when this is no text, or not the code of one
   */
  public <E extends Enum<E> & Coded> E constant(Class<E> type) {
    return coded(type).orElseThrow(() -> refuse("one of " + String.join(", ", Coded.codes(type))));
  }

  /**
   * The constant of which this text is the code, or nothing when it is the word that documents
   * write for what is not known; upper and lower case differ.
   *
   * @throws InvalidDocumentException when this is no text, or neither a code nor that word
   */
  public <E extends Enum<E> & Coded> Optional<E> constant(Class<E> type, String unknown) {
    Optional<E> constant = coded(type);
    if (constant.isEmpty() && !(kind == Kind.TEXT && written.equals(unknown))) {
      throw refuse("one of " + String.join(", ", Coded.codes(type)) + ", " + unknown);
    }
    return constant;
  }

  /**
   * The constant whose code a field of this object holds, as {@link #constant(Class, String)} reads
   * it; nothing when there is no such field.
   *
   * @throws InvalidDocumentException when this is no object, or the field holds no such text
   */
  public <E extends Enum<E> & Coded> Optional<E> constant(
      String field, Class<E> type, String unknown) {
    return field(field).flatMap(value -> value.constant(type, unknown));
  }

  /**
   * What a field of this object states: the constant of which it holds the code, that it is not
   * specified when it holds that word, or nothing when there is no such field.
   *
   * @throws InvalidDocumentException when this is no object, or the field holds no such text
   */
  public <E extends Enum<E> & Coded> Stated<E> stated(
      String field, Class<E> type, String unspecified) {
    return field(field)
        .map(value -> value.constant(type, unspecified))
        .map(constant -> constant.map(Stated::of).orElseGet(Stated::unspecified))
        .orElseGet(Stated::nothing);
  }

  /**
   * The constants whose codes this list holds.
   *
   * @throws InvalidDocumentException when this is no list, or an item of it is no such code, or is
   *     there again
   */
  public <E extends Enum<E> & Coded> Set<E> constants(Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    for (DocumentNode item : items()) {
      if (!constants.add(item.constant(type))) {
        throw item.refuse("each code once");
      }
    }
    return constants;
  }

  /**
   * The value at a path such as {@code procedures[0].injectate}; where something of the path is not
   * there, or is no such step, the last value on the way.
   */
  public DocumentNode nearest(String path) {
    DocumentNode node = this;
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      Optional<DocumentNode> next =
          step.group(1) == null
              ? node.item(Integer.parseInt(step.group(2)))
              : Optional.ofNullable(node.entries.get(step.group(1)));
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    return node;
  }

  private Optional<DocumentNode> item(int index) {
    return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
  }

  /**
   * The refusal of this value, for the caller to throw when a value of the right kind says
   * something that is not allowed.
   *
   * @param allowed what is allowed; it stands in the message, so it must hold nothing of the
   *     document
   */
  public InvalidDocumentException refuse(String allowed) {
    return new InvalidDocumentException(path.text(), shown(), allowed, place);
  }

  /** The path of a field of this object, there or not. */
  DocumentPath fieldPath(String name) {
    return path.field(name);
  }

  /** What stands before the path of a field of this object. */
  String pathPrefix() {
    return path.prefix();
  }

  Place place() {
    return place;
  }

  private <E extends Enum<E> & Coded> Optional<E> coded(Class<E> type) {
    return kind == Kind.TEXT ? Coded.of(type, written) : Optional.empty();
  }

  private String shown() {
    return kind == Kind.TEXT ? "\"" + written + "\"" : written;
  }

  private void require(Kind wanted, String allowed) {
    if (refusal != null) {
      throw refusal;
    }
    if (kind != wanted) {
      throw refuse(allowed);
    }
  }
}
