package org.spinepain.guideline.engine;

/** A rule pack cannot be used; the message says why. It never holds data of a case. */
public class RulePackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For this reason. */
  public RulePackException(String message) {
    super(message);
  }

  /** For this reason, caused by this. */
  public RulePackException(String message, Throwable cause) {
    super(message, cause);
  }
}
