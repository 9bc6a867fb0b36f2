package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.review.Referral;
import org.spinepain.guideline.review.UnmappedCode;

/**
 * Referrals as CSV (RFC 4180), each row a procedure. Adjacent rows with the same case id are one
 * case, any other row is one of its own. Each case becomes a case document, so that nothing is read
 * otherwise than there. A case whose rows have more characters together than such a document may
 * have is refused, and they are not held.
 */
final class ReferralTable implements ReferralSource {

  private static final JsonFactory JSON = new JsonFactory();

  /** One more than a case may have procedures: more are refused, and need not be held for that. */
  private static final int MOST_ROWS_HELD = 101;

  private final String file;
  private final ReferralMapping mapping;
  private final ExportEncoding encoding;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> rows;
  private final int width;
  private final Map<ReferralField, Integer> at = new EnumMap<>(ReferralField.class);
  private long line = 1;
  private Optional<CsvRecord> ahead;

  ReferralTable(String file, InputStream in, ReferralMapping mapping) throws IOException {
    this.file = file;
    this.mapping = mapping;
    this.encoding = new ExportEncoding(mapping.encoding());
    Reader text = withoutMark(new InputStreamReader(in, mapping.encoding()));
    this.reader =
        CsvReader.builder()
            .fieldSeparator(mapping.separator())
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(DocumentParser.LARGEST_DOCUMENT)
            .build(rowsOfBoundedLength(), text);
    this.rows = reader.iterator();
    List<String> header =
        nextRow()
            .map(row -> new ArrayList<>(row.getFields()))
            .orElseThrow(() -> new ReferralFileException(file, "found nothing, allowed is CSV"));
    header.replaceAll(String::strip);
    this.width = header.size();
    mapping.columns().values().forEach(column -> at.put(column.field(), index(column, header)));
    this.ahead = nextRow();
  }

  private static CsvRecordHandler rowsOfBoundedLength() {
    return CsvRecordHandler.builder()
        .maxFieldSize(DocumentParser.LARGEST_DOCUMENT)
        .maxRecordSize(DocumentParser.LARGEST_DOCUMENT)
        .build();
  }

  /** Without the mark before it, after which a quote would not be one. */
  private static Reader withoutMark(Reader text) throws IOException {
    PushbackReader unmarked = new PushbackReader(text);
    int first = unmarked.read();
    if (first >= 0 && first != ExportEncoding.BYTE_ORDER_MARK) {
      unmarked.unread(first);
    }
    return unmarked;
  }

  private int index(MappedColumn column, List<String> header) {
    int times = Collections.frequency(header, column.name());
    if (times != 1) {
      throw new ReferralFileException(
          file,
          1,
          "found "
              + (times == 0 ? "no column " : times + " columns ")
              + column.name()
              + ", allowed is one, which the mapping names for "
              + column.field().path()
              + "; the first row has "
              + header.size()
              + " fields, of which the mapping names "
              + named(header)
              + suspicion(header));
    }
    return header.indexOf(column.name());
  }

  /** The first row of an export without a header is of a person: only names of columns are told. */
  private String named(List<String> header) {
    List<String> names = mapping.columns().values().stream().map(MappedColumn::name).toList();
    List<String> known = header.stream().filter(names::contains).toList();
    return known.isEmpty() ? "none" : String.join(", ", known);
  }

  /** What may be wrong with the file or the mapping rather than with the columns. */
  private String suspicion(List<String> header) {
    if (header.get(0).regionMatches(true, 0, "sep=", 0, "sep=".length())) {
      return "; remove this row, a line sep= that a spreadsheet wrote for itself: the mapping has"
          + " the separator";
    }
    String ofSeparator =
        header.size() == 1 ? "; the mapping has " + mapping.separator() + " as the separator" : "";
    return encoding.suspicion(header).map(what -> "; " + what).orElse(ofSeparator);
  }

