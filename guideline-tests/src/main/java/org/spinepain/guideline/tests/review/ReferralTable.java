package org.spinepain.guideline.tests.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.json.CaseDocuments;
import org.spinepain.guideline.model.json.DocumentParser;
import org.spinepain.guideline.review.Referral;

/**
 * Referrals as CSV (RFC 4180), one a row, each of one procedure. Each row becomes a case document,
 * so that nothing is read otherwise than there.
 */
final class ReferralTable implements ReferralSource {

  private static final JsonFactory JSON = new JsonFactory();

  /** What a decoder puts in the place of bytes that are none of its encoding. */
  private static final String UNREADABLE = "\uFFFD";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final ReferralMapping mapping;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> rows;
  private final int width;
  private final Map<ReferralField, Integer> at = new EnumMap<>(ReferralField.class);
  private long line = 1;

  ReferralTable(String file, InputStream in, ReferralMapping mapping) throws IOException {
    this.file = file;
    this.mapping = mapping;
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
            .ofCsvRecord(text);
    this.rows = reader.iterator();
    List<String> header =
        nextRow()
            .map(row -> new ArrayList<>(row.getFields()))
            .orElseThrow(() -> new ReferralFileException(file, "found nothing, allowed is CSV"));
    header.replaceAll(String::strip);
    this.width = header.size();
    mapping.columns().values().forEach(column -> at.put(column.field(), index(column, header)));
  }

  /** Without the mark before it, after which a quote would not be one. */
  private static Reader withoutMark(Reader text) throws IOException {
    PushbackReader unmarked = new PushbackReader(text);
    int first = unmarked.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
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
              + named(header));
    }
    return header.indexOf(column.name());
  }

  /** The first row of an export without a header is of a person: only names of columns are told. */
  private String named(List<String> header) {
    List<String> names = mapping.columns().values().stream().map(MappedColumn::name).toList();
    List<String> known = header.stream().filter(names::contains).toList();
    return known.isEmpty() ? "none" : String.join(", ", known);
  }

  @Override
  public Optional<RawReferral> next() throws IOException {
    return nextRow().map(Row::new);
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
          "after the record of this line: found a record that does not end, or goes on after its"
              + " closing quote; allowed is CSV as RFC 4180 has it, quotes doubled within quotes");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private final class Row implements RawReferral {

    private final CsvRecord row;

    Row(CsvRecord row) {
      this.row = row;
    }

    @Override
    public long line() {
      return row.getStartingLineNumber();
    }

    @Override
    public int length() {
      return row.getFields().stream().mapToInt(String::length).sum();
    }

    @Override
    public Referral read(BiConsumer<String, String> unmapped) {
      if (row.getFieldCount() != width) {
        throw new InvalidCaseException(
            "record", row.getFieldCount() + " fields", width + " fields, as the header has");
      }
      Map<ReferralField, Optional<String>> values = new EnumMap<>(ReferralField.class);
      List<String[]> notMapped = new ArrayList<>();
      mapping.constants().forEach((field, value) -> values.put(field, Optional.of(value)));
      mapping
          .columns()
          .forEach(
              (field, column) ->
                  values.put(
                      field,
                      column.value(
                          readable(field, row.getField(at.get(field))),
                          (name, code) -> notMapped.add(new String[] {name, code}))));
      Referral referral =
          new Referral(
              CaseDocuments.readJson(document(values)),
              values.getOrDefault(ReferralField.CLINIC, Optional.empty()),
              values.getOrDefault(ReferralField.REFERRER, Optional.empty()),
              values.getOrDefault(ReferralField.PERSON, Optional.empty()));
      notMapped.forEach(each -> unmapped.accept(each[0], each[1]));
      return referral;
    }

    /** Of a made-up row it says so too, whatever columns the mapping names. */
    private String lineAsId() {
      boolean madeUp = row.getFields().stream().anyMatch(MadeUpReferrals::isMadeUp);
      return (madeUp ? MadeUpReferrals.CODES : "") + "line " + line();
    }

    private String readable(ReferralField field, String cell) {
      if (cell.contains(UNREADABLE)) {
        throw new InvalidCaseException(
            field.path(), "bytes of another encoding", "text in " + mapping.encoding().name());
      }
      return cell;
    }

    private String document(Map<ReferralField, Optional<String>> values) {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        json.writeStartObject();
        json.writeStringField(
            "caseId",
            values.getOrDefault(ReferralField.CASE_ID, Optional.empty()).orElseGet(this::lineAsId));
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
        json.writeStartObject();
        for (ReferralField field : ReferralField.values()) {
          if (field.path().startsWith("procedure.")) {
            write(json, field, values);
          }
        }
        json.writeEndObject();
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
