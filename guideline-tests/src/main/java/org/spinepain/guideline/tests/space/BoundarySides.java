package org.spinepain.guideline.tests.space;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.spinepain.guideline.model.PainHistory;

/** An age, an onset and durations on each side of the boundaries of a pack. */
final class BoundarySides {

  static final LocalDate ASSESSED_ON = LocalDate.of(2025, 6, 30);

  private static final Map<Boundaries, BoundarySides> KNOWN = new ConcurrentHashMap<>();

  private static final int OLDEST_YEARS = 130;
  private static final int ADULT_SINCE_YEARS = 36;
  private static final int CHILD_FOR_YEARS = 6;
  private static final int CHRONIC_SINCE_MONTHS = 23;
  private static final int LONGEST_SHORT_DAYS = 28;
  private static final int LONGEST_MONTH_DAYS = 31;
  private static final LocalDate SHORTLY_BEFORE = LocalDate.of(2025, 6, 1);

  private final Boundaries boundaries;
  private final int adultYears;
  private final int childYears;
  private final LocalDate longAgo;
  private final Period longFor;
  private final Period shortFor;
  private final Period justChronic;

  /** None where the boundaries allow none. */
  private final Optional<Period> notYetChronic;

  private BoundarySides(Boundaries boundaries) {
    this.boundaries = boundaries;
    int months = boundaries.chronicMonths();
    this.adultYears = boundaries.adultYears() + ADULT_SINCE_YEARS;
    this.childYears = boundaries.adultYears() - CHILD_FOR_YEARS;
    this.longFor = Period.ofMonths(months + CHRONIC_SINCE_MONTHS);
    this.longAgo = ASSESSED_ON.minus(longFor).withDayOfMonth(1);
    this.justChronic = Period.ofMonths(months);
    this.shortFor =
        IntStream.iterate(LONGEST_SHORT_DAYS, days -> days > 0, days -> days - 1)
            .mapToObj(Period::ofDays)
            .filter(duration -> lies(duration, false, false))
            .findFirst()
            .orElseThrow(() -> none("acute pain that is stated and not near the boundary"));
    // The shortest is the one that is nearest to being far: 84 days for 3 months and 7 days.
    this.notYetChronic =
        IntStream.rangeClosed(1, months * LONGEST_MONTH_DAYS)
            .mapToObj(Period::ofDays)
            .filter(duration -> lies(duration, false, true))
            .findFirst();
    check();
  }

  /**
   * Those of these boundaries.
   *
   * @throws BoundariesException when there is none on one of the sides, as when nobody is younger
   *     than an adult
   */
  static BoundarySides of(Boundaries boundaries) {
    return KNOWN.computeIfAbsent(boundaries, BoundarySides::new);
  }

  int ageYears(boolean adult) {
    return adult ? adultYears : childYears;
  }

  /** With an onset on a side, which is near nothing, since nothing is rounded. */
  PainHistory since(PainHistory pain, boolean chronic) {
    return pain.since(chronic ? longAgo : SHORTLY_BEFORE);
  }

  /** With a stated duration on a side, near the boundary or not. */
  PainHistory lasting(PainHistory pain, boolean chronic, boolean near) {
    if (near) {
      return pain.lasting(
          chronic ? justChronic : notYetChronic.orElseThrow(this::noneNotYetChronic));
    }
    return pain.lasting(chronic ? longFor : shortFor);
  }

  private void check() {
    require(adultYears <= OLDEST_YEARS && boundaries.isAdult(adultYears), "an adult");
    // Before the child was born there was no pain.
    LocalDate born = ASSESSED_ON.minusYears(childYears + 1L).plusDays(1);
    require(
        childYears >= 0 && !boundaries.isAdult(childYears) && !longAgo.isBefore(born),
        "a child who can have had pain since " + longAgo);
    require(boundaries.isChronic(longAgo, ASSESSED_ON), "chronic pain with an onset");
    require(!boundaries.isChronic(SHORTLY_BEFORE, ASSESSED_ON), "acute pain with an onset");
    require(lies(longFor, true, false), "chronic pain that is stated and not near the boundary");
    require(lies(justChronic, true, true), "chronic pain that is stated and near the boundary");
    if (boundaries.nearDays() > 0 && notYetChronic.isEmpty()) {
      throw noneNotYetChronic();
    }
  }

  private boolean lies(Period duration, boolean chronic, boolean near) {
    LocalDate onset = ASSESSED_ON.minus(duration);
    return boundaries.isChronic(onset, ASSESSED_ON) == chronic
        && boundaries.isNear(onset, ASSESSED_ON) == near;
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw none(what);
    }
  }

  private BoundariesException noneNotYetChronic() {
    return none("acute pain that is stated and near the boundary");
  }

  private BoundariesException none(String what) {
    return new BoundariesException(boundaries, what + " on " + ASSESSED_ON);
  }
}
