package org.spinepain.guideline.tests.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.spinepain.guideline.model.Coded;
import org.spinepain.guideline.model.OtherCause;
import org.spinepain.guideline.model.Presence;
import org.spinepain.guideline.model.SpinalLevel;
import org.spinepain.guideline.model.fact.Injectate;
import org.spinepain.guideline.model.fact.Intent;
import org.spinepain.guideline.model.fact.PainPattern;
import org.spinepain.guideline.model.fact.PracticeUse;
import org.spinepain.guideline.model.fact.Setting;
import org.spinepain.guideline.model.fact.Technique;

/**
 * A document that has the form of a case, of which each detail is chosen by the next byte. A fuzzer
 * that changes a byte so changes one thing, and what it makes is mostly well-formed and often a
 * case: it gets past the parser, to where dates, durations and numbers are read and held against
 * each other. Where no byte is left all choices are the first, the most ordinary.
 */
final class MadeUpDocument {

  private static final List<String> NUMBERS =
      List.of(
          "3",
          "12",
          "1",
          "54",
          "18",
          "17",
          "0",
          "130",
          "131",
          "90",
          "2147483647",
          "2147483648",
          "-1",
          "-2147483648",
          "9223372036854775808",
          "1.5",
          "1e9",
          "99999999999999999999999");

  private static final List<String> UNITS = List.of("Y", "M", "W", "D");

  private final byte[] choices;
  private int next;
  private JsonGenerator out;

  private MadeUpDocument(byte[] choices) {
    this.choices = choices;
  }

