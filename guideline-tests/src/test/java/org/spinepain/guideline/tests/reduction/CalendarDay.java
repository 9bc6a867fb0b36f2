package org.spinepain.guideline.tests.reduction;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

/**
 * A day of the Gregorian calendar, reckoned with whole numbers alone: the oracle of the tests in
 * this package. It shares nothing with {@code java.time}, whose types it only takes apart and puts
 * together, so that a misunderstanding of theirs is not tested against itself.
 *
 * @param year the year
 * @param month the month, from 1
 * @param day the day of the month, from 1
 */
record CalendarDay(int year, int month, int day) implements Comparable<CalendarDay> {

  private static final int DAYS_IN_400_YEARS = 400 * 365 + 97;
  private static final int[] DAYS_IN_MONTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** Refuses what is no day of the calendar. */
  CalendarDay {
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
      throw new IllegalArgumentException("no day of the calendar");
    }
  }

  static CalendarDay of(LocalDate date) {
    return new CalendarDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  static CalendarDay lastOf(int year, int month) {
    return new CalendarDay(year, month, daysInMonth(year, month));
  }

  LocalDate toLocalDate() {
    return LocalDate.of(year, month, day);
  }

  static int daysInMonth(int year, int month) {
    return DAYS_IN_MONTHS[month - 1] + (month == 2 && isLeap(year) ? 1 : 0);
  }

  private static boolean isLeap(int year) {
    return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
  }

  /** So many months later, or earlier; where that month has no such day, on its last one. */
  CalendarDay plusMonths(int months) {
    int all = year * 12 + (month - 1) + months;
    int newYear = Math.floorDiv(all, 12);
    int newMonth = Math.floorMod(all, 12) + 1;
    return new CalendarDay(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
  }

  CalendarDay plusYears(int years) {
    return plusMonths(12 * years);
  }

  CalendarDay plusDays(int days) {
    return ofNumber(number() + days);
  }

  /** First so many years and months earlier, then so many days. */
  CalendarDay minus(Period period) {
    return plusMonths(-12 * period.getYears() - period.getMonths()).plusDays(-period.getDays());
  }

  /** How many days later the other day is; negative when it is earlier. */
  int daysUntil(CalendarDay other) {
    return other.number() - number();
  }

  boolean isAfter(CalendarDay other) {
    return compareTo(other) > 0;
  }

  /** The days counted from the first of January of the year 0, which is 0. */
  private int number() {
    int cycle = Math.floorDiv(year, 400);
    int days = cycle * DAYS_IN_400_YEARS;
    for (int y = cycle * 400; y < year; y++) {
      days += isLeap(y) ? 366 : 365;
    }
    for (int m = 1; m < month; m++) {
      days += daysInMonth(year, m);
    }
    return days + day - 1;
  }

  private static CalendarDay ofNumber(int number) {
    int year = Math.floorDiv(number, DAYS_IN_400_YEARS) * 400;
    int left = Math.floorMod(number, DAYS_IN_400_YEARS);
    for (; left >= (isLeap(year) ? 366 : 365); year++) {
      left -= isLeap(year) ? 366 : 365;
    }
    int month = 1;
    for (; left >= daysInMonth(year, month); month++) {
      left -= daysInMonth(year, month);
    }
    return new CalendarDay(year, month, left + 1);
  }

  @Override
  public int compareTo(CalendarDay other) {
    return year != other.year
        ? Integer.compare(year, other.year)
        : month != other.month
            ? Integer.compare(month, other.month)
            : Integer.compare(day, other.day);
  }

  /** As {@code yyyy-MM-dd}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
  }
}
