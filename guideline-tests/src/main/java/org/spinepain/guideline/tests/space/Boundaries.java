package org.spinepain.guideline.tests.space;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.spinepain.guideline.tests.pack.PackSource;

/**
 * Where the descriptor of a pack says that ages and durations change sides.
 *
 * @param adultYears an adult has completed these years
 * @param chronicMonths chronic pain has lasted for these calendar months
 * @param nearDays a stated duration this close to the boundary, in days, may be rounded across it
 */
public record Boundaries(int adultYears, int chronicMonths, int nearDays) {

  private static final Boundaries BUNDLED = of(PackSource.bundled());

  /**
   * Those of a pack.
   *
   * @throws IllegalArgumentException when its descriptor does not say them as numbers
   */
  public static Boundaries of(PackSource pack) {
    return new Boundaries(
        number(pack, "boundary.adultYears"),
        number(pack, "boundary.chronicMonths"),
        number(pack, "boundary.nearDays"));
  }

  /** Those of the pack that is on the classpath. */
  static Boundaries bundled() {
    return BUNDLED;
  }

  /**
   * Whether these boundaries allow a combination in its context: where only a duration that reaches
   * the boundary to the day is near it, none that is acute is.
   */
  public boolean allow(Combination combination) {
    return nearDays > 0 || !CaseSpace.isAcuteAndNear(combination);
  }

  /**
   * Requires that a case can be made on each of their sides.
   *
   * @throws BoundariesException when there is none on one, as when nobody is younger than an adult
   */
  public void requireCases() {
    BoundarySides.of(this);
  }

  /** Whether someone who has completed these years is an adult. */
  public boolean isAdult(int ageYears) {
    return ageYears >= adultYears;
  }

  /** Whether pain since a day is chronic on another. */
  public boolean isChronic(LocalDate onset, LocalDate on) {
    return !onset.plusMonths(chronicMonths).isAfter(on);
  }

  boolean isNear(LocalDate onset, LocalDate on) {
    return Math.abs(ChronoUnit.DAYS.between(onset.plusMonths(chronicMonths), on)) <= nearDays;
  }

  private static int number(PackSource pack, String key) {
    return Integer.parseInt(
        pack.described(key)
            .orElseThrow(
                () -> new IllegalArgumentException("the descriptor has no value for " + key)));
  }
}
