package org.spinepain.guideline.tests.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.json.DocumentNode;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.model.json.InvalidDocumentException;

/**
 * What the columns of an export hold, as a mapping file in YAML tells; {@code
 * referral-mapping.schema.json} beside this class is its schema.
 *
 * <p>A code that the mapping does not name is never guessed: the fact is unknown and the code
 * counted, or the record is refused where the mapping says so. Of other causes of the pain a code
 * that is not named is always refused, since what is not listed counts as absent.
 */
public final class ReferralMapping {

  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "UTF-8", StandardCharsets.UTF_8,
          "ISO-8859-1", StandardCharsets.ISO_8859_1,
          "windows-1252", Charset.forName("windows-1252"));

  private static final Pattern DATE =
      Pattern.compile("[^A-Za-z']*(?:[dMHms]{1,2}|y{4}|[^A-Za-z'])+");

  private static final List<ReferralField> IDENTIFYING =
      List.of(ReferralField.CASE_ID, ReferralField.PERSON, ReferralField.BIRTH_DATE);

  private static final Map<String, String> UNITS =
      Map.of("days", "D", "weeks", "W", "months", "M", "years", "Y");

  private final char separator;
  private final Charset encoding;
  private final Map<ReferralField, MappedColumn> columns = new EnumMap<>(ReferralField.class);
  private final Map<ReferralField, String> constants = new EnumMap<>(ReferralField.class);

  private ReferralMapping(DocumentNode mapping) {
    mapping.requireFields("separator", "encoding", "columns", "constants");
    separator = mapping.field("separator").map(ReferralMapping::separator).orElse(',');
    encoding =
        mapping.field("encoding").map(ReferralMapping::encoding).orElse(StandardCharsets.UTF_8);
    mapping
        .requiredField("columns")
        .entries()
        .forEach((name, node) -> columns.put(field(name, node), column(field(name, node), node)));
    mapping.requiredField("columns").entries().forEach(this::requireUnpublished);
    mapping.field("constants").ifPresent(this::readConstants);
    if (!columns.containsKey(ReferralField.ASSESSED_ON)
        && !constants.containsKey(ReferralField.ASSESSED_ON)) {
      throw mapping
          .requiredField("columns")
          .refuse("columns with assessedOn, unless it is a constant");
    }
  }

  /**
   * Reads a mapping from YAML in UTF-8, with a byte order mark or without, to the end of the
   * stream, which stays open.
   *
   * @throws IOException when the stream cannot be read
   * @throws InvalidDocumentException for what is no mapping: what the schema does not allow, a
   *     field that is mapped twice, a code that documents do not have, another field in the column
   *     of caseId, person or patient.birthDate
   */
  public static ReferralMapping read(InputStream yaml) throws IOException {
    return new ReferralMapping(DocumentParser.yaml("mapping").parse(new UnmarkedStream(yaml)));
  }

  /** What tells who a person is, is no label or code too: those are published. */
  private void requireUnpublished(String name, DocumentNode node) {
    MappedColumn column = columns.get(field(name, node));
    for (ReferralField of : IDENTIFYING) {
      MappedColumn identifying = columns.get(of);
      if (identifying != null
          && identifying.field() != column.field()
          && identifying.name().equals(column.name())) {
        throw node.refuse(
            "another column than that of " + of.path() + ", which no other field is mapped to");
      }
    }
  }

  private static char separator(DocumentNode node) {
    if (!List.of(",", ";", "\t", "|").contains(node.text())) {
      throw node.refuse("one of , ; | and a tab, \"\\t\"");
    }
    return node.text().charAt(0);
  }

  private static Charset encoding(DocumentNode node) {
    return Optional.ofNullable(ENCODINGS.get(node.text()))
        .orElseThrow(() -> node.refuse("one of UTF-8, ISO-8859-1, windows-1252"));
  }

  private static ReferralField field(String name, DocumentNode node) {
    return ReferralField.of(name)
        .orElseThrow(() -> node.refuse("the name of a field: one of " + ReferralField.paths()));
  }

  private static MappedColumn column(ReferralField field, DocumentNode node) {
    if (node.kind() == DocumentNode.Kind.TEXT) {
      return new MappedColumn(
          field, name(node), Optional.empty(), Optional.empty(), Map.of(), field.mustBeKnown());
    }
    switch (field.kind()) {
      case DATE -> node.requireFields("column", "format");
      case DURATION -> node.requireFields("column", "unit");
      case CODE -> node.requireFields("column", "codes", "unmapped");
      default -> node.requireFields("column");
    }
    return new MappedColumn(
        field,
        name(node.requiredField("column")),
        node.field("format").map(ReferralMapping::format),
        node.field("unit").map(ReferralMapping::unit),
        node.field("codes").map(codes -> codes(field, codes)).orElse(Map.of()),
        node.field("unmapped").map(how -> refuses(field, how)).orElse(field.mustBeKnown()));
  }

  private static String name(DocumentNode node) {
    if (node.text().isBlank()) {
      throw node.refuse("the name of a column");
    }
    return node.text();
  }

  private static MappedColumn.DateFormat format(DocumentNode node) {
    String pattern = node.text();
    if (!DATE.matcher(pattern).matches()
        || !pattern.contains("d")
        || !pattern.contains("M")
        || !pattern.contains("yyyy")) {
      throw noFormat(node);
    }
    try {
      // A strict reader wants the year as u: y is the year of an era.
      return new MappedColumn.DateFormat(
          pattern,
          DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT));
    } catch (IllegalArgumentException noPattern) {
      throw noFormat(node);
    }
  }

  private static InvalidDocumentException noFormat(DocumentNode node) {
    return node.refuse(
        "a pattern of day, month and year such as dd/MM/yyyy, with a time where there is one:"
            + " dd/MM/yyyy HH:mm");
  }

  private static MappedColumn.Unit unit(DocumentNode node) {
    return Optional.ofNullable(UNITS.get(node.text()))
        .map(letter -> new MappedColumn.Unit(node.text(), letter))
        .orElseThrow(() -> node.refuse("one of days, weeks, months, years"));
  }

  private static Map<String, String> codes(ReferralField field, DocumentNode node) {
    Map<String, String> codes = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (local, code) -> {
              String key = local.strip();
              if (codes.put(key, code(field, code)) != null) {
                throw code.refuse("each code once");
              }
            });
    return Map.copyOf(codes);
  }

  private static String code(ReferralField field, DocumentNode node) {
    if (!field.codes().contains(node.text())) {
      throw node.refuse("one of " + String.join(", ", field.codes()));
    }
    return node.text();
  }

  private static boolean refuses(ReferralField field, DocumentNode node) {
    if (node.text().equals("refuse")) {
      return true;
    }
    if (!node.text().equals("unknown") || field.mustBeKnown()) {
      throw node.refuse(
          field.mustBeKnown()
              ? "refuse: what is not listed counts as absent"
              : "one of unknown, refuse");
    }
    return false;
  }

  private void readConstants(DocumentNode node) {
    node.entries()
        .forEach(
            (name, value) -> {
              ReferralField field = field(name, value);
              if (columns.containsKey(field)) {
                throw value.refuse("a field that no column is mapped to");
              }
              switch (field.kind()) {
                case CODE -> code(field, value);
                case DATE -> value.date();
                case NUMBER -> value.wholeNumber();
                case DURATION -> value.period();
                default -> value.text();
              }
              constants.put(
                  field,
                  field.kind() == ReferralField.Kind.NUMBER
                      ? Integer.toString(value.wholeNumber())
                      : value.text());
            });
  }

  char separator() {
    return separator;
  }

  Charset encoding() {
    return encoding;
  }

  Map<ReferralField, MappedColumn> columns() {
    return columns;
  }

  Map<ReferralField, String> constants() {
    return constants;
  }
}