  @Override
  public Optional<RawReferral> next() throws IOException {
    if (ahead.isEmpty()) {
      return Optional.empty();
    }
    List<CsvRecord> rowsOfCase = new ArrayList<>(1);
    Optional<String> caseId = caseId(ahead.get());
    long length = 0;
    do {
      CsvRecord row = ahead.get();
      length += length(row);
      boolean room =
          length <= DocumentParser.LARGEST_DOCUMENT && rowsOfCase.size() < MOST_ROWS_HELD;
      if (room || rowsOfCase.isEmpty()) {
        rowsOfCase.add(row);
      }
      ahead = nextRow();
    } while (caseId.isPresent() && ahead.flatMap(this::caseId).equals(caseId));
    return Optional.of(new Rows(rowsOfCase, length > DocumentParser.LARGEST_DOCUMENT));
  }

  /** How many characters a row has, with one after each field. */
  private static int length(CsvRecord row) {
    return row.getFields().stream().mapToInt(String::length).sum() + row.getFieldCount();
  }

  /** The case of a row, unless it names none that can be read. */
  private Optional<String> caseId(CsvRecord row) {
    Integer index = at.get(ReferralField.CASE_ID);
    return index == null || index >= row.getFieldCount()
        ? Optional.empty()
        : Optional.of(row.getField(index).strip())
            .filter(id -> !id.isEmpty() && !id.contains(ExportEncoding.UNREADABLE));
  }

