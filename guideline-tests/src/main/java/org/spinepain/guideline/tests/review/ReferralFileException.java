package org.spinepain.guideline.tests.review;

/**
 * A file that cannot be used, or not to its end. The message begins with the file, and the line
 * where that is known.
 */
public final class ReferralFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReferralFileException(String file, String message) {
    super(file + ": " + message);
  }

  ReferralFileException(String file, long line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
