package org.spinepain.guideline.tests.pack;

/** There is no source of a rule pack where one was looked for. */
public final class PackSourceException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Tells where, and what would be one. */
  PackSourceException(String message) {
    super(message);
  }
}
