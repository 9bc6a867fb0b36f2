package org.spinepain.guideline.review;

/**
 * How often a fact was missing where the guideline could say nothing.
 *
 * @param requests the requests for which it is among the facts that could change the verdict
 * @param settled those of them that learning this fact alone would settle, whatever the answer
 */
public record MissingCount(long requests, long settled) {

  static final MissingCount NONE = new MissingCount(0, 0);

  /** Refuses negative counts, and more settled than requests, with an exception. */
  public MissingCount {
    if (settled < 0 || requests < settled) {
      throw new IllegalArgumentException("settled: allowed is 0 to the number of requests");
    }
  }

  MissingCount plus(MissingCount other) {
    return new MissingCount(requests + other.requests, settled + other.settled);
  }
}
