package org.spinepain.guideline.tests.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option as a date; what is none is told how a date is written. */
final class DateConverter implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "found \"" + Printable.of(date) + "\", allowed is a date of the calendar, as yyyy-MM-dd");
    }
  }
}