  /** The document of these choices: as JSON, or as YAML, which the factory decides. */
  static String of(byte[] choices, JsonFactory syntax) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = syntax.createGenerator(text)) {
      MadeUpDocument document = new MadeUpDocument(choices);
      document.out = out;
      document.writeCase();
    } catch (IOException impossible) {
      throw new IllegalStateException("writing into memory", impossible);
    }
    return text.toString();
  }

  private interface Value {
    void write() throws IOException;
  }

  private void writeCase() throws IOException {
    out.writeStartObject();
    field("caseId", this::text);
    field("assessedOn", () -> date(2025));
    maybe("patient", this::patient);
    maybe("pain", this::pain);
    field("procedures", () -> list(this::procedure));
    maybe("practice", this::practice);
    out.writeEndObject();
  }

  private void patient() throws IOException {
    out.writeStartObject();
    switch (below(8)) {
      case 0, 1, 2 -> field("ageYears", this::number);
      case 3, 4, 5 -> field("birthDate", () -> date(1976));
      case 6 -> {
        field("ageYears", this::number);
        field("birthDate", () -> date(1976));
      }
      default -> {}
    }
    out.writeEndObject();
  }

  private void pain() throws IOException {
    out.writeStartObject();
    maybe("pattern", () -> code(PainPattern.class, "unspecified"));
    maybe("level", () -> code(SpinalLevel.class, "unspecified"));
    switch (below(8)) {
      case 0, 1, 2 -> field("duration", this::duration);
      case 3, 4, 5 -> field("onset", () -> date(2022));
      case 6 -> {
        field("duration", this::duration);
        field("onset", () -> date(2022));
      }
      default -> {}
    }
    maybe("cancer", () -> code(Presence.class, "unknown"));
    maybe("inflammatoryArthropathy", () -> code(Presence.class, "unknown"));
    maybe("otherCauses", () -> list(() -> code(OtherCause.class, "fracture")));
    out.writeEndObject();
  }

  private void procedure() throws IOException {
    out.writeStartObject();
    maybe("id", this::text);
    maybe("technique", () -> code(Technique.class, "unspecified"));
    maybe("injectate", () -> code(Injectate.class, "unspecified"));
    maybe("setting", () -> code(Setting.class, "unspecified"));
    maybe("intent", () -> code(Intent.class, "unspecified"));
    out.writeEndObject();
  }

  private void practice() throws IOException {
    out.writeStartObject();
    maybe("jurisdiction", this::text);
    maybe("proceduresRemainCommon", () -> out.writeBoolean(below(2) == 0));
    maybe("use", () -> code(PracticeUse.class, "patient-care"));
    out.writeEndObject();
  }

  private void maybe(String name, Value value) throws IOException {
    if (below(3) < 2) {
      field(name, value);
    }
  }

  /** The field, and seldom none, another, one that is twice, or one that holds anything. */
  private void field(String name, Value value) throws IOException {
    int choice = below(128);
    if (choice == 127) {
      return;
    }
    out.writeFieldName(choice == 126 ? textOf(below(8)) : name);
    if (choice == 125) {
      anything();
    } else {
      value.write();
    }
    if (choice == 124) {
      out.writeFieldName(name);
      value.write();
    }
  }

  /** One item, mostly; sometimes none, or several. */
  private void list(Value item) throws IOException {
    out.writeStartArray();
    int choice = below(64);
    int items = choice < 63 ? List.of(1, 1, 1, 1, 1, 2, 2, 3).get(choice % 8) : below(2) * 101;
    for (int i = 0; i < items; i++) {
      item.write();
    }
    out.writeEndArray();
  }

  private <E extends Enum<E> & Coded> void code(Class<E> type, String unknown) throws IOException {
    List<String> codes = Coded.codes(type);
    int choice = below(64);
    out.writeString(
        choice == 63 ? textOf(8) : choice >= 56 ? unknown : codes.get(choice % codes.size()));
  }

  /** Mostly of one of the four years up to this one, seldom one that the calendar does not have. */
  private void date(int latestYear) throws IOException {
    int choice = below(64);
    int year =
        choice < 48 ? latestYear - choice % 4 : choice < 60 ? 1896 + below(256) : below(256) * 40;
    int month = choice < 60 ? 1 + below(12) : below(14);
    int day = choice < 60 ? 1 + below(28) : below(33);
    out.writeString(String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day));
  }

  /** Years, months, weeks and days, some of them; seldom in another order or with a sign. */
  private void duration() throws IOException {
    StringBuilder duration = new StringBuilder(below(64) == 63 ? "-P" : "P");
    int units = below(16);
    for (int i = 0; i < UNITS.size(); i++) {
      if ((units & 1 << i) != 0 || (units == 0 && i == 1)) {
        duration.append(aNumber()).append(UNITS.get(i));
      }
    }
    out.writeString(
        below(64) == 63 ? duration.append(aNumber()).append('M').toString() : duration.toString());
  }

  private void number() throws IOException {
    if (below(64) == 63) {
      out.writeString(aNumber());
    } else {
      out.writeNumber(aNumber());
    }
  }

  private String aNumber() {
    int choice = below(64);
    return choice < NUMBERS.size() ? NUMBERS.get(choice) : Integer.toString(choice);
  }

  private void text() throws IOException {
    out.writeString("c" + textOf(below(8)));
  }

  /** Text of so many characters, seldom so many that it is refused. */
  private String textOf(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int choice = below(256);
      text.append((char) (choice < 0xF0 ? choice % 0x80 : choice << 8 | below(256)));
    }
    return text.toString().repeat(length == 7 ? 40 : 1);
  }

  private void anything() throws IOException {
    switch (below(6)) {
      case 0 -> out.writeNull();
      case 1 -> out.writeBoolean(true);
      case 2 -> out.writeNumber(aNumber());
      case 3 -> out.writeString(textOf(3));
      case 4 -> list(this::anything);
      default -> {
        out.writeStartObject();
        field("id", this::anything);
        out.writeEndObject();
      }
    }
  }

  /** The next choice, of so many. */
  private int below(int many) {
    return next < choices.length ? Byte.toUnsignedInt(choices[next++]) % many : 0;
  }
}
