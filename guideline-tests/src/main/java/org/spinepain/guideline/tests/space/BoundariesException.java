package org.spinepain.guideline.tests.space;

/** No case of the case space can be made that lies where it is meant to, with these boundaries. */
public final class BoundariesException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  BoundariesException(Boundaries boundaries, String missing) {
    super(
        "the case space cannot be asked of a pack with boundary.adultYears = "
            + boundaries.adultYears()
            + ", boundary.chronicMonths = "
            + boundaries.chronicMonths()
            + " and boundary.nearDays = "
            + boundaries.nearDays()
            + ": it has no case of "
            + missing);
  }
}
