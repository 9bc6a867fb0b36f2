package org.spinepain.guideline.tests.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.spinepain.guideline.model.InvalidCaseException;

/**
 * Where an export holds a field, and how.
 *
 * @param field the field
 * @param name the name of the column
 * @param format how it writes dates, if not as documents do
 * @param unit the unit of its durations, if they are numbers: the letter of a period
 * @param codes its local codes, each with the code that documents write; empty when it writes those
 * @param refusesUnmapped whether a record is refused for a code that is not mapped; else the fact
 *     is unknown
 */
record MappedColumn(
    ReferralField field,
    String name,
    Optional<DateFormat> format,
    Optional<Unit> unit,
    Map<String, String> codes,
    boolean refusesUnmapped) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  /**
   * A format of dates.
   *
   * @param pattern as the mapping writes it
   * @param formatter reads it
   */
  record DateFormat(String pattern, DateTimeFormatter formatter) {}

  /**
   * A unit of durations.
   *
   * @param name as the mapping writes it
   * @param letter as periods do
   */
  record Unit(String name, String letter) {}

  /**
   * The value of a cell as documents write it; empty when it is not known.
   *
   * @throws InvalidCaseException when the cell holds something else
   */
  Optional<String> value(String cell, BiConsumer<String, String> unmapped) {
    String text = cell.strip();
    if (codes.containsKey(text)) {
      return Optional.of(codes.get(text));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (field.kind()) {
      case TEXT, NUMBER -> Optional.of(text);
      case DATE -> Optional.of(date(text));
      case DURATION -> Optional.of(duration(text));
      case CODE -> code(text, unmapped);
    };
  }

  private Optional<String> code(String text, BiConsumer<String, String> unmapped) {
    if (codes.isEmpty() && field.codes().contains(text)) {
      return Optional.of(text);
    }
    if (refusesUnmapped) {
      throw refused(text, "a code that the mapping names for it");
    }
    unmapped.accept(name, text);
    return Optional.empty();
  }

  private String date(String text) {
    if (format.isEmpty()) {
      return text;
    }
    try {
      return LocalDate.parse(text, format.get().formatter()).toString();
    } catch (DateTimeException impossible) {
      throw refused(text, "a date of the calendar, as " + format.get().pattern());
    }
  }

  private String duration(String text) {
    if (unit.isEmpty()) {
      return text;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw refused(text, "a whole number of " + unit.get().name());
    }
    return "P" + text + unit.get().letter();
  }

  private InvalidCaseException refused(String found, String allowed) {
    return new InvalidCaseException(field.path(), "\"" + found + "\"", allowed);
  }
}
