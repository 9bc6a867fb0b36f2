package org.spinepain.guideline.review;

/**
 * A review whose groups are so many that they cannot be what they should be, such as persons in the
 * place of clinics. The message names what they group by, never one of them.
 */
public final class TooManyGroupsException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  TooManyGroupsException(Breakdown breakdown) {
    super(
        "found more groups by "
            + breakdown.words()
            + ", allowed are "
            + breakdown.most()
            + " different ones");
  }
}
