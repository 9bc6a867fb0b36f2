package org.spinepain.guideline.review;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import org.spinepain.guideline.model.InvalidCaseException;
import org.spinepain.guideline.model.PainHistory;

/**
 * For whom a step of a protocol is: everybody of whom this holds.
 *
 * @param ageYears the ages in completed years, from 0 to 130
 * @param duration how long the pain has lasted, above zero and at most 130 years
 * @param pain what else the step says of the pain; without onset and duration
 */
public record Population(Range<Integer> ageYears, Range<Period> duration, PainHistory pain) {

  private static final int OLDEST = 130;

  /** Durations are compared as counted back from here; which of two is longer hardly differs. */
  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  /**
   * Refuses null with a {@link NullPointerException}; with an {@link InvalidCaseException} an age
   * or duration that cannot be, a range that ends before it begins, and pain with an onset or a
   * duration of one person.
   */
  public Population {
    requireNonNull(ageYears, "population.ageYears");
    requireNonNull(duration, "population.duration");
    requireNonNull(pain, "population.pain");
    ageYears.from().ifPresent(age -> checkAge("population.ageYears.from", age));
    ageYears.to().ifPresent(age -> checkAge("population.ageYears.to", age));
    duration.from().ifPresent(period -> checkDuration("population.duration.from", period));
    duration.to().ifPresent(period -> checkDuration("population.duration.to", period));
    if (youngest(ageYears) > oldest(ageYears)) {
      throw new InvalidCaseException(
          "population.ageYears.to", ageYears.to().orElseThrow().toString(), "not less than from");
    }
    if (onset(longest(duration), ANY_DAY).isAfter(onset(shortest(duration), ANY_DAY))) {
      throw new InvalidCaseException(
          "population.duration.to", duration.to().orElseThrow().toString(), "not less than from");
    }
    if (!onset(shortest(duration), ANY_DAY).isAfter(ANY_DAY.minusYears(oldest(ageYears) + 1L))) {
      throw new InvalidCaseException(
          "population.duration.from",
          shortest(duration).toString(),
          "a duration not longer than the life of the oldest");
    }
    if (pain.onset().isPresent() || pain.duration().isPresent()) {
      throw new InvalidCaseException(
          "population.pain", "onset or duration", "pain without onset and duration");
    }
  }

  private static void checkAge(String path, int age) {
    if (age < 0 || age > OLDEST) {
      throw new InvalidCaseException(
          path, Integer.toString(age), "a whole number from 0 to " + OLDEST);
    }
  }

  private static void checkDuration(String path, Period period) {
    if (!isPossible(period)) {
      throw new InvalidCaseException(
          path,
          period.toString(),
          "a period above zero with no negative part, of at most " + OLDEST + " years");
    }
  }

  private static boolean isPossible(Period period) {
    try {
      LocalDate onset = onset(period, ANY_DAY);
      return !period.isNegative()
          && onset.isBefore(ANY_DAY)
          && !onset.isBefore(ANY_DAY.minusYears(OLDEST));
    } catch (DateTimeException | ArithmeticException tooLong) {
      return false;
    }
  }

  int youngest() {
    return youngest(ageYears);
  }

  int oldest() {
    return oldest(ageYears);
  }

  /** The first onset that someone can have on this date. */
  LocalDate earliestOnset(LocalDate on) {
    return onset(longest(duration), on);
  }

  /** The last onset that someone can have on this date. */
  LocalDate latestOnset(LocalDate on) {
    return onset(shortest(duration), on);
  }

  private static int youngest(Range<Integer> ageYears) {
    return ageYears.from().orElse(0);
  }

  private static int oldest(Range<Integer> ageYears) {
    return ageYears.to().orElse(OLDEST);
  }

  private static Period shortest(Range<Period> duration) {
    return duration.from().orElse(Period.ofDays(1));
  }

  private static Period longest(Range<Period> duration) {
    return duration.to().orElse(Period.ofYears(OLDEST));
  }

  private static LocalDate onset(Period duration, LocalDate on) {
    return on.minus(duration);
  }
}
