package org.spinepain.guideline.tests.cli;

/** A valid case did not get its answer, which is a defect. The message tells where it stands. */
final class NotFinishedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotFinishedException(String place, RuntimeException cause) {
    super(place + ": " + describe(cause), cause);
  }

  /** What was thrown, in one line. */
  static String describe(Throwable thrown) {
    return thrown instanceof NotFinishedException
        ? thrown.getMessage()
        : Printable.of(thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
  }
}