  private Optional<CsvRecord> nextRow() throws IOException {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      CsvRecord row = rows.next();
      line = row.getStartingLineNumber();
      return Optional.of(row);
    } catch (CsvParseException e) {
      // Its message may quote the row.
      throw new ReferralFileException(
          file,
          line,
          "after the record of this line: found a record that does not end within "
              + DocumentParser.LARGEST_DOCUMENT
              + " characters, or goes on after its closing quote; allowed is CSV as RFC 4180 has"
              + " it, quotes doubled within quotes");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private final class Rows implements RawReferral {

    private final List<CsvRecord> rowsOfCase;
    private final boolean tooLong;

    /** The rows of a case, or the first of them when they are too long together. */
    Rows(List<CsvRecord> rowsOfCase, boolean tooLong) {
      this.rowsOfCase = rowsOfCase;
      this.tooLong = tooLong;
    }

    @Override
    public long line() {
      return rowsOfCase.get(0).getStartingLineNumber();
    }

    @Override
    public int length() {
      return rowsOfCase.stream().mapToInt(ReferralTable::length).sum();
    }

    @Override
    public Referral read(BiConsumer<String, String> unmapped) {
      if (tooLong) {
        String most = DocumentParser.LARGEST_DOCUMENT + " characters";
        throw new InvalidCaseException(
            "record", "more than " + most, "rows of one case with at most " + most + " together");
      }
      Map<ReferralField, Optional<String>> facts = Map.of();
      List<Map<ReferralField, Optional<String>>> procedures = new ArrayList<>();
      Set<UnmappedCode> ofCase = new LinkedHashSet<>();
      List<UnmappedCode> ofProcedures = new ArrayList<>();
      for (CsvRecord row : rowsOfCase) {
        Map<ReferralField, Optional<String>> ofRow = values(row, false, ofCase);
        if (procedures.isEmpty()) {
          facts = ofRow;
        } else {
          requireSame(facts, ofRow, row);
        }
        procedures.add(values(row, true, ofProcedures));
      }
      Referral referral =
          new Referral(
              CaseDocuments.readJson(document(facts, procedures)),
              facts.getOrDefault(ReferralField.CLINIC, Optional.empty()),
              facts.getOrDefault(ReferralField.REFERRER, Optional.empty()),
              facts.getOrDefault(ReferralField.PERSON, Optional.empty()));
      ofCase.forEach(each -> unmapped.accept(each.column(), each.code()));
      ofProcedures.forEach(each -> unmapped.accept(each.column(), each.code()));
      return referral;
    }

    private Map<ReferralField, Optional<String>> values(
        CsvRecord row, boolean ofProcedure, Collection<UnmappedCode> notMapped) {
      if (row.getFieldCount() != width) {
        throw new InvalidCaseException(
            "record", row.getFieldCount() + " fields", width + " fields, as the header has");
      }
      Map<ReferralField, Optional<String>> values = new EnumMap<>(ReferralField.class);
      mapping
          .constants()
          .forEach(
              (field, value) -> {
                if (field.isOfProcedure() == ofProcedure) {
                  values.put(field, Optional.of(value));
                }
              });
      mapping
          .columns()
          .forEach(
              (field, column) -> {
                if (field.isOfProcedure() == ofProcedure) {
                  values.put(
                      field,
                      column.value(
                          readable(field, row.getField(at.get(field))),
                          (name, code) -> notMapped.add(new UnmappedCode(name, code))));
                }
              });
      return values;
    }

    /** Of the first row and of this one; what is not known must be unknown by the same code. */
    private void requireSame(
        Map<ReferralField, Optional<String>> facts,
        Map<ReferralField, Optional<String>> ofRow,
        CsvRecord row) {
      facts.forEach(
          (field, value) -> {
            boolean same =
                value.equals(ofRow.get(field))
                    && (value.isPresent()
                        || cell(field, row).equals(cell(field, rowsOfCase.get(0))));
            if (!same) {
              throw new InvalidCaseException(
                  field.path(), "several values", "the same value in adjacent rows of one caseId");
            }
          });
    }

    private String cell(ReferralField field, CsvRecord row) {
      return row.getField(at.get(field)).strip();
    }

    /** Whatever columns the mapping names. */
    @Override
    public boolean isMadeUp(Optional<Referral> read) {
      return read.filter(MadeUpReferrals::isMadeUp).isPresent()
          || rowsOfCase.stream()
              .flatMap(row -> row.getFields().stream())
              .anyMatch(cell -> MadeUpReferrals.isMadeUp(cell.strip()));
    }

    private String readable(ReferralField field, String cell) {
      Optional<String> allowed = encoding.allowedInsteadOf(cell);
      if (allowed.isPresent()) {
        throw new InvalidCaseException(field.path(), "bytes of another encoding", allowed.get());
      }
      return cell;
    }

    private String document(
        Map<ReferralField, Optional<String>> values,
        List<Map<ReferralField, Optional<String>>> procedures) {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        json.writeStartObject();
        json.writeStringField(
            "caseId",
            values
                .getOrDefault(ReferralField.CASE_ID, Optional.empty())
                .orElseGet(() -> "line " + line()));
        write(json, ReferralField.ASSESSED_ON, values);
        json.writeObjectFieldStart("patient");
        write(json, ReferralField.BIRTH_DATE, values);
        write(json, ReferralField.AGE, values);
        json.writeEndObject();
        json.writeObjectFieldStart("pain");
        for (ReferralField field : ReferralField.values()) {
          if (field.path().startsWith("pain.")) {
            write(json, field, values);
          }
        }
        json.writeEndObject();
        json.writeArrayFieldStart("procedures");
        for (Map<ReferralField, Optional<String>> procedure : procedures) {
          json.writeStartObject();
          for (ReferralField field : procedure.keySet()) {
            write(json, field, procedure);
          }
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      } catch (IOException impossible) {
        throw new UncheckedIOException("writing into memory", impossible);
      }
      return text.toString();
    }
  }

  private static void write(
      JsonGenerator json, ReferralField field, Map<ReferralField, Optional<String>> values)
      throws IOException {
    if (!values.containsKey(field)) {
      return;
    }
    String value = values.get(field).orElse(field.unknown());
    if (value.isEmpty()) {
      return;
    }
    String name = field.path().substring(field.path().lastIndexOf('.') + 1);
    if (field == ReferralField.AGE && value.matches("-?(0|[1-9][0-9]{0,8})")) {
      json.writeNumberField(name, Integer.parseInt(value));
    } else if (field == ReferralField.OTHER_CAUSES) {
      json.writeArrayFieldStart(name);
      for (String cause : List.of("infection", "fracture")) {
        if (value.equals(cause) || value.equals("both")) {
          json.writeString(cause);
        }
      }
      json.writeEndArray();
    } else {
      json.writeStringField(name, value);
    }
  }
}
