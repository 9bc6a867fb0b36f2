package org.spinepain.guideline.tests.engine;

/** Thrown by rules that misbehave; what it says of a case must not get out of an engine. */
public final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private Failure(Object seen) {
    super("seen: " + seen, new IllegalArgumentException("the cause has seen: " + seen));
    addSuppressed(new IllegalStateException("something else has seen: " + seen));
  }

  /**
   * Throws on everything that there is, telling in every message what it has seen. A condition
   * wants a value.
   */
  public static boolean over(Object seen) {
    if (seen != null) {
      throw new Failure(seen);
    }
    return false;
  }
}
